"""A folder of YAML becomes a Checklist, so that a policy adviser can change what is judged.

Nothing here judges.
"""

from assessor.checklist.folder import load
from assessor.checklist.schema import Bilingual, Checklist, Question, TermList, Theme, json_schema

__all__ = ["Bilingual", "Checklist", "Question", "TermList", "Theme", "json_schema", "load"]
