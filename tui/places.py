"""The screens that come after the first paint; imported only then.

Separate so that what a reader sees first does not wait for what comes later.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.pages import Pages
from tui.screens.changed import Changed
from tui.screens.contract import ContractScreen
from tui.screens.dialogue import Dialogue
from tui.screens.document import DocumentScreen
from tui.screens.dossiers import Dossiers
from tui.screens.finding import FindingScreen
from tui.screens.findings import Findings
from tui.screens.overview import Overview
from tui.screens.risks import Risks
from tui.screens.settings import Settings

if TYPE_CHECKING:
    from tui.actions import Place
    from tui.screens.question import Question

WITH_WALK: dict[Place, type[Question]] = {
    "overview": Overview,
    "findings": Findings,
    "finding": FindingScreen,
    "risks": Risks,
    "dialogue": Dialogue,
    "changed": Changed,
}
"""Those that need the walk and nothing else."""

__all__ = ["WITH_WALK", "ContractScreen", "DocumentScreen", "Dossiers", "Pages", "Settings"]
