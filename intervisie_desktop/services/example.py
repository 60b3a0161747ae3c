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
from intervisie_desktop.services.demo import GROUPS, SEED, YEARS, DemoSummary, make_demo
from intervisie_desktop.services.practice_file import SIGNING_KEY, OpenPractice, PracticeFiles
from intervisie_desktop.storage.store import Store

PASSWORD = "voorbeeld"
FILE_NAME = "voorbeeld.intervisie"
TODAY = date(2026, 10, 13)
"""The day the window shows the example on; the command line takes the real day."""

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
    except BaseException:
        opened.close()
        path.unlink(missing_ok=True)
        raise
    return Invented(opened, outcome.value, clock, ids)


def _sign_the_same(store: Store, seed: int) -> None:
    """A signing key made of the seed, so that the papers are the same bytes every time.

    A key anyone can make again proves nothing, which is right for an invented practice.
    """
    private = random.Random(f"intervisie voorbeeld {seed}").randbytes(_KEY_BYTES)
    with store.work("demo_key_made", final=True) as work:
        work.secrets.set(SIGNING_KEY, private)
        work.practice.save(replace(work.practice.get(), public_key=public_key(private).hex()))
