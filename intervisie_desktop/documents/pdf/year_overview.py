"""The year overview (jaaropgave) of one participant: every session, hours and standing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    FIGURES,
    RIGHT,
    SMALL,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import (
    PracticeFacts,
    Signer,
    signature_height,
    signature_place,
)
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.shaping import tidy
from intervisie_desktop.documents.pdf.stationery import (
    finished,
    heading,
    pairs,
    stationery,
    title,
)

ROW_HEIGHT = 7.6


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewSession:
    """A session the participant attended; `note` says why it does not or only partly count."""

    day: date
    start: int
    end: int
    minutes: int
    group: str
    form: str
    leader: str
    certificate: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewStanding:
    """Where the participant stands for one register; `required_minutes` None when no norm.

    `hundredths` are points, None where a register has none; `points_cap` is the most of a year.
    """

    register: str
    minutes: int
    required_minutes: int | None = None
    hundredths: int | None = None
    points_cap: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOverviewFacts:
    """Everything on a year overview; `sessions` in order of date."""

    practice: PracticeFacts
    year: int
    issued_on: date
    place: str
    participant: str
    organisation: str = ""
    registrations: tuple[str, ...] = ()
    sessions: tuple[OverviewSession, ...]
    standings: tuple[OverviewStanding, ...] = ()
    leader: str
    leader_line: str = ""
    signature: bytes | None = None


def render(facts: YearOverviewFacts) -> bytes:
    """The overview as PDF/A-3A and PDF/UA-1."""
    words = texts("year_overview")
    name = tidy(facts.participant)
    heading_text = words["title"].format(year=facts.year)
    about = About(title=f"{heading_text}, {name}", author=tidy(facts.practice.name),
                  subject=heading_text, issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, heading_text, facts.practice)
    labels = words["labels"]
    pairs(
        sheet,
        [
            (labels["participant"], facts.participant),
            (labels["organisation"], facts.organisation),
            (labels["registrations"], ", ".join(facts.registrations)),
            (labels["year"], str(facts.year)),
        ],
    )
    _sessions(sheet, facts, words)
    _forms(sheet, facts, words["forms"])
    _standings(sheet, facts, words["standing"])
    _signing(sheet, facts, words["signing"])
    foot = words["foot"].format(year=facts.year, name=name, day=dutch.day(facts.issued_on))
    return finished(sheet, foot)


def _sessions(sheet: Sheet, facts: YearOverviewFacts, words: Mapping[str, Any]) -> None:
    heads = words["sessions"]
    heading(sheet, heads["heading"])
    if not facts.sessions:
        sheet.paragraph(plain(words["nothing"].format(year=facts.year), BODY))
        return
    columns = [
        Column(head=heads["day"], width=39.0),
        Column(head=heads["group"], width=sheet.room - 134.0),
        Column(head=heads["form"], width=22.0),
        Column(head=heads["leader"], width=36.0),
        Column(head=heads["certificate"], width=22.0),
        Column(head=heads["hours"], width=15.0, align=RIGHT),
    ]
    total = sum(session.minutes for session in facts.sessions)
    label = Cell(texts=(plain(heads["total"], bold(CELL)),), span=5, head=True)
    foot = (label, cell(dutch.hours(total), bold(FIGURES)))
    sheet.table(columns, [_row(s) for s in facts.sessions], row_height=ROW_HEIGHT, foot=foot)


def _row(session: OverviewSession) -> tuple[Cell, ...]:
    day = f"{dutch.WEEKDAYS[session.day.weekday()][:2]} {dutch.day(session.day)}"
    return (
        cell(day, note=dutch.span(session.start, session.end)),
        cell(session.group, note=session.note),
        cell(session.form),
        cell(session.leader),
        cell(session.certificate or "–"),
        cell(dutch.hours(session.minutes), FIGURES),
    )


def _forms(sheet: Sheet, facts: YearOverviewFacts, words: Mapping[str, str]) -> None:
    """Hours per form, where there was more than one."""
    minutes: dict[str, int] = {}
    for session in facts.sessions:
        minutes[session.form] = minutes.get(session.form, 0) + session.minutes
    if len(minutes) < 2:
        return
    heading(sheet, words["heading"])
    columns = [
        Column(head=words["form"], width=sheet.room - 30.0),
        Column(head=words["hours"], width=30.0, align=RIGHT),
    ]
    rows = [(cell(form), cell(dutch.hours(total), FIGURES)) for form, total in minutes.items()]
    sheet.table(columns, rows, row_height=ROW_HEIGHT)


def _standings(sheet: Sheet, facts: YearOverviewFacts, words: Mapping[str, str]) -> None:
    if not facts.standings:
        return
    heading(sheet, words["heading"])
    columns = [
        Column(head=words["register"], width=sheet.room - 98.0),
        Column(head=words["made"], width=23.0, align=RIGHT),
        Column(head=words["required"], width=23.0, align=RIGHT),
        Column(head=words["remaining"], width=28.0, align=RIGHT),
        Column(head=words["points"], width=24.0, align=RIGHT),
    ]
    rows = [_standing(standing, words) for standing in facts.standings]
    sheet.table(columns, rows, row_height=ROW_HEIGHT)


def _standing(standing: OverviewStanding, words: Mapping[str, str]) -> tuple[Cell, ...]:
    required = standing.required_minutes
    remaining = words["none"]
    if required is not None and standing.minutes < required:
        remaining = dutch.hours(required - standing.minutes)
    points = "–" if standing.hundredths is None else dutch.quantity(standing.hundredths * 10)
    if standing.hundredths is not None and standing.points_cap is not None:
        points = f"{points} / {standing.points_cap}"
    return (
        cell(standing.register),
        cell(dutch.hours(standing.minutes), FIGURES),
        cell("–" if required is None else dutch.hours(required), FIGURES),
        cell(remaining if required is not None else "–", FIGURES),
        cell(points),
    )


def _signing(sheet: Sheet, facts: YearOverviewFacts, words: Mapping[str, str]) -> None:
    lines = (facts.leader_line,) if facts.leader_line else ()
    signer = Signer(name=facts.leader, lines=lines, signature=facts.signature)
    height = signature_height(signer, 70) + 6
    sheet.y += 8.0
    sheet.ensure(height)
    place = words["place_and_day"].format(place=facts.place, day=dutch.day(facts.issued_on))
    sheet.paragraph(plain(place, SMALL), after=1.2)
    alt = texts("stationery")["signature_alt"].format(name=facts.leader)
    signature_place(sheet, signer, sheet.left, sheet.y, 70, alt)
    sheet.y += height - 6
