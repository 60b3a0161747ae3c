"""Fixes that record something of a session: one press where that is safe, else a short form."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial

from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.services.attendance import Tick
from intervisie_desktop.services.mending import Secrecy, SessionFact
from intervisie_desktop.services.themes import theme_groups
from intervisie_desktop.ui.panels.findings.piles import Pile
from intervisie_desktop.ui.panels.findings.steps import (
    Act,
    Asking,
    Do,
    Kit,
    Sheet,
    Step,
    Values,
    closed,
    pairs_of,
    people_of,
    reason_in,
    session_of,
    sessions_of,
)
from intervisie_desktop.ui.text import counts
from intervisie_desktop.ui.text import mending as words
from intervisie_desktop.ui.text.finding_records import CONDITIONS
from intervisie_desktop.ui.widgets.fields import Choice, Day, Field, Multiline, Text, Time

SAID = {
    SessionFact.LIST_SIGNED: words.LIST_SIGNED,
    SessionFact.EVALUATED: words.EVALUATED,
    SessionFact.LINK_SENT: words.LINK_SENT,
}


def noting(fact: SessionFact, kit: Kit, pile: Pile) -> Step | None:
    """A fact of one session at once; of several, or of a closed one, after a look."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if not sessions:
        return None
    if len(sessions) == 1 and not closed(sessions[0]):
        return Do(partial(kit.mending.note, fact, [sessions[0].id]))
    sheet = Sheet()
    if len(sessions) > 1:
        sheet.choose("sessions", words.SESSIONS, _options(kit, sessions))
    sheet.reason(sessions)

    def take(values: Values) -> Act:
        chosen = _chosen(values, sessions)
        return partial(kit.mending.note, fact, chosen, reason_in(values))

    return sheet.asking(SAID[fact], words.RECORD, take)


def secrecy(kit: Kit, pile: Pile) -> Step | None:
    """When and with whom secrecy was discussed; for several sessions at the start of each."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if not sessions:
        return None
    if len(sessions) > 1:
        sheet = Sheet().choose("sessions", words.SESSIONS, _options(kit, sessions))
        sheet.reason(sessions)

        def take_each(values: Values) -> Act:
            chosen = _chosen(values, sessions)
            return partial(kit.mending.discuss_secrecy, chosen, Secrecy(), reason_in(values))

        return sheet.asking(words.SECRECY, words.RECORD, take_each, words.SECRECY_EACH)
    return _secrecy_of(kit, pile, sessions[0])


def _secrecy_of(kit: Kit, pile: Pile, session: Session) -> Asking:
    silent = people_of(pile.finding) or kit.mending.present(session.id)
    late = pile.finding.figures.get("how") == "late"
    on, at = session.confidentiality_on, session.confidentiality_at
    known = on is not None and not late
    sheet = Sheet()
    sheet.add(Field("on", words.ON, Day(), required=True), on if known else session.day)
    sheet.add(Field("at", words.AT, Time(), required=True), at if known else session.start)
    sheet.choose("people", words.WITH_WHOM, kit.named(silent))
    sheet.reason([session])

    def take(values: Values) -> Act:
        heard = {session.id: tuple(values["people"])}
        told = Secrecy(values["on"], values["at"], heard)
        return partial(kit.mending.discuss_secrecy, [session.id], told, reason_in(values))

    return sheet.asking(words.SECRECY, words.RECORD, take)


def ticking(ticks: Sequence[Tick], title: str, kit: Kit, pile: Pile, *, on: bool) -> Step | None:
    """Ticks for the people a card is about, each of whom can be left out."""
    pairs = pairs_of(pile)
    if not pairs:
        return None
    sessions = kit.mending.sessions(tuple(dict.fromkeys(session for session, _ in pairs)))
    if len(pairs) == 1 and on and not closed(sessions[0]):
        people = {pairs[0][0]: (pairs[0][1],)}
        return Do(partial(kit.mending.tick, ticks, people))
    one = len(sessions) == 1
    days = {session.id: counts.day_short(session.day) for session in sessions}
    options = [
        (f"{session}/{person}", kit.name(person) + ("" if one else f", {days[session]}"))
        for session, person in pairs
    ]
    sheet = Sheet().choose("people", words.WHO, options, on=on).reason(sessions)

    def take(values: Values) -> Act:
        chosen = _by_session(values["people"])
        return partial(kit.mending.tick, ticks, chosen, reason_in(values))

    return sheet.asking(title, words.RECORD, take)


def contribution(kit: Kit, pile: Pile) -> Step | None:
    """Who brought something in; for a year also at which session."""
    finding = pile.finding
    if finding.subject.kind != "year":
        title = words.CONTRIBUTED
        return ticking((Tick.CONTRIBUTION,), title, kit, pile, on=True)
    person, year = finding.subject.participant or "", finding.subject.year or kit.today.year
    sessions = kit.mending.attended(person, year)
    if not person or not sessions:
        return None
    options = tuple((session.id, kit.session_word(session)) for session in sessions)
    item = Field("session", words.CONTRIBUTED_AT, Choice(options=options), required=True)
    sheet = Sheet().add(item, sessions[0].id).reason(sessions)

    def take(values: Values) -> Act:
        people = {str(values["session"]): (person,)}
        return partial(kit.mending.tick, (Tick.CONTRIBUTION,), people, reason_in(values))

    return sheet.asking(words.CONTRIBUTED, words.RECORD, take)


def conditions(kit: Kit, pile: Pile) -> Step | None:
    """The conditions of taking part online that are not recorded, for whom they hold."""
    named = [one for finding in pile.members for one in _listed(finding.figures.get("conditions"))]
    ticks = tuple(Tick(one) for one in dict.fromkeys(named))
    title = counts.capital(counts.join([CONDITIONS[tick.value] for tick in ticks]))
    return ticking(ticks, title, kit, pile, on=True) if ticks else None


def safety(kit: Kit, pile: Pile) -> Step | None:
    """Who said to feel safe among colleagues, noted with the next or last session."""
    session = kit.mending.meeting_of(pile.finding.subject.group or "")
    people = people_of(pile.finding)
    if session is None or not people:
        return None
    sheet = Sheet().choose("people", words.SAFE, kit.named(people), on=False).reason([session])

    def take(values: Values) -> Act:
        chosen = {session.id: tuple(values["people"])}
        return partial(kit.mending.tick, (Tick.SAFE,), chosen, reason_in(values))

    note = words.SAFE_NOTE.replace("{day}", counts.day_short(session.day))
    return sheet.asking(words.PEOPLE, words.RECORD, take, note)


def description(kit: Kit, pile: Pile) -> Step | None:
    """The text for the certificate, to be written or put right on the spot."""
    if pile.several:
        return None
    [session] = kit.mending.sessions(sessions_of(pile))
    kind = Multiline(lines=4, length=1000)
    item = Field("text", words.DESCRIPTION, kind, required=True, help=words.DESCRIPTION_HELP)
    sheet = Sheet().add(item, session.description).reason([session])

    def take(values: Values) -> Act:
        return partial(kit.mending.describe, session.id, str(values["text"]), reason_in(values))

    return sheet.asking(words.DESCRIPTION, words.SAVE, take)


def theme(kit: Kit, pile: Pile) -> Step | None:
    """Another neutral theme for what someone brought in."""
    person, session_id = pile.finding.subject.participant, session_of(pile.finding)
    if pile.several or not person or not session_id:
        return None
    themes = [theme for group in theme_groups() for theme in (group.name, *group.themes)]
    options = tuple((one, one) for one in dict.fromkeys(themes))
    sheet = Sheet().add(Field("theme", words.THEME, Choice(options=options), required=True), "")
    sheet.reason(kit.mending.sessions([session_id]))

    def take(values: Values) -> Act:
        chosen = str(values["theme"])
        return partial(kit.mending.set_theme, session_id, person, chosen, reason_in(values))

    return sheet.asking(words.THEME, words.SAVE, take)


def leader(kit: Kit, pile: Pile) -> Step | None:
    """Which facilitator led."""
    sessions = kit.mending.sessions(sessions_of(pile))
    known = [card.facilitator for card in kit.practice.facilitators()]
    if not sessions or not known:
        return None
    options = tuple((one.id, one.name) for one in known)
    sheet = Sheet()
    item = Field("leader", words.LEADER, Choice(options=options), required=True)
    sheet.add(item, options[0][0])
    if len(sessions) > 1:
        sheet.choose("sessions", words.SESSIONS, _options(kit, sessions))
    sheet.reason(sessions)

    def take(values: Values) -> Act:
        chosen = _chosen(values, sessions)
        return partial(kit.mending.lead, chosen, str(values["leader"]), reason_in(values))

    return sheet.asking(words.LEADER, words.SAVE, take)


def leader_from_group(kit: Kit, pile: Pile) -> Step | None:
    """Which of the participants led."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if len(sessions) != 1:
        return None
    options = kit.named(kit.mending.present(sessions[0].id))
    item = Field("person", words.LEADER_FROM_GROUP, Choice(options=options), required=True)
    sheet = Sheet().add(item, "").reason(sessions)

    def take(values: Values) -> Act:
        chosen = str(values["person"])
        return partial(kit.mending.lead_from_group, sessions[0].id, chosen, reason_in(values))

    return sheet.asking(words.LEADER_FROM_GROUP, words.SAVE, take)


def on_location(kit: Kit, pile: Pile) -> Step | None:
    """A session that may not be online is on location."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if not sessions:
        return None
    sheet = Sheet().add(Field("place", words.PLACE, Text(length=200)), sessions[0].place)
    if len(sessions) > 1:
        sheet.choose("sessions", words.SESSIONS, _options(kit, sessions))
    sheet.reason(sessions)

    def take(values: Values) -> Act:
        chosen, place = _chosen(values, sessions), str(values["place"] or "")
        return partial(kit.mending.meet_on_location, chosen, place, reason_in(values))

    return sheet.asking(words.ON_LOCATION, words.SAVE, take)


def length(kit: Kit, pile: Pile) -> Step | None:
    """Another end of a session: as long as the rule asks, to begin with."""
    sessions = kit.mending.sessions(sessions_of(pile))
    if len(sessions) != 1:
        return None
    [session] = sessions
    required = pile.finding.figures.get("required")
    pauses = sum(one.minutes for one in session.breaks) if pile.finding.code == "U03" else 0
    end = session.start + required + pauses if isinstance(required, int) else session.end
    item = Field("end", words.END, Time(), required=True)
    sheet = Sheet().add(item, min(end, 24 * 60 - 1)).reason(sessions)

    def take(values: Values) -> Act:
        return partial(kit.mending.set_end, session.id, int(values["end"]), reason_in(values))

    return sheet.asking(words.LENGTH, words.SAVE, take)


def times(kit: Kit, pile: Pile) -> Step | None:
    """Arrival and departure at a session that is closed; elsewhere the list itself opens."""
    finding = pile.finding
    person, session_id = finding.subject.participant, session_of(finding)
    if pile.several or not person or not session_id:
        return None
    [session] = kit.mending.sessions([session_id])
    if not closed(session):
        return None
    start, end = kit.mending.stay(session_id, person) or (session.start, session.end)
    sheet = Sheet()
    sheet.add(Field("start", words.ARRIVED, Time(), required=True), start)
    sheet.add(Field("end", words.LEFT, Time(), required=True), end)
    sheet.reason([session])

    def take(values: Values) -> Act:
        came, left = int(values["start"]), int(values["end"])
        return partial(kit.mending.set_times, session_id, person, came, left, reason_in(values))

    return sheet.asking(f"{words.TIMES}: {kit.name(person)}", words.SAVE, take)


def _options(kit: Kit, sessions: Sequence[Session]) -> tuple[tuple[str, str], ...]:
    return tuple((session.id, kit.session_word(session)) for session in sessions)


def _chosen(values: Values, sessions: Sequence[Session]) -> list[str]:
    """The sessions that were left ticked, or all where there was nothing to tick."""
    chosen = values.get("sessions")
    return [s.id for s in sessions if chosen is None or s.id in chosen]


def _by_session(pairs: Collection[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for pair in pairs:
        session, _, person = pair.partition("/")
        found[session] = (*found.get(session, ()), person)
    return found


def _listed(value: object) -> list[str]:
    return [str(one) for one in value] if isinstance(value, list | tuple) else []
