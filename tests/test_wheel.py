"""What is installed works outside the source tree, with its checklists and its demo."""

import os
import subprocess
import sys
import zipfile

import pytest

from assessor.locations import demo

ROOT = demo().parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A folder that holds the program as its wheel unpacks, far from the source tree."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, check=True, cwd=ROOT, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed, *words):
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, "-P", "-m", "assessor", *words],
        cwd=installed.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_shipped_checklist_is_found(installed):
    done = run(installed, "checklist", "check", "--language", "en")
    assert done.returncode == 0, done.stderr
    assert "14 measures, 34 topics" in done.stdout


def test_the_program_that_ran_is_the_installed_one(installed):
    where = "import assessor; print(assessor.__file__)"
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", where],
        cwd=installed.parent, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.startswith(str(installed))


def test_the_demo_is_in_the_wheel_and_can_be_read(installed):
    (report,) = (installed / "assessor" / "_data" / "corpora" / "demo").glob("*.pdf")
    done = run(installed, "read", str(report))
    assert done.returncode == 0, done.stderr
    assert "Kesterloo" in done.stdout


def test_texts_cues_and_styles_are_in_the_wheel(installed):
    for name in ("assessor/texts/nl/cli.toml", "assessor/matching/cues/stance.yaml",
                 "assessor/judging/rubric.yaml",
                 "assessor/dossiers/migrations/versions/0001_submissions_and_reviews.py",
                 "tui/app.tcss"):  # fmt: skip
        assert (installed / name).is_file(), name
