from dataclasses import replace

import pypdfium2
import pytest

from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.documents import DocumentsService
from intervisie_desktop.services.profiles import ProfilesService


@pytest.fixture
def documents(house):
    compliance = ComplianceService(house.store, house.clock, house.ids, ProfilesService())
    return DocumentsService(house.store, house.clock, compliance)


def text_of(paper: bytes) -> str:
    with pypdfium2.PdfDocument(paper) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_an_evaluation_form_knows_the_session_and_nobody_in_it(house, documents):
    session = house.session(house.group(house.person("Noor"), mode=Mode.ONLINE))
    text = text_of(documents.evaluation(session.id))
    assert "Ochtendgroep Utrecht" in text
    assert "Marit Papierwilg" in text
    assert "dinsdag 13 oktober 2026" in text
    assert "online overleg" in text
    assert "Noor" not in text


def test_an_evaluation_form_asks_about_the_room_when_there_is_one(house, documents):
    session = house.session(house.group(house.person("Noor"), mode=Mode.ON_LOCATION))
    assert "ruimte" in text_of(documents.evaluation(session.id))
    hybrid = replace(session, mode=Mode.HYBRID)
    with house.store.work("session_changed") as work:
        work.sessions.save(hybrid)
    text = text_of(documents.evaluation(session.id))
    assert "ruimte" in text
    assert "online overleg" in text


def test_there_is_no_evaluation_form_of_a_session_that_is_gone(documents, refused):
    assert refused(documents.evaluation, "weg") == "gone"
