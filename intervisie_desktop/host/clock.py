"""What day and time it is, in the Netherlands whatever the laptop says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Tells the time; services get one, so that tests and the demo can choose the day."""

    def now(self) -> datetime:
        """This moment, aware, in Europe/Amsterdam."""

    def today(self) -> date:
        """The local day."""


class SystemClock:
    """The clock of the laptop."""

    def now(self) -> datetime:
        """This moment, aware, in Europe/Amsterdam."""
        return datetime.now(UTC).astimezone(AMSTERDAM)

    def today(self) -> date:
        """The local day."""
        return self.now().date()


@dataclass
class FixedClock:
    """A clock that stands still until it is moved; `moment` without a zone is Dutch time."""

    moment: datetime

    def now(self) -> datetime:
        """The moment it stands at, aware, in Europe/Amsterdam."""
        if self.moment.tzinfo is None:
            return self.moment.replace(tzinfo=AMSTERDAM)
        return self.moment.astimezone(AMSTERDAM)

    def today(self) -> date:
        """The local day."""
        return self.now().date()

    def move(self, **by: float) -> None:
        """Moves it on by days, hours, minutes, … as in `timedelta`."""
        self.moment += timedelta(**by)
