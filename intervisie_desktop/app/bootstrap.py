"""The only wiring: which pages there are, and the window built around one open practice."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from intervisie_desktop.app.palette_source import Records
from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.domain.profiles import RuleProfile
from intervisie_desktop.host.clock import Clock
from intervisie_desktop.services.beginning import ProfileChoice
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Place, WindowMemory
from intervisie_desktop.ui.shell.dock import Dock, DockTab
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.window import WindowParts

PAGES: Mapping[Place, str] = {
    Place.TODAY: "intervisie_desktop.ui.pages.today.page:build",
    Place.AGENDA: "intervisie_desktop.ui.pages.agenda.page:build",
    Place.GROUPS: "intervisie_desktop.ui.pages.groups.page:build",
    Place.PARTICIPANTS: "intervisie_desktop.ui.pages.participants.page:build",
    Place.SESSIONS: "intervisie_desktop.ui.pages.sessions.page:build",
    Place.CLIENTS: "intervisie_desktop.ui.pages.clients.page:build",
    Place.CERTIFICATES: "intervisie_desktop.ui.pages.certificates.page:build",
    Place.INVOICES: "intervisie_desktop.ui.pages.invoices.page:build",
    Place.REPORTS: "intervisie_desktop.ui.pages.reports.page:build",
    Place.VERIFY: "intervisie_desktop.ui.pages.verify.page:build",
    Place.PAPERS: "intervisie_desktop.ui.pages.papers.page:build",
    Place.IMPORTING: "intervisie_desktop.ui.pages.importing.page:build",
    Place.WHAT_IF: "intervisie_desktop.ui.pages.whatif.page:build",
    Place.CATCH_UP: "intervisie_desktop.ui.pages.catch_up.page:build",
    Place.PROFILES: "intervisie_desktop.ui.pages.profiles.page:build",
    Place.SETTINGS: "intervisie_desktop.ui.pages.settings.page:build",
}
"""Each page with the function that builds it; its module is imported when first opened."""

_PANELS = "intervisie_desktop.ui.panels"

TABS: Sequence[tuple[str, str, str, str, bool]] = (
    ("control", "Controle", "shield-check", f"{_PANELS}.findings.panel:build", True),
    ("logbook", "Logboek", "history", f"{_PANELS}.logbook.panel:build", False),
)
"""Tabs of the dock: key, word, sign, "module:build", and whether it is built early."""

FIRST_PROFILES = ("nova_intervisie", "reflectief", "vrij")
"""The rule profiles that stand beside each other at the first start, the usual one first."""

PageBuild = Callable[[Desk, Services], Page]
TabBuild = Callable[[Desk, Dock, Services], QWidget]


def parts_of_window(
    services: Services,
    clock: Clock,
    memory: WindowMemory,
    actions: Callable[[Desk], Sequence[Action]],
    title: str,
) -> WindowParts:
    """Everything the window of this practice is made of."""
    return WindowParts(
        pages={place: partial(_page, where, services) for place, where in PAGES.items()},
        clock=clock,
        undo=services.store,
        memory=memory,
        tabs=[_tab(tab, services) for tab in TABS],
        actions=actions,
        palette=Records(services.search, services.profiles, frozenset(PAGES)),
        counts=partial(_waiting, services),
        expected=(Trouble,),
        title=title,
        start=Place.TODAY if Place.TODAY in PAGES else next(iter(PAGES)),
    )


def profile_choices() -> tuple[ProfileChoice, ...]:
    """The rule profiles the first start offers, with the numbers that hold today."""
    from intervisie_desktop.services.profiles import ProfilesService  # noqa: PLC0415

    known = ProfilesService().all()
    return tuple(_choice(known[key]) for key in FIRST_PROFILES)


def _choice(profile: RuleProfile) -> ProfileChoice:
    edition = profile.editions[-1]
    numbers = {
        "year_minutes": edition.year_min,
        "size_min": edition.group_min,
        "size_max": edition.group_max,
        "day_min": edition.day_min,
        "day_max": edition.day_max,
    }
    known = {name: norm.value for name, norm in numbers.items() if norm is not None}
    return ProfileChoice(
        key=profile.key,
        name=profile.name,
        confidentiality=edition.confidentiality_beforehand is not None,
        contribution=edition.contribution_min is not None,
        **known,
    )


def _waiting(services: Services, year: int) -> Mapping[Place, int]:
    """What the rail counts: certificates to be issued, invoices that ask for something."""
    return {
        Place.CERTIFICATES: services.dashboard.papers_waiting(year),
        Place.INVOICES: services.dashboard.invoices_waiting(),
    }


def _page(where: str, services: Services, desk: Desk) -> Page:
    return cast("PageBuild", _found(where))(desk, services)


def _tab(tab: tuple[str, str, str, str, bool], services: Services) -> DockTab:
    key, word, sign, where, early = tab
    return DockTab(key, word, sign, partial(_tab_content, where, services), early=early)


def _tab_content(where: str, services: Services, desk: Desk, dock: Dock) -> QWidget:
    return cast("TabBuild", _found(where))(desk, dock, services)


def _found(where: str) -> object:
    module, _, name = where.partition(":")
    return getattr(importlib.import_module(module), name)
