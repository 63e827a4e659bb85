"""Fit by which signs the sentence of an action says who, by when, measured by what, how far.

Usage: python bench/fit_told.py [--write] [--without 62 64 ...]
Learns from the actions of corpora/gold/tune that stand in running text, each read in the sentence
from which its reader took it, so that reading a field is told apart from finding an action. Prints
the share of fields that is right in documents left out, by eighths, and in those of --without,
which are never learned from; with --write the weights go to assessor/judging/told_weights.yaml.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from agreement import STATUSES, answered, fits
from fit_prose import homes
from scipy.optimize import minimize

from assessor import checklist as checklists
from assessor import locations
from assessor.judging import _circumstances, _facts, _parted
from assessor.judging.aims import aims, called_aim
from assessor.judging.announced import _following
from assessor.judging.doers import doers
from assessor.judging.evidence import weigh_all
from assessor.judging.particulars import labelled
from assessor.judging.progress import stages
from assessor.judging.prose import is_told
from assessor.judging.replies import Replies
from assessor.judging.times import times
from assessor.judging.topics import Topics
from assessor.model import Evidence, Risk
from assessor.pipeline import Engine, read_all

ROOT = Path(__file__).resolve().parent.parent
STRENGTHS = {"owner": 2.0, "deadline": 3.0, "kpi": 0.5, "status": 8.0, "risk": 0.5}
"""How much weights are held to nought: best of 0.5 to 10 on documents left out."""
FOLDS = 8
SMALL = 0.005
"""Weights nearer to nought than this are left out."""
HEAD = """\
# How much each sign says for a reading of what stands with an action: who, by when, and so on.
# Of readings of one sentence the highest sum counts; a sign without a weight says nothing.
# Version 2026.1. Made by bench/fit_told.py from corpora/gold/tune. Not for editing by hand.
"""


@dataclass
class Asked:
    """One field of one action: the readings that there are, and which of them are right."""

    document: str
    rows: list
    right: list
    is_sure: bool = False
    """Whether a named field says it, so that nothing is chosen; then there is one reading."""


def named(text):
    """Return what a named field of a sentence says, by field."""
    return {f: labelled(f, text) for f in ("owner", "deadline", "kpi", "status")}


def asked(engine, folder, fields):
    """Add what the actions of one document ask, to the list of each field."""
    gold = json.loads((folder / "expected.json").read_text("utf-8"))
    case = engine.case(read_all([folder / name for name in gold["files"]]), gold["category"])
    held = [homes(case.passages, a) for a in gold["actions"]]
    picked = [h[0] for h in held if h]
    replies = Replies(case, risks(case, gold), topics(engine, case))
    for action, places in zip(gold["actions"], held, strict=True):
        if not places or not is_told(case.passages[places[0]]):
            continue
        here = case.passages[places[0]]
        said, after, language = (
            here.text,
            _following(case.passages, places[0], picked),
            here.language,
        )
        own, next_ = named(said), named(after)
        own["kpi"] = own["kpi"] or next_["kpi"] or called_aim(said) or called_aim(after)
        readings = {
            "owner": doers(said, after, language),
            "deadline": times(said, after),
            "kpi": aims(said, after),
            "status": stages(said, after, language),
            "risk": replies.readings(places[0]),
        }
        for field, several in readings.items():
            sure = own.get(field) or next_.get(field)
            if sure and field != "status":
                right = [fits(sure, action[field])]
                fields[field].append(Asked(folder.name, [{}], right, is_sure=True))
            elif not sure:
                right = [is_right(field, r.says, action) for r in several]
                fields[field].append(Asked(folder.name, [r.signs for r in several], right))


def is_right(field, says, action):
    """Return whether a reading says what the reader of the document says."""
    if field == "risk":
        return says in answered(action)
    if field == "status":
        return says == STATUSES.get(action[field], action[field])
    return fits(says, action[field])


def topics(engine, case):
    """Return the topics of a case, as the judging has them."""
    rules = engine.rules
    facts = tuple(_facts(d, rules.checklist) for d in case.documents)
    around = _circumstances(case, facts, rules)
    counting, _ = _parted(weigh_all(case, rules), rules.counts_from, around.not_asked)
    codes = [q.code for q in rules.checklist.topics]
    return Topics({code: counting.get(code, []) for code in codes}, rules.terms)


def risks(case, gold):
    """Return the reader's risks where they stand; in prose the whole sentence is the name."""
    made = []
    for risk in gold["risks"]:
        place = next(iter(homes(case.passages, risk)), -1)
        is_prose = place >= 0 and is_told(case.passages[place])
        label = case.passages[place].text if is_prose else risk["label"]
        quoted = Evidence(0, None, None, (), label, "nl", "done", 1, (), place)
        countries = tuple(risk["countries"])
        made.append(Risk(risk["id"], label, risk["topic"], countries, None, None, (quoted,)))
    return made


def learned(several, strength):
    """Return the weights by which the right readings are likeliest (a conditional logit)."""
    several = [a for a in several if any(a.right) and not a.is_sure]
    names = sorted({name for a in several for row in a.rows for name in row})
    at = {name: i for i, name in enumerate(names)}
    rows = np.zeros((sum(len(a.rows) for a in several), len(names)))
    for line, row in zip(rows, (row for a in several for row in a.rows), strict=True):
        for name, value in row.items():
            line[at[name]] = value
    right = np.concatenate([a.right for a in several]).astype(float)
    sizes = [len(a.rows) for a in several]
    starts, of = np.cumsum([0, *sizes[:-1]]), np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights):
        worth = rows @ weights
        odds = np.exp(worth - np.maximum.reduceat(worth, starts)[of])
        total, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts)
        slope = rows.T @ (odds / total[of] - odds * right / good[of]) + strength * weights
        return -np.log(good / total).sum() + strength / 2 * weights @ weights, slope

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {n: round(float(w), 3) for n, w in zip(names, found, strict=True) if abs(w) > SMALL}


def hits(several, weights):
    """Return how often the likeliest reading is right."""
    found = 0
    for a in several:
        worth = [sum(weights.get(n, 0.0) * v for n, v in row.items()) for row in a.rows]
        found += a.right[int(np.argmax(worth))]
    return found


def left_out(several, strength):
    """Return how often a reading is right with weights learned without its eighth."""
    documents = sorted({a.document for a in several})
    found = 0
    for fold in range(FOLDS):
        out = set(documents[fold::FOLDS])
        weights = learned([a for a in several if a.document not in out], strength)
        found += hits([a for a in several if a.document in out], weights)
    return found


def main():
    """Fit all fields, print what they give, and write the weights when asked."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--without", nargs="*", default=[])
    options = parser.parse_args()
    engine = Engine(checklists.load(locations.default_checklist()))
    fields = {field: [] for field in STRENGTHS}
    for folder in sorted((ROOT / "corpora/gold/tune").iterdir()):
        asked(engine, folder, fields)
    weights = {}
    for field, several in fields.items():
        never = [a for a in several if a.document.split("-")[0] in options.without]
        taught = [a for a in several if a not in never]
        weights[field] = learned(taught, STRENGTHS[field])
        shares = [left_out(taught, STRENGTHS[field]) / len(taught)]
        shares += [hits(never, weights[field]) / len(never)] if never else []
        print(field, len(taught), len(never), [round(share, 3) for share in shares])
    if options.write:
        text = yaml.safe_dump(weights, sort_keys=True, width=100, allow_unicode=True)
        (ROOT / "assessor/judging/told_weights.yaml").write_text(HEAD + text, "utf-8")


if __name__ == "__main__":
    main()
