import os
import subprocess
import sys

import pytest

from assessor.cli import main


def run(*words):
    return subprocess.run(
        [sys.executable, "-m", "assessor", "checklist", *words],
        env=os.environ,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_profile_of_a_category_is_shown_with_its_sources():
    done = run("show", "catering")
    assert done.returncode == 0
    assert "Kinderarbeid" in done.stdout
    assert "(ILO and UNICEF, 2021)" in " ".join(done.stdout.split())
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_an_unknown_code_is_wrong_usage():
    assert run("show", "taarten").returncode == 2


def test_a_new_checklist_is_made_and_a_second_time_refused(tmp_path):
    done = run("new", "proef", "--in", str(tmp_path))
    assert done.returncode == 0
    assert (tmp_path / "proef" / "checklist.yaml").is_file()
    again = run("new", "proef", "--in", str(tmp_path))
    assert again.returncode == 2
    assert "bestaat al" in again.stderr


def test_mistakes_are_told_with_file_and_line_and_code_two(tmp_path):
    run("new", "proef", "--in", str(tmp_path))
    path = tmp_path / "proef" / "measures" / "A1.yaml"
    path.write_text(path.read_text("utf-8").replace("level: 4, stance: done", "level: 9"), "utf-8")
    done = run("check", str(tmp_path / "proef"))
    assert done.returncode == 2
    assert "measures/A1.yaml:" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("said", ["2018-02-30", "gisteren", "18"])
def test_a_contract_date_that_is_none_is_wrong_usage(said, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["assess", "x.pdf", "--contract-date", said])
    assert ended.value.code == 2
    assert "2018-05-14" in capsys.readouterr().err
