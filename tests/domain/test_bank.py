"""Bank lines laid on open invoices: what is sure, what is likely, and what is left alone."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.bank import (
    BankEntry,
    MatchGrade,
    MatchKind,
    OpenItem,
    PaymentMatch,
    Share,
    entry_keys,
    matched,
)

DAY = date(2026, 10, 5)
OWN = "NL91ABNA0417164300"
THEIRS = "NL02ABNA0123456789"


def entry(cents: int, text: str = "", **more: object) -> BankEntry:
    facts: dict[str, object] = {"key": f"k{cents}{text}", "account": OWN, "day": DAY}
    return BankEntry(**{**facts, "cents": cents, "text": text, **more})  # type: ignore[arg-type]


def item(number: str, cents: int, **more: object) -> OpenItem:
    facts: dict[str, object] = {"client_id": "c1", "issued_on": date(2026, 9, 1)}
    return OpenItem(  # type: ignore[arg-type]
        **{"invoice_id": f"i{number}", "number": number, "open_cents": cents, **facts, **more}
    )


def one(entry: BankEntry, *items: OpenItem) -> PaymentMatch:
    return matched([entry], items)[0]


def test_number_and_amount_together_are_exact() -> None:
    found = one(entry(79860, "Factuur 2026-0036 eerste helft"), item("2026-0036", 79860))
    assert found.certain
    assert (found.kind, found.shares) == (MatchKind.WHOLE, (Share("i2026-0036", 79860),))


def test_the_number_may_be_written_with_other_signs_or_none() -> None:
    for text in ("fact 2026 0036", "FACTUUR20260036", "nr.2026/0036.", "2026.0036"):
        assert one(entry(79860, text), item("2026-0036", 79860)).certain


def test_a_longer_number_is_another_number() -> None:
    assert one(entry(100, "2026-00361"), item("2026-0036", 100)).grade is MatchGrade.NONE
    assert one(entry(100, "12026-0036"), item("2026-0036", 100)).grade is MatchGrade.NONE


def test_a_number_of_few_digits_is_too_short_to_be_sure_of() -> None:
    assert one(entry(100, "12 stuks"), item("12", 100)).grade is MatchGrade.NONE


def test_a_structured_reference_is_as_good_as_the_number() -> None:
    found = one(
        entry(500, reference="RF31 2026 0001"), item("2026-0036", 500, reference="RF3120260001")
    )
    assert found.certain


def test_less_than_is_open_is_a_part_and_never_booked_unseen() -> None:
    found = one(entry(50000, "2026-0036"), item("2026-0036", 79860))
    assert (found.grade, found.kind, found.left) == (MatchGrade.NUMBER, MatchKind.PART, 0)


def test_more_than_is_open_leaves_the_rest() -> None:
    found = one(entry(80000, "2026-0036"), item("2026-0036", 79860))
    assert (found.kind, found.left, found.shares[0].cents) == (MatchKind.OVER, 140, 79860)


def test_two_numbers_in_one_payment_share_it() -> None:
    found = one(
        entry(159720, "2026-0036 en 2026-0037"),
        item("2026-0036", 79860), item("2026-0037", 79860),
    )  # fmt: skip
    assert found.kind is MatchKind.COMBINED
    assert sum(share.cents for share in found.shares) == 159720


def test_a_known_account_with_the_right_amount_is_proposed() -> None:
    found = one(
        entry(79860, "bedankt", iban=THEIRS), item("2026-0036", 79860, ibans=frozenset({THEIRS}))
    )
    assert (found.grade, found.certain) == (MatchGrade.ACCOUNT, False)


def test_two_invoices_of_one_amount_are_only_named() -> None:
    ibans = frozenset({THEIRS})
    found = one(
        entry(500, iban=THEIRS), item("2026-0036", 500, ibans=ibans), item("2026-0037", 500,
                                                                          ibans=ibans)
    )  # fmt: skip
    assert (found.grade, found.shares) == (MatchGrade.POSSIBLE, ())
    assert found.candidates == ("i2026-0036", "i2026-0037")


def test_the_only_sum_of_invoices_of_a_payer_that_fits_is_proposed() -> None:
    ibans = frozenset({THEIRS})
    items = [item(f"2026-00{n}", cents, ibans=ibans) for n, cents in ((1, 100), (2, 230), (3, 450))]
    found = one(entry(680, iban=THEIRS), *items)
    assert (found.kind, {s.invoice_id for s in found.shares}) == (
        MatchKind.COMBINED, {"i2026-002", "i2026-003"},
    )  # fmt: skip


def test_an_invoice_is_not_settled_twice_by_two_payments() -> None:
    first, second = matched(
        [entry(79860, "2026-0036"), entry(79860, "2026-0036 nogmaals")], [item("2026-0036", 79860)]
    )
    assert first.certain
    assert second.shares == ()


def test_a_payment_that_was_taken_back_opens_the_invoice_again() -> None:
    back = entry(-59895, end_to_end="2026-0035", reversal=True)
    found = one(back, item("2026-0035", 0, paid_cents=59895))
    assert (found.kind, found.shares) == (MatchKind.CHARGEBACK, (Share("i2026-0035", -59895),))
    assert not found.certain


def test_money_that_went_out_for_something_else_belongs_to_nothing() -> None:
    assert one(entry(-1250, "Kosten"), item("2026-0036", 79860)).kind is MatchKind.NOTHING


def test_the_same_line_in_two_files_has_the_same_key() -> None:
    line = (OWN, DAY, 79860, "", "Factuur  2026-0036")
    other = (OWN, DAY, 100, "", "iets anders")
    assert entry_keys([line])[0] == entry_keys([other, line])[1]


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 99_999)), max_size=12),
       st.dictionaries(st.integers(1, 9), st.integers(1, 99_999)))  # fmt: skip
def test_no_cent_is_lost_or_made(payments: list[tuple[int, int]], invoices: dict[int, int]) -> None:
    items = [item(f"2026-100{n}", cents) for n, cents in invoices.items()]
    found = matched([entry(cents, f"2026-100{n}") for n, cents in payments], items)
    for match in found:
        assert sum(s.cents for s in match.shares) + match.left == match.entry.cents
    for number, cents in invoices.items():
        taken = sum(
            s.cents for m in found for s in m.shares if s.invoice_id == f"i2026-100{number}"
        )
        assert taken <= cents
