"""The panel at the right: making a session or a series, and busy times in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from intervisie_desktop.domain.findings import Severity
from intervisie_desktop.domain.groups import Mode
from intervisie_desktop.ui.pages.agenda.fields import MAKING_FIELDS, SERIES_EXAMPLE
from intervisie_desktop.ui.pages.agenda.making import POLICIES
from intervisie_desktop.ui.pages.agenda.presenter import AgendaPresenter
from intervisie_desktop.ui.pages.agenda.state import (
    ImportState,
    MakingState,
    SeriesLine,
    SourceLine,
)
from intervisie_desktop.ui.theme.tokens import Role
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.card import Card, Line
from intervisie_desktop.ui.widgets.choice import Check
from intervisie_desktop.ui.widgets.empty_state import EmptyState, Sign
from intervisie_desktop.ui.widgets.form import Form
from intervisie_desktop.ui.widgets.label import Label
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented

_SIGNS = {
    Severity.ERROR: ("octagon-x", "fout"),
    Severity.WARNING: ("triangle-alert", "waarschuwing"),
    Severity.TIP: ("lightbulb", "tip"),
}
_NONE = ("circle-check", "ok")
WIDTH = 330


class SidePanel(Card):
    """A head with a title and a cross, a body that scrolls, and a foot with the button."""

    def __init__(self, title: str, presenter: AgendaPresenter) -> None:
        super().__init__(padding=0, gap=0)
        self.presenter = presenter
        self.setAccessibleName(title)
        self.title = Label(title, Role.CARD)
        close = icon_button("x", "Paneel sluiten", key="Esc")
        close.clicked.connect(presenter.close_panel)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.addWidget(self.title, 1)
        head.addWidget(close)
        self.content = Scroll((16, 12, 12, 12), gap=12)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(16, 10, 16, 12)
        self.body.addLayout(head)
        self.body.addWidget(Line())
        self.body.addWidget(self.content, 1)
        self.body.addWidget(Line())
        self.body.addLayout(self.foot)
        self.setFixedWidth(WIDTH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the panel away."""
        if event.key() == Qt.Key.Key_Escape:
            self.presenter.close_panel()
        else:
            super().keyPressEvent(event)


class MakingPanel(SidePanel):
    """New: group, day, times, where, what is in the way; and a series of it."""

    def __init__(self, presenter: AgendaPresenter) -> None:
        super().__init__("Nieuwe bijeenkomst", presenter)
        self.form = Form(MAKING_FIELDS)
        self._held: list[tuple[str, Any]] | None = None
        self.form.changed.connect(self._changed)
        self.conflicts = _Box()
        self.series = Check("Reeks")
        self.series.clicked.connect(self._series_clicked)
        self.text = QLineEdit()
        self.text.setAccessibleName("Reeks in woorden")
        self.text.setPlaceholderText(SERIES_EXAMPLE)
        self.text.setMaxLength(200)
        self.text.editingFinished.connect(self._text_left)
        self.text.textEdited.connect(self._text_edited)
        self.echo = Label("", Role.META, "ok", wrap=True)
        self.problem = Label("", Role.META, "ink-3", wrap=True)
        self.policy_label = Label("Bij een bezette datum", Role.META, "ink-2")
        self.policy = Segmented(POLICIES, "Bij een bezette datum", stretch=True)
        self.policy.chosen.connect(self._policy_chosen)
        self.dates = _Box(gap=6)
        self._lines: dict[str, _DateLine] = {}
        self.plan = Button("Inplannen", Kind.PRIMARY, "calendar-plus")
        self.plan.clicked.connect(self.commit_and_plan)
        self.empty = EmptyState(
            "users", "Nog geen groepen", "Een bijeenkomst is altijd van een groep.", "Nieuwe groep"
        )
        if self.empty.primary is not None:
            self.empty.primary.clicked.connect(presenter.open_groups)
        for widget in self._parts():
            self.content.body.addWidget(widget)
        self.content.body.addWidget(self.empty)
        self.content.body.addStretch(1)
        self.foot.addWidget(self.plan)
        self.foot.addStretch(1)

    def show_making(self, state: MakingState) -> None:
        """Show what is being made."""
        has_groups = bool(state.groups)
        for widget in self._parts():
            widget.setVisible(has_groups)
        self.empty.setVisible(not has_groups)
        self.plan.setVisible(has_groups)
        if not has_groups:
            return
        self.form.set_options("group", state.groups)
        self.form.show_values(state.values)
        mode = state.values["mode"]
        self.form.set_shown("place", mode != Mode.ONLINE.value)
        self.form.set_shown("link", mode != Mode.ON_LOCATION.value)
        self.plan.set_words(state.button)
        self._show_conflicts(state)
        self._show_series(state)

    def focus_start(self) -> None:
        """Begin with the group, or with what helps to make one."""
        if self.empty.isVisibleTo(self) and self.empty.primary is not None:
            self.empty.primary.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.form.focus("group")

    def commit_and_plan(self) -> None:
        """Take what is half typed, and plan when nothing is missing."""
        # A begin that moves its end along must not overwrite an end that is half typed.
        self._held = []
        self.form.commit()
        held, self._held = self._held, None
        for name, value in held:
            self.presenter.making.change(name, value)
        self._text_left()
        if self.form.complete():
            self.presenter.plan()

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.form,
            self.conflicts,
            self.series,
            self.text,
            self.echo,
            self.problem,
            self.policy_label,
            self.policy,
            self.dates,
        )

    def _show_conflicts(self, state: MakingState) -> None:
        self.conflicts.clear()
        if state.series:
            self.conflicts.hide()
            return
        self.conflicts.show()
        for line in state.conflicts:
            self.conflicts.add(_ConflictRow(line.text, *_SIGNS[line.severity]))
        if state.clear:
            self.conflicts.add(_ConflictRow(state.clear, *_NONE))

    def _show_series(self, state: MakingState) -> None:
        self.series.setChecked(state.series)
        if not self.text.hasFocus():
            self.text.setText(state.series_text)
        self.text.setVisible(state.series)
        self.echo.setText(state.echo)
        self.echo.setVisible(state.series and bool(state.echo))
        hint = f"Bijvoorbeeld: {SERIES_EXAMPLE}" if not state.series_text else ""
        self.problem.setText(state.problem or hint)
        self.problem.setVisible(state.series and bool(state.problem or hint))
        with_dates = state.series and bool(state.lines)
        self.policy.set_value(state.policy)
        self.policy.setVisible(with_dates)
        self.policy_label.setVisible(with_dates)
        self.dates.setVisible(with_dates)
        self._show_dates(state.lines)

    def _show_dates(self, lines: Sequence[SeriesLine]) -> None:
        if list(self._lines) != [line.key for line in lines]:
            self.dates.clear()
            self._lines = {line.key: _DateLine(line.key, self.presenter) for line in lines}
            for row in self._lines.values():
                self.dates.add(row)
        for line in lines:
            self._lines[line.key].show_line(line)

    def _changed(self, name: str, value: Any) -> None:
        if self._held is None:
            self.presenter.change(name, value)
        else:
            self._held.append((name, value))

    def _series_clicked(self, on: bool) -> None:
        self.presenter.change_series(partial(self.presenter.making.set_series, on))
        if on:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _text_edited(self, text: str) -> None:
        self.presenter.change_series(partial(self.presenter.making.set_text, text))

    def _text_left(self) -> None:
        if self.series.isChecked():
            self._text_edited(self.text.text())

    def _policy_chosen(self, policy: str) -> None:
        self.presenter.change_series(partial(self.presenter.making.set_policy, policy))


class ImportPanel(SidePanel):
    """Busy times: what a file would bring, and the files that are in."""

    def __init__(self, presenter: AgendaPresenter) -> None:
        super().__init__("Bezette tijden", presenter)
        self.intro = Label(
            "Een agendabestand (.ics) laat zien wanneer u al bezet bent. Alleen de tijden worden "
            "bewaard, niet waarvoor.",
            Role.BODY,
            "ink-2",
            wrap=True,
        )
        self.file = Label("", Role.STRONG, wrap=True)
        self.said = Label("", Role.BODY, "ink-2", wrap=True)
        self.heading = Label("Ingelezen bestanden", Role.META_STRONG, "ink-2")
        self.sources = _Box(gap=4)
        self.take = Button("Bestand kiezen", Kind.PRIMARY, "download")
        self.take.clicked.connect(presenter.bringing.apply)
        self.drop = Button("Toch niet", Kind.QUIET)
        self.drop.clicked.connect(presenter.bringing.drop)
        for widget in (self.intro, self.file, self.said, self.heading, self.sources):
            self.content.body.addWidget(widget)
        self.content.body.addStretch(1)
        self.foot.addWidget(self.take)
        self.foot.addWidget(self.drop)
        self.foot.addStretch(1)

    def show_import(self, state: ImportState) -> None:
        """Show the preview, if there is one, and the sources."""
        has_file = bool(state.title)
        self.intro.setVisible(not has_file)
        self.file.setText(state.title)
        self.file.setVisible(has_file)
        self.said.setText("\n".join(state.lines))
        self.said.setVisible(has_file)
        self.take.set_words("Inlezen" if has_file else "Bestand kiezen")
        self.drop.setVisible(has_file)
        self.heading.setVisible(bool(state.sources))
        self.sources.clear()
        for source in state.sources:
            self.sources.add(_SourceRow(source, self.presenter))

    def focus_start(self) -> None:
        """The button."""
        self.take.setFocus(Qt.FocusReason.OtherFocusReason)


class _Box(QFrame):
    """Rows under each other that can be replaced."""

    def __init__(self, gap: int = 6) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(gap)

    def clear(self) -> None:
        """Take every row out."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add(self, widget: QWidget) -> None:
        """Put a row at the end."""
        self._column.addWidget(widget)


class _ConflictRow(QWidget):
    """A sign and a sentence."""

    def __init__(self, text: str, sign: str, token: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Sign(sign, token, 14), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Label(text, Role.META, token, wrap=True), 1)


class _DateLine(QWidget):
    """A date with a tick, and under it what is in the way."""

    def __init__(self, key: str, presenter: AgendaPresenter) -> None:
        super().__init__()
        self._key = key
        self._presenter = presenter
        self.check = Check("")
        self.check.clicked.connect(self._clicked)
        self._sign = Sign("", "tip", 14)
        self._note = Label("", Role.META, "ink-3", wrap=True)
        notes = QHBoxLayout()
        notes.setContentsMargins(28, 0, 0, 2)
        notes.setSpacing(6)
        notes.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        notes.addWidget(self._note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.check)
        column.addLayout(notes)

    def show_line(self, line: SeriesLine) -> None:
        """Show the date as it stands now."""
        self.check.setText(line.words)
        self.check.setAccessibleName(" ".join((line.words, line.note)).strip())
        self.check.setChecked(line.ticked)
        sign, token = _SIGNS[line.severity] if line.severity else ("", "ink-3")
        self._sign.show_sign(sign, token)
        self._note.setText(line.note)
        self._sign.setVisible(bool(line.note))
        self._note.setVisible(bool(line.note))

    def _clicked(self, on: bool) -> None:
        tick = partial(self._presenter.making.tick, self._key, on)
        self._presenter.change_series(tick)


class _SourceRow(QWidget):
    """A file with its times, and a button to forget it."""

    def __init__(self, source: SourceLine, presenter: AgendaPresenter) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(source.name, Role.BODY, elide=True))
        words.addWidget(Label(source.words, Role.META, "ink-3", wrap=True))
        forget = Button("Vergeten", Kind.QUIET, small=True, name=f"{source.name} vergeten")
        forget.clicked.connect(partial(presenter.bringing.forget, source.name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(forget, 0, Qt.AlignmentFlag.AlignTop)
