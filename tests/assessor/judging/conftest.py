"""An engine of the small checklist, and a way to judge a few blocks of text with it."""

import pytest
from judged_files import word_file

from assessor.checklist import load
from assessor.model import Submission
from assessor.pipeline import Engine


@pytest.fixture(scope="session")
def engine(data):
    return Engine(load(data / "checklists" / "small"), with_meaning=True)


@pytest.fixture
def judged(engine):
    def assess(*blocks, **more):
        documents = more.pop("documents", None) or (word_file(*blocks, **more),)
        return engine.assess(Submission(tuple(documents)))

    return assess
