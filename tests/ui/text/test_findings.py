"""Every finding has its Dutch words, with the figures of the case."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.compliance import Judge
from intervisie_desktop.domain.findings import Finding
from intervisie_desktop.domain.gathering import gathered
from intervisie_desktop.domain.invoice_findings import CODES as INVOICE_CODES
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.rules import CODES
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.ui.text import finding_letters
from intervisie_desktop.ui.text.finding_fixes import FIXES, FOR_CODE
from intervisie_desktop.ui.text.findings import REQUIRED, SENTENCES, describe, explain
from tests import builders as a
from tests.domain.golden import cases, judge_of

ROOT = a.ROOT


class Book:
    """The names of a casebook."""

    def __init__(self, book: Casebook) -> None:
        self.book = book

    def participant(self, participant_id: str) -> str:
        found = self.book.find(Participant, participant_id)
        return found.name.plain if found else "?"

    def facilitator(self, facilitator_id: str) -> str:
        return "Marit Papierwilg"

    def group(self, group_id: str) -> tuple[str, str]:
        return "Ochtendgroep Utrecht", "OU"

    def client(self, client_id: str) -> str:
        return "Maatschap Appelvink"

    def session_day(self, session_id: str) -> date | None:
        found = self.book.find(Session, session_id)
        return found.day if found else None

    def profile(self, key: str) -> str:
        known = a.profiles().get(key)
        return known.short_name if known else "Eigen"


def everything() -> Iterator[tuple[Finding, Book]]:
    for _, case in cases():
        judge = judge_of(case)
        book, found = judge.book, judge.all_findings()
        for finding in (*found, *gathered(found)):
            yield finding, Book(book)


def test_every_code_has_a_sentence_a_requirement_and_fixes() -> None:
    every = {*CODES, *INVOICE_CODES}
    assert set(SENTENCES) == every
    assert set(REQUIRED) == every
    assert set(FOR_CODE) == every
    assert {name for names in FOR_CODE.values() for name in names} <= set(FIXES)


def test_every_fix_has_an_icon_that_ships() -> None:
    icons = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}
    assert {fix.icon for fix in FIXES.values()} <= icons


def test_every_golden_finding_is_said_without_codes_or_ids() -> None:
    seen = set()
    for finding, names in everything():
        text = describe(finding, names)
        lines = (text.title, text.evidence, text.remedy, text.context, text.source,
                 *explain(finding, names))  # fmt: skip
        for line in lines:
            assert line, finding
            assert not re.search(r"\b[pgs]\d\b|None|_|\{|  ", line), line
            begins_as_it_likes = line in {text.context, text.source}
            assert line[0].isupper() or line[0].isdigit() or begins_as_it_likes, line
        assert text.fixes
        seen.add(finding.code)
    assert seen == set(CODES)


def said(code: str, name: str) -> tuple[str, str, str, str]:
    [case] = [c for found, c in cases() if found == code and c["name"] == name]
    judge = judge_of(case)
    book, found = judge.book, next(f for f in judge.all_findings() if f.code == code)
    text = describe(found, Book(book), year=2026)
    return text.context, text.title, text.evidence, text.source


def test_a_short_stay_reads_as_in_the_picture() -> None:
    assert said("U01", "who left after 96 minutes") == (
        "OU, do 12 mrt",
        "Noor Kastanjelaar: 1,6 uur telt niet mee",
        "Vertrek 11:36, dus korter dan 2 uur",
        "NOvA: ten minste 2 uur aaneengesloten per dag",
    )


def test_a_shortage_reads_as_in_the_picture() -> None:
    practice = a.Practice(5)
    someone = practice.people[0]
    session = a.a_session(practice.group, date(2026, 1, 28), minutes=150)
    practice.add(session, *(a.an_attendance(session, p) for p in practice.people))
    for day in (date(2026, 4, 16), date(2026, 6, 18)):
        session = a.a_session(practice.group, day)
        practice.add(session, *(a.an_attendance(session, p) for p in practice.people[1:]))
    practice.plan(date(2026, 10, 13), minutes=150)
    practice.plan(date(2026, 11, 24))
    found = Judge(a.profiles(), practice.book()).all_findings()
    [short] = [f for f in found if f.code == "U04"]
    text = describe(short, Book(practice.book()), with_group=False)
    assert text.title == f"{someone.name.plain} komt uit op 7,0 uur"
    assert text.evidence == "2,5 nu + 4,5 gepland, tekort 1,0 uur"
    assert text.source == "NOvA: ten minste 8 uur per jaar"
    assert text.context == "deelnemer"
    assert [fix.label for fix in text.fixes] == [
        "Zoek inhaalplaats",
        "Plan inhaaldatum",
        "Navragen",
        "Naar deelnemer",
    ]
    assert explain(short, Book(practice.book()))[0] == "28 jan: 2,5 uur"


def test_another_year_is_named() -> None:
    assert said("D01", "after the year nobody has one")[0] == "OU, wo 12 mrt 2025"


def test_every_letter_asks_one_participant_and_tells_nothing_of_others() -> None:
    asked = set()
    for finding, names in everything():
        written = finding_letters.letter(finding, names)
        assert (written is not None) == finding_letters.asks(finding.code)
        if written is None:
            continue
        subject, text = written
        asked.add(finding.code)
        assert set(re.findall(r"\{.*?\}", subject + text)) == {
            "{naam}", "{begeleider}", "{praktijk}",
        }  # fmt: skip
        assert not re.search(r"\b[pgs]\d\b|None|_|  ", subject + text), text
        people = [p.name.plain for p in names.book.all(Participant)]
        assert not any(name in subject + text for name in people)
    assert asked == {code for code, fixes in FOR_CODE.items() if "ask_people" in fixes}
