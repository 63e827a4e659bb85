"""A folder of YAML becomes a Checklist, so that a policy adviser can change what is judged.

Nothing here judges.
"""

from assessor.checklist.categories import load_categories
from assessor.checklist.folder import load, load_all
from assessor.checklist.profiles import Categories, Profile
from assessor.checklist.schema import Bilingual, Checklist, Question, TermList, Theme, json_schema

__all__ = [
    "Bilingual",
    "Categories",
    "Checklist",
    "Profile",
    "Question",
    "TermList",
    "Theme",
    "json_schema",
    "load",
    "load_all",
    "load_categories",
]
