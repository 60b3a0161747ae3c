"""The school holidays that come with the program, as free periods of a practice."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from intervisie_desktop.domain.agenda import FreeKind, FreePeriod
from intervisie_desktop.domain.findings import Certainty
from intervisie_desktop.host.resources import resources

REGIONS = ("noord", "midden", "zuid")
SOURCE = "rijksoverheid"
"""The source of holidays as they came; a period that was changed by hand has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolHoliday:
    """A school holiday of a region; `advice` is where schools may choose another week."""

    name: str
    region: str
    first: date
    last: date
    advice: bool
    certainty: Certainty

    @property
    def period(self) -> FreePeriod:
        """It as a free period, always under the same id."""
        parts = (self.name.casefold(), self.region, str(self.first.year))
        return FreePeriod(
            id="-".join(("school", *parts)),
            kind=FreeKind.SCHOOL_HOLIDAY,
            name=self.name,
            first=self.first,
            last=self.last,
            region=self.region,
            source=SOURCE,
        )


def school_holidays(path: Path | None = None) -> tuple[SchoolHoliday, ...]:
    """The holidays of `resources/calendar/school_holidays.toml`, one per region."""
    path = path or resources() / "calendar" / "school_holidays.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    found = []
    for holiday in data["holiday"]:
        for region in REGIONS:
            first, last = holiday.get(region) or holiday["everywhere"]
            found.append(
                SchoolHoliday(
                    name=holiday["name"],
                    region=region,
                    first=first,
                    last=last,
                    advice=holiday.get("advice", False),
                    certainty=Certainty(holiday["certainty"]),
                )
            )
    return tuple(found)
