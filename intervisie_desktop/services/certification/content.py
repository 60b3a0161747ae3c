"""What a certificate says about someone: only what is recorded, and nothing of the content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from intervisie_desktop.domain.attendance import Attendance, longest_stretch, total_minutes
from intervisie_desktop.domain.groups import Group, Mode
from intervisie_desktop.domain.people import Participant, Registration
from intervisie_desktop.domain.sessions import Session
from intervisie_desktop.services.certification.judging import Judged

LONGEST_DESCRIPTION = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentSession:
    """One line of the table; times in minutes since midnight, `minutes` counted."""

    session_id: str
    day: str
    start: int
    end: int
    minutes: int
    pause: int
    mode: str
    group: str
    contribution: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What the paper is about; equal contents give the same certificate.

    `statements` are keys of sentences, each there only because its check is recorded.
    """

    name: str
    registrations: tuple[tuple[str, str], ...]
    groups: tuple[str, ...]
    group_size: int
    sessions: tuple[ContentSession, ...]
    minutes: int
    required: int | None
    points: int | None
    points_cap: int
    points_kind: str
    description: str
    statements: tuple[str, ...]
    facilitator_id: str | None

    def as_json(self) -> dict[str, object]:
        """Plain values, to keep and to compare with."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """A session someone attended, with all that is needed to write it down."""

    session: Session
    group: Group
    attendance: Attendance
    minutes: int
    group_size: int


def content_of(
    person: Participant,
    registrations: Sequence[Registration],
    attended: Sequence[Attended],
    judged: Judged,
    *,
    expert: bool,
) -> Content:
    """The content of a paper; `expert` says the leader was designated on every day."""
    edition = judged.edition
    rule = edition.points.value if edition and edition.points else None
    longest = edition.neutral_description.value if edition and edition.neutral_description else 0
    ordered = sorted(attended, key=lambda one: (one.session.day, one.session.start))
    days = [one.session.day for one in ordered]
    facilitators = {one.session.facilitator_id or one.group.facilitator_id for one in ordered}
    return Content(
        name=person.name.formal,
        registrations=_registrations(registrations, days),
        groups=tuple(dict.fromkeys(one.group.name for one in ordered)),
        group_size=max((one.group_size for one in ordered), default=0),
        sessions=tuple(_line(one) for one in ordered),
        minutes=judged.minutes,
        required=judged.required,
        points=judged.points,
        points_cap=(rule.year_max or 0) if rule else 0,
        points_kind=rule.kind if rule else "",
        description=_description(ordered, longest or LONGEST_DESCRIPTION),
        statements=tuple(_statements(ordered, judged, expert=expert)),
        facilitator_id=facilitators.pop() if len(facilitators) == 1 else None,
    )


def _line(one: Attended) -> ContentSession:
    session = one.session
    return ContentSession(
        session_id=session.id,
        day=session.day.isoformat(),
        start=session.start,
        end=session.end,
        minutes=one.minutes,
        pause=total_minutes(session.breaks),
        mode=session.mode.value,
        group=one.group.name,
        contribution=one.attendance.contribution,
    )


def _registrations(
    registrations: Sequence[Registration], days: Sequence[date]
) -> tuple[tuple[str, str], ...]:
    """The registers someone stood in on one of the days, those with a number."""
    return tuple(
        sorted(
            (one.register, one.number)
            for one in registrations
            if one.number and any(day in one.period for day in days)
        )
    )


def _description(attended: Sequence[Attended], longest: int) -> str:
    """The descriptions of the sessions, each once, as many as fit."""
    words = ""
    for text in dict.fromkeys(" ".join(one.session.description.split()) for one in attended):
        # Whole sentences follow each other; bare subjects are listed.
        between = " " if words.endswith((".", "!", "?")) else "; "
        joined = between.join(part for part in (words, text) if part)
        if len(joined) > longest:
            break
        words = joined
    return words


def _statements(attended: Sequence[Attended], judged: Judged, *, expert: bool) -> Iterable[str]:
    if not attended:
        return
    edition = judged.edition
    opening = edition.opening_minutes.value if edition and edition.opening_minutes else 0
    if all(_secrecy_before(one, opening) for one in attended):
        yield "confidentiality"
    online = [one.attendance for one in attended if one.session.mode is not Mode.ON_LOCATION]
    yield from _online(online)
    if any(one.attendance.contribution for one in attended):
        yield "contribution"
    if edition and edition.day_min and edition.day_max:
        least, most = edition.day_min.value, edition.day_max.value
        if _lasted(attended, least, most):
            yield "duration_expert" if expert else "duration"


def _online(attendances: Sequence[Attendance]) -> Iterable[str]:
    """The conditions of online sessions (rules.md N12) that are recorded for every one of them."""
    if not attendances:
        return
    if all(one.closed_room for one in attendances):
        yield "closed_room"
    checks = {
        "online_agreed": all(one.online_agreed for one in attendances),
        "identity": all(one.identity_checked for one in attendances),
        "presence": all(one.presence_checked for one in attendances),
    }
    if all(checks.values()):
        yield "online"
    else:
        yield from (key for key, recorded in checks.items() if recorded)


def _secrecy_before(one: Attended, opening: int) -> bool:
    """The scope of secrecy was discussed with this person, at the latest in the opening."""
    session = one.session
    if session.confidentiality_on is None or not one.attendance.confidentiality:
        return False
    on_the_day = session.confidentiality_on == session.day
    in_time = not on_the_day or (session.confidentiality_at or 0) <= session.start + opening
    return session.confidentiality_on <= session.day and in_time


def _lasted(attended: Sequence[Attended], shortest: int, longest: int) -> bool:
    return all(
        longest_stretch([one.session.interval]) >= shortest and one.session.minutes <= longest
        for one in attended
    )
