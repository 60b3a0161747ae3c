"""Where invoices go: into a folder, and into e-mail drafts that the user sends."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.documents import eml
from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.domain.clients import Client
from intervisie_desktop.domain.invoices import Balance, IssuedInvoice
from intervisie_desktop.domain.letters import Letter, filled
from intervisie_desktop.domain.practice import Practice
from intervisie_desktop.host.files import atomic_write, safe_name, unique_name
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.certification.outputs import Written, make_folder
from intervisie_desktop.storage.records.collections import Reading

MAIL_WORDS = ("opdrachtgever", "nummer", "bedrag", "open", "vervaldatum", "praktijk")
LETTERS_SETTING = "invoice_letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoicePaper:
    """An issued invoice with its bytes, ready to be handed out; `letter` is a reminder with it."""

    issued: IssuedInvoice
    client: Client
    balance: Balance
    pdf: bytes
    xml: bytes
    letter: bytes = b""

    @property
    def stem(self) -> str:
        """Such as "2026-0001 Maatschap Appelvink"; safe on every system."""
        return safe_name(f"{self.issued.number} {self.client.name}")


def write_papers(papers: Sequence[InvoicePaper], folder: Path) -> Written:
    """PDF and XML of each in the folder; what is there is never overwritten.

    A file that is there with the same bytes is not written again. Trouble when the folder cannot
    be made or written to.
    """
    make_folder(folder)
    paths = []
    for paper in papers:
        paths.append(_put(folder, f"{paper.stem}.pdf", paper.pdf))
        if paper.xml:
            paths.append(_put(folder, f"{paper.stem}.xml", paper.xml))
    return Written(paths=tuple(paths))


def write_drafts(
    papers: Sequence[InvoicePaper], folder: Path, letter: Letter, practice: Practice
) -> Written:
    """A draft per invoice with PDF and XML; clients without a usable address are named.

    Refused as "letter_word_unknown" before anything is written.
    """
    drafts, missing = [], []
    for paper in papers:
        if eml.is_address(_address(paper.client)):
            drafts.append((paper, _draft(paper, letter, practice)))
        else:
            missing.append(paper.client.name)
    make_folder(folder)
    paths = [_put(folder, f"{paper.stem}.eml", data) for paper, data in drafts]
    return Written(paths=tuple(paths), without_address=tuple(missing))


def letters(reading: Reading) -> tuple[Letter, ...]:
    """The texts to choose from, as the practice changed them."""
    own = reading.settings.get(LETTERS_SETTING, {})
    changed = own if isinstance(own, dict) else {}
    return tuple(_with_own(letter, changed.get(letter.key)) for letter in _shipped())


def settings_with(reading: Reading, letter: Letter) -> dict[str, object]:
    """The setting that keeps this version of a letter, beside those of other letters."""
    own = reading.settings.get(LETTERS_SETTING, {})
    before = own if isinstance(own, dict) else {}
    return {**before, letter.key: {"subject": letter.subject, "text": letter.text}}


def check_letter(letter: Letter) -> None:
    """Refused as "letter_word_unknown" when it asks for a word there is not."""
    words = dict.fromkeys(MAIL_WORDS, "")
    filled(letter.subject, words)
    filled(letter.text, words)


def _address(client: Client) -> str:
    return client.billing_email or client.email


def _draft(paper: InvoicePaper, letter: Letter, practice: Practice) -> bytes:
    issued = paper.issued
    words = {
        "opdrachtgever": paper.client.name,
        "nummer": issued.number,
        "bedrag": dutch.money(abs(issued.gross)),
        "open": dutch.money(max(0, paper.balance.open)),
        "vervaldatum": dutch.day(issued.due_on) if issued.due_on else "",
        "praktijk": practice.name,
    }
    more = [eml.Attachment(name=f"{paper.stem}.xml", data=paper.xml, xml=True)]
    if paper.letter:
        more.insert(0, eml.Attachment(name=f"{paper.stem} brief.pdf", data=paper.letter))
    return eml.render(
        eml.DraftFacts(
            sender_name=practice.name,
            sender_address=practice.email if eml.is_address(practice.email) else "",
            to_name=paper.client.name,
            to_address=_address(paper.client),
            subject=filled(letter.subject, words),
            text=filled(letter.text, words),
            attachment_name=f"{paper.stem}.pdf",
            attachment=paper.pdf,
            more=tuple(more),
        )
    )


def _put(folder: Path, name: str, data: bytes) -> Path:
    wanted = folder / name
    if wanted.is_file() and wanted.read_bytes() == data:
        return wanted
    path = unique_name(folder, name)
    atomic_write(path, data)
    return path


def _shipped() -> list[Letter]:
    text = (resources() / "templates" / "invoice_mail.toml").read_text(encoding="utf-8")
    return [
        Letter(
            key=entry["key"],
            name=entry["name"],
            subject=entry["subject"],
            text=entry["text"].lstrip("\n"),
        )
        for entry in tomllib.loads(text)["letter"]
    ]


def _with_own(letter: Letter, own: object) -> Letter:
    if not isinstance(own, dict):
        return letter
    return Letter(
        key=letter.key,
        name=letter.name,
        subject=str(own.get("subject", letter.subject)),
        text=str(own.get("text", letter.text)),
    )
