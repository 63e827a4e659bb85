"""How levels, pages and documents are called in every form, so that no two forms differ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assessor.texts import say

if TYPE_CHECKING:
    from assessor.checklist import Checklist
    from assessor.model import Assessment, DocumentFacts, Evidence

_HIGHEST = 4


class Wording:
    """Words of one language for one assessment."""

    def __init__(self, assessment: Assessment, checklist: Checklist, language: str) -> None:
        self._assessment = assessment
        manifest = checklist.manifest
        self._names = {s.code: s.name.words for s in manifest.steps}
        self._names |= {t.code: t.name.words for t in manifest.themes}
        # last, so that a measure which is a step by itself goes by its own name
        self._names |= {q.code: q.name.words for q in checklist.questions}
        self._types = {t.code: t.name.words for t in manifest.document_types}
        self.language = language

    def told(self, key: str, **values: object) -> str:
        """Return a sentence of the program."""
        return say(key, **values).told_in(self.language)

    def name(self, code: str) -> str:
        """Return the name of a measure, topic, theme or step; the code itself where it has none."""
        return self._names[code].told_in(self.language) if code in self._names else code

    def level(self, level: int) -> str:
        """Return symbol, number and word: never colour or number alone."""
        dots = "●" * level + "○" * (_HIGHEST - level)
        return f"{dots} {level} {self.told(f'judging.level_{level}')}"

    def place(self, evidence: Evidence) -> str:
        """Return where a quote stands: page or heading, and the file when there are several."""
        parts = []
        if evidence.page is not None:
            parts.append(self.told("export.page", page=evidence.page))
        elif evidence.heading:
            parts.append(self.told("export.under", heading=evidence.heading))
        if len(self._assessment.documents) > 1:
            parts.append(self._assessment.documents[evidence.document].file)
        return ", ".join(parts)

    def document(self, facts: DocumentFacts) -> str:
        """Return what a file is, in a few words."""
        parts = [facts.format.upper() if facts.format == "pdf" else "Word"]
        if facts.pages is not None:
            parts.append(self.told("export.pages", count=facts.pages))
        parts += [self._types[t].told_in(self.language) for t in facts.types]
        return ", ".join(parts)
