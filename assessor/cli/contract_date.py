"""The day on which a contract was signed, as a person types it: a day or only a year."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from assessor.cli.speaking import told

if TYPE_CHECKING:
    from click import Context, Parameter

_YEAR = 4
"""Digits of a year."""


class ContractDate(click.ParamType[date]):
    """`2018-05-14`, or `2018`: then its last day."""

    name = "date"

    def convert(self, value: object, param: Parameter | None, ctx: Context | None) -> date:
        """Return the day.

        Raises:
            click.BadParameter: when it is neither a day nor a year.
        """
        if isinstance(value, date):
            return value
        said = str(value).strip()
        try:
            if len(said) == _YEAR and said.isdigit():
                return date(int(said), 12, 31)
            return date.fromisoformat(said)
        except ValueError:
            self.fail(told("assess.bad_day"), param, ctx)
