import json
import os
import subprocess
import sys

import pytest

from assessor.locations import demo

PLAN = str(demo() / "kesterloo-verbeterplan.docx")


def run(*words, **environment):
    return subprocess.run(
        [sys.executable, "-m", "assessor", "assess", *words],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def printed():
    return run(PLAN, "--format", "json", PYTHONHASHSEED="1")


def test_it_prints_the_contract_and_nothing_else(printed):
    assert printed.returncode == 0
    assert json.loads(printed.stdout)["documents"][0]["file"] == "kesterloo-verbeterplan.docx"


def test_the_same_file_gives_the_same_bytes_in_any_process(printed):
    assert run(PLAN, "--format", "json", PYTHONHASHSEED="2").stdout == printed.stdout


def test_when_nothing_can_be_read_there_is_a_line_per_file_and_code_three(tmp_path):
    (tmp_path / "leeg.pdf").touch()
    done = run(str(tmp_path / "weg.pdf"), str(tmp_path / "leeg.pdf"))
    assert done.returncode == 3
    assert [line.split(":")[0] for line in done.stderr.splitlines()] == ["weg.pdf", "leeg.pdf"]
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_read_beside_one_that_can_is_told(tmp_path):
    done = run(PLAN, str(tmp_path / "weg.pdf"), "--format", "json")
    read = json.loads(done.stdout)
    assert done.returncode == 0
    assert any("weg.pdf" in limit for limit in read["limits"])
    assert any(f["kind"] == "unread" and f["subject"] == "weg.pdf" for f in read["findings"])
