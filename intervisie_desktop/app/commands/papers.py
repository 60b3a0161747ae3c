"""Issuing and writing certificates for the command line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.domain.certificates import Certificate
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.certification.values import (
    Candidate,
    Choice,
    Made,
    NotMade,
    PaperOptions,
    Wanted,
)
from intervisie_desktop.services.example import MAKEABLE

__all__ = ["MAKEABLE", "Handed", "candidates", "hand_out", "issue", "issue_ready"]


@dataclass(frozen=True, slots=True)
class Handed:
    """A certificate that was issued, and the file it was written to."""

    certificate: Certificate
    made: Made
    path: Path


def candidates(services: Services, wanted: Wanted) -> tuple[Candidate, ...]:
    """Who may get a certificate, each once, whatever groups they are in."""
    groups = services.certificates.candidates(wanted)
    each = {one.key.text: one for group in groups for one in group.candidates}
    return tuple(each.values())


def issue_ready(services: Services, year: int, folder: Path) -> tuple[Handed, ...]:
    """Everything of a year that is ready, issued and written."""
    ready = [c for c in candidates(services, Wanted(year=year)) if c.readiness in MAKEABLE]
    made, _ = issue(services, [Choice(key=one.key) for one in ready])
    return hand_out(services, made, folder)


def issue(
    services: Services, choices: Iterable[Choice]
) -> tuple[tuple[Made, ...], tuple[NotMade, ...]]:
    """What was made, and what was refused."""
    issued = services.certificates.issue(tuple(choices), PaperOptions()).value
    return issued.made, issued.refused


def hand_out(services: Services, made: Iterable[Made], folder: Path) -> tuple[Handed, ...]:
    """Each paper in a file of its own; nothing that is there is overwritten."""
    handed = []
    for one in made:
        written = services.certificates.write_to_folder([one.certificate_id], folder)
        with services.store.reading() as read:
            certificate = read.certificates.get(one.certificate_id)
        handed.append(Handed(certificate, one, written.paths[0]))
    return tuple(handed)
