"""A window without services: plain pages, a history of words, a memory in a dict."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from intervisie_desktop.domain.changes import Change, ChangeKind, ChangeSet, Outcome, Subject
from intervisie_desktop.ui.shell.actions import Action
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place, Scope
from intervisie_desktop.ui.shell.dock import Dock, DockTab, StripCount
from intervisie_desktop.ui.shell.finding import Hit, HitGroup, Where, matches
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.shell.rail import Identity
from intervisie_desktop.ui.shell.status import StatusFacts
from intervisie_desktop.ui.shell.tasks import InlineTasks
from intervisie_desktop.ui.shell.window import MainWindow, WindowParts
from intervisie_desktop.ui.widgets.buttons import Button, Kind

GROUP_ADDED = ChangeSet((Change(Subject.GROUP, "g1", ChangeKind.CREATED),))


class FixedClock:
    def today(self) -> date:
        return date(2026, 10, 13)

    def now(self) -> datetime:
        return datetime(2026, 10, 13, 8, 55)


class PlainUndo:
    """A history of one act that can be taken back and done again."""

    def __init__(self) -> None:
        self.past: list[tuple[str, dict[str, object]]] = []
        self.ahead: list[tuple[str, dict[str, object]]] = []

    def undo(self) -> Outcome[Any]:
        self.ahead.append(self.past.pop())
        return Outcome(None, GROUP_ADDED, *self.ahead[-1])

    def redo(self) -> Outcome[Any]:
        self.past.append(self.ahead.pop())
        return Outcome(None, GROUP_ADDED, *self.past[-1])

    def undo_label(self) -> tuple[str, dict[str, object]] | None:
        return self.past[-1] if self.past else None

    def redo_label(self) -> tuple[str, dict[str, object]] | None:
        return self.ahead[-1] if self.ahead else None


class DictMemory(dict[str, str]):
    def load(self, key: str) -> str:
        return self.get(key, "")

    def save(self, key: str, value: str) -> None:
        self[key] = value


class People:
    """A palette source with two people."""

    names = ("Femke Zonnedauw", "Noor Appelvink")

    def find(self, text: str, kind: Where, limit: int) -> tuple[HitGroup, ...]:
        found = [n for n in self.names if text and matches(n, text)][:limit]
        to = Destination(Place.PARTICIPANTS, "f")
        hits = tuple(Hit(n, "Ochtendgroep Utrecht", "user", destination=to) for n in found)
        return () if kind is Where.GROUPS else (HitGroup("Deelnemers", hits),)


class PlainPage(Page):
    """Remembers what it was asked."""

    concerns = frozenset({Subject.GROUP})

    def __init__(self, desk: Desk, word: str) -> None:
        super().__init__()
        self.desk = desk
        self.heard: list[str] = []
        self.opened: list[Destination] = []
        self.field = QLineEdit()
        self.field.setAccessibleName(f"Filter {word}")
        self.header.show_words(word, f"Dit is de pagina {word.lower()}.")
        self.header.add_button(Button("Nieuw", Kind.PRIMARY, "plus", "Ctrl+N"))
        self.body.addWidget(self.field)
        self.body.addStretch(1)

    def open(self, destination: Destination) -> None:
        self.opened.append(destination)

    def refresh(self) -> None:
        self.heard.append("refresh")

    def year_changed(self) -> None:
        self.heard.append("year")

    def leave(self) -> None:
        self.heard.append("leave")

    def scope(self) -> Scope:
        return Scope(group_id=self.opened[-1].id or None, word="Deze pagina")

    def page_actions(self) -> tuple[Action, ...]:
        return (Action("new", "Nieuwe groep", self.make, "plus", "Ctrl+N", "Groep"),)

    def make(self) -> None:
        self.heard.append("make")

    def main_action(self) -> None:
        self.heard.append("main")

    def focus_filter(self) -> bool:
        self.field.setFocus()
        return True

    def focus_start(self) -> None:
        self.field.setFocus()


def _controle(_desk: Desk, dock: Dock) -> QWidget:
    dock.set_badge("controle", 9)
    dock.set_strip([StripCount("octagon-x", "fout", 3, "3 fouten")])
    return QWidget()


def _logboek(_desk: Desk, _dock: Dock) -> QWidget:
    return QWidget()


@dataclass
class Bench:
    """A window with everything it was made of."""

    undo: PlainUndo = field(default_factory=PlainUndo)
    memory: DictMemory = field(default_factory=DictMemory)
    built: list[Place] = field(default_factory=list)

    def window(self) -> MainWindow:
        words = {
            Place.TODAY: "Vandaag", Place.GROUPS: "Groepen", Place.PARTICIPANTS: "Deelnemers",
            Place.CERTIFICATES: "Bewijzen", Place.SETTINGS: "Instellingen",
            Place.VERIFY: "Bewijs controleren",
        }  # fmt: skip

        def builder(place: Place) -> Any:
            def build(desk: Desk) -> Page:
                self.built.append(place)
                return PlainPage(desk, words[place])

            return build

        window = MainWindow(
            WindowParts(
                pages={place: builder(place) for place in words},
                clock=FixedClock(),
                undo=self.undo,
                memory=self.memory,
                tabs=(
                    DockTab("controle", "Controle", "shield-check", _controle, early=True),
                    DockTab("logboek", "Logboek", "history", _logboek, width=372),
                ),
                palette=People(),
                tasks=InlineTasks(),
            )
        )
        window.show_years([2025, 2026], 2026)
        window.show_identity(Identity("Marit Papierwilg", "Praktijk Papierwilg"))
        window.show_counts({Place.CERTIFICATES: 4})
        window.show_status(
            StatusFacts("Papierwilg.intervisie, versleuteld", "Opgeslagen 08:55", demo=True)
        )
        return window
