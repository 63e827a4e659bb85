import ast
import re
from pathlib import Path

import pytest

from assessor.model import Words
from assessor.texts import LANGUAGES, say, sentences

ROOT = Path(__file__).resolve().parents[2]
SOURCES = [p for folder in ("assessor", "tui") for p in sorted((ROOT / folder).rglob("*.py"))]
TEMPLATES = sorted((ROOT / "assessor").rglob("*.jinja"))
ASKED = re.compile(r"\bt\('([\w.]*\w)'")
FILLED = re.compile(r"\{(\w+)[^}]*\}")


def strings():
    """Return all strings of the source; of those with parts filled in, a pattern."""
    plain, patterns = asked_by_templates(), []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                plain.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(v.value) if isinstance(v, ast.Constant) else r"[\w.]+"
                    for v in node.values
                ]
                patterns.append(re.compile("".join(parts)))
    return plain, [p for p in patterns if re.search(r"[a-z]", p.pattern.replace(r"[\w.]+", ""))]


def asked_by_templates():
    return {key for path in TEMPLATES for key in ASKED.findall(path.read_text("utf-8"))}


def test_both_languages_have_the_same_sentences():
    nl, en = (set(sentences(language)) for language in LANGUAGES)
    assert nl == en


def test_both_languages_fill_in_the_same_values():
    for key, nl in sentences("nl").items():
        assert set(FILLED.findall(nl)) == set(FILLED.findall(sentences("en")[key])), key


def test_every_key_that_code_says_exists():
    source = "\n".join(p.read_text("utf-8") for p in SOURCES)
    said = set(re.findall(r'\bsay\(\s*"([\w.]+)"', source))
    assert said | asked_by_templates() <= set(sentences("nl"))


def test_no_sentence_is_unused():
    plain, patterns = strings()

    def is_used(key):
        counted = re.sub(r"\.(none|one|many)$", "", key)
        names = {key, key.partition(".")[2], counted}
        return names & plain or any(p.fullmatch(n) for p in patterns for n in names)

    assert [key for key in sentences("nl") if not is_used(key)] == []


def test_words_within_words_follow_the_language():
    told = say("judging.gap_title", subject=Words("Beleid", "Policy"))
    assert told == Words("Niet aangetroffen: Beleid", "Not found: Policy")


def test_an_unknown_key_is_an_error_and_not_silence():
    with pytest.raises(KeyError):
        say("judging.no_such_thing")
