"""The invented practice: a year that shows everything, clean years before it, and any size.

The same seed, day and size give the same practice. With 20 years and 200 groups it is the large
practice of the benches: about 2,000 people, 5,000 sessions and 40,000 attendances.
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from intervisie_desktop.domain.changes import Outcome
from intervisie_desktop.domain.clients import Address, Client, Contact
from intervisie_desktop.domain.periods import Period
from intervisie_desktop.domain.practice import Designation, Facilitator, Practice
from intervisie_desktop.host.ids import Ids
from intervisie_desktop.host.resources import resources
from intervisie_desktop.services.demo_batch import Batch, Cast
from intervisie_desktop.services.demo_scale import earlier_groups, earlier_years
from intervisie_desktop.services.demo_year import scripted_year
from intervisie_desktop.services.school_holidays import school_holidays
from intervisie_desktop.storage.store import Store, Work

SEED = 1
YEARS = 2
GROUPS = 7
SCRIPTED = 5
LARGE = {"years": 20, "groups": 200}
"""The size of the practice in the benches."""


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """How much was made."""

    clients: int
    participants: int
    groups: int
    sessions: int
    attendances: int


def make_demo(
    store: Store,
    ids: Ids,
    today: date,
    *,
    seed: int = SEED,
    years: int = YEARS,
    groups: int = GROUPS,
) -> Outcome[DemoSummary]:
    """Fills a new, empty practice file in one final act, and marks it as a demo.

    The year of `today` is that of the script: what lies before today took place, and the last of
    it is held but not closed. The years before are clean. `groups` above the five of the script
    are groups that met for some years; most of them are over. The signing key stays as it is.
    """
    data = sample_data()
    batch = Batch()
    cast = Cast(random.Random(seed), ids, today, data, batch)
    with store.work("demo_made", final=True, years=years, groups=groups) as work:
        facilitator = _practice(work, cast, data, years)
        _clients(cast, data)
        scripted = scripted_year(cast, facilitator.id, today.year - years + 1)
        earlier_years(cast, scripted, years)
        earlier_groups(cast, facilitator.id, years, groups - SCRIPTED)
        batch.free_periods.extend(holiday.period for holiday in school_holidays())
        batch.write(work)
    summary = DemoSummary(
        clients=len(batch.clients),
        participants=len(batch.participants),
        groups=len(batch.groups),
        sessions=len(batch.sessions),
        attendances=len(batch.attendances),
    )
    return work.outcome(summary)


def sample_data() -> dict[str, Any]:
    """What the invented practice is made of."""
    path = resources() / "sample_practice" / "practice.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _practice(work: Work, cast: Cast, data: dict[str, Any], years: int) -> Facilitator:
    """The practice and who leads it; a facilitator the file already has becomes her."""
    folder = resources() / "sample_practice"
    known = work.practice.get()
    about, leads = data["practice"], data["facilitator"]
    facilitator = Facilitator(
        id=known.facilitator_id or cast.new("fac"),
        name=leads["name"],
        quality=leads["quality"],
        email=about["email"],
        signature=(folder / "signature.png").read_bytes(),
        profession=leads["profession"],
        academic=True,
    )
    if known.facilitator_id is None:
        work.facilitators.add(facilitator)
    else:
        work.facilitators.save(facilitator)
    for first_year in _terms(cast.today.year, years):
        term = Period(date(first_year, 1, 1), date(first_year + 4, 12, 31))
        cast.batch.designations.append(
            Designation(
                id=cast.new("d"),
                facilitator_id=facilitator.id,
                register=leads["register"],
                number=leads["number"],
                period=term,
            )
        )
    work.practice.save(
        replace(
            known,
            name=about["name"],
            tagline=about["tagline"],
            address=_address(about),
            email=about["email"],
            phone=about["phone"],
            website=about["website"],
            kvk_number=about["kvk_number"],
            vat_number=about["vat_number"],
            iban=about["iban"],
            logo=(folder / "logo.png").read_bytes(),
            accent=Practice().accent,
            facilitator_id=facilitator.id,
            demo=True,
        )
    )
    return facilitator


def _terms(year: int, years: int) -> range:
    """First years of the five-year designations; the one that runs began two years ago."""
    begin = year - 2
    while begin > year - years + 1:
        begin -= 5
    return range(begin, year + 1, 5)


def _clients(cast: Cast, data: dict[str, Any]) -> None:
    for entry in data["client"]:
        client = Client(
            id=cast.new("c"),
            name=entry["name"],
            address=_address(entry),
            email=f"info@{_domain(entry['name'])}",
            kvk_number="00000000",
        )
        given = entry["contact"].split()[0].casefold()
        contact = Contact(
            id=cast.new("cp"),
            client_id=client.id,
            name=entry["contact"],
            function=entry["function"],
            email=f"{given}@{_domain(entry['name'])}",
        )
        cast.batch.clients.append(client)
        cast.batch.contacts.append(contact)


def _address(entry: dict[str, Any]) -> Address:
    return Address(lines=entry["street"], postcode=entry["postcode"], city=entry["city"])


def _domain(name: str) -> str:
    return f"{''.join(c for c in name.casefold() if c.isalpha())}.example"
