"""What all tests share: where data stands, and that no test touches the user's own files."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def data():
    return ROOT / "tests" / "data"


@pytest.fixture(scope="session")
def shared():
    """The folder beside the project with real documents; tests that need it skip without it."""
    folder = Path(os.environ.get("ASSESSOR_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip("no shared folder beside the project")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_folders(tmp_path_factory):
    """Keep saved work, settings and fitted heads of a test run in folders of their own."""
    patch = pytest.MonkeyPatch()
    home = tmp_path_factory.mktemp("home")
    for name in ("DATA", "CACHE", "CONFIG"):
        patch.setenv(f"ASSESSOR_{name}", str(home / name.lower()))
    patch.delenv("ASSESSOR_LANGUAGE", raising=False)
    yield
    patch.undo()
