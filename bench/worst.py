"""List where the program differs most from the reader, to see what kinds of error there are.

Usage: python bench/worst.py [NUMBER] [FOLDER ...]
Prints the widest differences of level over corpora/gold/tune (or the folders), 40 unless told, with
the reader's reason and best quote beside the program's grounds and best quote.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from assessor import checklist, locations
from assessor.pipeline import Engine, read_all

ROOT = Path(__file__).resolve().parent.parent
CUT = 150


def differences(engine, folder):
    """Yield (difference, lines to print) for every question of one submission."""
    gold = json.loads((folder / "expected.json").read_text("utf-8"))
    submission = read_all([folder / name for name in gold["files"]])
    made = engine.assess(submission, category=gold["category"])
    topics = [topic for theme in made.themes for topic in theme.topics]
    wanted = gold["measures"] | gold["topics"]
    for mine in (*made.measures, *topics):
        theirs = wanted.get(
            mine.code, {"level": 0, "why": "not named", "quotes": [], "plausible": []}
        )
        off = mine.level - theirs["level"]
        if off and mine.level not in theirs["plausible"]:
            quote = theirs["quotes"][0]["quote"] if theirs["quotes"] else ""
            shown = mine.evidence[0].quote if mine.evidence else ""
            yield (
                abs(off),
                f"{folder.name} {mine.code}: reader {theirs['level']}, program {mine.level}",
                f"  reader: {theirs['why'][:CUT]} | {quote[:CUT]}",
                f"  program: {' '.join(g.en for g in mine.grounds)[:CUT]} | {shown[:CUT]}",
            )


def main():
    """Print the widest differences."""
    numbers = [int(a) for a in sys.argv[1:] if a.isdigit()]
    folders = [Path(a) for a in sys.argv[1:] if not a.isdigit()]
    engine = Engine(checklist.load(locations.default_checklist()))
    found = [
        difference
        for folder in folders or sorted((ROOT / "corpora/gold/tune").iterdir())
        for difference in differences(engine, folder)
    ]
    found.sort(key=lambda d: (-d[0], d[1]))
    for _, *lines in found[: numbers[0] if numbers else 40]:
        print("\n".join(lines))


if __name__ == "__main__":
    main()
