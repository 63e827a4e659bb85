"""Make the gold documents from their sources, or check their answers against them.

`python corpora/gold/build.py [03 07 ...]` makes all documents, or those whose folder begins so.
`python corpora/gold/build.py --check [03 ...]` reads them, says what is wrong with the answers
and fills in the page numbers. The same sources give the same bytes, on every machine and every day.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from checking.answers import problems  # noqa: E402 (found by the line above)
from checking.places import placed  # noqa: E402
from checking.reading import pages_of  # noqa: E402
from making.document import make  # noqa: E402

BREAKS = {
    "nl": [HERE.parent / "demo" / "sources" / "woordafbreking.txt", HERE / "breaks" / "nl.txt"],
    "en": [HERE / "breaks" / "en.txt"],
}
CHECKLIST = HERE.parents[1] / "checklists" / "isv"


def folders(names: list[str]) -> list[Path]:
    """Return the folders whose names begin with one of these, or all."""
    found = sorted(HERE.glob("*/[0-9]*-*/source.yaml"), key=lambda source: source.parent.name)
    return [
        source.parent
        for source in found
        if not names or any(source.parent.name.startswith(name) for name in names)
    ]


def build(folder: Path, into: Path | None = None) -> Path:
    """Make the document of a folder, there or elsewhere; return its path."""
    front = yaml.safe_load((folder / "source.yaml").read_text(encoding="utf-8"))
    path = (into or folder) / front["file"]
    breaks = BREAKS[front.get("language", "nl")]
    make(folder / "source.yaml", path, breaks, "corpora/gold/build.py")
    return path


def check(folder: Path, *, fill: bool = True) -> list[str]:
    """Return what is wrong with a folder's answers; fill in the page numbers where asked."""
    path = folder / "expected.json"
    expected = json.loads(path.read_text(encoding="utf-8"))
    before = json.dumps(expected)
    pages = {file: pages_of(folder / file) for file in expected["files"]}
    wrong = [*problems(expected, CHECKLIST), *placed(expected, pages)]
    if json.dumps(expected) == before:
        return wrong
    if fill:
        text = json.dumps(expected, ensure_ascii=False, indent=2)
        path.write_text(text + "\n", encoding="utf-8")
        return wrong
    return [*wrong, "page numbers are missing or wrong: run with --check"]


def main() -> None:
    """Make or check the documents that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="beginnings of folder names; all where left out")
    parser.add_argument("--into", type=Path, help="folder for the documents; else their own")
    parser.add_argument("--check", action="store_true", help="check the answers instead")
    asked = parser.parse_args()
    is_wrong = False
    for folder in folders(asked.names):
        if not asked.check:
            print(build(folder, asked.into))
            continue
        wrong = check(folder)
        is_wrong = is_wrong or bool(wrong)
        print(f"{folder.name}: {'all right' if not wrong else f'{len(wrong)} to mend'}")
        for sentence in wrong:
            print(f"  {sentence}")
    sys.exit(int(is_wrong))


if __name__ == "__main__":
    main()
