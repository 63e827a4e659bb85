"""Fit by which signs a sentence of running text, or a row of a plan, names a risk or an action.

Usage: python bench/fit_prose.py FOLDER [--write [KIND ...]]
FOLDER is where `bench/fit_judging.py --keep FOLDER` left how telling passages are, by readers that
never met their document. Learns from corpora/gold/tune: a sentence names what a reader took its
label or quote from, and so does a row that is read as an action (listed_action); the other rows are
the firm's own work. Prints how well it tells them apart in documents left out, ten that stand
together at a time, over all and by the sittings in which they were written; with --write the
weights go to assessor/judging/prose_weights.yaml: of all, or of the kinds that are named.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from agreement import f1
from assessed import TOGETHER, read_telling
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from assessor import checklist as checklists
from assessor import locations
from assessor.judging.picked import chosen
from assessor.judging.prose import Prose, is_told
from assessor.judging.told import Told
from assessor.judging.topics import Topics
from assessor.pipeline import Engine, read_all
from assessor.rules import rules

ROOT = Path(__file__).resolve().parent.parent
KINDS = {"risk": "risks", "action": "actions"}
STRENGTH, ROW_STRENGTH = 0.05, 0.1
"""C of the logistic regression: best of 0.03, 0.1 and 0.3 on documents left out, with meaning."""
VECTOR_WEIGHT = 4.0
"""Embeddings have length 1 over 512 numbers; this puts them on the scale of the other signs."""
SITTINGS = ((1, 20), (21, 60), (61, 99), (100, 139), (140, 179), (180, 219), (220, 283))
"""Numbers of documents written together. Readers of the later ones took more of what is told for a
risk or an action: those of 01 to 20 list next to none that stands in no table."""
OF_TELLING = ("likely_", "quoted_")
"""How signs begin that are not there where a checklist asks other questions than ours."""
ALREADY_TOLD = 0.5
"""Relevance to a topic from which a sentence beside a table may tell again what the table names."""
HEAD = """\
# How much each sign says that a sentence of running text names a risk, or an action.
# Log-odds; `meaning` is per number of the sentence's embedding.
# Version 2026.2. Made by bench/fit_prose.py from corpora/gold/tune. Not for editing by hand.
"""


@dataclass
class Sentence:
    """A sentence of one document, as the judging sees it."""

    document: str
    index: int
    signs: dict
    vector: np.ndarray
    names_one: bool
    is_open: bool
    """Whether a table may name what it tells, so that it teaches nothing."""


def folded(text):
    """Return the words of a text without signs and capitals."""
    return re.sub(r"\W+", " ", text.casefold()).strip()


def homes(passages, item):
    """Return the passages that hold the label of a reader's risk or action, else its quote."""
    label, quoted = folded(item["label"]), folded(item.get("quote") or "")
    said = [folded(p.text) for p in passages]
    labelled = [i for i, t in enumerate(said) if label in t]
    in_quote = [i for i, t in enumerate(said) if quoted and (quoted in t or (t in quoted and t))]
    return [i for i in labelled if i in in_quote] or labelled or in_quote


def cases(engine, telling):
    """Yield the folder, the reader's answers and the case of every document with known telling."""
    for folder in sorted((ROOT / "corpora/gold/tune").iterdir()):
        if folder.name not in telling:
            continue
        gold = json.loads((folder / "expected.json").read_text("utf-8"))
        submission = read_all([folder / name for name in gold["files"]])
        yield folder, gold, engine.case(submission, gold["category"])


def sentences(engine, telling, kind):
    """Yield the sentences of every document with whether they name one of this kind."""
    for folder, gold, case in cases(engine, telling):
        held = [homes(case.passages, item) for item in gold[KINDS[kind]]]
        is_listed = any(case.passages[i].kind == "table" for h in held for i in h)
        naming = {h[0] for h in held if h and is_told(case.passages[h[0]])}
        vectors = {c.passage: c.vector for c in case.candidates if c.vector is not None}
        prose = Prose(case, telling[folder.name])
        above = "above_risks" if kind == "risk" else "above_actions"
        for i in prose.sentences:
            signs = prose.signs(i)
            again = signs.get(above) or signs["relevance"] > ALREADY_TOLD
            yield Sentence(
                folder.name,
                i,
                signs,
                vectors.get(i, np.zeros(512, dtype=np.float32)),
                i in naming,
                bool(is_listed and again and i not in naming),
            )


def rows(engine, telling):
    """Yield the rows of tables read as actions, with whether a reader took one from it."""
    for folder, gold, case in cases(engine, telling):
        told = Told(case, Topics({}, engine.rules.terms), telling[folder.name])
        naming = {i for action in gold["actions"] for i in homes(case.passages, action)}
        vectors = {c.passage: c.vector for c in case.candidates if c.vector is not None}
        of_tables = {r.passage for r in told.having("action") if not r.is_listed}
        for i in sorted(of_tables & vectors.keys()):
            signs = told.prose.own_signs(i)
            yield Sentence(folder.name, i, signs, vectors[i], i in naming, is_open=False)


def learned(taught, names, strength):
    """Return the weights that these sentences teach."""
    taught = [s for s in taught if not s.is_open]
    table = np.array(
        [[*(s.signs.get(n, 0.0) for n in names), *(s.vector * VECTOR_WEIGHT)] for s in taught]
    )
    model = LogisticRegression(C=strength, max_iter=300).fit(table, [s.names_one for s in taught])
    weights = model.coef_[0]
    return {
        "start": round(float(model.intercept_[0]), 4),
        "signs": {n: round(float(w), 4) for n, w in zip(names, weights, strict=False)},
        "meaning": [round(float(w * VECTOR_WEIGHT), 3) for w in weights[len(names) :]],
    }


def chance(sentence, weights):
    """Return the chance that weights give a sentence."""
    odds = weights["start"] + float(np.dot(sentence.vector, weights["meaning"]))
    odds += sum(w * sentence.signs.get(n, 0.0) for n, w in weights["signs"].items())
    return 1 / (1 + np.exp(-odds))


def chances_left_out(taught, names, strength):
    """Return the chance of each sentence by its document and index, by what never met either."""
    chances = {}
    for fold in {_fold(s.document) for s in taught}:
        weights = learned([s for s in taught if _fold(s.document) != fold], names, strength)
        out = [s for s in taught if _fold(s.document) == fold]
        chances |= {(s.document, s.index): chance(s, weights) for s in out}
    truth = [s.names_one for s in taught]
    auc = roc_auc_score(truth, [chances[s.document, s.index] for s in taught])
    print(len(taught), "of which", sum(truth), "name one, AUC", round(auc, 3))
    return chances


def tell_sentences(taught, chances, kind):
    """Print how well sentences are told apart in documents left out."""
    by_document = {}
    for sentence in taught:
        by_document.setdefault(sentence.document, []).append(sentence)
    for low, high in ((1, SITTINGS[-1][1]), *SITTINGS):
        counts = [
            _counted(here, chances, kind)
            for document, here in by_document.items()
            if low <= _number(document) <= high
        ]
        hits, found, wanted = map(sum, zip(*counts, strict=True))
        score = round(f1(hits, found, wanted), 3)
        print(f"  {low} to {high}: F1 {score}, {hits} of {found} found, {wanted} wanted")


def tell_rows(taught, chances):
    """Print which rows would be passed over in documents left out, by sittings."""
    least = rules("assessor.judging", "prose")["chosen"]["listed_action"]
    for low, high in ((1, SITTINGS[-1][1]), *SITTINGS):
        here = [s for s in taught if low <= _number(s.document) <= high]
        over = [s for s in here if chances[s.document, s.index] < least]
        wrong, lost = (sum(s.names_one is right for s in over) for right in (False, True))
        none, some = (sum(s.names_one is names for s in here) for names in (False, True))
        print(f"  {low} to {high}: {wrong} of {none} passed over, {lost} of {some} lost")


def _counted(here, chances, kind):
    """Return how many of the sentences of a document are rightly picked, picked and wanted."""
    told = {s.index: chances[s.document, s.index] for s in here}
    picked = set(chosen(told, kind, beside_table=any(s.is_open for s in here)))
    hits = sum(s.names_one and s.index in picked for s in here)
    return hits, len(picked), sum(s.names_one for s in here)


def _number(document):
    return int(document.partition("-")[0])


def _fold(document):
    return (_number(document) - 1) // TOGETHER


def write(weights, kinds):
    """Keep the weights of these kinds, and of the others those that were kept."""
    target = ROOT / "assessor/judging/prose_weights.yaml"
    kept = yaml.safe_load(target.read_text("utf-8"))
    text = yaml.safe_dump(
        kept | {k: weights[k] for k in kinds},
        sort_keys=False,
        width=100,
        default_flow_style=None,
    )
    target.write_text(HEAD + text, "utf-8")


def main():
    """Fit all kinds, print what they give, and write them when asked."""
    engine = Engine(checklists.load(locations.default_checklist()))
    telling = read_telling(Path(sys.argv[1]))
    weights = {}
    for kind in KINDS:
        taught = list(sentences(engine, telling, kind))
        names = sorted({n for s in taught for n in s.signs})
        untold = [n for n in names if not n.startswith(OF_TELLING)]
        for known, signs in ((kind, names), (f"{kind}_untold", untold)):
            print(known, "sentences:", end=" ")
            tell_sentences(taught, chances_left_out(taught, signs, STRENGTH), known)
            weights[known] = learned(taught, signs, STRENGTH)
    taught = list(rows(engine, telling))
    names = sorted({n for s in taught for n in s.signs})
    print("action rows:", end=" ")
    tell_rows(taught, chances_left_out(taught, names, ROW_STRENGTH))
    weights["listed_action"] = learned(taught, names, ROW_STRENGTH)
    if "--write" in sys.argv:
        write(weights, sys.argv[sys.argv.index("--write") + 1 :] or list(weights))


if __name__ == "__main__":
    main()
