"""`assessor review`: without a terminal it says what to do; with one it opens."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys

import pytest

COMMAND = (sys.executable, "-m", "assessor", "review")


def run(*words):
    return subprocess.run(
        [*COMMAND, *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


def test_without_a_terminal_it_names_the_command_that_works():
    told = run()
    assert told.returncode == 2
    assert "assessor assess" in told.stderr
    assert told.stdout == ""


def test_it_says_so_in_english_too():
    assert "needs a terminal" in run("--language", "en").stderr


@pytest.mark.parametrize("name", ["weg.pdf", "map/weg", "WEG.DOCX"])
def test_a_file_that_is_not_there_is_told(name):
    told = run(name)
    assert told.returncode == 3
    assert f"{name}: dit bestand bestaat niet" in told.stderr


def test_an_unknown_category_is_wrong_usage():
    assert run("--category", "taarten").returncode == 2


@pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal is a Unix thing")
def test_on_a_terminal_it_opens_and_q_ends_it(tmp_path):
    import pty

    terminal, end = pty.openpty()
    environment = os.environ | {"ASSESSOR_DATA": str(tmp_path), "TERM": "xterm-256color"}
    with subprocess.Popen(COMMAND, stdin=end, stdout=end, stderr=end, env=environment) as process:
        os.close(end)
        seen = b""
        while b"geen dossiers" not in seen:
            seen += os.read(terminal, 65536)
        os.write(terminal, b"q")
        with contextlib.suppress(OSError):
            while os.read(terminal, 65536):
                pass
        assert process.wait(10) == 0
    os.close(terminal)
