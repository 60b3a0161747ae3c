"""The facts of each paper around a meeting, from the occasion and the texts of the practice."""

from __future__ import annotations

from intervisie_desktop.documents.pdf import dutch
from intervisie_desktop.documents.pdf.agreement import Clause
from intervisie_desktop.documents.pdf.evaluation import EvaluationFacts
from intervisie_desktop.documents.pdf.feedback_rules import FeedbackRulesFacts
from intervisie_desktop.documents.pdf.invitation import InvitationFacts
from intervisie_desktop.documents.pdf.material import texts
from intervisie_desktop.documents.pdf.method_sheet import MethodSheetFacts, SheetPhase
from intervisie_desktop.documents.pdf.pieces import Mark, Section
from intervisie_desktop.documents.pdf.prompt_cards import PromptCard, PromptCardsFacts
from intervisie_desktop.documents.pdf.report import ReportFacts
from intervisie_desktop.documents.pdf.self_assessment import SelfAssessmentFacts
from intervisie_desktop.documents.pdf.statement import StatementFacts
from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.domain.groups import Agreement, Mode
from intervisie_desktop.domain.methods import Method, Phase
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.domain.texts import heading_and_rest, points
from intervisie_desktop.services.letterhead import practice_facts
from intervisie_desktop.services.meeting.occasion import Attendee, Occasion
from intervisie_desktop.services.texts import Wording

ONLINE_CHECKS = (
    "link", "closed_room", "no_third_parties", "apart", "webcam", "microphone", "loudspeaker",
    "connection", "online_agreed", "identity_checked", "presence_checked", "teams",
)  # fmt: skip
"""The points of the online checklist, in the order in which one goes through them."""

SECRECY_CLAUSES = ("secrecy", "leader_statutory", "leader_contractual", "exceptions",
                   "anonymous", "recordings", "notes", "online")  # fmt: skip
"""What of the agreement stands in the statement of one participant."""


def name_of(paper: str) -> str:
    """What a paper is called, on screen and in the name of its file."""
    return str(texts("papers")["names"][paper])


def clauses(wording: Wording, names: tuple[str, ...] = ()) -> tuple[Clause, ...]:
    """The provisions that hold, all or those of these names; without those that were left out."""
    prefix = "agreement.clauses."
    keys = {f"{prefix}{name}" for name in names}
    found = []
    for key, body in wording.each(prefix).items():
        if not keys or key in keys:
            heading, text = heading_and_rest(body)
            found.append(Clause(heading=heading, text=text))
    return tuple(found)


def agreement_clauses(wording: Wording, made: Agreement) -> tuple[Clause, ...]:
    """The provisions of an agreement: of the practice, and what this group agreed by itself."""
    words = texts("agreement")
    own = [(words["scope"], made.scope), (words["own"], made.text)]
    added = tuple(Clause(heading=head, text=text) for head, text in own if text.strip())
    return (*clauses(wording), *added)


def invitation(
    about: Occasion, session: Session, wording: Wording, to: Attendee | None = None
) -> InvitationFacts:
    """The invitation to a session, for one person or for all."""
    online, here = about.mode is not Mode.ON_LOCATION, about.mode is not Mode.ONLINE
    return InvitationFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        heading=wording.one("invitation.subject"),
        to=to.person.name.formal if to else "",
        group=about.group.name,
        day=session.day,
        start=session.start,
        end=session.end,
        breaks=tuple((pause.start, pause.end) for pause in session.breaks),
        place=session.place if here else "",
        platform=(session.platform or "videogesprek") if online else "",
        link=session.link if online else "",
        method=session.method or about.group.method,
        leader=about.leader_name,
        leader_line=leader_line(about),
        deadline=about.deadline,
        opening=(wording.one("invitation.opening"), wording.one("invitation.purpose")),
        sections=_invitation_sections(about, wording),
    )


def _invitation_sections(about: Occasion, wording: Wording) -> tuple[Section, ...]:
    heads = texts("invitation")["headings"]
    one = wording.one
    own = tuple(q for profile in about.profiles for q in profile.preparation_questions)
    asked = tuple(dict.fromkeys(own)) or points(one("invitation.preparation.questions"))
    rules = [point for body in wording.each("invitation.rules.").values() for point in points(body)]
    checks = tuple(one(f"invitation.online.{name}") for name in ONLINE_CHECKS)
    return (
        Section(
            heading=heads["preparation"],
            before=(one("invitation.preparation.intro"),),
            points=asked,
            mark=Mark.NUMBER,
            after=(
                one("invitation.preparation.free"),
                one("invitation.preparation.boundary"),
                one("invitation.preparation.deadline"),
            ),
        ),
        Section(
            heading=heads["online"],
            before=(one("invitation.online.intro"),) if any(checks) else (),
            points=checks,
            mark=Mark.BOX,
        ),
        Section(heading=heads["place"], before=(one("invitation.place"),)),
        Section(
            heading=heads["course"],
            before=(one("invitation.course"), one("invitation.phases")),
        ),
        Section(heading=heads["rules"], points=tuple(rules)),
        Section(heading=heads["secrecy"], before=(one("invitation.secrecy"),)),
        Section(heading=heads["cancelling"], before=(one("invitation.cancelling"),)),
        Section(heading=heads["certificate"], before=(one("invitation.certificate"),)),
        Section(heading=heads["privacy"], before=(one("invitation.privacy"),)),
    )


def statement(about: Occasion, wording: Wording, of: Attendee) -> StatementFacts:
    """The geheimhoudingsverklaring of one participant."""
    return StatementFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        group=about.group.name,
        participant=of.person.name.formal,
        participant_line=of.employer,
        leader=about.leader_name,
        leader_line=leader_line(about),
        declaration=wording.one("statement.declaration"),
        clauses=clauses(wording, SECRECY_CLAUSES),
        closing=wording.one("statement.mutual"),
    )


def evaluation(about: Occasion, session: Session, wording: Wording) -> EvaluationFacts:
    """The blank evaluatieformulier of a session."""
    return EvaluationFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        group=about.group.name,
        day=session.day,
        leader=about.leader_name,
        method=session.method,
        explanation=wording.one("evaluation.explanation"),
        statements=tuple(wording.each("evaluation.items.").values()),
        answers=tuple(wording.each("evaluation.answers.").values()),
        questions=tuple(wording.each("evaluation.open.").values()),
    )


def self_assessment(about: Occasion, wording: Wording) -> SelfAssessmentFacts:
    """The zelfbeoordeling of skills, for the begin and the end of a series."""
    return SelfAssessmentFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        group=about.group.name,
        leader=about.leader_name,
        explanation=wording.one("self_assessment.explanation"),
        skills=tuple(wording.each("self_assessment.items.").values()),
        goal=wording.one("self_assessment.open.goal"),
        result=wording.one("self_assessment.open.result"),
    )


def report(about: Occasion, session: Session, wording: Wording, *, personal: bool) -> ReportFacts:
    """One part of the verslag, blank; only the joint part names who was there."""
    part = "report.personal." if personal else "report.joint."
    asked = wording.each(part)
    explanation = asked.pop(f"{part}explanation", "")
    length = asked.pop(f"{part}length", "")
    return ReportFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        personal=personal,
        group=about.group.name,
        day=session.day,
        start=session.start,
        end=session.end,
        form=str(texts("certificate_words")["form"][session.mode.value]),
        leader=about.leader_name,
        method=session.method,
        explanation=explanation,
        people=() if personal else tuple(one.person.name.formal for one in about.people),
        questions=tuple(asked.values()),
        length=length,
    )


def feedback_rules(about: Occasion, wording: Wording) -> FeedbackRulesFacts:
    """The feedbackregels of a group."""
    lists = wording.each("feedback_rules.")
    introduction = lists.pop("feedback_rules.intro", "")
    sections = []
    for body in lists.values():
        heading, rest = heading_and_rest(body)
        sections.append(Section(heading=heading, points=points(rest)))
    return FeedbackRulesFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        group=about.group.name,
        introduction=introduction,
        sections=tuple(sections),
    )


def prompt_cards(about: Occasion, wording: Wording) -> PromptCardsFacts:
    """The vraagkaarten."""
    cards = []
    for body in wording.each("prompts.").values():
        heading, rest = heading_and_rest(body)
        cards.append(PromptCard(heading=heading, lines=points(rest)))
    return PromptCardsFacts(
        practice=practice_facts(about.practice), issued_on=about.today, cards=tuple(cards)
    )


def method_sheet(about: Occasion, session: Session) -> MethodSheetFacts:
    """The phases as they were planned, else as the method has them, with who has the floor.

    Refused as "method_without_phases" when neither is known.
    """
    known = {phase.name.casefold(): phase for phase in about.method.phases} if about.method else {}
    planned = [(phase.name, phase.minutes) for phase in session.phases]
    planned = planned or [(phase.name, phase.minutes) for phase in known.values()]
    if not planned:
        raise Refusal("method_without_phases")
    return MethodSheetFacts(
        practice=practice_facts(about.practice),
        issued_on=about.today,
        group=about.group.name,
        method=session.method or about.group.method,
        about=about.method.about if about.method else "",
        phases=tuple(
            _phase(name, minutes, known.get(name.casefold())) for name, minutes in planned
        ),
        note=_source_note(about.method),
    )


def _phase(name: str, minutes: int, known: Phase | None) -> SheetPhase:
    words = texts("method_sheet")["speakers"]
    return SheetPhase(
        name=name,
        minutes=minutes,
        who=str(words[known.speaker.value]) if known else "",
        hint=known.hint if known else "",
        listens=known is not None and not known.contributor_active,
    )


def _source_note(method: Method | None) -> str:
    if method is None or not method.source.title:
        return ""
    return str(texts("method_sheet")["source"]).format(title=method.source.title)


def leader_line(about: Occasion) -> str:
    """What stands under the name of who leads: the designation that holds on the day."""
    words = texts("certificate_words")["designation"]
    for term in about.designations:
        if term.register.casefold() == "nova":
            return str(words["nova"])
        return str(words["other"]).format(register=term.register, number=term.number).strip()
    return ""


def frequency(sessions: tuple[Session, ...], year: int) -> str:
    """How often and how long a group meets in a year, as far as it is planned."""
    words = texts("agreement")["frequency"]
    if not sessions:
        return ""
    lengths = sorted(session.minutes for session in sessions)
    usual = lengths[len(lengths) // 2]
    count = "one" if len(sessions) == 1 else "many"
    return str(words[count]).format(
        count=dutch.number_word(len(sessions)), year=year, hours=dutch.hours(usual)
    )
