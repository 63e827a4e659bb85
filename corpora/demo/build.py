"""Make the two files of the demo submission from their sources: `python corpora/demo/build.py`.

The same sources give the same bytes, on every machine and on every day.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent))

from making.document import make  # noqa: E402 (found by the line above)

FILES = {
    "risicoanalyse": "kesterloo-risicoanalyse.pdf",
    "verbeterplan": "kesterloo-verbeterplan.docx",
}


def main() -> None:
    """Make both files in the folder that the command line names, or beside this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, help="folder for the two files")
    folder = parser.parse_args().into
    breaks = [HERE / "sources" / "woordafbreking.txt"]
    for name, file in FILES.items():
        source = HERE / "sources" / f"{name}.yaml"
        make(source, folder / file, breaks, "corpora/demo/build.py")


if __name__ == "__main__":
    main()
