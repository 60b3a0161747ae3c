"""A text as it will stand on its paper, shown on an invented meeting of the practice itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from intervisie_desktop.documents.pdf import agreement
from intervisie_desktop.documents.pdf.agreement import AgreementFacts, Party
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.domain.attendance import Interval
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.letters import filled
from intervisie_desktop.domain.people import Participant, PersonName
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.texts import PaperText
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.compliance import ComplianceService
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.meeting import composing
from intervisie_desktop.services.meeting.example_letter import example_letter
from intervisie_desktop.services.meeting.occasion import Attendee, Occasion
from intervisie_desktop.services.meeting.papers import MeetingPaper, made
from intervisie_desktop.services.profiles import Profiles
from intervisie_desktop.services.texts import Wording, edited_texts, text_of
from intervisie_desktop.storage.records.collections import Reading
from intervisie_desktop.storage.store import Store

USUAL_PROFILE = "nova_intervisie"
START, END, PAUSE = 600, 750, Interval(660, 675)

_PAPERS = {
    "invitation": MeetingPaper.INVITATION,
    "statement": MeetingPaper.STATEMENT,
    "evaluation": MeetingPaper.EVALUATION,
    "feedback_rules": MeetingPaper.FEEDBACK_RULES,
    "prompts": MeetingPaper.PROMPT_CARDS,
    "self_assessment": MeetingPaper.SELF_ASSESSMENT,
}


class TextPreviewService:
    """Shows what a text looks like before it is kept; nothing is stored."""

    def __init__(self, store: Store, clock: Clock, compliance: ComplianceService) -> None:
        self._store = store
        self._clock = clock
        self._compliance = compliance

    def paper(self, key: str, body: str) -> bytes:
        """The paper of a text with this body, as PDF; not for a mail.

        Refused as "letter_word_unknown", "text_required", "notice_vague" or "gone".
        """
        text = text_of(key)
        edited, about = self._ready(text, body)
        if text.paper == "agreement":
            return _agreement(about, edited)
        if text.paper == "reminder":
            return example_letter(about, edited, key)
        if text.paper == "report":
            personal = key.startswith("report.personal.")
            paper = MeetingPaper.PERSONAL_REPORT if personal else MeetingPaper.JOINT_REPORT
            return made(paper, about, edited)[0].pdf
        return made(_PAPERS[text.paper], about, edited)[0].pdf

    def mail(self, key: str, body: str) -> str:
        """A text of a mail, filled in; the refusals of `paper`."""
        text = text_of(key)
        _, about = self._ready(text, body)
        words = about.words(about.people[0])
        return filled(text.checked(body), {word: words.get(word, "") for word in text.words})

    def _ready(self, text: PaperText, body: str) -> tuple[Mapping[str, str], Occasion]:
        kept = text.checked(body)
        with self._store.reading() as read:
            edited = {**edited_texts(read), text.key: kept}
            about = _occasion(read, self._compliance.profiles(), self._clock.today(), text)
        return edited, about


def _occasion(read: Reading, profiles: Profiles, today: date, text: PaperText) -> Occasion:
    """An invented session in two weeks, under a profile that asks for this text."""
    words = texts("papers")["example"]
    practice = read.practice.get()
    leader = read.facilitators.find(practice.facilitator_id or "")
    terms = read.designations.where(facilitator_id=leader.id) if leader else ()
    asked = [trait.removeprefix("profile:") for trait in text.when if trait.startswith("profile:")]
    key = next((key for key in asked if key in profiles), USUAL_PROFILE)
    day = today + timedelta(days=14)
    mode = Mode.ON_LOCATION if "on_location" in text.when else Mode.HYBRID
    session = Session(
        id="", group_id="", day=day, start=START, end=END, mode=mode, breaks=(PAUSE,),
        place=words["place"], platform=words["platform"], method=words["method"],
    )  # fmt: skip
    names = zip(words["given"], words["surnames"], strict=True)
    return Occasion(
        practice=practice,
        group=Group(id="", name=words["group"], profiles=(key,), mode=mode),
        session=session,
        day=day,
        today=today,
        leader=leader,
        designations=tuple(term for term in terms if day in term.period),
        profiles=(_without_own(profiles[key], text),) if key in profiles else (),
        people=tuple(
            Attendee(person=Participant(id=given, name=PersonName(given=given, surname=surname)))
            for given, surname in names
        ),
        more_traits=_wanted(text),
    )


def _without_own(profile: RuleProfile, text: PaperText) -> RuleProfile:
    """The profile, without questions of its own where the text is what stands in their place."""
    if text.key == "invitation.preparation.questions":
        return replace(profile, preparation_questions=())
    return profile


def _wanted(text: PaperText) -> frozenset[str]:
    """What makes the text take part in any case; one of two that exclude each other."""
    return frozenset(text.when[:1])


def _agreement(about: Occasion, edited: Mapping[str, str]) -> bytes:
    wording = Wording(edited, about.words(), about.traits())
    return agreement.render(
        AgreementFacts(
            practice=practice_facts(about.practice),
            agreed_on=about.today,
            place=about.practice.address.city,
            group=about.group.name,
            leader=Party(name=about.leader_name, line=composing.leader_line(about)),
            participants=tuple(Party(name=one.person.name.formal) for one in about.people),
            clauses=composing.clauses(wording),
        )
    )
