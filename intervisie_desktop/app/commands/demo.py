"""`demo`: an invented practice with its last session closed and what is ready issued."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from intervisie_desktop.app.commands.files import make_folder, refuse_existing
from intervisie_desktop.app.commands.papers import issue_ready
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.clock import SystemClock
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.example import FILE_NAME, PASSWORD, Size, invent
from intervisie_desktop.ui.text import command_line as words
from intervisie_desktop.ui.text.counts import telwoord

PAPERS = "bewijzen"
INVOICES = "facturen"


def run(options: argparse.Namespace, console: Console) -> int:
    """Make it in a folder where nothing of it stands yet, and say what and where."""
    folder: Path = options.folder
    path, papers, bills = folder / FILE_NAME, folder / PAPERS, folder / INVOICES
    for place in (path, papers, bills):
        refuse_existing(place)
    make_folder(folder)
    today: date = options.today or SystemClock().today()
    size = Size(today=today, seed=options.seed, years=options.years, groups=options.groups)
    invented = invent(path, Paths.of_this_machine(), size)
    try:
        services = Services(invented.opened.store, invented.clock, invented.ids)
        closed = _close_last_held(services)
        issued = issue_ready(services, today.year, papers)
        billed = [row.id for row in services.invoices.rows() if row.number]
        services.invoices.write_to_folder(billed, bills)
        clients = len(services.clients.rows())
    finally:
        invented.opened.close()
    counts = {
        "clients": clients,
        "participants": invented.summary.participants,
        "groups": invented.summary.groups,
        "sessions": invented.summary.sessions,
        "attendances": invented.summary.attendances,
        "closed": len(closed),
        "certificates": len(issued),
        "invoices": len(billed),
    }
    if options.json:
        console.document("demo", 1, {
            "practice": str(path), "certificates": str(papers), "invoices": str(bills),
            "seed": options.seed, "years": options.years, "today": today.isoformat(),
            "counts": counts,
        })  # fmt: skip
        return Exit.DONE
    for line in _summary(counts, path, papers, bills):
        console.say(line)
    return Exit.DONE


def _close_last_held(services: Services) -> tuple[Session, ...]:
    """Close the last session that was held, as a facilitator does at the end of the day."""
    with services.store.reading() as read:
        held = read.sessions.where(state=SessionState.HELD)
    for session in sorted(held, key=lambda s: (s.day, s.start, s.id), reverse=True):
        if not services.holding.closing_summary(session.id).blocked:
            services.holding.close(session.id)
            return (session,)
    return ()


def _summary(counts: dict[str, int], path: Path, papers: Path, bills: Path) -> tuple[str, ...]:
    nouns = words.DEMO_NOUNS
    told = (telwoord(counts[key], one, more) for key, one, more in nouns)
    return (
        words.DEMO_MADE.format(path=path),
        words.DEMO_HOLDS.format(counts=", ".join(told)),
        words.DEMO_PAPERS.format(
            count=telwoord(counts["certificates"], "bewijs", "bewijzen"), path=papers
        ),
        words.DEMO_PAPERS.format(
            count=telwoord(counts["invoices"], "factuur", "facturen"), path=bills
        ),
        words.DEMO_PASSWORD.format(password=PASSWORD),
    )
