"""Fixes that record something of a register, a contract or a hint one has taken note of; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from intervisie_desktop.domain.people import Registration
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation
from intervisie_desktop.domain.profiles import mentions
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.steps import (
    Act,
    Do,
    Kit,
    Letter,
    Sheet,
    Step,
    Values,
    people_of,
    sessions_of,
)
from intervisie_desktop.ui.text import finding_letters
from intervisie_desktop.ui.text import mending as words
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Text

TERM_YEARS = 5
"""What a next term begins with in the form (NOvA, rules.md N10); the user decides."""


def seen(kit: Kit, pile: Pile) -> Step:
    """Taken note of: not shown any more until the year is over."""
    first, *others = (member.key for member in pile.members)
    until = date(pile.finding.subject.year or kit.today.year, 12, 31)
    until = max(until, kit.today)
    return Do(partial(kit.compliance.ignore, first, words.SEEN, until, *others))


def registration(kit: Kit, pile: Pile) -> Step | None:
    """Someone who was there is in the register after all."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if not sessions:
        return None
    session = sessions[0]
    profile = kit.compliance.profiles().get(pile.finding.profile)
    edition = profile.edition_on(session.day) if profile else None
    registers = edition.registers.value if edition and edition.registers else ()
    there = kit.mending.present(session.id)
    people = kit.named([p for p in there if not _registered(kit, p, registers, session.day)])
    if not people:
        return None
    sheet = Sheet()
    sheet.add(Field("person", words.WHO, Choice(options=people), required=True), "")
    item = Field("register", words.REGISTER, Text(length=80), required=True)
    sheet.add(item, next(iter(registers), ""))
    sheet.add(Field("number", words.NUMBER, Text(length=40)), "")
    sheet.add(Field("start", words.FROM, Day(), required=True), session.day.replace(month=1, day=1))

    def take(values: Values) -> Act:
        entry = Registration(
            id="",
            participant_id=str(values["person"]),
            register=str(values["register"]).strip(),
            number=str(values["number"] or "").strip(),
            period=Period(values["start"]),
        )
        return partial(kit.people.put, entry)

    return sheet.asking(words.REGISTRATION, words.SAVE, take)


def designation(kit: Kit, pile: Pile) -> Step | None:
    """The term in which a facilitator was or is designated: missing, or the next one."""
    finding = pile.finding
    leader = finding.subject.facilitator or str(finding.figures.get("facilitator") or "")
    if finding.code == "L03":
        leader = leader or finding.subject.id
    known = [c for c in kit.practice.facilitators() if c.facilitator.id == leader]
    if not known:
        return None
    ended = _iso(finding.figures.get("ended")) or _iso(finding.figures.get("ends"))
    last = next((d for d in known[0].designations if ended and d.period.end == ended), None)
    first_day = min((m.day for m in pile.members if m.day), default=kit.today)
    start = ended + timedelta(days=1) if ended else first_day.replace(month=1, day=1)
    register = last.register if last else str(finding.figures.get("register") or "")
    sheet = Sheet()
    sheet.add(Field("register", words.REGISTER, Text(length=80), required=True), register)
    sheet.add(Field("number", words.NUMBER, Text(length=40)), last.number if last else "")
    sheet.add(Field("start", words.FROM, Day(), required=True), start)
    end = replace_year(start, start.year + TERM_YEARS) - timedelta(days=1)
    sheet.add(Field("end", words.UNTIL, Day()), end)

    def take(values: Values) -> Act:
        entry = Designation(
            id="",
            facilitator_id=leader,
            register=str(values["register"]).strip(),
            number=str(values["number"] or "").strip(),
            period=Period(values["start"], values["end"]),
        )
        return partial(kit.practice.put_designation, entry)

    title = words.DESIGNATION_NEXT if ended else words.DESIGNATION
    return sheet.asking(f"{title}: {known[0].facilitator.name}", words.SAVE, take)


def agreement(kit: Kit, pile: Pile) -> Step | None:
    """Who signed the newest contract of the group; None where there is no contract yet."""
    finding = pile.finding
    found = kit.agreements.of_group(finding.subject.group or "")
    people = people_of(finding)
    if not found or not people:
        return None
    newest = max((one.agreement for one in found), key=lambda one: one.agreed_on)
    sheet = Sheet().choose("people", words.SIGNED_BY, kit.named(people))
    sheet.add(Field("on", words.SIGNED_ON, Day(), required=True), kit.today)

    def take(values: Values) -> Act:
        return partial(kit.agreements.sign, newest.id, tuple(values["people"]), values["on"])

    return sheet.asking(words.AGREEMENT, words.RECORD, take)


def letter(kit: Kit, pile: Pile) -> Step | None:
    """A letter to those a card is about, in the words of its rule."""
    people = tuple(dict.fromkeys(p for member in pile.members for p in people_of(member)))
    written = finding_letters.letter(pile.finding, kit.names)
    if not people or written is None:
        return None
    subject, text = written
    return Letter(kit.named(people), subject, text)


def replace_year(day: date, year: int) -> date:
    """The same day in another year; 29 February becomes the 28th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _registered(kit: Kit, person: str, registers: Sequence[str], day: date) -> bool:
    entries = kit.people.card(person).registrations
    return any(day in one.period and mentions(one.register, registers) for one in entries)


def _iso(value: object) -> date | None:
    return date.fromisoformat(str(value)) if value else None
