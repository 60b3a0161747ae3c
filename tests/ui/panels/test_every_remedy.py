"""Every rule can be helped: the best fix of each code is tried on a practice that breaks it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from intervisie_desktop.domain.attendance import Attendance
from intervisie_desktop.domain.groups import Agreement, AgreementSignature, Group, Membership
from intervisie_desktop.domain.invoice_findings import CODES as INVOICE_CODES
from intervisie_desktop.domain.people import (
    Absence,
    Employment,
    Participant,
    Registration,
    Relation,
)
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.domain.rules import CODES
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.storage.store import Store
from intervisie_desktop.ui.panels.findings.piles import piles
from intervisie_desktop.ui.panels.findings.presenter import FindingsPresenter
from intervisie_desktop.ui.panels.findings.remedies import possible
from intervisie_desktop.ui.shell.desk import Place
from intervisie_desktop.ui.text import control
from intervisie_desktop.ui.text.finding_fixes import FIXES, FOR_CODE, fixes_for
from intervisie_desktop.ui.widgets.buttons import Button, Kind
from intervisie_desktop.ui.widgets.fields import Choice, Day, Many
from tests import builders as a
from tests.domain.golden import Making, cases, judge_of
from tests.ui.desk_double import PlainDesk
from tests.ui.panels.test_findings import View

# What cannot be recorded from the panel: the work is done on the page that opens.
ELSEWHERE = {
    "G01": (Place.SESSIONS, ("attendance", "person")),
    "G02": (Place.SESSIONS, ("attendance", "person")),
    "G03": (Place.GROUPS, ("members",)),
    "G06": (Place.PARTICIPANTS, ("",)),
    "G07": (Place.GROUPS, ("members",)),
    "G09": (Place.GROUPS, ("members",)),
    "G10": (Place.GROUPS, ("members",)),
    "G11": (Place.SESSIONS, ("guest",)),
    "U02": (Place.SESSIONS, ("attendance", "times")),
    "U04": (Place.CATCH_UP, ("",)),
    "U07": (Place.PARTICIPANTS, ("",)),
    "U09": (Place.PARTICIPANTS, ("",)),
    "L05": (Place.SETTINGS, ("own",)),
    "M03": (Place.SESSIONS, ("",)),
    "X01": (Place.GROUPS, ("members",)),
    "D01": (Place.CERTIFICATES, ("session", "person", "make")),
    "D04": (Place.CERTIFICATES, ("session", "person", "make")),
    "D05": (Place.PARTICIPANTS, ("",)),
}
LETTERS = {"U06"}
COLLECTIONS = {
    Facilitator: "facilitators",
    Designation: "designations",
    Participant: "participants",
    Employment: "employments",
    Registration: "registrations",
    Absence: "absences",
    Relation: "relations",
    Group: "groups",
    Membership: "memberships",
    Agreement: "agreements",
    AgreementSignature: "agreement_signatures",
    Session: "sessions",
    Attendance: "attendances",
}


# What a user types over what is proposed: the facts of the day.
TYPED = {
    "A01": {"on": date(2026, 2, 12)},
    "U01": {"end": 12 * 60},
    "H03": {"text": "Omgaan met werkdruk"},
}


def known(record, book):
    """The record without a facilitator that does not exist."""
    if isinstance(record, Session) and not book.find(Facilitator, record.facilitator_id):
        return replace(record, facilitator_id=None)
    if isinstance(record, Group) and not all(book.facilitator_of(s) for s in book.all(Session)):
        return replace(record, facilitator_id=None)
    return record


def practice_of(case, path):
    """A real file with what the case asks, opened on its day."""
    making = Making(case)
    book = making.book()
    store = Store.create(path, bytes(32))
    at = datetime.combine(case.get("today", a.TODAY), time(9))
    machine = MachineService(Paths.under(path.parent))
    services = Services(store, FixedClock(at), SeededIds(3), machine=machine)
    with store.work("made", final=True) as work:
        for kind, collection in COLLECTIONS.items():
            getattr(work, collection).add_all([known(one, book) for one in book.all(kind)])
        leader = next((one.id for one in book.all(Facilitator)), None)
        work.practice.save(Practice(facilitator_id=leader))
    return services


class Trying:
    """The panel on one practice, on the cards of one code."""

    def __init__(self, services, code):
        self.services, self.code = services, code
        self.desk = PlainDesk(day=services.clock.today(), working_year=services.clock.today().year)
        self.view = View()
        self.panel = FindingsPresenter(services, self.view, self.desk)
        self.desk.listeners.append(self.panel.check)
        self.panel.check()
        self.panel.toggle_others()

    def keys(self):
        """The findings of the code that stand open."""
        found = self.services.compliance.findings()
        return {j.finding.key for j in found if j.finding.code == self.code and not j.ignored}

    def first(self):
        """The first card of the code."""
        return next(key for key in self.view.state.keys if self.code in self._codes(key))

    def _codes(self, key):
        return {member.code for member in self.panel.pile(key).members}

    def answer(self):
        """Fill in what is asked as a user would: what is proposed, else the first choice."""
        asking = self.view.state.asking
        values = dict(asking.values)
        for item in asking.fields:
            if values[item.name] in (None, "", ()):
                values[item.name] = _typed(item, self.desk.today())
        self.panel.confirm({**values, **TYPED.get(self.code, {})})


def _typed(item, today):
    if isinstance(item.kind, Choice):
        return item.kind.options[0][0]
    if isinstance(item.kind, Many):
        return tuple(key for key, _ in item.kind.options)
    return today if isinstance(item.kind, Day) else "neutraal"


def first_case(code):
    """A case that breaks the rule."""
    # A profile that only lives in the case is not in the file.
    broken = [c for found, c in cases() if found == code and c["expect"] and "own" not in c]
    return next((c for c in broken if c.get("kind") == "breaks"), broken[0])


@pytest.mark.parametrize("code", CODES)
def test_the_best_fix_of_every_code_really_helps(code, tmp_path):
    services = practice_of(first_case(code), tmp_path / "p.intervisie")
    trying = Trying(services, code)
    before = trying.keys()
    assert before
    key = trying.first()
    [*mine] = [m.key for m in trying.panel.pile(key).members if m.code == code]
    trying.panel.fix(key)
    if trying.view.state.asking is not None and code not in LETTERS:
        trying.answer()
    assert not trying.desk.refused
    if code in ELSEWHERE:
        place, parts = ELSEWHERE[code]
        [to] = trying.desk.visited
        assert to.place is place
        assert to.part.partition("/")[0] in parts
    elif code in LETTERS:
        assert "{naam}" in trying.view.state.asking.values["text"]
    else:
        assert not trying.desk.visited
        assert not (set(mine) & trying.keys())
        services.undo.undo()
        assert trying.keys() == before
    services.store.close()


def test_each_code_that_is_not_solved_on_the_spot_is_named_here():
    assert set(ELSEWHERE) | LETTERS <= set(CODES) == set(FOR_CODE) - set(INVOICE_CODES)


def test_times_of_an_open_session_lead_to_the_field_itself(tmp_path):
    case = {**first_case("U01"), "session": {"state": "held"}}
    case["session"] = {}
    services = practice_of(case, tmp_path / "p.intervisie")
    trying = Trying(services, "U01")
    someone = next(
        m.subject for m in trying.panel.pile(trying.first()).members if m.subject.participant
    )
    services.holding.reopen(someone.session, "nakijken")
    trying.panel.check()
    trying.panel.fix(trying.first())
    [to] = trying.desk.visited
    assert (to.place, to.id, to.part) == (
        Place.SESSIONS, someone.session, f"times/{someone.participant}",
    )  # fmt: skip
    services.store.close()


def test_a_letter_is_copied_with_the_name_or_kept_as_a_draft(tmp_path):
    services = practice_of(first_case("U06"), tmp_path / "p.intervisie")
    trying = Trying(services, "U06")
    trying.desk.path = tmp_path / "concepten"
    trying.panel.fix(trying.first())
    asking = trying.view.state.asking
    trying.panel.doing.other(asking.values)
    assert trying.desk.copied[0].startswith("Beste Noor,")
    with services.store.reading() as read:
        people = read.participants.all()
    for person in people:
        services.people.change(replace(person, email="noor@voorbeeld.nl"))
    trying.panel.fix(trying.first())
    trying.panel.confirm(trying.view.state.asking.values)
    [draft] = list((tmp_path / "concepten").iterdir())
    assert b"X-Unsent: 1" in draft.read_bytes()
    assert b"Beste Noor" in draft.read_bytes()
    assert trying.desk.told == ["1 e-mailconcept bewaard."]
    services.store.close()


def test_an_exception_until_a_day_comes_back_and_says_so(tmp_path):
    services = practice_of(first_case("D02"), tmp_path / "p.intervisie")
    trying = Trying(services, "D02")
    key = trying.first()
    trying.panel.ignore(key)
    values = {**trying.view.state.asking.values, "reason": "Lijst komt per post"}
    trying.panel.confirm({**values, "until": "day", "day": trying.desk.today()})
    [kept] = trying.view.state.exceptions
    assert kept.terms.startswith("Sinds ")
    assert "tot en met" in kept.terms
    services.clock.moment = datetime.combine(date(2026, 12, 1), time(9))
    trying.panel.check()
    assert trying.view.state.exceptions == ()
    note = trying.view.state.card(trying.first()).note
    assert note.endswith(": Lijst komt per post")
    services.store.close()


def test_every_fix_fits_beside_the_exception_on_a_card(theme, qtbot):
    room = 304 - 2 * 10 - 25 - 6 - Button(control.IGNORE, Kind.QUIET, small=True).sizeHint().width()
    wide = {
        fix.label: Button(fix.label, Kind.DEFAULT, fix.icon, small=True).sizeHint().width()
        for fix in FIXES.values()
    }
    assert {label: width for label, width in wide.items() if width > room} == {}


def test_no_golden_finding_is_without_a_fix():
    helpless = []
    for _, case in cases():
        found = judge_of(case).all_findings()
        for pile in piles(found):
            fixes = fixes_for(pile.finding.code, pile.finding.aspect)
            if not possible(fixes, pile):
                helpless.append((pile.key, case["name"]))
    assert helpless == []
