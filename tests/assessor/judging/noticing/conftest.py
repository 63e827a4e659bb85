"""A submission of a few blocks of text, and what is noticed in it."""

from __future__ import annotations

import pytest
from judged_files import word_file

from assessor.checklist import load
from assessor.judging.case import Arrival, Case
from assessor.locations import default_checklist
from assessor.model import Submission
from assessor.reading.passages import passages_of


@pytest.fixture(scope="session")
def checklist():
    return load(default_checklist())


@pytest.fixture
def case():
    def made(*blocks, documents=None, received_on=None, others=None, **more):
        files = documents or (word_file(*blocks, **more),)
        passages = [p for index, file in enumerate(files) for p in passages_of(file, index)]
        arrival = Arrival(received_on, others or {})
        return Case(Submission(tuple(files)), passages, (), arrival=arrival)

    return made
