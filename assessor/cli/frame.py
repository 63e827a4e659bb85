"""Commands whose help speaks the user's language: click's own words are English only.

A command is made with `cls=Command`; its `help`, and the `help` and `metavar` of its options and
arguments, are keys of texts. `--language` is understood by every command and need not be declared.
"""

from __future__ import annotations

import click

from assessor.cli.speaking import told
from assessor.texts import LANGUAGES


def language_option() -> click.Option:
    """Return the option that every command has; `speaking` has read it before it is parsed."""
    return click.Option(
        ["--language"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help="cli.option.language",
    )


class Translated(click.Command):
    """A command that writes its help in the language of this run."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # click's own signature
        if not any(param.name == "language" for param in self.params):
            self.params.append(language_option())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return click's help option with our text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "cli.option.help"
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = " ".join(told(piece) for piece in self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=f"{told('cli.word.usage')} ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """Write what the command does, paragraph by paragraph."""
        for paragraph in told(self.help or "").strip().split("\n\n"):
            formatter.write_paragraph()
            formatter.write_text(paragraph)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        rows = [(_spelled(names), told(text)) for names, text in filter(None, records)]
        with formatter.section(told("cli.word.options")):
            formatter.write_dl(rows)

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write nothing: the usage line and the text name the arguments."""


def _spelled(names: str) -> str:
    """Return the option's names with a metavar that is a key turned into words."""
    return " ".join(told(word) for word in names.split(" "))


class Command(Translated):
    """A command that does one thing."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("options_metavar", "cli.word.options_metavar")
        super().__init__(*args, **kwargs)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Return what is left of the line, which must be nothing.

        Raises:
            click.UsageError: when there are more arguments than the command takes.
        """
        ctx.allow_extra_args = True
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            raise click.UsageError(told("cli.wrong.extra").format(words=" ".join(left)), ctx)
        return left


class Group(Translated, click.Group):
    """A command that has commands under it."""

    command_class = Command

    def __init__(self, *args: object, **kwargs: object) -> None:
        kwargs.setdefault("options_metavar", "cli.word.options_metavar")
        kwargs.setdefault("subcommand_metavar", "cli.word.command_metavar")
        super().__init__(*args, **kwargs)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with one line each."""
        with formatter.section(told("cli.word.commands")):
            formatter.write_dl(
                [(name, self.summary(ctx, name)) for name in self.list_commands(ctx)]
            )

    def summary(self, ctx: click.Context, name: str) -> str:
        """Return one line on what a command does."""
        command = self.get_command(ctx, name)
        return told(command.help or "").split("\n\n")[0] if command else ""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the line names.

        Raises:
            click.UsageError: when there is no such command; the nearest is named.
        """
        if self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            from difflib import get_close_matches

            nearest = get_close_matches(args[0], self.list_commands(ctx), n=1, cutoff=0.5)
            key = "cli.wrong.command_nearest" if nearest else "cli.wrong.command"
            message = told(key).format(name=args[0], nearest="".join(nearest))
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)
