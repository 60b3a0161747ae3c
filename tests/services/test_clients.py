import pytest

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.clients import Address, Client, Contact
from intervisie_desktop.services.checks import (
    check_iban,
    check_kvk,
    check_postcode,
    check_vat,
    tidy_iban,
    tidy_postcode,
)


def a_client(**more):
    return Client(id="", **{"name": "Kantoor Eikenblad", **more})


def test_a_client_is_added_and_listed(house, undone):
    outcome = undone(house.clients.add, a_client(address=Address(postcode="1234ab", city="Eik")))
    assert outcome.act == "client_added"
    assert outcome.changes.ids(Subject.CLIENT) == {outcome.value.id}
    (row,) = house.clients.rows()
    assert (row.name, row.city, row.contacts) == ("Kantoor Eikenblad", "Eik", 0)
    assert house.clients.card(row.id).client.address.postcode == "1234 AB"


def test_a_client_needs_a_name_and_a_payment_term(house, refused):
    assert refused(house.clients.add, a_client(name="  ")) == "name_missing"
    assert refused(house.clients.add, a_client(payment_days=-1)) == "payment_term"
    assert house.clients.rows() == ()


def test_contacts_come_and_go_with_their_client(house, undone, refused):
    client = house.clients.add(a_client()).value
    contact = undone(house.clients.add_contact, Contact(id="", client_id=client.id, name="Bo"))
    undone(
        house.clients.change_contact, Contact(id=contact.value.id, client_id=client.id, name="B")
    )
    assert [c.name for c in house.clients.card(client.id).contacts] == ["B"]
    undone(house.clients.remove_contact, contact.value.id)
    stray = Contact(id="", client_id="nowhere", name="Bo")
    assert refused(house.clients.add_contact, stray) == "gone"


def test_an_archived_client_stands_in_another_list(house, undone):
    client = house.clients.add(a_client()).value
    undone(house.clients.archive, client.id)
    assert house.clients.rows() == ()
    assert [row.id for row in house.clients.rows(archived=True)] == [client.id]
    undone(house.clients.restore, client.id)
    assert [row.id for row in house.clients.rows()] == [client.id]


def test_a_client_with_a_group_is_not_removed(house, refused, undone):
    client = house.clients.add(a_client()).value
    group = house.group(client_id=client.id)
    assert refused(house.clients.remove, client.id) == "client_in_use"
    house.groups.remove(group.id)
    undone(house.clients.remove, client.id)


@pytest.mark.parametrize(
    ("check", "right", "wrong", "code"),
    [
        (check_kvk, "12 34 56 78", "1234567", "kvk_not_eight_digits"),
        (check_vat, "NL000099998B57", "NL000099998B58", "vat_wrong"),
        (check_vat, "BE0123", "000099998B57", "vat_without_country"),
        (check_iban, "NL91 ABNA 0417 1643 00", "NL91 ABNA 0417 1643 01", "iban_wrong"),
        (check_postcode, "1234 AB", "0234 AB", "postcode_wrong"),
    ],
)
def test_numbers_that_cannot_be_right_get_advice(check, right, wrong, code):
    assert (check(""), check(right), check(wrong)) == (None, None, code)


def test_numbers_are_put_in_their_printed_form_only_when_right():
    assert tidy_postcode("1234ab") == "1234 AB"
    assert tidy_postcode("12ab") == "12ab"
    assert tidy_postcode("SW1A 1AA", "GB") == "SW1A 1AA"
    assert check_postcode("SW1A 1AA", "GB") is None
    assert tidy_iban("nl91abna0417164300") == "NL91 ABNA 0417 1643 00"
    assert tidy_iban(" NL91 ") == "NL91"
