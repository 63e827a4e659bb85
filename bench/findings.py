"""Compare the findings of the program with those of a reader, kind by kind.

Usage: python bench/findings.py [-v] [FOLDER ...]
Each folder holds the files of a submission and expected.json (see corpora/demo). A finding of ours
is right when one of its quotes overlaps with a quote of the reader's finding of that kind, and the
reader's is found when one of ours does. "In kind" counts per submission whether both have the kind
at all. Readers name examples, not all there is: precision by quote is a lower bound, which matters
most for boilerplate. `own_interest` and `instead_of_analysis` are what readers call weak on 2.4 for
the firm's own interest, or weak because of a certificate, membership or audit.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from assessor import locations
from assessor.judging import noticing
from assessor.matching.quotes import squeeze
from assessor.pipeline import engine, read_all

KINDS = (
    "contradiction",
    "stale",
    "boilerplate",
    "own_interest",
    "instead_of_analysis",
    "denial",
    "orphan_risk",
    "orphan_action",
    "expected_risk_missing",
)
INTEREST = re.compile(
    r"turnover|interest|enterprise value|continuity|delivery|margin|contract value|reputation|spend"
    r"|price|commercial|revenue|publicity|value of the firm|press",
    re.IGNORECASE,
)
PROOF = re.compile(
    r"(certif|member|audit|award|rating|label|declaration|score)\w*.*"
    r"(place|instead|stand|for look|answer)|(place|instead|stand).*(certif|member|audit|label)",
    re.IGNORECASE,
)


def kind_of(finding):
    """Return the kind of a reader's finding, what is weak split by why."""
    if finding["kind"] != "weak":
        return finding["kind"]
    if PROOF.search(finding["why"]):
        return "instead_of_analysis"
    if finding["subject"] == "2.4" and INTEREST.search(finding["why"]):
        return "own_interest"
    return "weak"


def our_kind(finding):
    """Return the kind of one of our findings, what is weak split by its cause."""
    if finding.cause in {"own_interest", "interest_beside_harm"}:
        return "own_interest"
    return "instead_of_analysis" if finding.cause == "instead_of_analysis" else finding.kind


def quotes_of(finding):
    """Return the squeezed quotes of a reader's finding, of table rows also the cells."""
    texts = [q["quote"] for q in finding["quotes"]]
    return [squeeze(part) for text in texts for part in (text, *text.split(" | ")) if part]


def overlap(ours, theirs):
    """Return whether a quote of ours and one of the reader's are in each other."""
    mine = [squeeze(e.quote) for e in ours.evidence]
    shortest = 12
    return any(
        (m in t or t in m) and (min(len(m), len(t)) >= shortest or m == t)
        for m in mine
        for t in quotes_of(theirs)
    )


def compare(folder, verbose):
    """Return the counts of one submission, by kind, and the seconds that noticing took."""
    gold = json.loads((folder / "expected.json").read_text("utf-8"))
    ready = engine(None)
    case = ready.case(read_all([folder / name for name in gold["files"]]), gold["category"])
    spent, whole = [0.0], noticing.notice

    def timed(*given):
        start = time.perf_counter()
        found = whole(*given)
        spent[0] += time.perf_counter() - start
        return found

    from assessor import judging

    judging.notice = timed
    made = judging.draw_up(case, ready.rules)
    judging.notice = whole
    counts = defaultdict(Counter)
    for kind in KINDS:
        ours = [f for f in made.findings if our_kind(f) == kind]
        theirs = [g for g in gold["findings"] if kind_of(g) == kind]
        right = [f for f in ours if any(overlap(f, g) for g in theirs)]
        found = [g for g in theirs if any(overlap(f, g) for f in ours)]
        counts[kind].update(
            ours=len(ours),
            theirs=len(theirs),
            right=len(right),
            found=len(found),
            both=bool(ours and theirs),
            in_ours=bool(ours),
            in_theirs=bool(theirs),
        )
        if verbose:
            tell(kind, [f for f in ours if f not in right], [g for g in theirs if g not in found])
    return counts, spent[0]


def tell(kind, alone, missed):
    """Print what only one of the two has."""
    for finding in alone:
        quotes = " // ".join(e.quote[:110] for e in finding.evidence)
        print(f"  {kind} ours alone: {finding.title.en} | {quotes}")
    for finding in missed:
        quotes = " // ".join(q["quote"][:110] for q in finding["quotes"])
        print(f"  {kind} missed: {finding['why']} | {quotes}")


def share(part, whole):
    """Return a share in two figures; a dash where there is nothing."""
    return f"{part / whole:.2f}" if whole else "-"


def main():
    """Print precision and recall per kind over all folders."""
    verbose = "-v" in sys.argv
    folders = [Path(a) for a in sys.argv[1:] if a != "-v"] or [locations.demo()]
    total = defaultdict(Counter)
    seconds = 0.0
    for folder in folders:
        if verbose:
            print(folder.name)
        counts, spent = compare(folder, verbose)
        seconds += spent
        for kind, counted in counts.items():
            total[kind].update(counted)
    print(f"{'kind':22}ours theirs  precision recall  in kind: precision recall")
    for kind in KINDS:
        c = total[kind]
        by_quote = f"{share(c['right'], c['ours']):>9} {share(c['found'], c['theirs']):>6}"
        in_kind = f"{share(c['both'], c['in_ours']):>18} {share(c['both'], c['in_theirs']):>6}"
        print(f"{kind:22}{c['ours']:4} {c['theirs']:6}  {by_quote}{in_kind}")
    print(f"noticing took {seconds / len(folders):.3f} s per submission")


if __name__ == "__main__":
    main()
