"""What a person sees and other programs get when a run does not succeed: a line and a code."""

from __future__ import annotations

import os

import click

from assessor.cli.speaking import told
from assessor.errors import (
    AssessorError,
    ChecklistError,
    DossierError,
    NotWritten,
    ReadingError,
    TemplateWrong,
)
from assessor.model import Words
from assessor.texts import say

WRONG_USAGE = 2
NOTHING_READ = 3
NOT_SAVED = 4
PROGRAM_ERROR = 70
INTERRUPTED = 130


def report(error: BaseException) -> int:
    """Write on standard error what happened and what to do, and return the exit code."""
    if isinstance(error, AssessorError):
        return _report_ours(error)
    if isinstance(error, click.UsageError):
        return _report_usage(error)
    if isinstance(error, (click.Abort, KeyboardInterrupt)):
        click.echo(told("cli.interrupted"), err=True)
        return INTERRUPTED
    return _report_mistake_of_ours(error)


def _report_ours(error: AssessorError) -> int:
    click.echo(told(Words(error.told_in("nl"), error.told_in("en"))), err=True)
    if isinstance(error, ChecklistError):
        for problem in error.problems:
            click.echo(f"  {problem}", err=True)
    if isinstance(error, TemplateWrong):
        for wrong in error.problems:
            click.echo(f"  {told(wrong)}", err=True)
    if isinstance(error, ReadingError):
        return NOTHING_READ
    return NOT_SAVED if isinstance(error, (DossierError, NotWritten)) else WRONG_USAGE


def _report_usage(error: click.UsageError) -> int:
    click.echo(told(_usage(error)), err=True)
    command = error.ctx.command_path if error.ctx is not None else "assessor"
    click.echo(told("cli.wrong.hint").format(command=command), err=True)
    return WRONG_USAGE


def _usage(error: click.UsageError) -> Words | str:
    if isinstance(error, click.NoSuchOption):
        return say("cli.wrong.option", name=error.option_name)
    if isinstance(error, click.MissingParameter):
        return say("cli.wrong.missing", name=_name(error))
    if isinstance(error, click.BadParameter):
        return _bad_value(error)
    if isinstance(error, click.BadOptionUsage):
        return say("cli.wrong.option_use", name=error.option_name)
    return error.format_message()


def _bad_value(error: click.BadParameter) -> Words:
    if error.param is not None and isinstance(error.param.type, click.Choice):
        choices = ", ".join(map(str, error.param.type.choices))
        return say("cli.wrong.choice", name=_name(error), choices=choices)
    return say("cli.wrong.value", name=_name(error), reason=error.message)


def _name(error: click.BadParameter) -> str:
    param = error.param
    if param is None:
        return "?"
    return (
        told(param.metavar or param.opts[0]) if isinstance(param, click.Argument) else param.opts[0]
    )


def _report_mistake_of_ours(error: BaseException) -> int:
    if os.environ.get("ASSESSOR_DEBUG"):
        raise error
    reason = f"{type(error).__name__}: {error}"
    click.echo(told(say("cli.mistake_of_ours", reason=reason)), err=True)
    return PROGRAM_ERROR
