"""What the user chose in the wizard, and what was read for it; one frozen value."""

from __future__ import annotations

from dataclasses import dataclass, field

from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.services.certificates import HeldSession
from intervisie_desktop.services.certification.values import (
    Candidate,
    CandidateGroup,
    Choice,
    Issued,
    PaperOptions,
    Wanted,
)
from intervisie_desktop.ui.pages.certificates.delivery import Delivered, Delivery
from intervisie_desktop.ui.pages.certificates.rows import Chosen
from intervisie_desktop.ui.pages.certificates.state import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """`kind` is "year" or "session"; `current` is the person whose paper is shown."""

    year: int
    delivery: Delivery
    step: Step = Step.TEMPLATE
    kind: str = "year"
    group: str = ""
    session: str = ""
    current: str = ""
    options: PaperOptions = PaperOptions()
    chosen: Chosen = field(default_factory=Chosen)
    groups: tuple[CandidateGroup, ...] = ()
    sessions: tuple[HeldSession, ...] = ()
    years: tuple[int, ...] = ()
    letters: tuple[Letter, ...] = ()
    issued: Issued | None = None
    delivered: Delivered = Delivered()
    running: bool = False

    def candidates(self) -> list[Candidate]:
        """Everyone in the list, in its order."""
        return [one for group in self.groups for one in group.candidates]

    def candidate(self, key: str) -> Candidate | None:
        """One of them by key."""
        return next((one for one in self.candidates() if one.key.text == key), None)

    def ticked(self) -> list[Candidate]:
        """Those for whom a paper will be made, in order."""
        return [one for one in self.candidates() if one.key.text in self.chosen.ticked]

    def letter(self) -> Letter | None:
        """The text for drafts that is chosen."""
        return self.delivery.letter or (self.letters[0] if self.letters else None)

    def choices(self) -> list[Choice]:
        """The papers to make."""
        reasons = self.chosen.reasons
        return [Choice(key=one.key, reason=reasons.get(one.key.text, "")) for one in self.ticked()]

    def wanted(self) -> Wanted | None:
        """Which certificates to ask for; None as long as no meeting is chosen."""
        if self.kind == "session":
            return Wanted(year=self.year, session_id=self.session) if self.session else None
        return Wanted(year=self.year, group_id=self.group or None)
