import json

import jsonschema
import pytest
from judged_files import table, word_file

from assessor.checklist import load
from assessor.contract import to_json
from assessor.model import Submission
from assessor.pipeline import Engine


@pytest.fixture(scope="module")
def printed(data):
    document = word_file(
        "Wij wegen de ernst en de waarschijnlijkheid van elk risico.",
        "Kinderarbeid komt in onze keten niet voor.",
        table(("Risico", "Land"), ("Kinderarbeid in ateliers", "Bangladesh")),
        table(("Actie", "Wie", "Wanneer"), ("Leeftijd controleren", "Inkoop", "mei 2027")),
    )
    engine = Engine(load(data / "checklists" / "small"))
    assessment = engine.assess(Submission((document,)), category="workwear")
    return {language: to_json(assessment, language) for language in ("nl", "en")}


def test_it_prints_one_object_with_everything_that_readers_count_on(printed):
    read = json.loads(printed["nl"])
    assert read["schema_version"] == "1.0"
    assert read["generator"]["name"] == "isv-assessor"
    assert read["category"] == "workwear"
    assert [d["format"] for d in read["documents"]] == ["docx"]
    assert {"measures", "themes", "risks", "actions", "findings", "limits"} <= set(read)
    assert read["themes"][0]["topics"][0]["code"] == "labour.child_labour"


def test_sentences_follow_the_language_and_quotes_do_not(printed):
    nl, en = json.loads(printed["nl"]), json.loads(printed["en"])
    assert nl["findings"][0]["title"] != en["findings"][0]["title"]
    quotes = [[e["quote"] for m in r["measures"] for e in m["evidence"]] for r in (nl, en)]
    assert quotes[0] == quotes[1] != []


def test_it_keeps_to_the_schema(printed, shared):
    schema = json.loads((shared / "contract" / "assessment.schema.json").read_text("utf-8"))
    for text in printed.values():
        jsonschema.validate(json.loads(text), schema)
