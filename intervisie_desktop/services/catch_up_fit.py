"""Whether someone fits in a session of another group: time, size, function and ties."""

from __future__ import annotations

from collections.abc import Iterator

from intervisie_desktop.domain.attendance import Attendance, AttendanceState
from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.groups import Membership
from intervisie_desktop.domain.people import Participant
from intervisie_desktop.domain.profiles import WorkRelation, mentions
from intervisie_desktop.domain.relations import Tie, ties_in
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.views import SessionView

_SUPPOSED = "inhalen"
"""The id of the attendance that is supposed while looking; it is never stored."""


def sessions_ahead(book: Casebook, participant_id: str, year: int) -> Iterator[Session]:
    """The sessions still to come this year that someone is not expected at, in order."""
    sessions = [
        s
        for s in book.all(Session)
        if s.state is SessionState.PLANNED and s.day >= book.today and s.day.year == year
    ]
    for session in sorted(sessions, key=lambda s: (s.day, s.start, s.id)):
        if not _is_expected(book, session, participant_id):
            yield session


def belongs(book: Casebook, session: Session, participant_id: str) -> bool:
    """Whether someone is a member of the group of a session on its day."""
    members = book.having(Membership, participant_id=participant_id)
    return any(m.group_id == session.group_id and session.day in m.period for m in members)


def _own_attendance(book: Casebook, session: Session, participant_id: str) -> Attendance | None:
    there = book.having(Attendance, participant_id=participant_id)
    return next((a for a in there if a.session_id == session.id), None)


def _is_expected(book: Casebook, session: Session, participant_id: str) -> bool:
    known = _own_attendance(book, session, participant_id)
    if known is not None:
        return known.state in {AttendanceState.EXPECTED, AttendanceState.PRESENT}
    return belongs(book, session, participant_id)


def as_expected(book: Casebook, session: Session, participant_id: str) -> Attendance:
    """Being expected at a session, in the place of having excused oneself."""
    known = _own_attendance(book, session, participant_id)
    return Attendance(
        id=known.id if known else _SUPPOSED,
        session_id=session.id,
        participant_id=participant_id,
        state=AttendanceState.EXPECTED,
    )


def clashes(book: Casebook, session: Session, participant_id: str) -> bool:
    """Whether someone is expected elsewhere at that time."""
    groups = {m.group_id for m in book.having(Membership, participant_id=participant_id)}
    own = [s for group in groups for s in book.having(Session, group_id=group)]
    asked = (
        book.find(Session, a.session_id)
        for a in book.having(Attendance, participant_id=participant_id)
    )
    others = {s.id: s for s in (*own, *asked) if s is not None and s.id != session.id}
    return any(
        s.day == session.day
        and s.start < session.end
        and session.start < s.end
        and s.state is not SessionState.CANCELLED
        and _is_expected(book, s, participant_id)
        for s in others.values()
    )


def size_with(view: SessionView, participant_id: str) -> int:
    """How many who count would be expected with this participant there."""
    person = view.book.find(Participant, participant_id)
    function = view.book.function_on(participant_id, view.session.day)
    counts = view.edition.counts_in_group(person.profession if person else "", function)
    return sum(view.expected.values()) + int(counts)


def kept_out(view: SessionView, participant_id: str) -> bool:
    """Whether the profile keeps someone out for what they are."""
    norm = view.edition.excluded_functions
    function = view.book.function_on(participant_id, view.session.day)
    return bool(norm and function and mentions(function, norm.value))


def ties_with(view: SessionView, participant_id: str) -> Iterator[Tie]:
    """The ties of someone with those who are expected."""
    people = {*view.expected, participant_id}
    group_id = view.session.group_id
    for tie in ties_in(view.book, people, view.session.day, view.edition, group_id):
        if participant_id in tie.people and tie.verdict is not WorkRelation.ALLOWED:
            yield tie


_WEIGHT = {verdict: weight for weight, verdict in enumerate(WorkRelation)}


def heaviest(ties: tuple[Tie, ...]) -> tuple[Tie, ...]:
    """One tie per pair: the one that weighs most under the profiles of a group."""
    found: dict[tuple[str, str], Tie] = {}
    for tie in ties:
        before = found.get(tie.people)
        if before is None or _WEIGHT[tie.verdict] > _WEIGHT[before.verdict]:
            found[tie.people] = tie
    return tuple(found.values())
