"""E-mail drafts around a meeting: one per participant, nobody's address in that of another.

Nothing is sent. A draft is a file that the user opens in their own mail program.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from intervisie_desktop.documents import eml
from intervisie_desktop.documents.pdf import invitation
from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.letters import Letter, filled
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.host.files import atomic_write, safe_name, told_of, unique_name
from intervisie_desktop.services.calendar_export import CalendarExportService
from intervisie_desktop.services.meeting import composing
from intervisie_desktop.services.meeting.occasion import Attendee, Occasion
from intervisie_desktop.services.meeting.papers import (
    MeetingPaper,
    MeetingPapersService,
    made,
)
from intervisie_desktop.services.texts import TextsService, Wording, text_of
from intervisie_desktop.storage.store import Store


class MeetingMail(StrEnum):
    """What a draft is for."""

    INVITATION = "invitation"
    REMINDER = "reminder"
    PAPERS = "papers"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenDrafts:
    """The files that were written, and the names of those who have no usable address."""

    paths: tuple[Path, ...] = ()
    without_address: tuple[str, ...] = ()


class MeetingDraftsService:
    """Writes drafts, and records that what was in them has gone out."""

    def __init__(
        self,
        store: Store,
        texts: TextsService,
        papers: MeetingPapersService,
        calendars: CalendarExportService,
    ) -> None:
        self._store = store
        self._texts = texts
        self._papers = papers
        self._calendars = calendars

    def letter(self, mail: MeetingMail) -> Letter:
        """The text of the practice for this mail, with its places still open."""
        subject = self._texts.state(f"mail.{mail.value}.subject")
        body = self._texts.state(f"mail.{mail.value}.text")
        return Letter(key=mail.value, name=body.text.name, subject=subject.body, text=body.body)

    def reach(self, session_id: str) -> tuple[int, tuple[str, ...]]:
        """How many of those who are expected can be mailed, and the names of who cannot."""
        about, _ = self._papers.about_session(session_id)
        missing = [o.person.name.plain for o in about.people if not eml.is_address(o.person.email)]
        return len(about.people) - len(missing), tuple(missing)

    def write(
        self,
        mail: MeetingMail,
        session_id: str,
        folder: Path,
        letter: Letter,
        paper: MeetingPaper = MeetingPaper.INVITATION,
    ) -> WrittenDrafts:
        """A draft for everyone who is expected; what is in the folder already stays.

        An invitation and a reminder bring the invitation and the .ics, `PAPERS` the paper that was
        chosen. Refused before anything is written as "gone", "paper_for_nobody",
        "letter_word_unknown" or "session_cancelled".
        """
        about, edited = self._papers.about_session(session_id)
        if about.session is not None and about.session.state is SessionState.CANCELLED:
            raise Refusal("session_cancelled", day=about.day.isoformat())
        if not about.people:
            raise Refusal("paper_for_nobody", group=about.group.name)
        for body in (letter.subject, letter.text):
            filled(body, dict.fromkeys(letter_words(mail), ""))
        chosen = paper if mail is MeetingMail.PAPERS else MeetingPaper.INVITATION
        dates = None if mail is MeetingMail.PAPERS else self._dates(session_id)
        ready, missing = [], []
        for one in about.people:
            if not eml.is_address(one.person.email):
                missing.append(one.person.name.plain)
                continue
            pdf = _paper(chosen, about, edited, one)
            ready.append((one, _draft(about, letter, one, pdf, (chosen, dates))))
        with told_of(folder):
            folder.mkdir(parents=True, exist_ok=True)
        paths = tuple(_put(folder, _file_name(about, one), data) for one, data in ready)
        return WrittenDrafts(paths=paths, without_address=tuple(missing))

    def invited(self, session_id: str, day: date) -> Outcome[Session]:
        """The invitation was sent on this day; the link as well when it stands in it."""
        with self._store.reading() as read:
            session = read.sessions.get(session_id)
            group = read.groups.get(session.group_id).name
        day_of = session.day.isoformat()
        with self._store.work("session_invited", group=group, day=day_of) as work:
            sent = work.sessions.get(session_id)
            changed = replace(sent, invited_on=day)
            if sent.link and sent.link_sent_on is None:
                changed = replace(changed, link_sent_on=day)
            work.sessions.save(changed)
        return work.outcome(changed)

    def _dates(self, session_id: str) -> eml.Attachment:
        found = self._calendars.session(session_id)
        return eml.Attachment(name=f"{safe_name(found.name)}.ics", data=found.data, calendar=True)


def letter_words(mail: MeetingMail) -> tuple[str, ...]:
    """What may stand between braces in a mail."""
    return text_of(f"mail.{mail.value}.text").words


def _paper(paper: MeetingPaper, about: Occasion, edited: Mapping[str, str], one: Attendee) -> bytes:
    """The paper for one person: addressed to them where it can be."""
    session = about.session
    if paper is MeetingPaper.INVITATION and session is not None:
        wording = Wording(edited, about.words(one), about.traits())
        return invitation.render(composing.invitation(about, session, wording, one))
    ready = made(paper, about, edited)
    return next((p.pdf for p in ready if p.person_id in {"", one.person.id}), ready[0].pdf)


def _draft(
    about: Occasion,
    letter: Letter,
    one: Attendee,
    pdf: bytes,
    along: tuple[MeetingPaper, eml.Attachment | None],
) -> bytes:
    paper, dates = along
    words = about.words(one)
    allowed = {word: words.get(word, "") for word in letter_words(MeetingMail(letter.key))}
    address = about.leader.email if about.leader else ""
    sender = address or about.practice.email
    return eml.render(
        eml.DraftFacts(
            sender_name=about.leader_name,
            sender_address=sender if eml.is_address(sender) else "",
            to_name=one.person.name.plain,
            to_address=one.person.email,
            subject=filled(letter.subject, allowed),
            text=filled(letter.text, allowed),
            attachment_name=f"{safe_name(_title(paper, about))}.pdf",
            attachment=pdf,
            more=(dates,) if dates else (),
        )
    )


def _title(paper: MeetingPaper, about: Occasion) -> str:
    return f"{composing.name_of(paper.value)} {about.group.name} {about.day.isoformat()}"


def _file_name(about: Occasion, one: Attendee) -> str:
    return f"{safe_name(f'{about.day.isoformat()} {one.person.name.plain}')}.eml"


def _put(folder: Path, name: str, data: bytes) -> Path:
    path = unique_name(folder, name)
    atomic_write(path, data)
    return path
