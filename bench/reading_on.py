"""The network of assessor/judging/readers.py, as bench/fit_judging.py teaches it.

Needs torch (`uv sync --group fit`); what it learned is read without.
"""

from __future__ import annotations

import numpy as np
import torch
from assessed import TRAP_WEIGHT
from torch import nn

from assessor.judging.in_order import TRAITS, VIEWS, in_order
from assessor.judging.readers import ODDS_SCALE, REACH, VECTOR_SCALE, Readers
from assessor.matching.meaning import SIZE

HIDDEN = 96
"""128 are no better on documents left out, nor is a second layer, a wider reach or a recurrence."""
LEFT_OUT = 0.4
"""Share of the numbers that a step of learning does not see."""
ROUNDS, FASTEST, DECAY = 25, 4e-3, 0.02
UNLIKELY = -3.0
STEP = 50.0


class Network(nn.Module):
    """Passages in order → log-odds per question; see Readers.odds, which this is learned for."""

    def __init__(self, codes):
        super().__init__()
        self.vector = nn.Linear(SIZE, HIDDEN)
        self.odds = nn.Linear(VIEWS * codes, HIDDEN)
        self.traits = nn.Linear(len(TRAITS), HIDDEN)
        self.normal = nn.LayerNorm(HIDDEN)
        self.beside = nn.Conv1d(HIDDEN, HIDDEN, 2 * REACH + 1, padding=REACH)
        self.whole = nn.Linear(HIDDEN, HIDDEN)
        self.by_itself, self.in_place = nn.Linear(HIDDEN, codes), nn.Linear(HIDDEN, codes)
        self.direct = nn.Linear(SIZE, codes)
        self.own = nn.Parameter(torch.full((VIEWS, codes), 0.5))
        self.start = nn.Parameter(torch.full((codes,), UNLIKELY))
        self.drop = nn.Dropout(LEFT_OUT)

    def forward(self, vectors, odds, traits):
        seen = self.drop(self.vector(vectors)) + self.drop(self.odds(odds.flatten(1)))
        seen = torch.relu(self.normal(seen + self.traits(traits)))
        around = torch.relu(self.beside(seen.T[None])[0].T)
        around = around + torch.relu(self.whole(seen.mean(0, keepdim=True)))
        said = (odds * self.own).sum(1) + self.direct(self.drop(vectors)) + self.start
        return said + self.by_itself(self.drop(seen)) + self.in_place(self.drop(around))


def rows_of(example, codes):
    """Return what readers see of an example."""
    every = (w.candidate for several in example.weighed.values() for w in several)
    return in_order(every, example.case.passages, codes)


def fit_readers(examples, codes, seed=0):
    """Return readers taught by what was quoted out of examples and what was passed over."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    order = np.random.default_rng(seed)
    network = Network(len(codes))
    lessons = [(_tensors(rows_of(e, codes)), *_wanted(e, codes)) for e in examples]
    learning = torch.optim.AdamW(network.parameters(), weight_decay=DECAY)
    pace = torch.optim.lr_scheduler.OneCycleLR(learning, FASTEST, total_steps=ROUNDS * len(lessons))
    for _ in range(ROUNDS):
        for at in order.permutation(len(lessons)):
            seen, quoted, weights = lessons[at]
            wrong = nn.functional.binary_cross_entropy_with_logits(
                network(*seen), quoted, weight=weights, reduction="sum"
            )
            learning.zero_grad()
            (wrong / STEP).backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            learning.step()
            pace.step()
    return Readers(tuple(codes), _weights(network))


def _tensors(rows):
    return (
        torch.tensor(rows.vectors * VECTOR_SCALE),
        torch.tensor(rows.odds * np.float32(ODDS_SCALE)),
        torch.tensor(rows.traits),
    )


def _wanted(example, codes):
    """Return passages × codes: whether each was quoted, and how much it teaches."""
    passages = example.case.passages
    quoted = np.zeros((len(passages), len(codes)), dtype=np.float32)
    weights = np.zeros_like(quoted)
    column = {code: place for place, code in enumerate(codes)}
    for several in example.weighed.values():
        weights[[w.candidate.passage for w in several]] = 1
    for code, several in example.weighed.items():
        for w, much in zip(several, example.weights[code], strict=True):
            if much == TRAP_WEIGHT:
                weights[w.candidate.passage, column[code]] = much
    for code, places in example.asked:
        quoted[places, column[code]] = 1
    return torch.tensor(quoted), torch.tensor(weights)


def _weights(network):
    """Return the layers as Readers reads them, in as many figures as they keep when shipped."""
    with torch.no_grad():
        n = network
        seen = n.vector.bias + n.odds.bias + n.traits.bias
        start = n.start + n.direct.bias + n.by_itself.bias + n.in_place.bias
        beside = n.beside.weight.permute(2, 1, 0).reshape(-1, HIDDEN)
        layers = {
            "vector": n.vector.weight.T,
            "odds": n.odds.weight.T,
            "traits": n.traits.weight.T,
            "seen": seen,
            "normal": n.normal.weight,
            "normal_start": n.normal.bias,
            "beside": beside,
            "beside_start": n.beside.bias,
            "whole": n.whole.weight.T,
            "whole_start": n.whole.bias,
            "by_itself": n.by_itself.weight.T,
            "in_place": n.in_place.weight.T,
            "direct": n.direct.weight.T,
            "own": n.own,
            "start": start,
        }
        return {name: w.numpy().astype(np.float16).astype(np.float32) for name, w in layers.items()}
