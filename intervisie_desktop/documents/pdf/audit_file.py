"""The audit file (auditdossier) of a participant or a group: what was recorded, and the norms.

A participant's file has no place for other people; nothing in either is about what was said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.audit_facts import (
    AuditCertificate,
    AuditFileFacts,
    AuditFinding,
    AuditPresence,
    AuditSession,
    AuditStanding,
)
from intervisie_desktop.documents.pdf.layout import (
    BODY,
    CELL,
    FIGURES,
    RIGHT,
    SMALL,
    TINY,
    Cell,
    Column,
    Sheet,
    bold,
    cell,
    filled,
    plain,
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
_FOLLOWS = 26.0
"""What stays with a heading, in mm: the head of its table and a first row."""
_HASH_PART = 32


def render(facts: AuditFileFacts) -> bytes:
    """The file as PDF/A-3A and PDF/UA-1."""
    words = texts("audit_file")
    name = tidy(facts.name)
    first, last = dutch.day(facts.first), dutch.day(facts.last)
    subject = words["subject"].format(name=name)
    about = About(title=subject, author=tidy(facts.practice.name), subject=subject,
                  issued_on=facts.issued_on)  # fmt: skip
    sheet = stationery(about, facts.practice)
    title(sheet, words["title"], facts.practice)
    labels = words["labels"]
    pairs(
        sheet,
        [
            (labels["group" if facts.of_group else "participant"], facts.name),
            (labels["organisation"], facts.organisation),
            (labels["registrations"], ", ".join(facts.registrations)),
            (labels["period"], words["period"].format(first=first, last=last)),
            (labels["issued"], dutch.day(facts.issued_on)),
        ],
    )
    intro = words["intro_group" if facts.of_group else "intro_participant"]
    sheet.paragraph(filled(intro, BODY, name=name), after=1.4)
    sheet.paragraph(plain(words["sums"], SMALL))
    if facts.of_group:
        _group_sessions(sheet, facts, words)
    else:
        _own_sessions(sheet, facts, words)
    _leading(sheet, facts, words["leading"])
    _agreements(sheet, facts, words["agreements"])
    _certificates(sheet, facts, words)
    _standings(sheet, facts, words)
    _findings(sheet, facts, words["findings"])
    _norms(sheet, facts, words)
    foot = words["foot"].format(name=name, day=dutch.day(facts.issued_on))
    return finished(sheet, foot)


def _day(value: date) -> str:
    return f"{dutch.WEEKDAYS[value.weekday()][:2]} {dutch.day(value)}"


def _spans(times: Sequence[tuple[int, int]]) -> str:
    return ", ".join(dutch.span(start, end) for start, end in times)


def _nothing(sheet: Sheet, words: Mapping[str, str]) -> None:
    heading(sheet, words["heading"])
    sheet.paragraph(plain(words["nothing"], BODY))


def _table(
    sheet: Sheet, words: Mapping[str, str], columns: Sequence[tuple[str, float, float]],
    rows: Sequence[Sequence[Cell]], foot: Sequence[Cell] = (),
) -> None:  # fmt: skip
    """A heading and a table; the column with width 0 takes what is left."""
    heading(sheet, words["heading"], follows=_FOLLOWS)
    rest = sheet.room - sum(width for _, width, _ in columns)
    made = [Column(head=words[key], width=width or rest, align=at) for key, width, at in columns]
    sheet.table(made, rows, row_height=ROW_HEIGHT, foot=foot)


def _own_sessions(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, Any]) -> None:
    labels = words["sessions"]
    if not facts.sessions:
        _nothing(sheet, labels)
        return
    columns = (("day", 38.0, 0.0), ("group", 0.0, 0.0), ("present", 27.0, 0.0),
               ("others", 17.0, RIGHT), ("counted", 15.0, RIGHT))  # fmt: skip
    total = sum(session.counted for session in facts.sessions)
    label = Cell(texts=(plain(labels["total"], bold(CELL)),), span=4, head=True)
    foot = (label, cell(dutch.hours(total), bold(FIGURES)))
    _table(sheet, labels, columns, [_own_session(s, words) for s in facts.sessions], foot)


def _own_session(session: AuditSession, words: Mapping[str, Any]) -> tuple[Cell, ...]:
    notes, labels = texts("year_overview")["not_counted"], words["group_session"]
    leader = words["sessions"]["leader"].format(leader=session.leader, form=session.form)
    signed = labels["list_signed" if session.list_signed else "list_unsigned"]
    recorded = f"{labels['secrecy']}: {_secrecy(session, labels)}. {labels['list']}: {signed}."
    about = (plain(session.group, CELL), plain(leader, TINY), plain(recorded, TINY))
    return (
        cell(_day(session.day), note=dutch.span(session.start, session.end)),
        Cell(texts=about),
        cell(_spans(session.times), note=notes.get(session.note, "")),
        cell(str(session.others), FIGURES),
        cell(dutch.hours(session.counted), FIGURES),
    )


def _group_sessions(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, Any]) -> None:
    if not facts.sessions:
        _nothing(sheet, words["sessions"])
        return
    heading(sheet, words["sessions"]["heading"], follows=30.0)
    for session in facts.sessions:
        _group_session(sheet, session, words)


def _group_session(sheet: Sheet, session: AuditSession, words: Mapping[str, Any]) -> None:
    labels = words["group_session"]
    sheet.ensure(44.0)
    day = f"{dutch.weekday_and_day(session.day)}, {dutch.span(session.start, session.end)}"
    sheet.paragraph(plain(day, bold(CELL)), kind="H3", after=0.6)
    signed = labels["list_signed" if session.list_signed else "list_unsigned"]
    evaluated = ""
    if session.evaluated_on:
        evaluated = labels["evaluated"].format(day=dutch.day(session.evaluated_on))
    pairs(
        sheet,
        [
            (labels["leader"], session.leader),
            (labels["form"], session.form),
            (labels["secrecy"], _secrecy(session, labels)),
            (labels["list"], signed),
            (labels["evaluation"], evaluated),
        ],
        columns=2,
    )
    if session.people:
        columns = [
            Column(head=labels["name"], width=sheet.room - 80.0),
            Column(head=labels["present"], width=60.0),
            Column(head=labels["counted"], width=20.0, align=RIGHT),
        ]
        rows = [_person(one, words) for one in session.people]
        sheet.table(columns, rows, row_height=ROW_HEIGHT)
    sheet.y += 4.0


def _secrecy(session: AuditSession, labels: Mapping[str, str]) -> str:
    if session.secrecy_on is None:
        return labels["secrecy_not"]
    time = ""
    if session.secrecy_at is not None:
        time = labels["secrecy_time"].format(time=dutch.clock(session.secrecy_at))
    return labels["secrecy_at"].format(day=dutch.day(session.secrecy_on), time=time)


def _person(one: AuditPresence, words: Mapping[str, Any]) -> tuple[Cell, ...]:
    there = _spans(one.times) or words["absent"].get(
        one.absent, words["group_session"]["not_present"]
    )
    counted = dutch.hours(one.counted) if one.times else words["group_session"]["not_present"]
    return cell(one.name), cell(there), cell(counted, FIGURES)


def _leading(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, str]) -> None:
    if not facts.sessions:
        return
    columns = (("day", 44.0, 0.0), ("leader", 48.0, 0.0), ("designation", 0.0, 0.0))
    rows = [
        (cell(_day(s.day)), cell(s.leader or "–"), cell(s.designation or words["none"]))
        for s in facts.sessions
    ]
    _table(sheet, words, columns, rows)


def _agreements(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, str]) -> None:
    if not facts.agreements:
        _nothing(sheet, words)
        return
    columns = (("day", 38.0, 0.0), ("group", 52.0, 0.0), ("signed", 0.0, 0.0))
    rows = []
    for one in facts.agreements:
        signed = [
            plain(words["signature"].format(name=tidy(name), day=dutch.day(day)), CELL)
            for name, day in one.signatures
        ]
        what = Cell(texts=tuple(signed)) if signed else cell(words["unsigned"])
        rows.append((cell(dutch.day(one.agreed_on)), cell(one.group), what))
    _table(sheet, words, columns, rows)


def _certificates(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, Any]) -> None:
    labels = words["certificates"]
    if not facts.certificates:
        _nothing(sheet, labels)
        return
    columns = (("number", 30.0, 0.0), ("about", 0.0, 0.0), ("issued", 36.0, 0.0),
               ("state", 22.0, 0.0))  # fmt: skip
    rows = [_certificate(one, words, of_group=facts.of_group) for one in facts.certificates]
    _table(sheet, labels, columns, rows)


def _certificate(
    one: AuditCertificate, words: Mapping[str, Any], *, of_group: bool
) -> tuple[Cell, ...]:
    labels = words["certificates"]
    about = (
        _day(one.about)
        if isinstance(one.about, date)
        else labels["about_year"].format(year=one.about)
    )
    # In two halves: a hash has no place to break a line at.
    sha = labels["sha"].format(sha=f"{one.sha256[:_HASH_PART]} {one.sha256[_HASH_PART:]}")
    lines = [plain(f"{one.name}, {about}" if of_group else about, CELL), plain(sha, TINY)]
    if one.reason:
        lines.append(plain(labels["reason"].format(reason=tidy(one.reason)), TINY))
    return (
        cell(one.number),
        Cell(texts=tuple(lines)),
        cell(dutch.day(one.issued_on)),
        cell(words["certificate_states"][one.state]),
    )


def _standings(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, Any]) -> None:
    if not facts.standings:
        return
    columns = [("register", 0.0, 0.0), ("year", 14.0, 0.0), ("made", 20.0, RIGHT),
               ("required", 20.0, RIGHT), ("points", 17.0, RIGHT),
               ("state", 30.0, RIGHT)]  # fmt: skip
    if facts.of_group:
        columns.insert(0, ("who", 42.0, 0.0))
    rows = [_standing(one, words["states"], of_group=facts.of_group) for one in facts.standings]
    _table(sheet, words["standings"], columns, rows)


def _standing(one: AuditStanding, states: Mapping[str, str], *, of_group: bool) -> tuple[Cell, ...]:
    points = "–" if one.hundredths is None else dutch.quantity(one.hundredths * 10)
    cells = (
        cell(one.register),
        cell(str(one.year)),
        cell(dutch.hours(one.made), FIGURES),
        cell("–" if one.required is None else dutch.hours(one.required), FIGURES),
        cell(points, FIGURES),
        cell(states[one.state]),
    )
    return (cell(one.name), *cells) if of_group else cells


def _findings(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, str]) -> None:
    if not facts.findings:
        _nothing(sheet, words)
        return
    columns = (("what", 0.0, 0.0), ("source", 66.0, 0.0), ("state", 40.0, 0.0))
    _table(sheet, words, columns, [_finding(one, words) for one in facts.findings])


def _finding(one: AuditFinding, words: Mapping[str, str]) -> tuple[Cell, ...]:
    under = ". ".join(part for part in (one.context, one.evidence) if part)
    state = words[one.severity]
    if one.solved_on is not None:
        state = words["solved"].format(day=dutch.day(one.solved_on))
    elif one.exception_on is not None:
        key = "exception" if one.exception_until is None else "exception_until"
        until = dutch.day(one.exception_until) if one.exception_until else ""
        reason = words["withheld"] if one.reason is None else tidy(one.reason)
        state = words[key].format(day=dutch.day(one.exception_on), until=until, reason=reason)
    return cell(one.title, note=under), cell(one.norm, note=one.source), cell(state)


def _norms(sheet: Sheet, facts: AuditFileFacts, words: Mapping[str, Any]) -> None:
    if not facts.norms:
        return
    labels = words["norms"]
    columns = (("profile", 48.0, 0.0), ("edition", 42.0, 0.0), ("source", 0.0, 0.0))
    rows = []
    for one in facts.norms:
        edition = labels["always"]
        if one.valid_from is not None:
            edition = labels["from"].format(day=dutch.day(one.valid_from))
        sure = [words["certainty"][one.certainty]]
        if one.checked_on is not None:
            sure.append(labels["checked"].format(day=dutch.day(one.checked_on)))
        sources = [plain(source, CELL) for source in one.sources]
        rows.append(
            (
                cell(one.profile, note=labels["adapted"] if one.adapted else ""),
                cell(edition),
                Cell(texts=(*sources, plain(", ".join(sure), TINY))),
            )
        )
    _table(sheet, labels, columns, rows)
