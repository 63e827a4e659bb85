"""Make the two files of the demo submission from their sources: `python corpora/demo/build.py`.

The same sources give the same bytes, on every machine and on every day.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from making.printing import print_report
from making.wording import write_plan

HERE = Path(__file__).parent


def main() -> None:
    """Make both files in the folder that the command line names, or beside this script."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=HERE, help="folder for the two files")
    folder = parser.parse_args().into
    print_report("risicoanalyse", folder / "kesterloo-risicoanalyse.pdf")
    write_plan("verbeterplan", folder / "kesterloo-verbeterplan.docx")


if __name__ == "__main__":
    main()
