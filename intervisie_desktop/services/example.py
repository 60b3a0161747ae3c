"""An invented practice in a new file: what `demo` makes, and what the window shows as example."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.host.clock import Clock, FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.host.signing import public_key
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.certification.values import (
    Choice,
    PaperOptions,
    Readiness,
    Wanted,
)
from intervisie_desktop.services.demo import (
    GROUPS,
    SEED,
    YEARS,
    DemoSummary,
    make_demo,
    sample_data,
)
from intervisie_desktop.services.demo_money import invent_money
from intervisie_desktop.services.practice_file import SIGNING_KEY, OpenPractice, PracticeFiles
from intervisie_desktop.storage.store import Store

PASSWORD = "voorbeeld"
FILE_NAME = "voorbeeld.intervisie"
TODAY = date(2026, 10, 13)
"""The day the window shows the example on; the command line takes the real day."""

LAST_MONTH, LAST_DAY = 12, 20
MAKEABLE = frozenset({Readiness.READY, Readiness.ATTENTION})
"""What can be issued without a reason."""

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Invented:
    """The invented practice, open, with what is in it."""

    opened: OpenPractice
    summary: DemoSummary
    clock: Clock
    ids: SeededIds


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """How much to invent; the same size, seed and day give the same practice."""

    today: date
    seed: int = SEED
    years: int = YEARS
    groups: int = GROUPS


def invent(path: Path, paths: Paths, size: Size) -> Invented:
    """A new file with the invented practice, left open; Trouble("exists") and those of the disk."""
    clock = FixedClock(datetime.combine(size.today, datetime.min.time()).replace(hour=9))
    ids = SeededIds(size.seed)
    leader = Facilitator(id=ids.new("fac"), name="")
    opened, _code = PracticeFiles(clock, paths).create(path, PASSWORD, Practice(name=""), leader)
    try:
        _sign_the_same(opened.store, size.seed)
        outcome = make_demo(
            opened.store, ids, size.today, seed=size.seed, years=size.years, groups=size.groups
        )
        _issue_earlier(opened.store, clock, ids, size)
        invent_money(Services(opened.store, clock, ids), clock, sample_data())
    except BaseException:
        opened.close()
        path.unlink(missing_ok=True)
        raise
    return Invented(opened, outcome.value, clock, ids)


def _issue_earlier(store: Store, clock: FixedClock, ids: SeededIds, size: Size) -> None:
    """The papers of the years before, issued at the end of each: those years are finished."""
    now = clock.moment
    services = Services(store, clock, ids)
    for year in range(size.today.year - size.years + 1, size.today.year):
        clock.moment = now.replace(year=year, month=LAST_MONTH, day=LAST_DAY)
        found = services.certificates.candidates(Wanted(year=year))
        each = {one.key.text: one for group in found for one in group.candidates}
        ready = [Choice(key=one.key) for one in each.values() if one.readiness in MAKEABLE]
        services.certificates.issue(ready, PaperOptions())
    clock.moment = now


def _sign_the_same(store: Store, seed: int) -> None:
    """A signing key made of the seed, so that the papers are the same bytes every time.

    A key anyone can make again proves nothing, which is right for an invented practice.
    """
    private = random.Random(f"intervisie voorbeeld {seed}").randbytes(_KEY_BYTES)
    with store.work("demo_key_made", final=True) as work:
        work.secrets.set(SIGNING_KEY, private)
        work.practice.save(replace(work.practice.get(), public_key=public_key(private).hex()))
