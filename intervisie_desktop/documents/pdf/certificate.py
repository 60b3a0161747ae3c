"""The certificate (bewijs van deelname): facts in, one or more A4 pages out.

It never shows content of cases, names of other participants or an evaluation; the facts have no
field for them (rules.md 4.1). A statement is printed only when it was passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    CENTRE,
    H2,
    INK,
    META,
    RIGHT,
    SMALL,
    TINY,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    filled,
    height_of,
    lighter,
    plain,
)
from intervisie_desktop.documents.pdf.letterhead import (
    PracticeFacts,
    Signer,
    head_lines,
    practice_head,
    signature_height,
    signature_place,
)
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.page import Paper
from intervisie_desktop.documents.pdf.qr import modules
from intervisie_desktop.documents.pdf.shaping import Span, Style, fitted, tidy, wrapped

Words = Mapping[str, Any]

MARGIN, BOTTOM, QR_SIDE = 24.8, 281.5, 24.0
TITLE = Style(Role.SERIF_BOLD, 36, 42.5, INK)
SUBTITLE = Style(Role.SERIF_ITALIC, 14, 20, INK)
NAME = Style(Role.SERIF_BOLD, 27.5, 35, INK)
LEAD = Style(Role.TEXT, 10.25, 15.5, META)
SENTENCE = Style(Role.TEXT, 10.25, 16, INK)
STATEMENT = Style(Role.TEXT, 9.4, 13.5, INK)
SMALLEST_NAME = 17.0
ROW_HEIGHTS = (8.34, 7.4, 6.6)
MANY_SESSIONS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateSession:
    """A session on a certificate; `start` and `end` minutes since midnight, `minutes` counted.

    `form` says how it was held ("online", "op locatie"), `note` on what platform or in which
    group. `contribution` is None where it was not asked.
    """

    day: date
    start: int
    end: int
    minutes: int
    form: str
    pause: int = 0
    contribution: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CertificateFacts:
    """Everything that is printed on a certificate.

    `day` is set for a certificate of one session, None for a year. `group` is empty when the
    sessions were in more than one group. `statements` are whole sentences, in order.
    `qr_payload` and `control_code` are printed when they are not empty.
    """

    practice: PracticeFacts
    number: str
    year: int
    day: date | None = None
    issued_on: date
    place: str
    subtitle: str
    participant: str
    registrations: tuple[str, ...] = ()
    group: str
    group_size: int = 0
    members: str = "deelnemers"
    sessions: tuple[CertificateSession, ...]
    minutes: int
    required_minutes: int | None = None
    points: int | None = None
    points_cap: int = 4
    points_kind: str = "niet-juridisch"
    description: str = ""
    statements: tuple[str, ...] = ()
    remark: str = ""
    leader: str
    quality: str = "gespreksleider"
    leader_line: str = ""
    designation: str = ""
    designation_until: date | None = None
    signature: bytes | None = None
    qr_payload: str = ""
    control_code: str = ""
    replaces: str = ""
    show_hours: bool = True
    show_contribution: bool = True
    specimen: bool = False


def statement_texts() -> Mapping[str, str]:
    """The sentences a certificate can declare, by key, as the template has them."""
    found: dict[str, str] = texts("certificate")["statements"]
    return found


def render(facts: CertificateFacts) -> bytes:
    """The certificate as PDF/A-3A and PDF/UA-1; the same facts give the same bytes.

    Rows come closer together when that keeps it on one page.
    """
    tries = ROW_HEIGHTS if len(facts.sessions) < MANY_SESSIONS else ROW_HEIGHTS[:1]
    for row_height in tries:
        paper = _drawn(facts, row_height)
        if paper.page_count == 1:
            return paper.to_bytes()
    return _drawn(facts, ROW_HEIGHTS[0]).to_bytes()


def _drawn(facts: CertificateFacts, row_height: float) -> Paper:
    words = texts("certificate")
    paper = Paper(
        About(
            title=f"{words['title']} {tidy(facts.number)}, {tidy(facts.participant)}",
            author=tidy(facts.practice.name),
            subject=f"{words['title']} {tidy(facts.subtitle)}",
            issued_on=facts.issued_on,
        )
    )
    sheet = Sheet(paper, margin=MARGIN, top=36.0, bottom=BOTTOM, on_page=_page(facts, words))
    sheet.new_page()
    _head(sheet, facts, words)
    _title(sheet, facts, words)
    _table(sheet, facts, words, row_height)
    _points(sheet, facts, words)
    _description(sheet, facts, words)
    _declaration(sheet, facts, words)
    _signing(sheet, facts, words)
    _page_numbers(sheet, words)
    return paper


def _page(facts: CertificateFacts, words: Words) -> Callable[[Sheet], None]:
    """What stands on every page: the frame, and from the second on whose certificate it is."""

    def draw(sheet: Sheet) -> None:
        paper, accent = sheet.paper, facts.practice.accent
        with paper.artifact():
            for inset, edge, line in ((8.0, accent, 0.35), (9.3, lighter(accent, 0.5), 0.2)):
                paper.box(inset, inset, paper.width - 2 * inset, paper.height - 2 * inset,
                          edge=edge, line=line)  # fmt: skip
        if paper.page_count > 1:
            with paper.artifact("Pagination"):
                sheet.text(plain(facts.practice.name, bold(SMALL)), sheet.left, 22, 90)
                note = filled(words["continued"], SMALL, number=facts.number)
                sheet.text(note, sheet.left, 22, sheet.room, RIGHT)

    return draw


def _head(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    alt = words["signing"]["logo_alt"].format(name=facts.practice.name)
    practice_head(sheet, facts.practice, 19.2, sheet.room - 46, alt)
    covers = (
        filled(words["covers_year"], SMALL, year=str(facts.year))
        if facts.day is None
        else filled(words["covers_day"], SMALL, day=dutch.day(facts.day))
    )
    lines = [filled(words["number"], SMALL, number=facts.number), covers]
    lines[0] = (lines[0][0], *(Span(s.text, bold(BODY).resized(9.5)) for s in lines[0][1:]))
    if facts.replaces:
        lines.append(filled(words["replaces"], SMALL, number=facts.replaces))
    if facts.specimen:
        lines.append(filled(words["specimen"], bold(SMALL)))
    head_lines(sheet, lines, 19.2, 44)
    sheet.y = 49.0


def _title(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    accent = facts.practice.accent
    title = Style(TITLE.role, TITLE.size, TITLE.leading, accent)
    sheet.paragraph((Span(words["title"], title),), kind="H1", align=CENTRE)
    sheet.paragraph(plain(facts.subtitle, SUBTITLE), align=CENTRE, after=4.0)
    _ornament(sheet, accent)
    sheet.y += 5.2
    confirms = filled(words["confirms"], LEAD, quality=facts.quality)
    sheet.paragraph(confirms, align=CENTRE, after=1.8)
    name = fitted(tidy(facts.participant), NAME, sheet.room, SMALLEST_NAME)
    sheet.paragraph(plain(facts.participant, name), align=CENTRE, after=0.6)
    if facts.registrations:
        registered = tidy("  ·  ".join(facts.registrations))
        sheet.paragraph(plain(registered, SMALL), align=CENTRE, after=1.0)
    sheet.y += 1.0
    room = 118.0
    sheet.paragraph(_sentence(facts, words), align=CENTRE, room=room,
                    x=sheet.left + (sheet.room - room) / 2, after=9.2)  # fmt: skip


def _ornament(sheet: Sheet, accent: str) -> None:
    """Two hairlines with a diamond between them."""
    middle, y = sheet.left + sheet.room / 2, sheet.y + 1.7
    with sheet.paper.artifact():
        for start, end in ((-19.8, -3.4), (3.4, 19.8)):
            sheet.paper.line(middle + start, y, middle + end, y, 0.25, lighter(accent, 0.55))
        diamond = [(middle, y - 1.6), (middle + 1.5, y), (middle, y + 1.6), (middle - 1.5, y)]
        sheet.paper.shape(diamond, edge=accent, width=0.3)
    sheet.y += 3.4


def _sentence(facts: CertificateFacts, words: Words) -> tuple[Span, ...]:
    kind = "session" if facts.day else "year" if facts.group else "year_groups"
    template = words["sentence"][kind if facts.show_hours else f"{kind}_without_hours"]
    return filled(
        template,
        SENTENCE,
        year=str(facts.year),
        day=dutch.weekday_and_day(facts.day) if facts.day else "",
        hours=dutch.hours(facts.minutes),
        group=facts.group,
        size=dutch.number_word(facts.group_size),
        members=facts.members,
    )


def _columns(facts: CertificateFacts, words: Words, room: float) -> list[Column]:
    """The columns that were asked for; the first takes what the others leave."""
    heads = words["table"]
    rest = [Column(head=heads["time"], width=32.0), Column(head=heads["form"], width=22.5)]
    if facts.show_contribution:
        rest.append(Column(head=heads["contribution"], width=27.0))
    if facts.show_hours:
        rest.append(Column(head=heads["hours"], width=16.5, align=RIGHT))
    free = room - sum(column.width for column in rest)
    return [Column(head=heads["day"], width=free), *rest]


def _table(sheet: Sheet, facts: CertificateFacts, words: Words, row_height: float) -> None:
    columns = _columns(facts, words, sheet.room)
    rows = [_row(facts, session, words["table"]) for session in facts.sessions]
    foot: tuple[Cell, ...] = ()
    if facts.show_hours:
        foot = _total(facts, words["table"], len(columns))
    sheet.table(columns, rows, row_height=row_height, foot=foot)
    sheet.y += 2.2


def _row(facts: CertificateFacts, session: CertificateSession, words: Words) -> list[Cell]:
    pause = words["pause"].format(minutes=session.pause) if session.pause else ""
    row = [
        cell(dutch.weekday_and_day(session.day), note=session.note),
        cell(dutch.span(session.start, session.end), note=pause),
        cell(session.form),
    ]
    if facts.show_contribution:
        answer = {True: words["yes"], False: words["no"], None: "–"}
        row.append(cell(answer[session.contribution]))
    if facts.show_hours:
        row.append(cell(dutch.hours(session.minutes)))
    return row


def _total(facts: CertificateFacts, words: Words, columns: int) -> tuple[Cell, ...]:
    required = facts.required_minutes
    label = (
        words["total"]
        if required is None
        else words["total_required"].format(hours=dutch.hours(required).removesuffix(",0"))
    )
    heavy = bold(CELL)
    total = cell(dutch.hours(facts.minutes), heavy)
    return (Cell(texts=(plain(label, heavy),), span=columns - 1, head=True), total)


def _points(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    if facts.points is None:
        return
    template = words["points"]["one" if facts.points == 1 else "more"]
    spans = filled(template, CELL, points=str(facts.points), kind=facts.points_kind,
                   cap=str(facts.points_cap))  # fmt: skip
    sheet.paragraph(spans, after=1.0)


def _description(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    """The short, non-substantive description, and a remark if one is to be printed."""
    if facts.description:
        spans = plain(facts.description, STATEMENT)
        _heading(sheet, filled(words["description"]["heading"], H2), height_of(spans, sheet.room))
        sheet.paragraph(spans)
    if facts.remark:
        sheet.y += 1.0
        sheet.paragraph(plain(facts.remark, STATEMENT))


def _declaration(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    if facts.statements:
        first = height_of(plain(facts.statements[0], STATEMENT), sheet.room - 6)
        heading = filled(words["declaration"]["heading"], H2, quality=facts.quality)
        _heading(sheet, heading, first)
        sheet.ticked([tidy(text) for text in facts.statements], STATEMENT)


def _heading(sheet: Sheet, spans: tuple[Span, ...], follows: float) -> None:
    """A heading that stays with what follows it (mm)."""
    sheet.y += 3.4
    sheet.ensure(8.0 + follows)
    sheet.paragraph(spans, kind="H2", after=1.2)


def _signing(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    """Place, day, signature and code, at the foot of the last page."""
    signing = words["signing"]
    signer = Signer(name=facts.leader, lines=_capacity(facts, signing), signature=facts.signature)
    room = 66.0 if facts.qr_payload or facts.control_code else 90.0
    place = filled(signing["place_and_day"], SMALL, place=facts.place, day=dutch.day(facts.issued_on))
    lines = len(wrapped(place, room))
    height = signature_height(signer, room) + lines * 4.6 + 1.2
    sheet.ensure(height + 3.0)
    y = sheet.bottom - height
    with sheet.paper.element("P"):
        y = sheet.text(place, sheet.left, y, room) + 1.2
    alt = signing["signature_alt"].format(name=facts.leader)
    signature_place(sheet, signer, sheet.left, y, room, alt)
    _check(sheet, facts, words["check"])


def _capacity(facts: CertificateFacts, words: Words) -> tuple[str, ...]:
    """The lines under the name of who signs."""
    lines = [facts.leader_line or facts.quality]
    if facts.designation:
        until = facts.designation_until
        template = words["designation_until" if until else "designation"]
        day = dutch.day(until) if until else ""
        lines.append(template.format(designation=facts.designation, day=day))
    return tuple(lines)


def _check(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    """The QR code and the control code, for who wants to know whether this paper is genuine."""
    edge, bottom = sheet.right, sheet.bottom - 1.0
    if facts.qr_payload:
        alt = words["qr_alt"].format(number=facts.number)
        left, top = edge - QR_SIDE, bottom - QR_SIDE
        box = sheet.box(left, top, QR_SIDE, QR_SIDE)
        with sheet.paper.element("Figure", alt=alt, attributes=box):
            sheet.paper.squares(left, top, QR_SIDE, modules(facts.qr_payload), INK)
        edge = left - 3.6
    if facts.control_code:
        where = filled(words["where"], TINY, quality=facts.quality)
        room = 25.0 if facts.qr_payload else 60.0
        code = bold(BODY).resized(9.75)
        y = bottom - height_of(where, room) - 9.6
        for spans in ((Span(words["label"], TINY),), plain(facts.control_code, code)):
            with sheet.paper.element("P"):
                y = sheet.text(spans, edge - 40, y, 40, RIGHT)
        with sheet.paper.element("P"):
            sheet.text(where, edge - room, y, room, RIGHT)


def _page_numbers(sheet: Sheet, words: Words) -> None:
    """"1 van 2" at the foot, where there is more than one page."""
    pages = sheet.paper.page_count
    if pages == 1:
        return
    for page in range(pages):
        sheet.paper.turn_to(page)
        with sheet.paper.artifact("Pagination"):
            number = filled(words["page"], TINY, page=str(page + 1), pages=str(pages))
            sheet.text(number, sheet.left, sheet.bottom + 1.2, sheet.room, CENTRE)
