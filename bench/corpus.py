"""Count the training corpus: passages per question, language, level, stance, form and author.

Usage: python bench/corpus.py
Prints what is too few against what was promised (corpora/README.md), the correlation between the
length of a passage and its level, and the two passages that share most of their words.
"""

from __future__ import annotations

import statistics
from collections import Counter

from assessor import checklist, locations
from assessor.matching.corpus import read_corpus
from assessor.matching.phrases import words

PER_MEASURE, PER_TOPIC, NEGATIVES = 120, 50, 3000


def likest(passages):
    """Return the highest share of words in common between two passages, and both texts."""
    bags = [frozenset(w.form for w in words(p.text)) for p in passages]
    places: dict[str, list[int]] = {}
    best = (0.0, "", "")
    for i, bag in enumerate(bags):
        shared = Counter(j for word in bag for j in places.get(word, ()))
        for j, count in shared.items():
            likeness = count / len(bag | bags[j])
            if likeness > best[0]:
                best = (likeness, passages[i].text, passages[j].text)
        for word in bag:
            places.setdefault(word, []).append(i)
    return best


def correlation(passages):
    """Return the correlation between words and level."""
    return statistics.correlation(
        [len(words(p.text)) for p in passages], [p.level for p in passages]
    )


def main():
    """Print the counts."""
    passages = read_corpus(locations.training())
    loaded = checklist.load(locations.default_checklist())
    positives = [p for p in passages if p.level]
    negatives = [p for p in passages if p.negative]
    print(f"{len(passages)} passages, {len(positives)} positive, {len(negatives)} negative,")
    print(f"of which {sum(p.negative != 'easy' for p in negatives)} hard; authors:")
    print(" ", dict(Counter(p.author for p in passages)))
    for name in ("language", "level", "stance", "form", "category", "imitates"):
        print(f"{name}: {dict(Counter(getattr(p, name) for p in positives).most_common())}")
    print("negatives:", dict(Counter(p.negative for p in negatives).most_common()))
    print("negatives by language:", dict(Counter(p.language for p in negatives)))
    for code in [q.code for q in loaded.measures]:
        _count(code, [p for p in positives if code in p.measures], PER_MEASURE)
    for code in [q.code.rpartition(".")[2] for q in loaded.topics]:
        _count(code, [p for p in positives if code in p.topics], PER_TOPIC)
    if len(negatives) < NEGATIVES:
        print(f"too few negatives: {len(negatives)} of {NEGATIVES}")
    print(f"words and level: r {correlation(passages):.2f}; positives {correlation(positives):.2f}")
    share, one, other = likest(passages)
    print(f"likest two share {share:.2f}: {one[:60]!r} and {other[:60]!r}")


def _count(code, found, wanted):
    by = Counter(p.language for p in found)
    levels = dict(sorted(Counter(p.level for p in found).items()))
    short = "" if len(found) >= wanted else f"  TOO FEW, {wanted} wanted"
    print(f"{code:<22} {len(found):>4}  nl {by['nl']:>3} en {by['en']:>3}  levels {levels}{short}")


if __name__ == "__main__":
    main()
