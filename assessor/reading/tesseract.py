"""Finds and runs tesseract, the program that recognises text in pictures; it may be absent."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from assessor.texts import say

if TYPE_CHECKING:
    from assessor.model import Words

WANTED = ("nld", "eng")
_USUAL_PLACES = (
    Path("C:/Program Files/Tesseract-OCR/tesseract.exe"),
    Path("/opt/homebrew/bin/tesseract"),
    Path("/usr/local/bin/tesseract"),
)
_SECONDS_TO_ANSWER = 10
_WORD_LEVEL = "5"
_COLUMNS = 12
_RULING = re.compile(r"[|¦_\[\]]*")
"""What is made of the lines of a table."""


class PrintedWord(NamedTuple):
    """A recognised word, in pixels from the top left; confidence from 0 to 100."""

    line: tuple[str, str, str]
    text: str
    x0: int
    top: int
    x1: int
    bottom: int
    confidence: float


def missing() -> Words | None:
    """Return what is missing before scans can be read, None when nothing is."""
    if _program() is None:
        return say("ocr.absent")
    lacking = [name for name in WANTED if name not in _installed()]
    return say("ocr.language_absent", languages=" + ".join(lacking)) if lacking else None


def how_to_install() -> Words:
    """Return how to install it on Debian, Windows and macOS."""
    return say("ocr.how_to_install")


def languages() -> str:
    """Return the languages to recognise that are installed, as tesseract wants them."""
    return "+".join(name for name in WANTED if name in _installed())


def is_usable() -> bool:
    """Tell whether there is a tesseract with at least one of the languages."""
    return _program() is not None and bool(languages())


def recognise(picture: bytes, dpi: int, seconds: float) -> list[PrintedWord]:
    """Return the words in a picture (PGM), in reading order.

    Raises:
        subprocess.SubprocessError: when tesseract fails or takes longer than `seconds`.
    """
    program = _program()
    assert program is not None
    options = ["-l", languages(), "--psm", "1", "--dpi", str(dpi), "tsv"]
    done = subprocess.run(  # noqa: S603  # the program that `_program` found, fixed options
        [program, "stdin", "stdout", *options],
        input=picture,
        capture_output=True,
        check=True,
        timeout=seconds,
        env=os.environ | {"OMP_THREAD_LIMIT": "1"},  # its threads cost more than they bring
    )
    rows = (line.split("\t") for line in done.stdout.decode("utf-8", "replace").splitlines())
    return [_word(row) for row in rows if _is_word(row)]


def _is_word(row: list[str]) -> bool:
    if len(row) != _COLUMNS or row[0] != _WORD_LEVEL:
        return False
    return not _RULING.fullmatch(row[11].strip())


def _word(row: list[str]) -> PrintedWord:
    left, top, width, height = map(int, row[6:10])
    line = (row[2], row[3], row[4])
    return PrintedWord(line, row[11], left, top, left + width, top + height, float(row[10]))


@cache
def _program() -> str | None:
    usual = (str(place) for place in _USUAL_PLACES if place.is_file())
    return shutil.which("tesseract") or next(usual, None)


@cache
def _installed() -> frozenset[str]:
    program = _program()
    if program is None:
        return frozenset()
    try:
        done = subprocess.run(  # noqa: S603  # the program that `_program` found
            [program, "--list-langs"],
            capture_output=True,
            check=True,
            timeout=_SECONDS_TO_ANSWER,
        )
    except (OSError, subprocess.SubprocessError):
        return frozenset()
    return frozenset(done.stdout.decode("utf-8", "replace").split())
