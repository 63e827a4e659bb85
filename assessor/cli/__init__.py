"""The command line: parses and prints, decides nothing; a command's module is imported on call."""

from __future__ import annotations

import atexit
import os
import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, NoReturn

import click

from assessor.cli.frame import Group
from assessor.cli.speaking import asked_for, speak, told, write_utf8

if TYPE_CHECKING:
    from collections.abc import Sequence

COMMANDS = (
    "assess",
    "review",
    "dossier",
    "export",
    "read",
    "explain",
    "checklist",
    "evaluate",
    "doctor",
)
"""In the order in which a newcomer meets them; each is `assessor.cli.NAME.NAME`."""


class Program(Group):
    """The `assessor` command: finds commands by name, turns every failure into a clear line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Return the command, importing its module only now; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"assessor.cli.{cmd_name}"), cmd_name)
        assert isinstance(command, click.Command)
        return command

    def summary(self, ctx: click.Context, name: str) -> str:  # noqa: ARG002  # click's signature
        """Return one line on what a command does, without importing it."""
        return told(f"cli.command.{name}")

    def main(self, args: Sequence[str] | None = None, *rest: Any, **more: Any) -> Any:  # noqa: ANN401  # click's signature
        """Run the line and leave the program with its exit code."""
        write_utf8()
        line = sys.argv[1:] if args is None else args
        try:
            speak(_language(line))
            code = super().main(args, *rest, **more | {"standalone_mode": False})
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001  # the last door: none may pass as a traceback
            from assessor.cli.failures import report

            code = report(error)
        sys.exit(code if isinstance(code, int) else 0)


def _language(line: Sequence[str]) -> str:
    if asked := asked_for(line):
        return asked
    from assessor import settings

    return settings.load().language


@click.group(cls=Program, invoke_without_command=True, help="cli.help")
@click.version_option(package_name="isv-assessor", message="%(version)s", help="cli.option.version")
@click.pass_context
def main(context: click.Context) -> None:
    """Print the help when no command is named."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())


def run() -> NoReturn:
    """Run the line as a process of its own, and end it without taking apart what it loaded.

    That takes a third of a second after an assessment and frees what is free a moment later anyway.
    What is meanwhile asked to be done at the end is done before.
    """
    code = 0

    def leave() -> None:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError):  # no one reads any more
                stream.flush()
        os._exit(code)

    atexit.register(leave)  # the first to be registered is the last to be called
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
        raise
    sys.exit()
