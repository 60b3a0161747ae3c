"""A practice whose every typed text is something a user could paste and a screen may trip over."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle

from intervisie_desktop.services.bundle import Services

MARKUP = "<b>Jan</b><img src=file:///plaatje.png>"
TEXTS = (
    MARKUP,
    "\u202eרות בת־ציון\u202c",
    "Wilhelmina-Alexandrina van den Heuvel-Oudekerk " * 2,
    "Zo\u0308e\u0301 S\u030cevc\u030ci\u0301k",
    "👩🏽‍⚖️ 🏳️‍🌈 Fem🌿ke",
    "&amp; &Jan %s {name} \\n",
    "</span><a href='http://x.invalid/'>klik</a>",
)


def spoil(services: Services) -> None:
    """Write evil over every typed text that reaches a screen, straight into the store."""
    evil = cycle(text.strip()[:80] for text in TEXTS)

    def spoilt(record, *names):
        return replace(record, **{name: next(evil) for name in names})

    with services.store.work("demo_made") as work:
        work.practice.save(spoilt(work.practice.get(), "name", "tagline"))
        for person in work.participants.all():
            name = spoilt(person.name, "given", "surname")
            work.participants.save(spoilt(replace(person, name=name), "profession", "note"))
        for collection, names in (
            (work.facilitators, ("name", "quality")),
            (work.groups, ("name", "place", "note")),
            (work.clients, ("name", "reference", "note")),
            (work.contacts, ("name", "function")),
            (work.employments, ("employer", "function")),
            (work.registrations, ("number",)),
            (work.sessions, ("place", "description", "cancelled_because", "reopened_because")),
            (work.attendances, ("remark",)),
            (work.agreements, ("scope", "text")),
            (work.free_periods, ("name",)),
        ):
            for record in collection.all():
                collection.save(spoilt(record, *names))
    for judged in services.compliance.findings()[:6]:
        services.compliance.ignore(judged.finding.key, MARKUP)
