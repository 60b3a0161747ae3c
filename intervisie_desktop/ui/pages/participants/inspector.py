"""The open participant: name, year, groups, work, registrations, ties and times away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from intervisie_desktop.ui.pages.participants import fields as f
from intervisie_desktop.ui.pages.participants.presenter import (
    ParticipantsPresenter,
    PersonShown,
    Resembling,
)
from intervisie_desktop.ui.pages.participants.years import YearLine
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import TitledCard
from intervisie_desktop.ui.widgets.chip import Chip, GroupTag, Tone
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.hour_bar import HourBar, Hours
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.repeater import Repeater
from intervisie_desktop.ui.widgets.scroll import Scroll


def clear(layout: QVBoxLayout | QGridLayout | QHBoxLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


class ResemblingBox(QWidget):
    """Who this may be, each with what can be done about it."""

    def __init__(self, verb: str, act: Callable[[str], None]) -> None:
        super().__init__()
        self._verb, self._act = verb, act
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def show_found(self, found: Sequence[Resembling]) -> None:
        """Show them; hidden for nobody."""
        clear(self._column)
        for one in found:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(Chip("lijkt op", Tone.WARNING, "triangle-alert"))
            row.addWidget(Label(one.words, Role.BODY, elide=True), 1)
            button = Button(self._verb, Kind.DEFAULT, small=True, name=f"{self._verb}: {one.words}")
            button.clicked.connect(partial(self._act, one.id))
            row.addWidget(button)
            self._column.addWidget(line)
        self.setVisible(bool(found))


class YearCard(TitledCard):
    """How a year or a period stands, per profile, with the hour bar; emits `wanted` to catch up."""

    wanted = Signal()

    def __init__(self, title: str, nothing: str) -> None:
        super().__init__(title)
        self.lines: list[_YearRow] = []
        self._none = Label(nothing, Role.BODY, "ink-3", wrap=True)
        self._box = QVBoxLayout()
        self._box.setSpacing(14)
        self.content.addLayout(self._box)
        self.content.addWidget(self._none)

    def show_years(self, years: Sequence[YearLine]) -> None:
        """One line, a bar and the figures per profile."""
        if [line.year for line in self.lines] != list(years):
            clear(self._box)
            self.lines = [_YearRow(year) for year in years]
            for line in self.lines:
                line.catch_up.clicked.connect(self.wanted)
                self._box.addWidget(line)
        self._none.setVisible(not years)


class _YearRow(QWidget):
    """The stand under one profile."""

    def __init__(self, year: YearLine) -> None:
        super().__init__()
        self.year = year
        word, tone, sign = year.state
        self.catch_up = Button(
            "Inhaalplaats zoeken", Kind.LINK, "calendar-check", small=True,
            name=f"Inhaalplaats zoeken, {year.profile}",
        )  # fmt: skip
        self.catch_up.setVisible(year.catch_up)
        head = QHBoxLayout()
        head.addWidget(Label(year.profile, Role.LABEL, elide=True), 1)
        head.addWidget(Chip(word, Tone(tone), sign))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(HourBar(Hours(year.made, year.planned, 0, year.target)))
        column.addWidget(Label(year.words, Role.META, "ink-3", wrap=True))
        column.addWidget(self.catch_up, 0, Qt.AlignmentFlag.AlignLeft)


class Inspector(QWidget):
    """The open participant, saved field by field."""

    def __init__(
        self,
        presenter: ParticipantsPresenter,
        today: Callable[[], date],
        papers: Callable[[], Sequence[Action]],
    ) -> None:
        super().__init__()
        self._presenter, self._papers = presenter, papers
        self.title = Label("", Role.OBJECT, elide=True)
        self.subtitle = Label("", Role.META, "ink-3", elide=True)
        self.archive = Button("Archiveren", Kind.DEFAULT, "archive", small=True)
        self.remove = icon_button("trash-2", "Deelnemer verwijderen")
        self.certificate = Button("Bewijs maken", Kind.DEFAULT, "scroll-text", small=True)
        self.overview = Button("Jaaropgave", Kind.DEFAULT, "file-text", small=True)
        self.overview.clicked.connect(self.show_papers)
        self.try_out = icon_button("sparkles", "Wat als deze deelnemer uitvalt", Kind.DEFAULT)
        self.try_out.clicked.connect(presenter.try_out)
        self.archive.clicked.connect(presenter.toggle_archived)
        self.remove.clicked.connect(presenter.remove)
        self.certificate.clicked.connect(presenter.make_certificate)
        self.resembling = ResemblingBox("Samenvoegen", presenter.merge_into)
        self.form = Form(f.NAME_FIELDS, today)
        self.form.changed.connect(presenter.change)
        self.years = YearCard("Dit jaar", "Geen groep met een doel dit jaar.")
        self.periods = YearCard("Registratieperiode", "")
        self.years.wanted.connect(presenter.catch_up)
        self.repeaters = self._repeaters(today)
        scroll = Scroll((0, 0, 8, 12))
        name = TitledCard("Gegevens")
        name.content.addWidget(self.form)
        self._groups = TitledCard("Groepen")
        self._group_box = QVBoxLayout()
        self._groups.content.addLayout(self._group_box)
        for card in (self.years, self.periods, name, self._groups, *self.repeaters.values()):
            scroll.body.addWidget(card)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.resembling)
        column.addWidget(scroll, 1)

    def show_person(
        self,
        shown: PersonShown,
        clients: Sequence[tuple[str, str]],
        others: Sequence[tuple[str, str]],
    ) -> None:
        """Show one participant."""
        self.title.setText(shown.title)
        self.subtitle.setText(shown.subtitle)
        self.archive.set_words("Terughalen" if shown.archived else "Archiveren")
        self.form.set_options("payer_id", (("", "Zoals de groep of het werk"), *clients[1:]))
        self.form.show_values(shown.values)
        self.form.show_problem("note", shown.note_advice)
        self.resembling.show_found(shown.resembling)
        self.years.show_years(shown.years)
        self.periods.show_years(shown.periods)
        self.periods.setVisible(bool(shown.periods))
        for kind, repeater in self.repeaters.items():
            repeater.set_options("client_id", clients)
            repeater.set_options("other_id", others)
            repeater.show_items(shown.items[kind])
        self._show_groups(shown.groups)

    def show_papers(self) -> None:
        """What can be done with the jaaropgave, under its button."""
        below = self.overview.mapToGlobal(QPoint(0, self.overview.height()))
        context_menu(self, self._papers()).popup(below)

    def commit(self) -> None:
        """Take what is half typed."""
        self.form.commit()
        for repeater in self.repeaters.values():
            repeater.commit()

    def _head(self) -> QVBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        buttons = QHBoxLayout()
        buttons.addWidget(self.certificate)
        buttons.addWidget(self.overview)
        buttons.addWidget(self.try_out)
        buttons.addStretch(1)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.archive, 0, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignTop)
        head = QVBoxLayout()
        head.addLayout(top)
        head.addLayout(buttons)
        return head

    def _repeaters(self, today: Callable[[], date]) -> dict[str, Repeater]:
        made = {
            "employment": Repeater(
                "Werk",
                "Ander werk",
                f.EMPLOYMENT_FIELDS,
                "Nog geen kantoor of werkgever.",
                today=today,
                new_fields=f.NEW_JOB_FIELDS,
            ),
            "registration": Repeater(
                "Inschrijvingen",
                "Inschrijving",
                f.REGISTRATION_FIELDS,
                "Nog geen registratienummer.",
                today=today,
            ),
            "relation": Repeater(
                "Banden",
                "Band",
                f.RELATION_FIELDS,
                "Geen leidinggevende of kantoorgenoot vastgelegd.",
                today=today,
            ),
            "absence": Repeater(
                "Onderbreking van de praktijk",
                "Onderbreking",
                f.ABSENCE_FIELDS,
                "Geen ziekte of verlof dat voor het jaardoel telt.",
                today=today,
            ),
        }
        for kind, repeater in made.items():
            repeater.added.connect(partial(self._presenter.add_detail, kind))
            repeater.changed.connect(partial(self._changed, kind))
            repeater.removed.connect(partial(self._presenter.remove_detail, kind))
        return made

    def _changed(self, kind: str, record_id: str, name: str, value: Any) -> None:
        self._presenter.change_detail(kind, record_id, name, value)

    def _show_groups(self, groups: Sequence[tuple[str, str, str, int, str]]) -> None:
        clear(self._group_box)
        for group_id, code, name, colour, span in groups:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(GroupTag(code, colour))
            button = Button(name, Kind.LINK)
            button.clicked.connect(partial(self._presenter.go_to_group, group_id))
            row.addWidget(button)
            row.addWidget(Label(span, Role.META, "ink-3", elide=True), 1)
            self._group_box.addWidget(line, 0, Qt.AlignmentFlag.AlignTop)
        if not groups:
            words = "Nog in geen groep. Voeg toe op de pagina Groepen."
            self._group_box.addWidget(Label(words, Role.BODY, "ink-3", wrap=True))


class Draft(TitledCard):
    """A new participant being typed, with who it may be."""

    def __init__(self, presenter: ParticipantsPresenter) -> None:
        super().__init__("Nieuwe deelnemer")
        self._presenter = presenter
        self.form = Form(f.NEW_FIELDS)
        self.form.touched.connect(self._touched)
        self.resembling = ResemblingBox("Openen", presenter.select)
        self.add = Button(
            "Toevoegen", Kind.PRIMARY, "check", "Ctrl+Enter", name="Deelnemer toevoegen"
        )
        self.cancel = Button("Annuleren", Kind.QUIET)
        self.add.clicked.connect(self.finish)
        self.cancel.clicked.connect(presenter.stop)
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.content.addWidget(self.form)
        self.content.addWidget(self.resembling)
        self.content.addLayout(row)

    def begin(self) -> None:
        """Start with empty fields."""
        self.form.show_values(dict.fromkeys(self.form.values(), ""))
        self.resembling.show_found(())
        self.form.focus("given")

    def finish(self) -> None:
        """Add what was typed, or go to the first gap."""
        if self.form.complete():
            self._presenter.add(self.form.values())

    def _touched(self, _name: str) -> None:
        self._presenter.typing(self.form.values())
