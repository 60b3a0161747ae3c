"""Every page and every tab of the dock, on the invented practice and on one full of evil texts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtWidgets import QTextEdit

from intervisie_desktop.app.bootstrap import PAGES, TABS
from intervisie_desktop.domain.practice import Facilitator, Practice
from intervisie_desktop.domain.sessions import SessionState
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import SeededIds
from intervisie_desktop.host.keys import Cost
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.demo import make_demo
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.services.practice_file import PracticeFiles
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.theme.tokens import Mode
from tests.ui import looks
from tests.ui.evil import MARKUP, spoil
from tests.ui.panels.practice import TODAY
from tests.ui.whole_window import whole_window

GROUP_PARTS = ("overview", "members", "sessions", "attendance", "documents")


@pytest.fixture
def services(tmp_path):
    clock = FixedClock(datetime(2026, 10, 13, 8, 55))
    paths = Paths.under(tmp_path / "machine")
    leader = Facilitator(id="fac-1", name="")
    files = PracticeFiles(clock, paths, Cost(memory=19 * 1024, rounds=2, lanes=1))
    opened, _code = files.create(
        tmp_path / "x.intervisie", "rustige dinsdag", Practice(name=""), leader
    )
    ids = SeededIds(1)
    make_demo(opened.store, ids, TODAY, years=1, groups=5)
    services = Services(opened.store, clock, ids, opened=opened, machine=MachineService(paths))
    services.holding.cancel(services.sessions.rows()[-1].id, "Ziekte")
    yield services
    opened.close()


@pytest.fixture
def spoilt(services):
    spoil(services)
    return services


def destinations(services: Services) -> Iterator[Destination]:
    """Every page, and every part of it one can go to."""
    for place in PAGES:
        yield Destination(place)
    group = services.groups.rows()[0].id
    for part in GROUP_PARTS:
        yield Destination(Place.GROUPS, group, part)
    by_state = {row.state: row.id for row in services.sessions.rows()}
    assert set(by_state) == set(SessionState)
    for session_id in by_state.values():
        yield Destination(Place.SESSIONS, session_id)
    for part in ("session/statement", "session/mail"):
        yield Destination(Place.PAPERS, next(iter(by_state.values())), part)
    yield Destination(Place.PAPERS, group, "group")
    for sheet in ("agreement", "mail"):
        yield Destination(Place.SETTINGS, sheet, "texts")
    planned = by_state[SessionState.PLANNED]
    yield Destination(Place.WHAT_IF, planned, "move:2026-11-02:600")
    for part in ("dossiers/participant", "dossiers/group", "evaluations", "registers"):
        yield Destination(Place.REPORTS, part=part)
    yield Destination(Place.PARTICIPANTS, part="new")
    yield Destination(Place.CERTIFICATES, part="make")
    yield Destination(Place.IMPORTING, part="participants")
    for part in ("new", "plan"):
        yield Destination(Place.AGENDA, part=part)


def walk(window, services: Services) -> Iterator[str]:
    """Open one thing after another; gives what is open now."""
    for destination in destinations(services):
        window.go(destination)
        looks.settle(window)
        assert window.page.place is destination.place
        yield f"{destination.place} {destination.part}{destination.id}"
    window.go(Destination(Place.VERIFY))
    for key, *_ in TABS:
        window.dock.open_tab(key)
        looks.settle(window)
        yield f"dock {key}"


def complaints(qtlog) -> list[str]:
    """What Qt warned about, but for what the screen without a screen cannot do."""
    return [r.message for r in qtlog.records if "propagateSizeHints" not in r.message]


@pytest.mark.parametrize(
    ("width", "height", "percent"),
    [(1440, 900, 100), (1100, 700, 100), (1440, 900, 140), (1100, 700, 140)],
)
def test_every_page_is_whole_at_every_size(qtbot, qtlog, theme, services, width, height, percent):
    theme.wear(Mode.LIGHT, percent)
    window = whole_window(qtbot, services, width, height, percent)
    wrong = {}
    for what in walk(window, services):
        found = {
            "cut off": looks.cut_off(window),
            "English": looks.english(window),
            "without a name": looks.unnamed(window),
            "rich text": looks.rich(window),
        }
        assert (window.width(), window.height()) == (width, height), what
        wrong |= {f"{what}, {kind}": which for kind, which in found.items() if which}
    assert wrong == {}
    assert complaints(qtlog) == []


def test_every_page_shows_evil_texts_as_they_are_typed(qtbot, qtlog, theme, spoilt):
    window = whole_window(qtbot, spoilt)
    wrong, seen = {}, set()
    for what in walk(window, spoilt):
        found = {
            "without a name": looks.unnamed(window),
            "rich text": looks.rich(window),
            "document": [e.toPlainText() for e in window.findChildren(QTextEdit)],
        }
        wrong |= {f"{what}, {kind}": which for kind, which in found.items() if which}
        seen |= {text for text in looks.texts(window) if MARKUP in text}
        window.grab()
    assert wrong == {}
    assert seen
    assert complaints(qtlog) == []
