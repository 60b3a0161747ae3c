"""Issuing: what is printed is what is recorded, kept for good, and never twice."""

import hashlib
import json
from dataclasses import replace
from datetime import date

import pypdfium2
import pytest

from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.certificates import PaperState
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.findings import Certainty, FindingException, Source
from intervisie_desktop.domain.profile_editing import with_new_edition, with_norm
from intervisie_desktop.domain.profiles import Norm
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.domain.statement import binding_of, read_payload
from intervisie_desktop.services.certification.values import (
    Choice,
    PaperOptions,
    Readiness,
    Wanted,
)
from intervisie_desktop.services.own_profiles import OwnProfilesService
from intervisie_desktop.services.profiles import ProfilesService
from intervisie_desktop.storage.connect import connect
from tests.services.certificates.practice import KEY, a_session


class Watcher:
    def __init__(self, at_most):
        self.at_most = at_most
        self.steps = []

    @property
    def cancelled(self):
        return len(self.steps) > self.at_most

    def step(self, done, total, text=""):
        self.steps.append(done)


def text_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())


def change(house, person, session, **changes):
    with house.store.work("attendance_changed") as work:
        found = work.attendances.where(session_id=session, participant_id=person)[0]
        work.attendances.save(replace(found, **changes))


def test_who_is_ready_and_who_is_not_is_told_with_hours_and_findings(house):
    (group,) = house.service.candidates(Wanted(year=2026))

    assert group.name == "Arbeidsrecht Online"
    assert [(c.name, c.minutes, c.readiness) for c in group.candidates] == [
        ("Stijn Berkenblad", 390, Readiness.BLOCKED),
        ("Merel Ganzerik", 540, Readiness.READY),
        ("Ruben van den Vuurdoorn", 540, Readiness.READY),
        ("Tess Wolkendek", 540, Readiness.READY),
    ]
    assert [finding.code for finding in group.candidates[0].findings] == ["U04"]


def test_a_preview_is_an_example_and_leaves_nothing_behind(house):
    before = house.path.stat().st_size
    pdf = house.service.preview(house.key("p1"), PaperOptions())

    assert "Voorbeeld, geen bewijs" in text_of(pdf)
    assert house.numbers() == []
    assert house.path.stat().st_size == before


def test_the_paper_says_who_when_how_long_and_what_was_checked(house):
    made = house.issue("p1").made[0]
    words = text_of(house.service.paper(made.certificate_id))

    for part in (
        "2026-001", "mr. Merel Ganzerik", "BAR A10123", "9,0 uur", "vier advocaten",
        "dinsdag 10 februari 2026", "Voorbeeldstad, 13 oktober 2026", "geheimhouding",
        "afgesloten ruimte", "artikel 26", "28 februari 2029", "4 opleidingspunten",
        "Verdeling werk en privé. Urendruk.",
    ):  # fmt: skip
        assert part in words
    for other in ("Vuurdoorn", "Wolkendek", "Berkenblad"):
        assert other not in words


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"confidentiality": False}, "geheimhouding"),
        ({"closed_room": False}, "afgesloten ruimte"),
    ],
)
def test_a_sentence_is_only_printed_when_its_check_is_recorded(house, changes, sentence):
    change(house, "p1", "s3", **changes)

    assert sentence not in text_of(house.service.preview(house.key("p1"), PaperOptions()))


def test_own_contribution_is_confirmed_only_when_it_was_ticked(house):
    for session in ("s1", "s2", "s3", "s4"):
        change(house, "p1", session, contribution=False)

    words = text_of(house.service.preview(house.key("p1"), PaperOptions()))
    assert "dilemma" not in words


def test_options_decide_what_stands_on_the_paper(house):
    bare = PaperOptions(
        hours_per_session=False, contribution=False, signature=False, control_code=False
    )
    words = text_of(house.service.paper(house.issue("p1", options=bare).made[0].certificate_id))

    for part in ("9,0 uur", "Eigen inbreng", "Controlecode"):
        assert part not in words


def test_a_paper_per_session(house):
    issued = house.issue("p1", "p2", session_id="s1")
    line = house.service.register()[0]

    assert [made.number for made in issued.made] == ["2026-001", "2026-002"]
    assert line.session_day.isoformat() == "2026-02-10"
    assert "op dinsdag 10 februari 2026" in text_of(house.service.paper(line.id))


def test_everything_printed_is_kept_and_the_bytes_come_back_the_same(house):
    made = house.issue("p1").made[0]
    with house.store.reading() as reading:
        kept = reading.certificates.get(made.certificate_id)
    snapshot = json.loads(kept.snapshot)

    assert snapshot["paper"]["participant"] == "mr. Merel Ganzerik"
    assert kept.edition.isoformat() == "2024-01-01"
    paper = house.service.paper(made.certificate_id)
    assert hashlib.sha256(paper).hexdigest() == kept.sha256
    statement = read_payload(kept.statement).statement
    assert statement.binding == binding_of(kept.snapshot, bytes.fromhex(snapshot["salt"]))
    assert b"Ganzerik" not in kept.statement.encode()


def test_the_same_record_gives_the_same_bytes(another):
    one, two = another(), another()

    papers = [h.service.paper(h.issue("p1").made[0].certificate_id) for h in (one, two)]

    assert papers[0] == papers[1]


def test_nobody_gets_two_papers_for_the_same_year(house):
    key = house.key("p1")
    house.issue("p1")

    again = house.service.issue([Choice(key=key)], PaperOptions()).value

    assert [one.code for one in again.refused] == ["certificate_exists"]
    assert house.candidate("p1").readiness is Readiness.ISSUED


def test_a_year_and_a_session_may_both_be_certified(house):
    house.issue("p1")

    assert house.issue("p1", session_id="s1").made


def test_an_error_is_passed_over_with_a_reason_that_stays_with_the_paper(house):
    made = house.issue("p4", reason="Hoorzitting, verzoek van de deken").made[0]

    assert house.service.register()[0].override_reason == "Hoorzitting, verzoek van de deken"
    assert house.service.history(made.certificate_id)[0].reason.startswith("Hoorzitting")


def excuse(house, person, reason, **changes):
    """An exception for everything that is amiss with someone's paper."""
    with house.store.work("finding_ignored") as work:
        for number, finding in enumerate(house.candidate(person).findings):
            work.exceptions.add(
                FindingException(
                    id=f"e{number}", finding_key=finding.key, code=finding.code, reason=reason,
                    made_on=date(2026, 10, 1), **changes,
                )
            )  # fmt: skip


def test_an_exception_lets_pass_and_its_reason_stays_with_the_paper(another):
    house = another()
    assert house.issue("p4").refused
    excuse(house, "p4", "Haalt de rest bij een collega")

    made = house.issue("p4").made[0]

    assert house.service.register()[0].override_reason == "Haalt de rest bij een collega"
    with house.store.reading() as read:
        snapshot = json.loads(read.certificates.get(made.certificate_id).snapshot)
    assert snapshot["override_reason"] == "Haalt de rest bij een collega"


def test_an_exception_that_ran_out_lets_nothing_pass(another):
    house = another()
    excuse(house, "p4", "Alleen in september", until=date(2026, 10, 12))

    assert house.issue("p4").refused


def test_the_reason_for_living_with_a_warning_stays_with_the_paper_too(another):
    house = another()
    with house.store.work("session_changed") as work:
        work.sessions.save(replace(work.sessions.get("s1"), list_signed=False))
    assert house.candidate("p1").readiness is Readiness.ATTENTION
    excuse(house, "p1", "De lijst is per post onderweg")

    house.issue("p1")

    assert house.service.register()[0].override_reason == "De lijst is per post onderweg"


def test_a_profile_may_forbid_to_pass_over_an_error(another):
    house = another()
    with house.store.work("session_changed") as work:
        work.sessions.save(replace(work.sessions.get("s1"), confidentiality_on=None))

    issued = house.issue("p1", reason="Toch maar")

    assert issued.refused[0].code == "certificate_blocked"
    assert issued.refused[0].facts["codes"] == ("H01",)


def test_a_cancel_stops_between_two_papers(house):
    choices = [Choice(key=house.key(person)) for person in ("p1", "p2", "p3")]

    issued = house.service.issue(choices, PaperOptions(), Watcher(1)).value

    assert (len(issued.made), issued.cancelled) == (2, 1)
    assert house.numbers() == ["2026-001", "2026-002"]


def test_issuing_ends_the_history(house):
    change(house, "p1", "s1", contribution=False)
    house.issue("p2")

    assert house.store.undo_label() is None


def test_a_later_change_offers_a_replacement(house):
    made = house.issue("p1").made[0]
    change(house, "p1", "s1", contribution=False)

    assert house.candidate("p1").readiness is Readiness.CHANGED
    newer = house.service.replace(made.certificate_id, "Inbreng rechtgezet").value

    assert house.candidate("p1").readiness is Readiness.ISSUED
    states = {line.number: line.state for line in house.service.register()}
    assert states == {"2026-001": PaperState.REPLACED, "2026-002": PaperState.VALID}
    assert "Vervangt bewijs 2026-001" in text_of(house.service.paper(newer.certificate_id))
    assert " nee " in text_of(house.service.paper(newer.certificate_id))
    assert " nee " not in text_of(house.service.paper(made.certificate_id))


def test_what_is_no_longer_valid_cannot_be_replaced_or_withdrawn_again(house):
    made = house.issue("p1").made[0]
    house.service.withdraw(made.certificate_id, "Verkeerde persoon")

    for act in (house.service.withdraw, house.service.replace):
        with pytest.raises(Refusal, match="certificate_not_valid"):
            act(made.certificate_id, "Nog eens")


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_withdrawing_asks_a_reason(house, reason):
    made = house.issue("p1").made[0]

    with pytest.raises(Refusal, match="reason_needed"):
        house.service.withdraw(made.certificate_id, reason)


def test_a_file_with_another_key_does_not_sign(another):
    house = another(public_key="00" * 32)

    assert house.issue("p1").refused[0].code == "no_signing_key"


def test_a_paper_cannot_be_changed_behind_the_back_of_the_program(house):
    made = house.issue("p1").made[0]
    with house.store.reading() as reading:
        kept = reading.certificates.get(made.certificate_id)

    with pytest.raises(Refusal, match="immutable"), house.store.work("x", final=True) as work:
        work.certificates.save(replace(kept, minutes=9999))


def test_somebody_without_a_counted_session_gets_no_paper(house):
    with house.store.work("attendance_changed") as work:
        for attendance in work.attendances.where(participant_id="p4"):
            work.attendances.remove(attendance.id)

    candidate = house.candidate("p4")

    assert candidate.readiness is Readiness.BLOCKED
    assert not candidate.override_allowed
    with pytest.raises(Refusal, match="nothing_to_certify"):
        house.service.preview(candidate.key, PaperOptions())


def test_a_meeting_that_is_not_closed_is_no_proof_yet(house):
    with house.store.work("session_changed") as work:
        work.sessions.save(replace(work.sessions.get("s4"), state=SessionState.HELD))

    candidate = house.candidate("p1")

    assert candidate.readiness is Readiness.BLOCKED
    assert candidate.open_session == "s4"
    assert house.issue("p1", reason="Haast").refused[0].code == "certificate_blocked"


def test_a_year_that_may_still_come_good_is_running(house):
    with house.store.work("session_added") as work:
        planned = a_session(5, date(2026, 11, 24), state=SessionState.PLANNED)
        work.sessions.add(planned)

    candidate = house.candidate("p4")

    assert candidate.readiness is Readiness.RUNNING
    assert (candidate.running_until, candidate.forecast) == (date(2026, 11, 24), 540)


def test_hours_that_do_not_count_are_not_on_the_paper(house):
    short = Interval(600, 700)
    change(house, "p1", "s1", intervals=(short,))

    candidate = house.candidate("p1")

    assert candidate.minutes == 390
    assert "10 februari" not in text_of(house.service.preview(candidate.key, PaperOptions()))


def test_a_description_with_a_name_in_it_is_not_printed_unseen(house):
    with house.store.work("session_changed") as work:
        session = replace(work.sessions.get("s1"), description="De zaak van Wolkendek.")
        work.sessions.save(session)

    assert house.candidate("p1").readiness is Readiness.BLOCKED
    assert [one.code for one in house.candidate("p1").findings] == ["H03"]


def test_an_odd_name_is_printed_as_typed(house):
    with house.store.work("participant_changed") as work:
        person = work.participants.get("p1")
        name = replace(person.name, given="<b>Jan</b>", surname="ÇelikŁ-Ñ 陳")
        work.participants.save(replace(person, name=name))

    pdf = house.service.paper(house.issue("p1").made[0].certificate_id)

    assert "<b>Jan</b> ÇelikŁ-Ñ" in text_of(pdf)


def test_trouble_is_told_when_kept_bytes_are_not_those_of_the_register(house):
    made = house.issue("p1").made[0]
    raw = connect(house.path, KEY, "rw")
    try:
        raw.execute("DROP TRIGGER certificate_papers_no_update")
        raw.execute("UPDATE certificate_papers SET pdf = ?", (b"%PDF- iets anders",))
        raw.commit()
    finally:
        raw.close()

    with pytest.raises(Trouble, match="paper_damaged"):
        house.service.paper(made.certificate_id)


def test_papers_are_judged_by_the_profiles_of_the_practice_and_keep_their_edition(house):
    profiles = ProfilesService(house.store)
    own = OwnProfilesService(house.store, house.clock, profiles)
    issued = house.issue("p1").made[0]
    before = house.service.register()[0]
    own.copy_and_adapt("nova_intervisie")
    profile = with_new_edition(profiles.all()["nova_intervisie"], date(2026, 1, 1))
    source = Source("Register", "art. 1", Certainty.SOURCE, "register.example", date(2026, 1, 2))
    last = len(profile.editions) - 1
    own.save(with_norm(profile, last, "year_min", Norm(600, source)))

    assert house.candidate("p2").readiness is Readiness.RUNNING
    assert house.candidate("p2").required == 600
    assert house.candidate("p2").edition == date(2026, 1, 1)
    with house.store.reading() as read:
        kept = read.certificates.get(issued.certificate_id)
        paper = read.certificate_papers.get(issued.certificate_id)
    assert kept.edition == date(2024, 1, 1)
    assert hashlib.sha256(paper).hexdigest() == kept.sha256
    assert house.service.register()[0] == before
