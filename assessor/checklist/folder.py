"""A folder of YAML files becomes a Checklist; every mistake is told at once, with file and line.

Separate from the schema, which says what a checklist is; here is only where it stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.checklist.reader import Reader
from assessor.checklist.schema import (
    Checklist,
    Decoy,
    Evasion,
    Manifest,
    Question,
    Regime,
    TermList,
)
from assessor.errors import ChecklistError
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def load(folder: Path) -> Checklist:
    """Return the checklist in a folder, checked; see `load_with_homes`."""
    return load_with_homes(folder)[0]


def load_all(folder: Path) -> list[Checklist]:
    """Return every checklist that has its folder in this one, by name of the folder.

    Raises:
        ChecklistError: when one of them has mistakes.
    """
    return [load(manifest.parent) for manifest in sorted(folder.glob("*/checklist.yaml"))]


def load_with_homes(folder: Path) -> tuple[Checklist, dict[str, str]]:
    """Return the checklist in a folder, checked, and the file of each question by its code.

    The folder holds checklist.yaml, measures/*.yaml and, where the checklist has them,
    topics/<theme>/*.yaml, evasions.yaml, decoys.yaml, boilerplate.yaml and regimes.yaml.

    Raises:
        ChecklistError: with every mistake, each as "file:line: what is wrong".
    """
    if not (folder / "checklist.yaml").is_file():
        raise ChecklistError(
            say("checklist.not_found", folder=folder), say("checklist.not_found_remedy")
        )
    reader = _ChecklistReader(folder)
    manifest = reader.one("checklist.yaml", Manifest)
    questions = reader.questions("measures/*.yaml")
    topics = reader.questions("topics/*/*.yaml")
    evasions = reader.listed("evasions.yaml", Evasion)
    decoys = reader.listed("decoys.yaml", Decoy)
    boilerplate = reader.one("boilerplate.yaml", TermList, default=TermList())
    regimes = reader.listed("regimes.yaml", Regime)
    reader.stop_on_problems()
    assert manifest is not None
    assert boilerplate is not None
    checklist = Checklist(
        manifest=manifest,
        measures=reader.ordered(questions, [m for s in manifest.steps for m in s.measures]),
        topics=reader.ordered(
            topics, [f"{theme.code}.{t}" for theme in manifest.themes for t in theme.topics]
        ),
        evasions=tuple(evasions),
        decoys=tuple(decoys),
        boilerplate=boilerplate,
        regimes=tuple(regimes),
    )
    reader.check_follow_ups(checklist)
    reader.check_regimes(checklist)
    reader.check_contrast(checklist)
    reader.stop_on_problems()
    return checklist, reader.homes


class _ChecklistReader(Reader):
    """Knows in which file each question stands, and what must fit together."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.homes: dict[str, str] = {}
        """Code of a question → file in which it stands."""

    def questions(self, pattern: str) -> list[Question]:
        """Return the questions in the files that match."""
        found: list[Question] = []
        for name in self.names(pattern):
            question = self.one(name, Question)
            if question is None:
                continue
            if question.code in self.homes:
                twin = say("checklist.double", code=question.code, file=self.homes[question.code])
                self.add(name, twin, "code")
            self.homes[question.code] = name
            found.append(question)
        return found

    def ordered(self, questions: Sequence[Question], codes: Sequence[str]) -> tuple[Question, ...]:
        """Return the questions in the order of the codes; tell of orphans on either side."""
        by_code = {q.code: q for q in questions}
        for code in codes:
            if code not in by_code:
                self.problems.append(f"checklist.yaml: {say('checklist.no_file', code=code).en}")
        for code in sorted(by_code.keys() - set(codes)):
            self.add(self.homes[code], say("checklist.no_place", code=code), "code")
        return tuple(by_code[code] for code in codes if code in by_code)

    def check_follow_ups(self, checklist: Checklist) -> None:
        """Tell of follow-ups whose cue is not an evasion."""
        known = {evasion.id for evasion in checklist.evasions}
        for question in checklist.questions:
            for place, follow_up in enumerate(question.dialogue.follow_ups):
                if follow_up.cue not in known:
                    unknown = say("checklist.unknown_cue", cue=follow_up.cue)
                    home = self.homes[question.code]
                    self.add(home, unknown, "dialogue", "follow_ups", place, "cue")

    def check_contrast(self, checklist: Checklist) -> None:
        """Tell of a lone question with nothing that does not count: then nothing can be learned."""
        for questions in (checklist.measures, checklist.topics):
            is_alone = len(questions) == 1
            worth_nothing = [c for q in questions for c in q.counter_examples if c.level == 0]
            if is_alone and not worth_nothing and not checklist.decoys:
                self.add(self.homes[questions[0].code], say("checklist.no_contrast"))

    def check_regimes(self, checklist: Checklist) -> None:
        """Tell of regimes that overlap, that have no end, or that name unknown themes."""
        themes = {theme.code for theme in checklist.manifest.themes}
        ends = [regime.until for regime in checklist.regimes]
        if any(end is None for end in ends[:-1]) or (ends and ends[-1] is not None):
            self.add("regimes.yaml", say("checklist.regime_open"))
        dated = [end for end in ends if end is not None]
        if dated != sorted(set(dated)):
            self.add("regimes.yaml", say("checklist.regime_order"))
        for place, regime in enumerate(checklist.regimes):
            for theme in regime.not_contractual:
                if theme not in themes:
                    unknown = say("checklist.unknown_theme", theme=theme)
                    self.add("regimes.yaml", unknown, place, "not_contractual")
