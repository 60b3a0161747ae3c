"""A judge with one rule, eight hours a year, so that these tests are about papers only."""

from datetime import date

from intervisie_desktop.domain.attendance import AttendanceState
from intervisie_desktop.domain.findings import Finding, FindingSubject, Severity, Source
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.services.certification.judging import CountedSession, Judged

EDITION = date(2024, 1, 1)


class EightHours:
    def __init__(self, reading, on, override):
        self._reading = reading
        self._override = override

    def year(self, participant_id, year, profile):
        sessions = [s for s in self._reading.sessions.all() if s.day.year == year]
        counted = [c for s in sessions if (c := self._counted(s, participant_id))]
        minutes = sum(one.minutes for one in counted)
        planned = [s.day for s in sessions if s.state is SessionState.PLANNED]
        short = Finding(
            code="U04",
            severity=Severity.ERROR,
            profile=profile,
            edition=EDITION,
            subject=FindingSubject(kind="year", id=participant_id, year=year),
            source=Source("Voda"),
            figures={"minutes": minutes, "required": 480},
        )
        return Judged(
            sessions=tuple(counted),
            minutes=minutes,
            required=480,
            edition=EDITION,
            findings=() if minutes >= 480 else (short,),
            override_allowed=self._override,
            points=4,
            points_cap=4,
            running_until=max(planned, default=None) if minutes < 480 else None,
            shortest=120,
            longest=240,
        )

    def session(self, participant_id, session_id, profile):
        counted = self._counted(self._reading.sessions.get(session_id), participant_id)
        return Judged(
            sessions=(counted,) if counted else (),
            minutes=counted.minutes if counted else 0,
            required=None,
            edition=EDITION,
            points=2,
            points_cap=4,
            shortest=120,
            longest=240,
        )

    def _counted(self, session, participant_id):
        present = [
            one.participant_id
            for one in self._reading.attendances.where(session_id=session.id)
            if one.state is AttendanceState.PRESENT
        ]
        if participant_id not in present:
            return None
        return CountedSession(
            session_id=session.id, minutes=session.minutes, group_size=len(present)
        )


class Judges:
    def __init__(self, override=True):
        self._override = override

    def judge(self, reading, on):
        return EightHours(reading, on, self._override)
