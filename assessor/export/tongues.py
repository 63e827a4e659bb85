"""Words in another language than the document around them, marked so that they are read aloud well.

A template shows them as it shows any text. What is shown is put between marks that no text of a
document can hold, and after filling in the marks become the language of the run in Word.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document

LOCALES = {"nl": "nl-NL", "en": "en-GB"}
_OPEN, _BETWEEN, _CLOSE = "\ufdd0", "\ufdd1", "\ufdd2"
"""Code points that are no characters; `harmless.printable` leaves them out of every text."""
_SPOKEN = re.compile(f"{_OPEN}([a-z-]*){_BETWEEN}([^{_OPEN}{_CLOSE}]*){_CLOSE}?")
_MARKS = re.compile(f"[{_OPEN}{_BETWEEN}{_CLOSE}]")


class Foreign(str):
    """Text in another language than the document's own."""

    __slots__ = ("language",)
    language: str

    def __new__(cls, text: str, language: str) -> Self:
        """Make one of a text and the code of its language."""
        made = super().__new__(cls, text)
        made.language = language
        return made


def spoken(text: str, language: str, around: str) -> str:
    """Return the text, as `Foreign` where its language is known and not the one around it."""
    known = language in LOCALES and language != around
    return Foreign(text, language) if known else text


def marked(value: object) -> object:
    """Return what a template shows for a value: between marks where it is foreign."""
    if isinstance(value, Foreign):
        return f"{_OPEN}{value.language}{_BETWEEN}{value}{_CLOSE}"
    return value


def settle(document: Document) -> None:
    """Give every run between marks its language, and take the marks away."""
    from docx.oxml.ns import qn

    for part in document.part.package.iter_parts():
        element = getattr(part, "element", None)
        if element is None:
            continue
        texts = [t for t in element.iter(qn("w:t")) if _MARKS.search(t.text or "")]
        for run in dict.fromkeys(text.getparent() for text in texts):
            _split(run)


def _split(run: Any) -> None:  # noqa: ANN401  # an element of lxml
    """Put runs in the place of this one, each in one language."""
    from docx.oxml.ns import qn

    form = run.find(qn("w:rPr"))
    for child in [child for child in run if child is not form]:
        pieces = list(_pieces(child.text or "")) if child.tag == qn("w:t") else [("", "")]
        for text, language in pieces:
            made = _like(run, form, language)
            inner = deepcopy(child)
            if child.tag == qn("w:t"):
                inner.text = text
                inner.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            made.append(inner)
            run.addprevious(made)
    run.getparent().remove(run)


def _like(run: Any, form: Any, language: str) -> Any:  # noqa: ANN401  # elements of lxml
    """Return an empty run of the same form, in a language; empty for the document's own."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement("w:r")
    form = deepcopy(form) if form is not None else OxmlElement("w:rPr")
    if language:
        for old in form.findall(qn("w:lang")):
            form.remove(old)
        lang = OxmlElement("w:lang")
        lang.set(qn("w:val"), LOCALES[language])
        form.append(lang)
    if len(form):
        made.append(form)
    made.attrib.update(run.attrib)
    return made


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the text in parts, each with its language; empty for the document's own."""
    end = 0
    for found in _SPOKEN.finditer(text):
        if before := _MARKS.sub("", text[end : found.start()]):
            yield before, ""
        language, words = found.groups()
        if words:
            yield words, language if language in LOCALES else ""
        end = found.end()
    if after := _MARKS.sub("", text[end:]):
        yield after, ""
