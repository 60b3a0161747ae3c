"""The wizard: choose of what, for whom and where to, look it over, make the papers."""

from __future__ import annotations

from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.ui.pages.certificates.board import Board, View
from intervisie_desktop.ui.pages.certificates.making import Making
from intervisie_desktop.ui.pages.certificates.people import PeopleList
from intervisie_desktop.ui.pages.certificates.rows import makeable
from intervisie_desktop.ui.pages.certificates.state import Step
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place


class WizardPresenter:
    """Leads through the steps; `people` is step 2, `making` the last one."""

    def __init__(self, service: CertificatesService, view: View, desk: Desk) -> None:
        self.board = Board(service, view, desk)
        self.people = PeopleList(self.board)
        self.making = Making(self.board)

    def start(self) -> None:
        """Begin with what and which year; choices of before are kept."""
        if self.board.picked.step is Step.DONE and not self.board.picked.running:
            self.board.forget()
        self.board.read()

    def start_session(self, session_id: str) -> None:
        """Begin with the people of one meeting, those who are ready ticked."""
        self._take_session(session_id)
        self.board.read()
        self.people.tick_ready()

    def start_person(self, target: str) -> None:
        """Begin with one person: "meeting/person", or a person in the working year.

        Who is ready comes straight to the last look, so that one more press makes the paper.
        """
        session_id, _, person = target.rpartition("/")
        if session_id:
            self._take_session(session_id)
        else:
            self.board.forget()
            self.board.put(kind="year", year=self.board.desk.year(), step=Step.PEOPLE)
        self.board.read()
        found = [one for one in self.board.picked.candidates() if one.key.participant_id == person]
        ticked = frozenset(one.key.text for one in found if makeable(one, {}))
        self.board.choose(ticked=ticked)
        self.board.put(
            current=found[0].key.text if found else "",
            step=Step.REVIEW if ticked else Step.PEOPLE,
        )
        self.board.show(paper=True)

    def refresh(self) -> None:
        """Something was changed elsewhere: read again, unless papers are being made."""
        if not self.board.picked.running and self.board.picked.step is not Step.DONE:
            self.board.read()

    def year_changed(self) -> None:
        """The working year was changed: the year of the papers follows."""
        picked = self.board.picked
        if picked.kind == "year" and picked.step in {Step.TEMPLATE, Step.PEOPLE}:
            self.choose_year(str(self.board.desk.year()))

    def choose_kind(self, kind: str) -> None:
        """Of a calendar year ("year") or of one meeting ("session")."""
        self.board.put(kind=kind)
        sessions = self.board.picked.sessions
        if kind == "session" and not self.board.picked.session and sessions:
            self.board.put(session=sessions[0].id)
        self._new_target()

    def choose_year(self, year: str) -> None:
        """Another calendar year."""
        self.board.put(year=int(year), session="", group="")
        self.board.deliver(folder=self.board.service.default_folder(int(year)))
        self._new_target()

    def choose_group(self, group_id: str) -> None:
        """Only this group, or all for nothing."""
        self.board.put(group=group_id)
        self._new_target()

    def choose_session(self, session_id: str) -> None:
        """This meeting."""
        self.board.put(session=session_id)
        self._new_target()

    def main(self) -> None:
        """The one main thing of this step."""
        steps = {
            Step.TEMPLATE: self._to_people,
            Step.PEOPLE: self._to_review,
            Step.REVIEW: self.making.make,
            Step.DONE: self.finish,
        }
        steps[self.board.picked.step]()

    def back(self) -> None:
        """One step back; from the first and the last one away from the wizard."""
        step = self.board.picked.step
        if step in {Step.TEMPLATE, Step.DONE}:
            self.leave()
        else:
            self.go_to(Step(step - 1))

    def go_to(self, step: Step) -> None:
        """Back to a step that was done."""
        picked = self.board.picked
        if not picked.running and picked.step is not Step.DONE and step < picked.step:
            self.board.put(step=step)
            self.board.show(paper=True)

    def leave(self) -> None:
        """Close the wizard; what was chosen stays for the next time."""
        if not self.board.picked.running:
            self.board.desk.go(Destination(Place.CERTIFICATES, part="register"))

    def finish(self) -> None:
        """Done: to the register, with a fresh wizard for the next time."""
        if not self.board.picked.running:
            self.board.forget()
            self.leave()

    def _take_session(self, session_id: str) -> None:
        self.board.forget()
        year = self.board.service.session_year(session_id)
        self.board.put(kind="session", session=session_id, year=year, step=Step.PEOPLE)

    def _new_target(self) -> None:
        self.board.choose(ticked=frozenset(), reasons={})
        self.board.put(current="")
        self.board.read()

    def _to_people(self) -> None:
        if self.board.picked.wanted() is None:
            self.board.desk.refuse("Nog nodig: kies een bijeenkomst.")
            return
        self.board.put(step=Step.PEOPLE)
        if self.board.picked.chosen.ticked:
            self.board.show(paper=True)
        else:
            self.people.tick_ready()

    def _to_review(self) -> None:
        picked = self.board.picked
        if not picked.chosen.ticked:
            self.board.desk.refuse("Nog nodig: vink ten minste één deelnemer aan die gereed is.")
            return
        if picked.current not in picked.chosen.ticked:
            self.board.put(current=picked.ticked()[0].key.text)
        self.board.put(step=Step.REVIEW)
        self.board.show(paper=True)
