"""What the rules say of papers, asked of the judge that is kept up to date in memory."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager

from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.services.certification.judging import Judged, RulesOnPapers


class JudgedPapers:
    """Papers as seen from one day; `turn` keeps others away from the judge meanwhile."""

    def __init__(
        self, turn: AbstractContextManager[object] | threading.RLock, judge: Callable[[], Judge]
    ) -> None:
        self._turn = turn
        with turn:
            self._papers = RulesOnPapers(judge())

    def year(self, participant_id: str, year: int, profile: str) -> Judged:
        """A year of someone under a profile, over all groups with that profile."""
        with self._turn:
            return self._papers.year(participant_id, year, profile)

    def session(self, participant_id: str, session_id: str, profile: str) -> Judged:
        """Someone at one session."""
        with self._turn:
            return self._papers.session(participant_id, session_id, profile)
