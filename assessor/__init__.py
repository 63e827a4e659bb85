"""Reads what suppliers write on due diligence and shows, with quotes, what it says and lacks."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from assessor.version import __version__

if TYPE_CHECKING:
    from assessor.checklist import Checklist
    from assessor.model import Assessment, Document
    from assessor.pipeline import assess

__all__ = ["Assessment", "Checklist", "Document", "__version__", "assess"]

_HOMES = {
    "Assessment": "assessor.model",
    "Checklist": "assessor.checklist",
    "Document": "assessor.model",
    "assess": "assessor.pipeline",
}


def __getattr__(name: str) -> object:
    """Return a public name, importing its module only when asked: start-up stays fast."""
    if name not in _HOMES:
        raise AttributeError(f"module 'assessor' has no attribute {name!r}")
    return getattr(importlib.import_module(_HOMES[name]), name)
