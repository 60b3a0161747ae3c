"""The attendance list (presentielijst): blank to sign before, or filled in to sign after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.layout import (
    CELL,
    FIGURES,
    INK,
    Cell,
    Column,
    Sheet,
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
from intervisie_desktop.documents.pdf.shaping import tidy, width
from intervisie_desktop.documents.pdf.stationery import finished, pairs, stationery, title

ROW_HEIGHT = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceRow:
    """One participant; `times` from and to in minutes since midnight, `absent` why not there.

    The ticks are None where they were not asked or not noted.
    """

    name: str
    organisation: str = ""
    registration: str = ""
    times: tuple[tuple[int, int], ...] = ()
    absent: str = ""
    identity: bool | None = None
    online: bool | None = None
    room: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceListFacts:
    """Everything on an attendance list; `blank_rows` is room for guests on a blank one.

    `online` adds the columns for identity, consent and the closed room.
    """

    practice: PracticeFacts
    issued_on: date
    group: str
    day: date
    start: int
    end: int
    form: str
    place: str = ""
    leader: str
    leader_line: str = ""
    method: str = ""
    rows: tuple[AttendanceRow, ...]
    filled: bool = False
    online: bool = False
    blank_rows: int = 0
    confidentiality_on: date | None = None
    confidentiality_at: int | None = None
    signature: bytes | None = None


def render(facts: AttendanceListFacts) -> bytes:
    """The list as PDF/A-3A and PDF/UA-1; lying down when there are columns for online."""
    words = texts("attendance_list")
    about = About(
        title=f"{words['title']} {tidy(facts.group)}, {dutch.day(facts.day)}",
        author=tidy(facts.practice.name),
        subject=words["title"],
        issued_on=facts.issued_on,
    )
    sheet = stationery(about, facts.practice, landscape=facts.online)
    title(sheet, words["title"], facts.practice)
    _about_session(sheet, facts, words["labels"])
    sheet.table(_columns(sheet, facts, words["table"]), _rows(facts, words["table"]),
                row_height=ROW_HEIGHT, grid=True)  # fmt: skip
    _signing(sheet, facts, words["signing"])
    foot = words["foot_filled" if facts.filled else "foot_blank"]
    return finished(sheet, foot.format(day=dutch.day(facts.issued_on)))


def _about_session(sheet: Sheet, facts: AttendanceListFacts, labels: Mapping[str, str]) -> None:
    pairs(
        sheet,
        [
            (labels["group"], facts.group),
            (labels["day"], dutch.weekday_and_day(facts.day)),
            (labels["time"], dutch.span(facts.start, facts.end)),
            (labels["form"], facts.form),
            (labels["platform" if facts.online else "place"], facts.place),
            (labels["leader"], facts.leader),
            (labels["method"], facts.method),
        ],
        label_width=26.0,
        columns=2,
    )
    sheet.y += 2.0


def _columns(sheet: Sheet, facts: AttendanceListFacts, heads: Mapping[str, str]) -> list[Column]:
    """The columns; name and signature share what the others leave."""
    middle = [
        Column(head=heads["registration"], width=27.0),
        Column(head=heads["arrived"], width=19.5),
        Column(head=heads["left"], width=19.5),
    ]
    if facts.online:
        middle += [Column(head=heads[key], width=23.0) for key in ("identity", "online", "room")]
    free = sheet.room - sum(column.width for column in middle)
    name = min(72.0, free * 0.56)
    return [
        Column(head=heads["name"], width=name),
        *middle,
        Column(head=heads["signature"], width=free - name),
    ]


def _rows(facts: AttendanceListFacts, words: Mapping[str, str]) -> list[list[Cell]]:
    rows = [_row(facts, row, words) for row in facts.rows]
    if not facts.filled:
        empty = [cell("")] * (8 if facts.online else 5)
        rows += [empty] * facts.blank_rows
    return rows


def _row(facts: AttendanceListFacts, row: AttendanceRow, words: Mapping[str, str]) -> list[Cell]:
    arrived, left = "", ""
    if facts.filled:
        arrived = " / ".join(dutch.clock(start) for start, _ in row.times) or row.absent
        left = " / ".join(dutch.clock(end) for _, end in row.times)
    cells = [cell(row.name, note=row.organisation), cell(row.registration)]
    cells += [cell(arrived, FIGURES), cell(left, FIGURES)]
    if facts.online:
        answers = {True: words["yes"], False: words["no"], None: ""}
        ticks = (row.identity, row.online, row.room) if facts.filled else (None, None, None)
        cells += [cell(answers[tick]) for tick in ticks]
    return [*cells, cell("")]


def _signing(sheet: Sheet, facts: AttendanceListFacts, words: Mapping[str, Any]) -> None:
    """When secrecy was discussed, and the signature of who led."""
    lines = (facts.leader_line,) if facts.leader_line else ()
    signer = Signer(name=facts.leader, lines=lines, signature=facts.signature)
    height = signature_height(signer, 70)
    sheet.y += 4.0
    sheet.ensure(height + 6)
    if facts.confidentiality_on is not None and facts.confidentiality_at is not None:
        text = words["confidentiality_at"].format(
            day=dutch.day(facts.confidentiality_on), time=dutch.clock(facts.confidentiality_at)
        )
    else:
        text = words["confidentiality"]
        start = sheet.left + width(text, CELL) + 2
        with sheet.paper.artifact():
            sheet.paper.line(start, sheet.y + 4.4, start + 18, sheet.y + 4.4, 0.2, INK)
    top = sheet.y
    sheet.paragraph(plain(text, CELL), room=sheet.room - 80)
    sheet.y = top
    alt = texts("stationery")["signature_alt"].format(name=facts.leader)
    signature_place(sheet, signer, sheet.right - 70, sheet.y, 70, alt)
    sheet.y += height
