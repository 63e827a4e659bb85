"""`assessor doctor`: what is installed, what optional part is missing and what that costs."""

from __future__ import annotations

import click

from assessor.cli.frame import Command
from assessor.cli.speaking import told


@click.command("doctor", cls=Command, help="doctor.help")
def doctor() -> int:
    """Print the state of this installation; the exit code is 1 when a needed part is missing."""
    from assessor.cli import checkup

    parts = checkup.examine()
    for part in parts:
        click.echo(
            f"{told(f'doctor.state.{part.state}'):<10} {told(part.name)}: {told(part.found)}"
        )
        if part.remedy is not None:
            click.echo(f"{'':<10} {told(part.remedy)}")
    click.echo()
    for place in checkup.places():
        click.echo(told(place))
    return int(any(part.state == "broken" for part in parts))
