"""The certificate (bewijs van deelname): facts in, one or more A4 pages out.

It never shows content of cases, names of other participants or an evaluation; the facts have no
field for them (rules.md 4.1). A statement is printed only when it was passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.certificate_facts import (
    CertificateFacts,
    CertificateSession,
    statement_texts,
)
from intervisie_desktop.documents.pdf.certificate_signing import (
    draw_page_numbers,
    draw_signing,
    signing_height,
)
from intervisie_desktop.documents.pdf.fonts import Role
from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    CENTRE,
    FIGURES,
    H2,
    INK,
    META,
    RIGHT,
    SMALL,
    TICK_GAP,
    TICK_INDENT,
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
from intervisie_desktop.documents.pdf.letterhead import head_lines, practice_head
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.metadata import About
from intervisie_desktop.documents.pdf.page import Paper
from intervisie_desktop.documents.pdf.shaping import Span, Style, fitted, tidy

__all__ = ["CertificateFacts", "CertificateSession", "render", "statement_texts"]

Words = Mapping[str, Any]

MARGIN, BOTTOM = 24.8, 280.6
TITLE = Style(Role.SERIF_BOLD, 36, 42.5, INK)
SUBTITLE = Style(Role.SERIF_ITALIC, 13.5, 19.5, INK)
NAME = Style(Role.SERIF_MEDIUM, 27.5, 35, INK)
LEAD = Style(Role.TEXT, 10.1, 15.5, META)
SENTENCE = Style(Role.TEXT, 10.1, 16, INK)
STATEMENT = Style(Role.TEXT, 9.3, 13.5, INK)
SMALLEST_NAME = 17.0
MANY_SESSIONS = 12


@dataclass(frozen=True, slots=True)
class Spacing:
    """How much air there is: height of a row, where the title begins, around parts, in mm."""

    row: float
    title: float
    table: float
    part: float
    statement: Style


WIDE = Spacing(8.34, 48.2, 9.6, 3.4, STATEMENT)
SPACINGS = (
    WIDE,
    Spacing(7.8, 46.5, 7.5, 3.0, STATEMENT),
    Spacing(7.3, 44.0, 6.0, 2.4, STATEMENT),
    Spacing(6.9, 42.0, 4.8, 1.9, STATEMENT),
    Spacing(6.4, 40.0, 3.6, 1.2, Style(STATEMENT.role, 9, 12.6, INK)),
    Spacing(6.1, 38.5, 2.8, 1.0, Style(STATEMENT.role, 8.8, 12.0, INK)),
    Spacing(5.8, 37.0, 2.0, 0.8, Style(STATEMENT.role, 8.5, 11.4, INK)),
)


def render(facts: CertificateFacts) -> bytes:
    """The certificate as PDF/A-3A and PDF/UA-1; the same facts give the same bytes.

    Everything moves closer together when that keeps it on one page; from twelve sessions on it
    takes more pages.
    """
    if len(facts.sessions) < MANY_SESSIONS:
        for spacing in SPACINGS:
            paper = _drawn(facts, spacing)
            if paper.page_count == 1:
                return paper.to_bytes()
    return _drawn(facts, WIDE).to_bytes()


def _drawn(facts: CertificateFacts, spacing: Spacing) -> Paper:
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
    sheet.y = spacing.title
    _title(sheet, facts, words)
    sheet.y += spacing.table
    _table(sheet, facts, words, spacing.row)
    _points(sheet, facts, words)
    _description(sheet, facts, words, spacing)
    _declaration(sheet, facts, words, spacing)
    draw_signing(sheet, facts, words)
    draw_page_numbers(sheet, words)
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
                    x=sheet.left + (sheet.room - room) / 2)  # fmt: skip


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
        cell(dutch.span(session.start, session.end), FIGURES, note=pause),
        cell(session.form),
    ]
    if facts.show_contribution:
        answer = {True: words["yes"], False: words["no"], None: "–"}
        row.append(cell(answer[session.contribution]))
    if facts.show_hours:
        row.append(cell(dutch.hours(session.minutes), FIGURES))
    return row


def _total(facts: CertificateFacts, words: Words, columns: int) -> tuple[Cell, ...]:
    required = facts.required_minutes
    label = (
        words["total"]
        if required is None
        else words["total_required"].format(hours=dutch.hours(required).removesuffix(",0"))
    )
    heavy = bold(CELL)
    total = cell(dutch.hours(facts.minutes), bold(FIGURES))
    return (Cell(texts=(plain(label, heavy),), span=columns - 1, head=True), total)


def _points(sheet: Sheet, facts: CertificateFacts, words: Words) -> None:
    if facts.points is None:
        return
    template = words["points"]["one" if facts.points == 1 else "more"]
    spans = filled(template, CELL, points=str(facts.points), kind=facts.points_kind,
                   cap=str(facts.points_cap))  # fmt: skip
    sheet.paragraph(spans, after=1.0)


def _description(sheet: Sheet, facts: CertificateFacts, words: Words, spacing: Spacing) -> None:
    """The short, non-substantive description, and a remark if one is to be printed."""
    style = spacing.statement
    if facts.description:
        spans = plain(facts.description, style)
        sheet.y += spacing.part
        sheet.ensure(8.0 + height_of(spans, sheet.room))
        sheet.paragraph(filled(words["description"]["heading"], H2), kind="H2", after=1.2)
        sheet.paragraph(spans)
    if facts.remark:
        sheet.y += 1.0
        sheet.paragraph(plain(facts.remark, style))


def _declaration(sheet: Sheet, facts: CertificateFacts, words: Words, spacing: Spacing) -> None:
    """What the leader declares, on the page where it is signed."""
    if not facts.statements:
        return
    style = spacing.statement
    statements = [tidy(text) for text in facts.statements]
    room = sheet.room - TICK_INDENT
    height = sum(height_of(plain(text, style), room) + TICK_GAP for text in statements)
    sheet.y += spacing.part
    sheet.ensure(7.7 + height + signing_height(facts, words["signing"]))
    heading = filled(words["declaration"]["heading"], H2, quality=facts.quality)
    sheet.paragraph(heading, kind="H2", after=1.7)
    sheet.ticked(statements, style)
