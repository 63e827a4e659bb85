"""What is written of a checklist with other parts and no themes: its own words, nothing else."""

import io
import zipfile
from dataclasses import replace

import msgspec
import pytest
from reports import plain

from assessor.dossiers.prepared import Prepared
from assessor.export.forms import FORMS
from assessor.model import Words

OFFICE = {"note", "letter", "xlsx"}


def report():
    full = plain()
    briefing = msgspec.structs.replace(
        full.briefing,
        themes=(),
        steps_name=Words("De onderdelen van de gunning", "The parts of the award"),
    )
    judged = replace(full.assessment, themes=())
    documents = full.prepared.documents
    return replace(full, prepared=Prepared(judged, documents, briefing))


def written(name, language):
    """The form, as the text in it."""
    (form,) = (form for form in FORMS if form.name == name)
    (made,) = form.write(report(), language, None).values()
    if name not in OFFICE:
        return made.decode("utf-8")
    parts = zipfile.ZipFile(io.BytesIO(made))
    return "\n".join(parts.read(n).decode("utf-8") for n in parts.namelist() if n.endswith(".xml"))


@pytest.mark.parametrize("form", ["note", "letter", "html", "xlsx", "markdown"])
def test_nothing_is_said_of_steps_and_themes_that_a_checklist_does_not_have(form):
    text = written(form, "nl")
    assert "OESO" not in text
    assert "De thema's" not in text
    assert "Welk thema komt bij welke stap" not in text


@pytest.mark.parametrize("form", ["note", "markdown"])
def test_the_parts_go_by_the_name_that_the_checklist_gives_them(form):
    assert "The parts of the award" in written(form, "en")
