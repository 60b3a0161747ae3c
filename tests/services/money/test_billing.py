"""From what was held to concepts: the employer pays, nothing twice, nothing forgotten."""

from dataclasses import replace
from datetime import UTC, date, datetime

from intervisie_desktop.domain.sessions import SessionState


def test_the_page_says_per_client_what_is_to_be_billed_and_by_when(house):
    appelvink, wolkendek = house.billing.to_bill()

    assert [(x.description, x.note, x.names, x.quantity, x.net) for x in appelvink.lines] == [
        ("Intervisie, donderdag 10 september 2026", "Ochtendgroep Utrecht, 2,5 uur",
         ("B. Regenwilg", "N. Appelvink"), 2_000, 33_000),
        ("Intervisie, dinsdag 6 oktober 2026", "Ochtendgroep Utrecht, 2,5 uur",
         ("N. Appelvink",), 1_000, 16_500),
    ]  # fmt: skip
    assert (appelvink.totals.gross, appelvink.deadline) == (59_895, date(2026, 10, 15))
    assert wolkendek.client_name == "Wolkendek Arbeidsrecht"
    assert house.billing.summary().gross == 59_895 + 39_930


def test_a_client_that_wants_no_names_gets_none(house):
    with house.store.work("client_changed") as work:
        work.clients.save(replace(work.clients.get("appelvink"), names_on_invoice=False))

    assert {line.names for line in house.billing.to_bill()[0].lines} == {()}


def test_concepts_take_everything_once_and_undo_gives_it_back(house, refused):
    made = house.billing.make_concepts().value

    assert len(made) == 2
    assert house.billing.to_bill() == ()
    assert refused(house.billing.make_concepts) == "nothing_to_bill"
    house.store.undo()
    assert len(house.billing.to_bill()) == 2


def test_a_concept_that_is_removed_makes_its_work_billable_again(house):
    first, _ = house.billing.make_concepts().value

    house.concepts.remove(first)

    assert [one.client_id for one in house.billing.to_bill()] == ["appelvink"]


def test_only_the_chosen_lines_of_a_client_become_a_concept(house):
    early = house.billing.to_bill()[0].lines[0]

    (made,) = house.billing.make_concepts(client_ids={"appelvink"}, keys=early.keys).value

    assert [line.session_id for line in house.invoices.card(made).lines] == ["s1"]
    assert len(house.billing.to_bill(client_id="appelvink")[0].lines) == 1


def test_what_is_not_charged_is_kept_with_its_reason(house, refused):
    keys = house.billing.to_bill()[1].lines[0].keys

    assert refused(house.billing.waive, keys, " ") == "reason_missing"
    house.billing.waive(keys, "Eerste keer op proef")
    assert len(house.billing.to_bill()[1].lines) == 1
    assert [one.reason for one in house.billing.waivers()] == ["Eerste keer op proef"]
    house.billing.unwaive(keys[0])
    assert len(house.billing.to_bill()[1].lines) == 2


def test_what_is_held_back_is_told_and_not_billed(house):
    with house.store.work("session_reopened") as work:
        work.sessions.save(replace(work.sessions.get("s2"), state=SessionState.HELD))

    appelvink = house.billing.to_bill()[0]

    assert [line.session_id for line in appelvink.lines] == ["s1"]
    assert [(line.session_id, line.held) for line in appelvink.held] == [("s2", "not_closed")]


def test_who_is_merged_is_not_billed_again(house):
    house.billing.make_concepts()
    with house.store.work("added") as work:
        person = replace(work.participants.get("bram"), id="bram2")
        work.participants.add(person)

    house.services.people.merge("bram2", "bram")

    assert house.billing.to_bill() == ()


def test_a_credit_makes_its_lines_billable_again_unless_it_should_not(house):
    first, second = house.billing.make_concepts().value
    house.final(first, second)
    house.final(house.concepts.credit(first).value.id)
    house.final(house.concepts.credit(second, bill_again=False).value.id)

    assert [one.client_id for one in house.billing.to_bill()] == ["appelvink"]


def test_a_part_credit_does_not_make_its_line_billable_again(house):
    first, _ = house.billing.make_concepts().value
    house.final(first)
    line = house.invoices.card(first).lines[0]
    house.final(house.concepts.credit(first, {line.id: 1_000}).value.id)

    assert "appelvink" not in {one.client_id for one in house.billing.to_bill()}


def test_an_absence_that_is_announced_beforehand_keeps_its_moment(house, refused):
    from intervisie_desktop.domain.cancellation import CancellationStep, CancellationTerms

    terms = CancellationTerms(id="", steps=(CancellationStep(days=7),), late_percent=5_000)
    house.rates.put_terms(terms)
    sessions, attendance = house.services.sessions, house.services.attendance
    day = date(2026, 10, 20)
    session = sessions.plan(sessions.draft("g1", day, 600, 720)).value
    attendance.mark_excused(session.id, "noor")
    house.next_day(7)
    attendance.mark_excused(session.id, "bram", "noor")
    house.services.holding.hold(session.id)
    house.clock.move(hours=2)
    attendance.mark_excused(session.id, "tess")
    house.services.holding.close(session.id)

    def charged():
        lines = [line for one in house.billing.to_bill() for line in (*one.lines, *one.held)]
        return {line.names: (line.unit_price, line.held) for line in lines if line.served_on == day}

    # Noor told a week ahead, Bram an hour, of Tess nobody knows when.
    assert charged() == {
        ("B. Regenwilg",): (8_250, None), ("T. Zeewind",): (16_500, "notice_unknown")
    }  # fmt: skip
    attendance.set_notice(session.id, "tess", datetime(2026, 10, 1, tzinfo=UTC))
    assert ("T. Zeewind",) not in charged()
    assert refused(attendance.set_notice, "s1", "noor", None) == "not_excused"
