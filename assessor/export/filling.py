"""Fills a Word template and tells of all its mistakes: the door to docxtpl and jinja2."""

from __future__ import annotations

import io
import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from assessor.errors import TemplateWrong
from assessor.export import tongues
from assessor.export.harmless import in_one_line
from assessor.export.template_form import mistakes
from assessor.texts import say

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Environment

    from assessor.model import Words

_TAGS = re.compile(r"<[^>]*>")
_NEAR = 160
"""Characters of the template shown around a mistake."""


def fill(template: bytes, values: dict[str, Any], name: str) -> Document:
    """Return the template with the values filled in.

    Raises:
        TemplateWrong: when it is no Word file, names what does not exist, or cannot be filled.
    """
    from docxtpl import DocxTemplate

    unknown: dict[str, str | None] = {}
    environment = _sandbox(unknown, list(values))
    try:
        filled = DocxTemplate(io.BytesIO(template))
        wrong = mistakes(filled.get_docx(), environment)
        if not wrong:
            filled.render(values, jinja_env=environment, autoescape=True)
            tongues.settle(filled.docx)
        document: Document = filled.docx
    except Exception as error:  # whatever a template makes of the libraries: it is wrong
        raise _wrong(name, (*_names(unknown), _told(error))) from error
    if wrong or unknown:
        raise _wrong(name, wrong or _names(unknown))
    return document


def _sandbox(unknown: dict[str, str | None], known: list[str]) -> Environment:
    """Return an environment in which a template can only show values, and that notes names."""
    from jinja2 import Undefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Noted(Undefined):
        """Shows nothing and writes down that it was asked for."""

        def _note(self) -> None:
            name = str(self._undefined_name)
            owner = self._undefined_obj
            others = list(owner) if isinstance(owner, dict) else known
            nearest = get_close_matches(name, others, n=1, cutoff=0.5)
            unknown[name] = nearest[0] if nearest else None

        def __str__(self) -> str:
            self._note()
            return ""

        def __iter__(self) -> Any:  # noqa: ANN401  # of nothing
            self._note()
            return iter(())

        def __bool__(self) -> bool:
            self._note()
            return False

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # of nothing
            if name[:2] == "__":
                raise AttributeError(name)
            self._note()
            return self

        __getitem__ = __getattr__

        def __len__(self) -> int:
            self._note()
            return 0

    return ImmutableSandboxedEnvironment(undefined=Noted, finalize=tongues.marked)


def _names(unknown: dict[str, str | None]) -> tuple[Words, ...]:
    return tuple(
        say("word.wrong_name_nearest", name=name, nearest=nearest)
        if nearest
        else say("word.wrong_name", name=name)
        for name, nearest in sorted(unknown.items())
    )


def _told(error: Exception) -> Words:
    """Return what the library says, with the words of the template around it."""
    reason = in_one_line(str(error)) or type(error).__name__
    context = " ".join(getattr(error, "docx_context", ()))
    near = in_one_line(_TAGS.sub(" ", context))[:_NEAR]
    return (
        say("word.wrong_form_near", reason=reason, near=near)
        if near
        else say("word.wrong_form", reason=reason)
    )


def _wrong(name: str, problems: tuple[Words, ...]) -> TemplateWrong:
    return TemplateWrong(
        say("word.template_wrong", file=name), say("word.template_wrong_remedy"), problems
    )
