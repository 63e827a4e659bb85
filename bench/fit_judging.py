"""Fit how telling passages are and where a submission stands, on documents that people assessed.

Usage: python bench/fit_judging.py [--write]
Learns from the demo, from corpora/gold/tune and from the whole documents of corpora/training (seen
through heads that never met their author). Prints what each gives on documents left out one by one;
with --write the weights go to assessor/judging/telling.yaml and standing.yaml.
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
from sklearn.linear_model import LogisticRegression, Ridge

from assessor import checklist as checklists
from assessor import locations
from assessor.judging import standing, telling
from assessor.judging.case import Case
from assessor.judging.evidence import weigh
from assessor.matching.corpus import read_corpus
from assessor.matching.quotes import squeeze
from assessor.model import Block, Cell, Document, Submission
from assessor.pipeline import Engine, read_all
from assessor.reading.passages import passages_of

ROOT = Path(__file__).resolve().parent.parent
TELLING_STRENGTH, STANDING_STRENGTH = 0.1, 100.0
OFFSET_SCALE = 0.25


@dataclass
class Example:
    """One assessed submission as the judging sees it."""

    name: str
    levels: dict
    told: dict
    """Code → list of (weighed, signs, whether an assessor quoted it)."""


def gold_examples(engine):
    """Yield the demo and the documents to tune on."""
    folders = [locations.demo(), *sorted((ROOT / "corpora/gold/tune").iterdir())]
    for folder in folders:
        gold = json.loads((folder / "expected.json").read_text("utf-8"))
        submission = read_all([folder / name for name in gold["files"]])
        wanted = gold["measures"] | gold["topics"]
        quotes = {c: [squeeze(q["quote"]) for q in w["quotes"]] for c, w in wanted.items()}
        levels = {q.code: 0 for q in engine.checklist.questions}
        levels |= {c: w["level"] for c, w in wanted.items()}

        def quoted(code, text, quotes=quotes):
            squeezed = squeeze(text)
            return any(
                q in squeezed or squeezed in q or fuzz.partial_ratio(q, squeezed) > SAME_QUOTE
                for q in quotes.get(code, ())
            )

        yield example(folder.name, engine, submission, levels, quoted)


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

            def quoted(code, text, best=best, by_text=by_text):
                codes, level = by_text.get(squeeze(text), ((), 0))
                return code in codes and level >= best[code]

            submission = Submission((as_document(record, mine),))
            yield example(record["name"], engine, submission, levels, quoted)


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


def example(name, engine, submission, levels, quoted):
    """Return what the judging sees of a submission, beside what an assessor said."""
    passages = [p for i, d in enumerate(submission.documents) for p in passages_of(d, i)]
    case = Case(submission, passages, engine.matcher.match(passages))
    weighed = {}
    for candidate in case.candidates:
        if (w := weigh(candidate, case, engine.rules)) is not None:
            weighed.setdefault(candidate.code, []).append(w)
    seen = telling.signs(weighed, passages)
    told = {
        code: [
            (w, row, quoted(code, passages[w.candidate.passage].text))
            for w, row in zip(weighed.get(code, ()), seen.get(code, ()), strict=True)
        ]
        for code in levels
    }
    return Example(name, levels, told)


def fit_telling(examples, codes):
    """Return (names, mean, scale, model) of how telling a passage is."""
    rows = [r for e in examples for c in codes for _, r, _ in e.told[c]]
    labels = np.array([q for e in examples for c in codes for _, _, q in e.told[c]])
    names = list(rows[0])
    table = np.array([[r[n] for n in names] for r in rows])
    mean, scale = table.mean(0), table.std(0) + 1e-6
    model = LogisticRegression(C=TELLING_STRENGTH, max_iter=500)
    model.fit((table - mean) / scale, labels)
    weights = model.coef_[0] / scale
    start = float(model.intercept_[0] - weights @ mean)
    return {"start": start, "weights": dict(zip(names, map(float, weights), strict=True))}


def tell(example, learned, codes):
    """Return the weighed passages of an example by code, most telling first."""
    out = {}
    for code in codes:
        several = []
        for w, row, _ in example.told[code]:
            odds = learned["start"] + sum(learned["weights"][n] * v for n, v in row.items())
            several.append(replace(w, telling=float(1 / (1 + np.exp(-odds)))))
        out[code] = sorted(several, key=lambda w: (-w.telling, w.candidate.passage))
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


def folds_of(examples):
    """Return lists of indices that are left out together: gold one by one, corpus by author."""
    groups = {}
    for i, e in enumerate(examples):
        groups.setdefault(
            e.name if "-" not in e.name or e.name[0].isdigit() else e.name[0], []
        ).append(i)
    return list(groups.values())


def run(examples, codes, kind):
    """Print how well the codes are judged on documents left out; return the final weights."""
    told = [None] * len(examples)
    hits = quotes = 0
    for fold in folds_of(examples):
        learned = fit_telling([e for i, e in enumerate(examples) if i not in fold], codes)
        for i in fold:
            told[i] = tell(examples[i], learned, codes)
    for e, t in zip(examples, told, strict=True):
        if not (e.name == "demo" or e.name[0].isdigit()):
            continue
        for c in codes:
            wanted = {w.candidate.passage for w, _, q in e.told[c] if q}
            quotes += len(wanted)
            hits += len(wanted & {w.candidate.passage for w in t[c][:5]})
    rows = [standing_rows(t, codes) for t in told]
    mine, theirs, grades = [], [], []
    for fold in folds_of(examples):
        known = [i for i in range(len(examples)) if i not in fold]
        learned = fit_standing(
            [(c, rows[i][c]) for i in known for c in codes],
            [examples[i].levels[c] for i in known for c in codes],
            codes,
        )
        for i in fold:
            if not (examples[i].name == "demo" or examples[i].name[0].isdigit()):
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
        f"{kind}: quotes among first five {hits / max(quotes, 1):.3f} of those looked at,",
        f"kappa {weighted_kappa(theirs, mine):.3f}, within one {np.mean(off <= 1):.3f},",
        f"exact {np.mean(off == 0):.3f}, bias {np.mean(mine - theirs):+.2f},",
        f"presence F1 {best[0]:.3f} at {best[1]:.2f}",
        flush=True,
    )
    final = fit_standing(
        [(c, r[c]) for r in rows for c in codes],
        [e.levels[c] for e in examples for c in codes],
        codes,
    )
    first = 0.5 if kind == "measures" else round(float(best[1]), 2)
    final |= {"borders": [first, 1.5, 2.5, 3.5], "spread": round(float(np.std(grades - theirs)), 2)}
    return fit_telling(examples, codes), final


def write(learned):
    """Keep the weights where the judging reads them."""
    for place, name, about in (
        (0, "telling", "How much each sign says that an assessor would quote a passage: log-odds."),
        (
            1,
            "standing",
            "How much each sign adds to the grade, 0 to 4, at which a submission stands.",
        ),
    ):
        head = (
            f"# {about}\n"
            "# Version 2026.1. Made by bench/fit_judging.py from the demo, corpora/gold/tune and\n"
            "# the submissions of corpora/training; docs/method.md says what each sign is.\n"
            "# Not for editing by hand.\n"
        )
        content = {
            mode: {kind: pair[place] for kind, pair in by.items()} for mode, by in learned.items()
        }
        text = yaml.safe_dump(_rounded(content), sort_keys=False, allow_unicode=True)
        (ROOT / "assessor/judging" / f"{name}.yaml").write_text(head + text, "utf-8")


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
