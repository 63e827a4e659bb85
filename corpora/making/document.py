"""One document from its source: a PDF or a Word file, after the ending of its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from making.manuscript import read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def make(source: Path, path: Path, breaks: Iterable[Path], creator: str) -> None:
    """Make a document.

    Args:
        source: Its words, a YAML file.
        path: Where the document goes; `.pdf` or `.docx` decides what it becomes.
        breaks: Lists that say where long words may break.
        creator: What the file says it was made with.

    Raises:
        Misprint: The source has a block, or a sign, that cannot be set.
        RuntimeError: The pages do not come to rest.
    """
    manuscript = read(source, breaks)
    if path.suffix == ".pdf":
        from making.printing import print_document

        print_document(manuscript, path, creator)
    else:
        from making.wording import write_document

        write_document(manuscript, path)
