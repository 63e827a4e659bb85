"""Assessed submissions as the judging sees them, for what learns from them.

The demonstration and the documents of corpora/gold/tune, and the whole documents of
corpora/training, each seen through heads that never met its author.
"""

from __future__ import annotations

import json
import pickle
from dataclasses import dataclass
from pathlib import Path

from agreement import SAME_QUOTE
from rapidfuzz import fuzz

from assessor import locations
from assessor.judging.case import Case
from assessor.judging.evidence import weigh_all
from assessor.judging.signs import signs
from assessor.judging.telling import by_passage
from assessor.matching.quotes import squeeze
from assessor.model import Block, Cell, Document, Submission
from assessor.pipeline import Engine, read_all
from assessor.reading.passages import passages_of

ROOT = Path(__file__).resolve().parent.parent
TRAP_WEIGHT = 5
"""A passage that a reader marked as a trap teaches as much as so many others that say nothing."""
TOGETHER = 10
"""Gold documents of which the numbers stand together and that are left out together: one author
wrote five in a row, and may not stand on both sides."""
TELLING = "telling_left_out.json"
LONG_ENOUGH = 25
"""Letters from which a passage is surely the quote that it is part of."""


@dataclass
class Example:
    """One assessed submission as the judging sees it."""

    name: str
    case: Case
    levels: dict
    weighed: dict
    """Code → weighed passages."""
    signs: dict
    """Code → their signs, without those of readers.py."""
    quoted: dict
    """Code → per passage whether an assessor quoted it."""
    weights: dict
    """Code → how much each teaches."""
    asked: list
    """Per quote of an assessor: code and the indices of the passages that hold it."""
    traps: list
    """Per trap that a reader marked: the code it would wrongly raise, and its passages."""


def gold_examples(engine):
    """Yield the demo and the documents to tune on."""
    folders = [locations.demo(), *sorted((ROOT / "corpora/gold/tune").iterdir())]
    for folder in folders:
        gold = json.loads((folder / "expected.json").read_text("utf-8"))
        submission = read_all([folder / name for name in gold["files"]])
        wanted = gold["measures"] | gold["topics"]
        levels = {q.code: 0 for q in engine.checklist.questions}
        levels |= {c: w["level"] for c, w in wanted.items()}
        passages = cut(submission)
        squeezed = [squeeze(p.text) for p in passages]
        quotes = [(c, squeeze(q["quote"])) for c, w in wanted.items() for q in w["quotes"]]
        traps = [
            (
                trap["would_wrongly_raise"],
                [i for i, t in enumerate(squeezed) if t and is_part(t, q)],
            )
            for trap in gold["traps"]
            for q in [squeeze(trap["quote"])]
        ]
        asked = [(c, [i for i, t in enumerate(squeezed) if holds(t, q)]) for c, q in quotes]
        yield example(folder.name, engine, submission, levels, asked, traps)


def holds(text, quote):
    """Return whether a passage is what an assessor quoted, or part of it."""
    part = text in quote and len(text) >= LONG_ENOUGH
    return quote in text or part or fuzz.partial_ratio(quote, text) > SAME_QUOTE


def is_part(one, other):
    """Return whether one of two texts holds the other."""
    return one in other or other in one


def cut(submission):
    """Return the passages of a submission."""
    return [p for i, d in enumerate(submission.documents) for p in passages_of(d, i)]


def corpus_examples(checklist, passages, with_meaning):
    """Yield the whole documents of the training corpus."""
    full = {q.code.rpartition(".")[2]: q.code for q in checklist.topics}
    for path in sorted((ROOT / "corpora/training").glob("*.documents.json")):
        author = path.name.split(".")[0]
        engine = Engine(
            checklist, corpus=[p for p in passages if p.author != author], with_meaning=with_meaning
        )
        for record in json.loads(path.read_text("utf-8")):
            mine = [p for p in passages if p.document == record["name"]]
            levels = {q.code: 0 for q in checklist.questions} | record["measures"]
            levels |= {full[t]: level for t, level in record["topics"].items()}
            best, by_text = {}, {}
            for p in mine:
                codes = [*p.measures, *(full[t] for t in p.topics)]
                by_text[squeeze(p.text)] = (codes, p.level)
                for code in codes:
                    best[code] = max(best.get(code, 1), p.level)
            submission = Submission((as_document(record, mine),))
            asked = [
                (code, [place])
                for place, p in enumerate(cut(submission))
                for codes, level in [by_text.get(squeeze(p.text), ((), 0))]
                for code in codes
                if level >= best[code]
            ]
            yield example(record["name"], engine, submission, levels, asked, [])


def as_document(record, passages):
    """Return a document of the corpus as if it had been read."""
    blocks, section, rows = [], None, []
    language = record["language"]

    def close():
        if rows:
            cells = tuple(
                Cell(r, c, text, is_header=r == 0)
                for r, row in enumerate(rows)
                for c, text in enumerate(row.split(" | "))
            )
            blocks.append(Block("table", "\n".join(rows), language=language, cells=cells))
            rows.clear()

    for p in passages:
        if p.section != section:
            close()
            section = p.section
            blocks.append(Block("heading", p.heading, level=1, language=language))
            begun = False
        if p.form == "table_row":
            rows.append(p.text)
            continue
        close()
        if p.form == "list_item":
            blocks.append(Block("list_item", p.text, level=1, language=p.language))
        elif begun and blocks[-1].kind == "paragraph":
            blocks[-1] = Block("paragraph", f"{blocks[-1].text} {p.text}", language=p.language)
        else:
            blocks.append(Block("paragraph", p.text, language=p.language))
        begun = True
    close()
    return Document(f"{record['name']}.docx", "0" * 64, "docx", (), tuple(blocks), (language,))


def example(name, engine, submission, levels, asked, traps):  # noqa: PLR0913, PLR0917
    """Return what the judging sees of a submission, beside what an assessor said."""
    passages = cut(submission)
    case = Case(submission, passages, engine.matcher.match(passages))
    found = weigh_all(case, engine.rules)
    weighed = {code: found.get(code, []) for code in levels}
    kinds = [q.code for q in engine.checklist.measures], [q.code for q in engine.checklist.topics]
    seen = {}
    for codes in kinds:
        seen |= signs({c: weighed[c] for c in codes if weighed[c]}, passages)
    quoted = {(code, place) for code, places in asked for place in places}
    traps_at = {(code, place) for code, places in traps for place in places}
    return Example(
        name,
        Case(submission, passages, ()),
        levels,
        weighed,
        {code: seen.get(code, []) for code in levels},
        {
            c: [(c, w.candidate.passage) in quoted for w in several]
            for c, several in weighed.items()
        },
        {
            c: [TRAP_WEIGHT if (c, w.candidate.passage) in traps_at else 1 for w in several]
            for c, several in weighed.items()
        },
        asked,
        traps,
    )


def is_gold(example):
    """Return whether it is the demo or a gold document, on which figures are reported."""
    return example.name == "demo" or example.name[0].isdigit()


def number_of(example):
    """Return the number of a gold document; the demonstration stands with the first."""
    return 1 if example.name == "demo" else int(example.name.partition("-")[0])


def folds_of(examples):
    """Return lists of indices that are left out together: ten gold documents, or an author."""
    by_key = {}
    for i, e in enumerate(examples):
        key = (number_of(e) - 1) // TOGETHER if is_gold(e) else e.name[0]
        by_key.setdefault(key, []).append(i)
    return list(by_key.values())


def seen_by(checklist, passages, with_meaning, folder=None):
    """Return all examples; those of an earlier run where a folder holds them."""
    kept = folder / f"{with_meaning}.pickle" if folder else None
    if kept and kept.exists():
        return pickle.loads(kept.read_bytes())  # noqa: S301  # written by this script
    engine = Engine(checklist, corpus=passages, with_meaning=with_meaning)
    examples = [
        *gold_examples(engine),
        *corpus_examples(checklist, passages, with_meaning),
    ]
    if kept:
        kept.write_bytes(pickle.dumps(examples))
    return examples


def keep_telling(folder, told):
    """Keep how telling passages are, by the name of the document; `told` holds them weighed."""
    kept = {name: by_passage(of) for name, of in told.items()}
    (folder / TELLING).write_text(json.dumps(kept), "utf-8")


def read_telling(folder):
    """Return document → code → passage → how telling it is, as kept by fit_judging.py."""
    kept = json.loads((folder / TELLING).read_text("utf-8"))
    return {
        name: {code: {int(place): t for place, t in of.items()} for code, of in by_code.items()}
        for name, by_code in kept.items()
    }
