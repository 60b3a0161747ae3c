"""Handing out: files that overwrite nothing, and drafts for those who have an address."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from intervisie_desktop.domain.errors import Refusal, Trouble


@pytest.fixture
def ids(house):
    return [made.certificate_id for made in house.issue("p1", "p2", "p3").made]


def rename(house, person, **changes):
    with house.store.work("participant_changed") as work:
        found = work.participants.get(person)
        work.participants.save(replace(found, name=replace(found.name, **changes)))


def short(house):
    return next(letter for letter in house.service.letters() if letter.key == "bewijs_kort")


def test_every_paper_becomes_a_file_of_its_own(house, ids, tmp_path):
    written = house.service.write_to_folder(ids, tmp_path / "Bewijzen" / "2026")

    assert [path.name for path in written.paths] == [
        "2026-001 Ganzerik.pdf",
        "2026-002 van den Vuurdoorn.pdf",
        "2026-003 Wolkendek.pdf",
    ]
    assert written.paths[0].read_bytes() == house.service.paper(ids[0])


def test_the_same_paper_is_not_written_twice(house, ids, tmp_path):
    for _ in range(2):
        house.service.write_to_folder(ids, tmp_path)

    assert len(list(tmp_path.glob("*.pdf"))) == 3


def test_a_file_that_is_there_is_never_overwritten(house, ids, tmp_path):
    taken = tmp_path / "2026-001 Ganzerik.pdf"
    taken.write_bytes(b"van iemand anders")

    written = house.service.write_to_folder(ids[:1], tmp_path)

    assert taken.read_bytes() == b"van iemand anders"
    assert written.paths[0].name == "2026-001 Ganzerik (2).pdf"


@pytest.mark.parametrize("surname", ["../../etc/passwd", "a\\b:c*?", "x" * 300, "CON", "naam. "])
def test_a_file_name_is_safe_whatever_the_name(house, tmp_path, surname):
    rename(house, "p1", surname=surname)
    made = house.issue("p1").made[0]

    written = house.service.write_to_folder([made.certificate_id], tmp_path)

    assert written.paths[0].parent == tmp_path
    assert written.paths[0].suffix == ".pdf"
    assert not set(written.paths[0].name) & set('<>:"/\\|?*')
    assert len(written.paths[0].name.encode()) <= 100


def test_a_folder_that_cannot_be_made_is_told(house, ids, tmp_path):
    (tmp_path / "bestand").write_text("geen map")

    with pytest.raises(Trouble):
        house.service.write_to_folder(ids, tmp_path / "bestand" / "map")


def test_drafts_carry_paper_and_text_and_name_who_has_no_address(house, ids, tmp_path):
    written = house.service.write_drafts(ids, tmp_path, short(house))
    message = message_from_bytes(written.paths[0].read_bytes(), policy=default)
    (attached,) = message.iter_attachments()

    assert [path.name for path in written.paths] == [
        "2026-001 Ganzerik.eml",
        "2026-002 van den Vuurdoorn.eml",
    ]
    assert written.without_address == ("Tess Wolkendek",)
    assert message["X-Unsent"] == "1"
    assert message["From"].addresses[0].addr_spec == "marit@papierwilg.example"
    assert message["To"].addresses[0].addr_spec == "merel@voorbeeld.example"
    assert message["Subject"] == "Uw bewijs van deelname 2026-001"
    assert "Beste Merel" in message.get_body().get_content()
    assert "9,0 uur, 2026" in message.get_body().get_content()
    assert attached.get_content() == house.service.paper(ids[0])


def test_a_draft_is_addressed_to_one_person_only(house, ids, tmp_path):
    written = house.service.write_drafts(ids, tmp_path, short(house))

    assert b"ruben" not in written.paths[0].read_bytes()


def test_a_word_that_cannot_be_filled_in_writes_nothing(house, ids, tmp_path):
    letter = replace(short(house), text="Beste {naan}")

    with pytest.raises(Refusal, match="letter_word_unknown"):
        house.service.write_drafts(ids, tmp_path / "leeg", letter)

    assert not (tmp_path / "leeg").exists()


def test_a_changed_text_is_kept_with_the_practice_and_can_be_undone(house):
    changed = replace(short(house), text="Dag {voornaam}!")

    house.service.keep_letter(changed)
    assert short(house).text == "Dag {voornaam}!"

    house.store.undo()
    assert short(house).text.startswith("Beste {voornaam}")


def test_a_text_with_an_unknown_word_is_not_kept(house):
    with pytest.raises(Refusal, match="letter_word_unknown"):
        house.service.keep_letter(replace(short(house), subject="{alles}"))


def test_all_shipped_texts_can_be_filled_in(house, ids, tmp_path):
    for letter in house.service.letters():
        assert house.service.write_drafts(ids, tmp_path / letter.key, letter).paths


def test_the_folder_is_where_it_was_asked(house, ids, tmp_path):
    folder = Path(tmp_path / "met spaties en ëé")

    assert house.service.write_to_folder(ids, folder).paths[0].parent == folder
