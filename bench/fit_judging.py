"""Fit how telling passages are and where a submission stands, on documents that people assessed.

Usage: python bench/fit_judging.py [--write] [--keep FOLDER]
Learns how telling passages are from the demo, from corpora/gold/tune and from the whole documents
of corpora/training (seen through heads that never met their author); where a submission stands from
the first two alone, whose levels were set with more care. Prints what it gives on documents left
out, a tenth at a time; with --write the result goes to assessor/judging/telling.json and
standing.yaml. --keep holds what was seen of the documents, for another try.
"""

from __future__ import annotations

import json
import pickle
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import yaml
from agreement import SAME_QUOTE, weighted_kappa
from rapidfuzz import fuzz
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import Ridge

from assessor import checklist as checklists
from assessor import locations
from assessor.judging import standing
from assessor.judging.case import Case
from assessor.judging.evidence import weigh_all
from assessor.judging.signs import signs
from assessor.judging.trees import LEAF, unpacked
from assessor.matching.corpus import read_corpus
from assessor.matching.quotes import squeeze
from assessor.model import Block, Cell, Document, Submission
from assessor.pipeline import Engine, read_all
from assessor.reading.passages import passages_of

ROOT = Path(__file__).resolve().parent.parent
MADE = (
    "Version 2026.2. Made by bench/fit_judging.py from the demo, corpora/gold/tune and the"
    " submissions of corpora/training; not for editing by hand."
)
TREES = {
    "max_iter": 150,
    "learning_rate": 0.05,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 30,
    "l2_regularization": 5,
    "random_state": 0,
}
TRAP_WEIGHT = 5
"""A passage that a reader marked as a trap teaches as much as so many others that say nothing."""
STANDING_STRENGTH, OFFSET_SCALE = 100.0, 0.25
FOLDS = 10
LONG_ENOUGH = 25
"""Letters from which a passage is surely the quote that it is part of."""


@dataclass
class Example:
    """One assessed submission as the judging sees it."""

    name: str
    levels: dict
    passages: list
    weighed: dict
    """Code → weighed passages."""
    signs: dict
    """Code → their signs."""
    quoted: dict
    """Code → per passage whether an assessor quoted it."""
    weights: dict
    """Code → how much each teaches."""
    asked: list
    """Per quote of an assessor: code and the indices of the passages that hold it."""


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
        traps = {
            (trap["would_wrongly_raise"], place)
            for trap in gold["traps"]
            for place, text in enumerate(squeezed)
            if text and (text in squeeze(trap["quote"]) or squeeze(trap["quote"]) in text)
        }
        asked = [(c, [i for i, t in enumerate(squeezed) if holds(t, q)]) for c, q in quotes]
        yield example(folder.name, engine, submission, levels, asked, traps)


def holds(text, quote):
    """Return whether a passage is what an assessor quoted, or part of it."""
    part = text in quote and len(text) >= LONG_ENOUGH
    return quote in text or part or fuzz.partial_ratio(quote, text) > SAME_QUOTE


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
            yield example(record["name"], engine, submission, levels, asked, ())


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
    return Example(
        name,
        levels,
        passages,
        weighed,
        {code: seen.get(code, []) for code in levels},
        {
            c: [(c, w.candidate.passage) in quoted for w in several]
            for c, several in weighed.items()
        },
        {
            c: [TRAP_WEIGHT if (c, w.candidate.passage) in traps else 1 for w in several]
            for c, several in weighed.items()
        },
        asked,
    )


def fit_telling(examples, codes):
    """Return the trees of how telling a passage is, as they are kept."""
    rows = [row for e in examples for c in codes for row in e.signs[c]]
    names = list(rows[0])
    model = HistGradientBoostingClassifier(**TREES).fit(
        np.array([[row[n] for n in names] for row in rows]),
        np.array([q for e in examples for c in codes for q in e.quoted[c]]),
        sample_weight=np.array([w for e in examples for c in codes for w in e.weights[c]], float),
    )
    start = float(np.ravel(model._baseline_prediction)[0])  # noqa: SLF001  # no public way out
    grown = [tree.nodes.tolist() for (tree,) in model._predictors]  # noqa: SLF001
    fields = {n: i for i, n in enumerate(model._predictors[0][0].nodes.dtype.names)}  # noqa: SLF001
    return {"signs": names, "start": start, "trees": [as_kept(tree, fields) for tree in grown]}


def as_kept(nodes, fields):
    """Return a tree as lists of sign, border, low, high and answer."""

    def node(n):
        at = {name: n[place] for name, place in fields.items()}
        if at["is_leaf"]:
            return [LEAF, 0, 0, 0, round(at["value"], 5)]
        return [at["feature_idx"], round(at["num_threshold"], 5), at["left"], at["right"], 0]

    return [node(n) for n in nodes]


def tell(example, learned, codes):
    """Return the weighed passages of an example by code, most telling first."""
    trees = unpacked(learned)
    out = {}
    for code in codes:
        chances = trees.chances(example.signs[code])
        each = [
            replace(w, telling=float(t))
            for w, t in zip(example.weighed[code], chances, strict=True)
        ]
        out[code] = sorted(each, key=lambda w: (-w.telling, w.candidate.passage))
    return out


def standing_rows(told, codes):
    """Return the signs of standing by code, own and of the whole document."""
    own = {c: standing.signs(told[c]) for c in codes}
    whole = standing.overall(list(own.values()), [w for c in codes for w in told[c]])
    return {c: own[c] | whole for c in codes}


def fit_standing(rows, levels, codes, strength=STANDING_STRENGTH):
    """Return the weights of standing: one per sign and one offset per question."""
    names = list(rows[0][1])
    table = np.array([[r[n] for n in names] + [float(c == k) for k in codes] for c, r in rows])
    mean, scale = table.mean(0), table.std(0) + 1e-6
    scale[len(names) :] = OFFSET_SCALE
    model = Ridge(strength).fit((table - mean) / scale, levels)
    weights = model.coef_ / scale
    start = float(model.intercept_ - weights @ mean)
    said = table @ weights + start
    stretch = min(float(np.std(levels) / max(np.std(said), 0.2)), 1.6)
    middle = float(np.mean(levels))
    return {
        "start": middle + (start - middle) * stretch,
        "weights": {n: float(w) * stretch for n, w in zip(names, weights, strict=False)},
        "questions": {
            c: float(w) * stretch for c, w in zip(codes, weights[len(names) :], strict=True)
        },
    }


def usual(learned, told, examples, codes):
    """Return what the parts of the grade usually add, over the questions of assessed files."""
    parts = []
    for t, e in zip(told, examples, strict=True):
        if is_gold(e):
            own = {c: standing.signs(t[c]) for c in codes}
            whole = standing.overall(list(own.values()), [w for c in codes for w in t[c]])
            parts += [standing.parts_of(learned, own[c], whole) for c in codes]
    return {name: float(np.mean([p[name] for p in parts])) for name in parts[0]}


def is_gold(example):
    """Return whether it is the demo or a gold document, on which figures are reported."""
    return example.name == "demo" or example.name[0].isdigit()


def folds_of(examples):
    """Return lists of indices that are left out together: a tenth of the gold, or an author."""
    gold = [i for i, e in enumerate(examples) if is_gold(e)]
    folds = [gold[k::FOLDS] for k in range(FOLDS)]
    others = sorted({e.name[0] for e in examples if not is_gold(e)})
    return folds + [
        [i for i, e in enumerate(examples) if not is_gold(e) and e.name[0] == author]
        for author in others
    ]


def run(examples, codes, kind):
    """Print how well the codes are judged on documents left out; return what is kept."""
    told = [None] * len(examples)
    hits = quotes = 0
    for fold in folds_of(examples):
        learned = fit_telling([e for i, e in enumerate(examples) if i not in fold], codes)
        for i in fold:
            told[i] = tell(examples[i], learned, codes)
    for e, t in zip(examples, told, strict=True):
        for c, places in e.asked:
            if is_gold(e) and c in t:
                quotes += 1
                hits += any(w.candidate.passage in places for w in t[c][:5])
    rows = [standing_rows(t, codes) for t in told]
    mine, theirs, grades = [], [], []
    for fold in folds_of(examples):
        known = [i for i, e in enumerate(examples) if i not in fold and is_gold(e)]
        learned = fit_standing(
            [(c, rows[i][c]) for i in known for c in codes],
            [examples[i].levels[c] for i in known for c in codes],
            codes,
        )
        for i in fold:
            if not is_gold(examples[i]):
                continue
            for c in codes:
                g = standing.grade_of(learned, c, rows[i][c])
                grades.append(g)
                mine.append(int(np.clip(round(g), 0, 4)))
                theirs.append(examples[i].levels[c])
    mine, theirs, grades = np.array(mine), np.array(theirs), np.array(grades)
    off = abs(mine - theirs)
    best = max(
        (2 * ((grades > t) & (theirs > 0)).sum() / ((grades > t).sum() + (theirs > 0).sum()), t)
        for t in np.arange(0.2, 1.5, 0.05)
    )
    print(
        f"{kind}: quotes among first five {hits / max(quotes, 1):.3f} ",
        f"kappa {weighted_kappa(theirs, mine):.3f}, within one {np.mean(off <= 1):.3f},",
        f"exact {np.mean(off == 0):.3f}, bias {np.mean(mine - theirs):+.2f},",
        f"presence F1 {best[0]:.3f} at {best[1]:.2f}",
        flush=True,
    )
    final = fit_standing(
        [(c, r[c]) for r, e in zip(rows, examples, strict=True) if is_gold(e) for c in codes],
        [e.levels[c] for e in examples if is_gold(e) for c in codes],
        codes,
    )
    final |= {"usual": usual(final, told, examples, codes)}
    first = 0.5 if kind == "measures" else round(float(best[1]), 2)
    final |= {"borders": [first, 1.5, 2.5, 3.5], "spread": round(float(np.std(grades - theirs)), 2)}
    return fit_telling(examples, codes), final


def write(learned):
    """Keep what was learned where the judging reads it."""
    about = "The chance that an assessor would quote a passage, as decision trees over its signs"
    kept = {"about": f"{about} (signs.py). {MADE}"} | part(learned, 0)
    text = json.dumps(kept, separators=(",", ":")).replace("]],", "]],\n")
    (ROOT / "assessor/judging/telling.json").write_text(text + "\n", "utf-8")
    head = (
        f"# How much each sign adds to the grade, 0 to 4, at which a submission stands.\n# {MADE}\n"
    )
    text = yaml.safe_dump(_rounded(part(learned, 1)), sort_keys=False, allow_unicode=True)
    (ROOT / "assessor/judging/standing.yaml").write_text(head + text, "utf-8")


def part(learned, place):
    """Return one of the two things that were learned, by mode and kind."""
    return {m: {kind: pair[place] for kind, pair in by.items()} for m, by in learned.items()}


def _rounded(value):
    if isinstance(value, dict):
        return {k: _rounded(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_rounded(v) for v in value]
    return round(value, 4)


def seen_by(checklist, passages, with_meaning):
    """Return all examples; those of an earlier run where --keep FOLDER holds them."""
    folder = Path(sys.argv[sys.argv.index("--keep") + 1]) if "--keep" in sys.argv else None
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


def main():
    """Print the figures; with --write, keep the weights."""
    checklist = checklists.load(locations.default_checklist())
    passages = read_corpus(locations.training())
    measures = [q.code for q in checklist.measures]
    topics = [q.code for q in checklist.topics]
    learned = {}
    for mode, with_meaning in (("full", True), ("words_only", False)):
        examples = seen_by(checklist, passages, with_meaning)
        print(mode, len(examples), "documents", flush=True)
        learned[mode] = {
            "measures": run(examples, measures, "measures"),
            "topics": run(examples, topics, "topics"),
        }
    if "--write" in sys.argv:
        write(learned)


if __name__ == "__main__":
    main()
