"""Print the prints of public guidance, to stand in assessor/judging/noticing/copies.yaml.

Usage: python bench/fingerprint_guidance.py FILE.txt ...
The text itself goes nowhere: of every run of five words a hash, of which one in some is kept.
"""

from __future__ import annotations

import base64
import struct
import sys
import textwrap
from pathlib import Path

from assessor.judging.noticing.copies import prints


def main():
    """Print the packed prints, in lines for YAML."""
    found = sorted({p for name in sys.argv[1:] for p in prints(Path(name).read_text("utf-8"))})
    packed = base64.b85encode(struct.pack(f"<{len(found)}I", *found)).decode()
    print(textwrap.fill(packed, 120, initial_indent="  ", subsequent_indent="  "))


if __name__ == "__main__":
    main()
