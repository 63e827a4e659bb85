"""Checks a checklist, or the category profiles, beyond the schema."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessor import locations
from assessor.authoring.languages import on_languages, on_profile_languages
from assessor.authoring.pool import corpora, pool_of
from assessor.authoring.reach import on_profile_terms, on_terms
from assessor.authoring.remark import Places, Remark
from assessor.authoring.twins import on_twins
from assessor.checklist import load, load_categories
from assessor.checklist.folder import load_with_homes
from assessor.texts import say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from assessor.checklist import Categories, Checklist
    from assessor.model import Words


@dataclass(frozen=True, slots=True)
class Checked:
    """What a folder holds and what is to be said of it."""

    folder: Path
    holds: Words
    mistakes: tuple[Remark, ...]
    remarks: tuple[Remark, ...]


def shipped() -> tuple[Path, ...]:
    """Return the folders of all checklists and of the profiles that come with the program."""
    return tuple(sorted(p for p in locations.checklists().iterdir() if p.is_dir()))


def check(folder: Path) -> Checked:
    """Return what is to be said of a folder with a checklist or with category profiles.

    Raises:
        ChecklistError: with every mistake against the schema, each with file and line.
    """
    return _check_profiles(folder) if (folder / "goods.yaml").is_file() else _check(folder)


def _check(folder: Path) -> Checked:
    checklist, homes = load_with_homes(folder)
    places = Places(folder)
    found = [
        *on_languages(checklist, homes, places),
        *on_twins(checklist, homes, places),
        *on_terms(checklist, homes, pool_of(checklist), places),
    ]
    return _checked(folder, _holds(checklist), found)


def _holds(checklist: Checklist) -> Words:
    return say(
        "checklist.holds",
        id=checklist.manifest.id,
        version=checklist.manifest.version,
        measures=len(checklist.measures),
        topics=len(checklist.topics),
        examples=sum(len(q.labelled) for q in checklist.questions),
        decoys=len(checklist.decoys),
    )


def _check_profiles(folder: Path) -> Checked:
    categories = load_categories(folder)
    found = [
        *on_profile_languages(categories),
        *_on_orphans(categories, Places(folder)),
        *on_profile_terms(categories, corpora(), Places(folder)),
    ]
    holds = say(
        "checklist.holds_profiles",
        profiles=len(categories.profiles),
        risks=sum(len(p.risks) for p in categories.profiles),
        goods=len(categories.goods.goods),
        year=categories.goods.year,
    )
    return _checked(folder, holds, found)


def _on_orphans(categories: Categories, places: Places) -> Iterator[Remark]:
    """Yield the topics of profiles that the shipped checklist does not have."""
    known = {q.code for q in load(locations.default_checklist()).topics}
    for profile in categories.profiles:
        file = f"{profile.code}.yaml"
        named = [risk.topic for risk in profile.risks]
        named += [topic for country in profile.countries for topic in country.topics]
        for topic in dict.fromkeys(named):
            if topic not in known:
                what = say("checklist.unknown_topic", topic=topic)
                yield Remark(file, places.line_of(file, topic), what, is_mistake=True)


def _checked(folder: Path, holds: Words, found: list[Remark]) -> Checked:
    mistakes = tuple(remark for remark in found if remark.is_mistake)
    remarks = tuple(remark for remark in found if not remark.is_mistake)
    return Checked(folder, holds, mistakes, remarks)
