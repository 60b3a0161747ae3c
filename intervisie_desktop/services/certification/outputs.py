"""Where papers go: into a folder, and into e-mail drafts that the user sends."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from intervisie_desktop.documents import eml
from intervisie_desktop.domain.certificates import Certificate
from intervisie_desktop.domain.letters import Letter, filled
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.host.files import atomic_write, safe_name, told_of, unique_name
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.certification.candidates import filing_name
from intervisie_desktop.storage.records.collections import Reading

LETTER_WORDS = (
    "naam", "voornaam", "groep", "nummer", "uren", "periode", "praktijk", "begeleider"
)  # fmt: skip
LETTERS_SETTING = "letters"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """An issued certificate with its bytes, ready to be handed out."""

    certificate: Certificate
    person: Participant
    pdf: bytes
    words: dict[str, str]

    @property
    def file_name(self) -> str:
        """Such as "2026-017 Ganzerik.pdf"; safe on every system."""
        who = filing_name(self.person.name)
        return f"{safe_name(f'{self.certificate.number} {who}')}.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The files that were written, and the names of those who have no e-mail address."""

    paths: tuple[Path, ...] = ()
    without_address: tuple[str, ...] = ()


def write_papers(papers: Sequence[Paper], folder: Path) -> Written:
    """Every paper as a file in the folder; what is there already is never overwritten.

    A paper that is in the folder with the same bytes is not written again. Trouble when the
    folder cannot be made or written to.
    """
    make_folder(folder)
    return Written(paths=tuple(_put(folder, paper.file_name, paper.pdf) for paper in papers))


def write_drafts(
    papers: Sequence[Paper], folder: Path, letter: Letter, sender: tuple[str, str]
) -> Written:
    """A draft per paper; people without a usable address are named, not guessed.

    `sender` is (name, address). Refused as "letter_word_unknown" before anything is written.
    """
    drafts = []
    missing = []
    for paper in papers:
        if eml.is_address(paper.person.email):
            drafts.append((paper, _draft(paper, letter, sender)))
        else:
            missing.append(paper.person.name.plain)
    make_folder(folder)
    paths = [_put(folder, f"{Path(paper.file_name).stem}.eml", data) for paper, data in drafts]
    return Written(paths=tuple(paths), without_address=tuple(missing))


def make_folder(folder: Path) -> None:
    """The folder is there; Trouble when it cannot be made."""
    with told_of(folder):
        folder.mkdir(parents=True, exist_ok=True)


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
    words = dict.fromkeys(LETTER_WORDS, "")
    filled(letter.subject, words)
    filled(letter.text, words)


def _put(folder: Path, name: str, data: bytes) -> Path:
    wanted = folder / name
    if wanted.is_file() and wanted.read_bytes() == data:
        return wanted
    path = unique_name(folder, name)
    atomic_write(path, data)
    return path


def _draft(paper: Paper, letter: Letter, sender: tuple[str, str]) -> bytes:
    name, address = sender
    return eml.render(
        eml.DraftFacts(
            sender_name=name,
            sender_address=address if eml.is_address(address) else "",
            to_name=paper.person.name.plain,
            to_address=paper.person.email,
            subject=filled(letter.subject, paper.words),
            text=filled(letter.text, paper.words),
            attachment_name=paper.file_name,
            attachment=paper.pdf,
        )
    )


def _shipped() -> list[Letter]:
    text = (resources() / "templates" / "mail.toml").read_text(encoding="utf-8")
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
