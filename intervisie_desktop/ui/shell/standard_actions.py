"""The actions the window itself has on every page."""

from __future__ import annotations

from functools import partial
from typing import Protocol

from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.places import BESIDE, Stop
from intervisie_desktop.ui.theme.tokens import LARGEST_SCALE, SMALLEST_SCALE, Mode, current

_STEP = 10


class _Window(Protocol):
    """What these actions need of the window."""

    stops: tuple[Stop, ...]

    def undo(self) -> None: ...
    def redo(self) -> None: ...
    def can_undo(self) -> bool: ...
    def can_redo(self) -> bool: ...
    def undo_words(self) -> str: ...
    def redo_words(self) -> str: ...
    def open_palette(self) -> None: ...
    def focus_filter(self) -> None: ...
    def main_action(self) -> None: ...
    def go(self, destination: Destination) -> None: ...
    def places(self) -> tuple[Place, ...]: ...
    def go_back(self) -> None: ...
    def go_forward(self) -> None: ...
    def can_go_back(self) -> bool: ...
    def can_go_forward(self) -> bool: ...
    def next_area(self) -> None: ...
    def toggle_dock(self) -> None: ...
    def dock_words(self) -> str: ...
    def wear(self, mode: Mode) -> None: ...
    def grow(self, step: int) -> None: ...
    def toggle_calm(self) -> None: ...
    def show_keys(self) -> None: ...
    def close(self) -> bool: ...


def standard_actions(window: _Window) -> tuple[Action, ...]:
    """Undo, travel, looks, dock, palette and help."""
    parts = (_editing, _making, _travel, _beside, _looks, _help)
    return tuple(action for part in parts for action in part(window))


def _editing(window: _Window) -> tuple[Action, ...]:
    return (
        Action("undo", window.undo_words, window.undo, "undo-2", "Ctrl+Z", "Bewerken",
               window.can_undo, "ongedaan terug"),
        Action("redo", window.redo_words, window.redo, "redo-2", "Ctrl+Shift+Z", "Bewerken",
               window.can_redo, more_shortcuts=("Ctrl+Y",)),
        Action("find", "Zoek of geef een opdracht…", window.open_palette, "search", "Ctrl+K",
               "Bewerken", bar=True, palette=False),
        Action("filter", "Filter in deze lijst", window.focus_filter, "filter", "Ctrl+F",
               "Bewerken", more_shortcuts=("/",), palette=False),
        Action("main", "Hoofdknop van deze pagina", window.main_action, "", "Ctrl+Return",
               "Bewerken", palette=False),
    )  # fmt: skip


_MAKING = (
    ("session_new", "Nieuwe bijeenkomst", Destination(Place.AGENDA, part="new"), "calendar-plus",
     "Ctrl+N", "Bijeenkomst", "plannen"),
    ("group_new", "Nieuwe groep", Destination(Place.GROUPS, part="new"), "users",
     "Ctrl+Shift+N", "Groep", "toevoegen"),
    ("participant_add", "Nieuwe deelnemer", Destination(Place.PARTICIPANTS, part="new"),
     "user-round-plus", "", "Bestand", "toevoegen"),
    ("client_add", "Nieuwe opdrachtgever", Destination(Place.CLIENTS, part="new"), "building-2",
     "", "Bestand", "toevoegen klant"),
    ("make_papers", "Bewijzen maken", Destination(Place.CERTIFICATES, part="make"),
     "scroll-text", "Ctrl+E", "Extra", "certificaat pdf uitreiken exporteren"),
    ("invoice_bill", "Factureren", Destination(Place.INVOICES, part="bill"), "receipt-text",
     "Ctrl+Shift+B", "Extra", "factuur nog te factureren"),
    ("invoice_new", "Nieuwe factuur", Destination(Place.INVOICES, part="new"), "plus",
     "Ctrl+Shift+F", "Extra", "factuur rekening"),
    ("quote_new", "Nieuwe offerte", Destination(Place.INVOICES, part="new_quote"), "file-text",
     "", "Extra", "aanbod"),
)  # fmt: skip
"""What can be made from everywhere; a page's own action of these words goes before."""


def _making(window: _Window) -> tuple[Action, ...]:
    return tuple(
        Action(key, text, partial(window.go, there), icon, shortcut, menu, words=words)
        for key, text, there, icon, shortcut, menu, words in _MAKING
        if there.place in window.places()
    )


_MENU_BESIDE = {
    Place.IMPORTING: "Bestand",
    Place.VERIFY: "Extra",
    Place.WHAT_IF: "Extra",
    Place.PAPERS: "Bijeenkomst",
    Place.CATCH_UP: "Extra",
}


def _beside(window: _Window) -> tuple[Action, ...]:
    """The pages that have no stop in the rail."""
    return tuple(
        Action(f"go-{stop.place.value}", f"{stop.word}…",
               partial(window.go, Destination(stop.place)), stop.icon, "",
               _MENU_BESIDE[stop.place], words="ga naar open")
        for stop in BESIDE if stop.place in window.places()
    )  # fmt: skip


def _travel(window: _Window) -> tuple[Action, ...]:
    places = tuple(
        Action(f"go-{stop.place.value}", stop.word, partial(window.go, Destination(stop.place)),
               stop.icon, f"Ctrl+{number}" if number <= 8 else "", "Ga naar",
               words="ga naar open", bar=stop.apart)
        for number, stop in enumerate(window.stops, 1)
    )  # fmt: skip
    return (
        *places,
        Action("back", "Terug", window.go_back, "arrow-left", "Alt+Left", "Ga naar",
               window.can_go_back, bar=True),
        Action("forward", "Vooruit", window.go_forward, "arrow-right", "Alt+Right", "Ga naar",
               window.can_go_forward),
        Action("next-area", "Volgend deel van het venster", window.next_area, "", "F6", "Ga naar",
               palette=False),
    )  # fmt: skip


def _looks(window: _Window) -> tuple[Action, ...]:
    return (
        Action("dock", window.dock_words, window.toggle_dock, "panel-right-open", "F9", "Beeld",
               words="controle zijpaneel"),
        Action("light", "Licht thema", partial(window.wear, Mode.LIGHT), "sun", menu="Beeld",
               words="uiterlijk kleuren", bar=True),
        Action("dark", "Donker thema", partial(window.wear, Mode.DARK), "moon-star", menu="Beeld",
               words="uiterlijk kleuren"),
        Action("system", "Thema van het systeem", partial(window.wear, Mode.SYSTEM), "sun-moon",
               menu="Beeld", words="uiterlijk kleuren"),
        Action("larger", "Tekst groter", partial(window.grow, _STEP), "zoom-in", "Ctrl++", "Beeld",
               _can_grow, "tekstgrootte zoom", bar=True, more_shortcuts=("Ctrl+=",)),
        Action("smaller", "Tekst kleiner", partial(window.grow, -_STEP), "zoom-out", "Ctrl+-",
               "Beeld", _can_shrink, "tekstgrootte zoom"),
        Action("calm", "Minder beweging aan of uit", window.toggle_calm, "timer", menu="Beeld",
               words="animatie rustig"),
    )  # fmt: skip


def _help(window: _Window) -> tuple[Action, ...]:
    return (
        Action("keys", "Toetsen", window.show_keys, "keyboard", "F1", "Help",
               words="help sneltoets"),
        Action("quit", "Afsluiten", partial(_close, window), "log-out", "Ctrl+Q", "Bestand",
               bar=True, words="stop sluiten"),
    )  # fmt: skip


def _close(window: _Window) -> None:
    window.close()


def _can_grow() -> bool:
    return current().percent < LARGEST_SCALE


def _can_shrink() -> bool:
    return current().percent > SMALLEST_SCALE
