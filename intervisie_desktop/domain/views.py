"""What a rule is given to look at: one session, one person's year, one group, the practice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from intervisie_desktop.domain.casebook import Casebook
from intervisie_desktop.domain.findings import Finding, FindingSubject
from intervisie_desktop.domain.groups import Group, Membership
from intervisie_desktop.domain.once import Once
from intervisie_desktop.domain.own_duty import OwnDuty, StandingOf, own_duty
from intervisie_desktop.domain.practice import Facilitator
from intervisie_desktop.domain.profiles import Edition, Norm, RuleProfile
from intervisie_desktop.domain.relations import Tie, ties_in
from intervisie_desktop.domain.session_view import Keeper, Presence, SessionView
from intervisie_desktop.domain.sessions import Session, SessionState
from intervisie_desktop.domain.standing import (
    PeriodStanding,
    YearStanding,
)
from intervisie_desktop.domain.view_base import TAKEN_PLACE, Breach, Moment, Trace, bound

__all__ = [
    "TAKEN_PLACE", "Breach", "GroupView", "Keeper", "Moment", "PeriodView", "PracticeView",
    "Presence", "SessionView", "Trace", "YearView", "bound",
]  # fmt: skip


class GroupView:
    """One group under one profile as it stands today."""

    moment = Moment.ANY

    def __init__(
        self, book: Casebook, group: Group, profile: RuleProfile, edition: Edition
    ) -> None:
        self.book = book
        self.group = group
        self.profile = profile
        self.edition = edition

    @Once
    def members(self) -> tuple[Membership, ...]:
        """Who belongs to it today."""
        found = self.book.of(Membership, "group_id", self.group.id)
        return tuple(m for m in found if self.book.today in m.period)

    @Once
    def member_ids(self) -> tuple[str, ...]:
        """Who belongs to it today, in a fixed order."""
        return tuple(sorted(m.participant_id for m in self.members))

    @Once
    def sessions(self) -> tuple[Session, ...]:
        """Its sessions that were not cancelled, in order."""
        found = self.book.of(Session, "group_id", self.group.id)
        held = (session for session in found if session.state is not SessionState.CANCELLED)
        return tuple(sorted(held, key=lambda session: (session.day, session.start, session.id)))

    @Once
    def ties(self) -> tuple[Tie, ...]:
        """Who in it has to do with whom, as of today."""
        return ties_in(self.book, self.member_ids, self.book.today, self.edition, self.group.id)

    def found(self, code: str, norm: Norm[object], breach: Breach, /, **figures: object) -> Finding:
        """A finding about this group."""
        subject = FindingSubject(kind="group", id=self.group.id, group=self.group.id)
        return bound(self, code, norm, breach, subject, self.book.today, figures)

    def found_of(
        self,
        participant_id: str,
        code: str,
        norm: Norm[object],
        breach: Breach,
        /,
        **figures: object,
    ) -> Finding:
        """A finding about one member of this group."""
        subject = FindingSubject(
            kind="group", id=self.group.id, group=self.group.id, participant=participant_id
        )
        return bound(self, code, norm, breach, subject, self.book.today, figures)


class PracticeView:
    """The practice as a whole under one profile that is in use.

    `last` says per participant in which year they last had part, and under which profile;
    `standing` gives the year of a participant.
    """

    moment = Moment.ANY

    def __init__(
        self,
        book: Casebook,
        profile: RuleProfile,
        edition: Edition,
        last: Mapping[str, tuple[str, int]],
        standing: StandingOf,
    ) -> None:
        self.book = book
        self.profile = profile
        self.edition = edition
        self.last = last
        self._standing = standing

    def own_duty(self, facilitator_id: str, year: int) -> OwnDuty | None:
        """How a facilitator's own duty of a year stands; None when she has none."""
        leader = self.book.find(Facilitator, facilitator_id)
        if leader is None:
            return None
        return own_duty(self.book, leader, self.profile, self.edition, year, self._standing)

    @Once
    def leaders(self) -> tuple[str, ...]:
        """The facilitators of groups that fall under this profile and still meet."""
        groups = [g for g in self.book.all(Group) if self.profile.key in g.profiles]
        return tuple(sorted({g.facilitator_id for g in groups if g.facilitator_id}))

    def found(
        self, code: str, norm: Norm[object], breach: Breach, day: date, /, **figures: object
    ) -> Finding:
        """A finding about the practice."""
        subject = FindingSubject(kind="practice", id="praktijk")
        return bound(self, code, norm, breach, subject, day, figures)

    def found_of(
        self,
        facilitator_id: str,
        code: str,
        norm: Norm[object],
        breach: Breach,
        /,
        **figures: object,
    ) -> Finding:
        """A finding about one facilitator."""
        subject = FindingSubject(kind="practice", id=facilitator_id, facilitator=facilitator_id)
        return bound(self, code, norm, breach, subject, self.book.today, figures)


class YearView:
    """Someone's year under one profile; `history` holds their earlier years under it."""

    def __init__(
        self,
        book: Casebook,
        profile: RuleProfile,
        edition: Edition,
        standing: YearStanding,
        history: tuple[YearStanding, ...],
    ) -> None:
        self.book = book
        self.profile = profile
        self.edition = edition
        self.standing = standing
        self.history = history

    @property
    def before(self) -> YearStanding | None:
        """The standing of the year before, under the same profile."""
        earlier = [s for s in self.history if s.year == self.standing.year - 1]
        return earlier[0] if earlier else None

    @property
    def moment(self) -> Moment:
        """Where the year is, which decides what there is to say of it."""
        ago = self.book.today.year - self.standing.year
        return Moment.THIS_YEAR if ago <= 0 else Moment.LAST_YEAR if ago == 1 else Moment.LONG_AGO

    @property
    def over(self) -> bool:
        """Whether the year has gone by."""
        return self.standing.year < self.book.today.year

    def found(self, code: str, norm: Norm[object], breach: Breach, /, **figures: object) -> Finding:
        """A finding about this year of this person."""
        standing = self.standing
        subject = FindingSubject(
            kind="year", id=standing.participant_id, participant=standing.participant_id,
            group=standing.group_id, year=standing.year,
        )  # fmt: skip
        last = min(self.book.today, date(standing.year, 12, 31))
        return bound(self, code, norm, breach, subject, last, figures)


class PeriodView:
    """Someone's registration period under one profile."""

    moment = Moment.PERIOD

    def __init__(
        self, book: Casebook, profile: RuleProfile, edition: Edition, period: PeriodStanding
    ) -> None:
        self.book = book
        self.profile = profile
        self.edition = edition
        self.period = period

    def found(self, code: str, norm: Norm[object], breach: Breach, /, **figures: object) -> Finding:
        """A finding about this period of this person; it stands with the year in which it ends."""
        period = self.period
        subject = FindingSubject(
            kind="year", id=period.participant_id, participant=period.participant_id,
            year=period.end.year,
        )  # fmt: skip
        last = min(self.book.today, period.end)
        return bound(self, code, norm, breach, subject, last, figures)
