"""The program may not judge the locked gold documents worse than it did.

Floors stand in floors.json; `python bench/gate.py --update` keeps new ones. `make gate` measures
the labelled statements too, where they stand beside the project: that takes two minutes.
"""

import importlib.util
import json
import os
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def gate():
    spec = importlib.util.spec_from_file_location("gate", ROOT / "bench/gate.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["gate"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def kept(gate):
    return json.loads(gate.FLOORS.read_text("utf-8"))


def test_the_floors_were_measured_on_these_documents(gate, kept):
    assert kept["corpus"] == gate.corpus_hash(), "measure anew: python bench/gate.py --update"


def test_nothing_falls_below_its_floor(gate, kept):
    figures = gate.measure(gate.engine_of())
    assert gate.fallen(figures, kept["floors"]) == []
    assert abs(figures["control_shuffled"]) < 0.1


def test_a_floor_is_lowered_only_with_a_reason(gate, kept, tmp_path, monkeypatch):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(kept), "utf-8")
    monkeypatch.setattr(gate, "FLOORS", path)
    worse = kept["floors"] | {"kappa": kept["floors"]["kappa"] - 0.2}
    with pytest.raises(SystemExit, match="kappa"):
        gate.update(worse, "")
    gate.update(worse, "a rule of the rubric changed")
    assert json.loads(path.read_text("utf-8"))["lowered"][-1]["reason"]


@pytest.mark.skipif(not os.environ.get("ASSESSOR_STATEMENTS"), reason="asked for by make gate")
def test_nothing_falls_below_its_floor_on_labelled_statements(gate, kept):
    if not gate.STATEMENTS.is_dir():
        pytest.skip("no labelled statements beside the project")
    assert gate.fallen(gate.measure_statements(), kept["statements"]) == []
