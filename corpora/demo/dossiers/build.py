"""Make the dossiers of the three suppliers from their sources, or check their answers.

`python corpora/demo/dossiers/build.py [wieringhof ...]` makes all files, or those of a supplier.
`python corpora/demo/dossiers/build.py --check [wieringhof ...]` reads them, says what is wrong with
the answers and fills in the page numbers. The same sources give the same bytes, on every machine.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

HERE = Path(__file__).parent
CORPORA = HERE.parents[1]
sys.path.insert(0, str(CORPORA))

from checking.answers import problems  # noqa: E402 (found by the line above)
from checking.places import placed  # noqa: E402
from checking.reading import pages_of  # noqa: E402
from making.document import make  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

BREAKS = {
    "nl": [
        CORPORA / "demo" / "sources" / "woordafbreking.txt",
        CORPORA / "gold" / "breaks" / "nl.txt",
    ],
    "en": [CORPORA / "gold" / "breaks" / "en.txt"],
}
CHECKLIST = CORPORA.parent / "checklists" / "isv"


def submissions(suppliers: list[str]) -> list[Path]:
    """Return the folders of one year each, of these suppliers or of all."""
    found = sorted(path.parent for path in HERE.glob("*/20[0-9][0-9]/expected.json"))
    return [folder for folder in found if not suppliers or folder.parent.name in suppliers]


def build(submission: Path, into: Path | None = None) -> list[Path]:
    """Make the one or two files of a submission, there or elsewhere; return their paths."""
    return [_built(source, into or submission) for source in sorted(submission.glob("*.yaml"))]


def _built(source: Path, folder: Path) -> Path:
    """Make one file from its source."""
    front = yaml.safe_load(source.read_text(encoding="utf-8"))
    path = folder / front["file"]
    make(source, path, BREAKS[front["language"]], "corpora/demo/dossiers/build.py")
    return path


def check(submission: Path, *, fill: bool = True) -> list[str]:
    """Return what is wrong with a year's answers; fill in the page numbers where asked.

    A finding may quote an earlier year; a level may not.
    """
    path = submission / "expected.json"
    expected = json.loads(path.read_text(encoding="utf-8"))
    before = json.dumps(expected)
    pages = {file.name: pages_of(file) for file in _files_until(submission)}
    levels = {"measures": expected["measures"], "topics": expected["topics"]}
    own = {file: text for file, text in pages.items() if file in expected["files"]}
    wrong = [*problems(expected, CHECKLIST), *placed(levels, own), *placed(expected, pages)]
    if json.dumps(expected) == before:
        return wrong
    if fill:
        text = json.dumps(expected, ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        return wrong
    return [*wrong, "page numbers are missing or wrong: run with --check"]


def _files_until(submission: Path) -> Iterator[Path]:
    """Yield the supplier's files of this year and of the years before."""
    for folder in sorted(submission.parent.iterdir()):
        if folder.name <= submission.name:
            yield from sorted([*folder.glob("*.pdf"), *folder.glob("*.docx")])


def main() -> None:
    """Make or check the files that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("suppliers", nargs="*", help="names of folders; all where left out")
    parser.add_argument("--check", action="store_true", help="check the answers instead")
    asked = parser.parse_args()
    is_wrong = False
    for submission in submissions(asked.suppliers):
        if not asked.check:
            print(*build(submission), sep="\n")
            continue
        wrong = check(submission)
        is_wrong = is_wrong or bool(wrong)
        name = f"{submission.parent.name} {submission.name}"
        print(f"{name}: {'all right' if not wrong else f'{len(wrong)} to mend'}")
        for sentence in wrong:
            print(f"  {sentence}")
    sys.exit(int(is_wrong))


if __name__ == "__main__":
    main()
