"""Papieren: choose a paper of a session or group, see it, print it, keep it or mail it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from intervisie_desktop.domain.changes import Subject
from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.services.groups import GroupsService
from intervisie_desktop.services.meeting.drafts import (
    MeetingDraftsService,
    MeetingMail,
    WrittenDrafts,
    letter_words,
)
from intervisie_desktop.services.meeting.papers import (
    OF_GROUP,
    MadePaper,
    MeetingPaper,
    MeetingPapersService,
)
from intervisie_desktop.services.sessions import SessionsService
from intervisie_desktop.ui.pages.papers.state import MailState, PaperLine, PapersState
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Progress, Scope
from intervisie_desktop.ui.text import counts, refusals

CONCERNS = frozenset(
    {
        Subject.SESSION, Subject.GROUP, Subject.PARTICIPANT, Subject.PRACTICE, Subject.FACILITATOR,
        Subject.ATTENDANCE, Subject.TEXT, Subject.PROFILE,
    }
)  # fmt: skip
TITLE = "Papieren"
TABS = (("paper", "Voorbeeld"), ("mail", "E-mail"))
_FOR = {
    MeetingPaper.INVITATION: "allen",
    MeetingPaper.METHOD: "de groep",
    MeetingPaper.EVALUATION: "anoniem",
    MeetingPaper.JOINT_REPORT: "de groep",
    MeetingPaper.PERSONAL_REPORT: "ieder zelf",
    MeetingPaper.STATEMENT: "per deelnemer",
    MeetingPaper.SELF_ASSESSMENT: "ieder zelf",
    MeetingPaper.FEEDBACK_RULES: "op tafel",
    MeetingPaper.PROMPT_CARDS: "op tafel",
}
_KINDS = {
    MeetingMail.INVITATION: "Uitnodiging",
    MeetingMail.REMINDER: "Herinnering",
    MeetingMail.PAPERS: "Het gekozen papier",
}
_EMPTY = (
    "Nog geen bijeenkomst om papier voor te maken",
    "Plan een bijeenkomst; daarna staan hier de uitnodiging en de formulieren.",
)


@dataclass(frozen=True, slots=True)
class PaperTools:
    """The use cases this page needs."""

    papers: MeetingPapersService
    drafts: MeetingDraftsService
    sessions: SessionsService
    groups: GroupsService


class PapersView(Protocol):
    """What the presenter asks of the page."""

    def show_state(self, state: PapersState) -> None:
        """Show everything but the paper itself."""

    def show_pdf(self, pdf: bytes | None) -> None:
        """Show this paper, or none."""

    def print_papers(self, title: str, papers: Sequence[bytes]) -> None:
        """Ask for a printer and print these one after another."""

    def typed_letter(self) -> tuple[str, str]:
        """Subject and text as they stand in the form."""


class PapersPresenter:
    """Keeps which session or group it is about, which paper is chosen, and what was made."""

    def __init__(self, tools: PaperTools, view: PapersView, desk: Desk) -> None:
        self._tools = tools
        self._view = view
        self._desk = desk
        self._session_id = ""
        self._group_id = ""
        self._paper = MeetingPaper.INVITATION
        self._tab = "paper"
        self._mail = MeetingMail.INVITATION
        self._made: tuple[MadePaper, ...] = ()
        self._at = 0
        self._problem = ""
        self._asked = 0

    # Where one is

    def open(self, destination: Destination) -> None:
        """Come for a session ("session") or a group ("group"); else for the next session.

        A part may name a paper behind a slash, such as "session/evaluation", or "session/mail".
        """
        part, _, paper = destination.part.partition("/")
        if part == "group":
            self._session_id, self._group_id = "", destination.id
        else:
            self._session_id, self._group_id = destination.id or self._next_session(), ""
        self._tab, self._at = "mail" if paper == "mail" else "paper", 0
        self._mail = MeetingMail.INVITATION
        self._made, self._problem = (), ""
        offered = self._offered()
        self._paper = MeetingPaper(paper) if paper in set(MeetingPaper) else offered[0]
        self.refresh()

    def refresh(self) -> None:
        """Read and make again; a session that is gone gives way to the next one."""
        if self._session_id and self._session() is None:
            self._session_id = self._next_session()
        self._make()

    def scope(self) -> Scope:
        """What the dock shows: this session or group."""
        if self._session_id:
            return Scope(session_id=self._session_id, word="Deze bijeenkomst")
        return Scope(group_id=self._group_id or None, word="Deze groep")

    def crumb(self, index: int) -> None:
        """The group, or the session, it is about."""
        session = self._session()
        if index and session is not None:
            self._desk.go(Destination(Place.SESSIONS, session.id))
        else:
            group = session.group_id if session else self._group_id
            self._desk.go(Destination(Place.GROUPS, group, part="documents"))

    def choose(self, paper: str) -> None:
        """Another paper."""
        if paper and paper != self._paper.value:
            self._paper, self._at = MeetingPaper(paper), 0
            self._made, self._problem = (), ""
            self._make()

    def choose_tab(self, key: str) -> None:
        """The paper, or the mail."""
        self._tab = key
        self._show()

    def turn(self, step: int) -> None:
        """The paper of the next or previous person."""
        if self._made:
            self._at = (self._at + step) % len(self._made)
            self._show()
            self._view.show_pdf(self._made[self._at].pdf)

    def to_texts(self) -> None:
        """Where the words of this paper are changed."""
        sheet = _SHEETS.get(self._paper, self._paper.value)
        self._desk.go(Destination(Place.SETTINGS, sheet, part="texts"))

    # Out

    def main(self) -> None:
        """Print, or write the drafts."""
        if self._tab == "mail":
            self.write_drafts()
        else:
            self.print()

    def print(self) -> None:
        """Every paper that was made, one after another."""
        if self._made:
            self._view.print_papers(self._name(), [paper.pdf for paper in self._made])

    def keep(self) -> None:
        """Every paper that was made, as a file in a folder."""
        made = self._made
        if not made:
            return

        def chosen(folder: Path) -> None:
            def write(_progress: Progress) -> tuple[Path, ...]:
                return self._tools.papers.write(made, folder)

            def written(paths: tuple[Path, ...]) -> None:
                self._desk.tell(f"{_files(len(paths))} bewaard in {folder.name}.")

            self._desk.run(write, written, "Papieren bewaren")

        self._desk.choose_folder("Papieren bewaren in", chosen)

    # The mail

    def choose_mail(self, name: str, value: Any) -> None:
        """Another kind of mail; what is typed belongs to this mail only."""
        if name == "kind" and value != self._mail.value:
            self._mail = MeetingMail(value)
            self._show()

    def write_drafts(self) -> None:
        """A draft for everyone, in a folder to choose."""
        subject, text = self._view.typed_letter()
        letter = replace(self._tools.drafts.letter(self._mail), subject=subject, text=text)

        def chosen(folder: Path) -> None:
            self._write(folder, letter)

        self._desk.choose_folder("E-mailconcepten bewaren in", chosen)

    def mark_sent(self) -> None:
        """The invitation was sent today."""
        session_id, today = self._session_id, self._desk.today()
        self._desk.perform(lambda: self._tools.drafts.invited(session_id, today))

    def _write(self, folder: Path, letter: Letter) -> None:
        mail, session_id, paper = self._mail, self._session_id, self._paper

        def write(_progress: Progress) -> WrittenDrafts:
            return self._tools.drafts.write(mail, session_id, folder, letter, paper)

        def written(result: WrittenDrafts) -> None:
            said = counts.telwoord(len(result.paths), "concept", "concepten")
            self._desk.tell(f"{counts.capital(said)} bewaard in {folder.name}.")
            if result.paths:
                self._desk.show_in_folder(folder)

        self._desk.run(write, written, "E-mailconcepten maken")

    # Private

    def _make(self) -> None:
        """Make the chosen paper away from the window; an answer that is late is left."""
        self._asked += 1
        asked, paper = self._asked, self._paper
        session_id, group_id = self._session_id, self._group_id
        if not session_id and not group_id:
            self._made = ()
            self._show()
            self._view.show_pdf(None)
            return

        def make(_progress: Progress) -> tuple[MadePaper, ...]:
            if session_id:
                return self._tools.papers.of_session(paper, session_id)
            return self._tools.papers.of_group(paper, group_id)

        def made(papers: tuple[MadePaper, ...]) -> None:
            if asked == self._asked:
                self._take(papers, "")

        def failed(error: Exception) -> None:
            if not isinstance(error, Refusal | Trouble):
                raise error
            if asked == self._asked:
                self._take((), refusals.say(error))

        self._show()
        self._desk.run(make, made, f"{self._name()} maken", failed)

    def _take(self, papers: tuple[MadePaper, ...], problem: str) -> None:
        self._made, self._problem = papers, problem
        self._at = min(self._at, max(0, len(papers) - 1))
        self._show()
        self._view.show_pdf(papers[self._at].pdf if papers else None)

    def _show(self) -> None:
        self._view.show_state(self._state())

    def _state(self) -> PapersState:
        session = self._session()
        group = session.group_id if session else self._group_id
        if not group:
            return PapersState(title=TITLE, subtitle="", empty=_EMPTY)
        name = self._tools.groups.card(group).group.name
        crumb: tuple[str, ...] = (name, TITLE)
        if session is not None:
            crumb = (name, counts.day_short(session.day, year=True), TITLE)
        one = self._made[self._at] if self._made else None
        many = len(self._made) > 1
        return PapersState(
            title=TITLE,
            subtitle=_subtitle(name, session),
            crumb=crumb,
            papers=tuple(_line(self._tools.papers, paper) for paper in self._offered()),
            chosen=self._paper.value,
            tab=self._tab if session is not None else "paper",
            paper_title=(one.person if one else "") or self._name(),
            pager=f"{self._at + 1} van {len(self._made)}" if many else "",
            count=len(self._made),
            problem="" if self._made else self._problem,
            mail=self._mail_state(session) if session is not None else None,
        )

    def _mail_state(self, session: Session) -> MailState:
        letter = self._tools.drafts.letter(self._mail)
        known, missing = self._tools.drafts.reach(session.id)
        who = counts.telwoord(known, "deelnemer", "deelnemers")
        along = self._name() if self._mail is MeetingMail.PAPERS else "Uitnodiging en agendabestand"
        return MailState(
            kinds=tuple((kind.value, word) for kind, word in _KINDS.items()),
            values={"kind": self._mail.value, "subject": letter.subject, "text": letter.text},
            places="Invullen per persoon: "
            + ", ".join(f"{{{w}}}" for w in letter_words(self._mail)),
            goes_to=f"Een concept voor {who}, ieder apart. Er wordt niets verstuurd.",
            missing=f"Zonder e-mailadres: {counts.join(missing)}." if missing else "",
            attached=f"Bijlage: {along}.",
            sent=_sent(session.invited_on),
            can_mark=session.invited_on is None and session.state is not SessionState.CANCELLED,
        )

    def _name(self) -> str:
        return self._tools.papers.name(self._paper)

    def _offered(self) -> tuple[MeetingPaper, ...]:
        return tuple(MeetingPaper) if self._session_id else OF_GROUP

    def _session(self) -> Session | None:
        if not self._session_id:
            return None
        try:
            return self._tools.sessions.card(self._session_id).session
        except Refusal:
            return None

    def _next_session(self) -> str:
        """The first session from today on, else the last one there was."""
        today = self._desk.today()
        rows = [r for r in self._tools.sessions.rows() if r.state is not SessionState.CANCELLED]
        ahead = [row for row in rows if row.day >= today]
        if ahead:
            return min(ahead, key=lambda row: (row.day, row.start)).id
        return max(rows, key=lambda row: (row.day, row.start)).id if rows else ""


_SHEETS = {
    MeetingPaper.JOINT_REPORT: "report",
    MeetingPaper.PERSONAL_REPORT: "report",
    MeetingPaper.PROMPT_CARDS: "prompts",
    MeetingPaper.METHOD: "invitation",
}
"""The sheet of texts of a paper, where it is not called as the paper."""


def _subtitle(group: str, session: Session | None) -> str:
    if session is None:
        return group
    return f"{group}, {counts.day_weekday(session.day, year=True)}"


def _line(papers: MeetingPapersService, paper: MeetingPaper) -> PaperLine:
    return PaperLine(id=paper.value, name=papers.name(paper), about=_FOR[paper])


def _files(count: int) -> str:
    return counts.capital(counts.telwoord(count, "papier", "papieren"))


def _sent(day: date | None) -> str:
    if day is None:
        return "Nog niet als verstuurd vastgelegd."
    return f"Uitnodiging verstuurd op {counts.day_long(day)}."
