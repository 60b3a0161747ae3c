"""The page Regelprofielen: profiles at the side, the open one to read, compare and change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from intervisie_desktop.services.bundle import Services
from intervisie_desktop.ui.pages.profiles.comparing import Comparing
from intervisie_desktop.ui.pages.profiles.editor_card import EditorCard
from intervisie_desktop.ui.pages.profiles.list_pane import ListPane
from intervisie_desktop.ui.pages.profiles.presenter import CONCERNS, ProfilesPresenter
from intervisie_desktop.ui.pages.profiles.reading import Reading
from intervisie_desktop.ui.pages.profiles.sheet import Sheet
from intervisie_desktop.ui.pages.profiles.state import (
    EditorState,
    ProfilesState,
    SheetState,
    Shown,
)
from intervisie_desktop.ui.shell.actions import Action, context_menu
from intervisie_desktop.ui.shell.desk import Desk, Destination, Place
from intervisie_desktop.ui.shell.page import Page
from intervisie_desktop.ui.theme.tokens import current
from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
from intervisie_desktop.ui.widgets.chip import Chip, Tone
from intervisie_desktop.ui.widgets.choice import Select
from intervisie_desktop.ui.widgets.empty_state import EmptyState
from intervisie_desktop.ui.widgets.notice_bar import NoticeBar
from intervisie_desktop.ui.widgets.scroll import Scroll
from intervisie_desktop.ui.widgets.segmented import Segmented

_LOOKS = (("read", "Lezen"), ("compare", "Uitgaven vergelijken"))
_PROFILE, _SHEET = 0, 1


class ProfilesPage(Page):
    """Regelprofielen."""

    place = Place.PROFILES
    concerns = CONCERNS

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__(bare=True)
        self._desk = desk
        self.presenter = ProfilesPresenter(services.own_profiles, services.compliance, self, desk)
        self.pane = ListPane()
        self.main = Button("", Kind.PRIMARY)
        self.share = Button("Delen", Kind.DEFAULT, "download")
        self.more = icon_button("ellipsis", "Meer met dit profiel", Kind.DEFAULT)
        self.look = Segmented(_LOOKS, "Lezen of vergelijken")
        self.edition = Select((), "Uitgave")
        self.warning = NoticeBar(closable=False)
        self.draft = NoticeBar(closable=False)
        self.reading = Reading()
        self.comparing = Comparing()
        self.editor = EditorCard(desk.today)
        self.sheet = Sheet()
        self.empty = EmptyState("scale", "", "")
        self.menu: QMenu | None = None
        self._came_from = ""
        self._lay_out()
        self._connect()
        current().changed.connect(self._restyled)

    def open(self, destination: Destination) -> None:
        """Come here, maybe to one profile."""
        self.presenter.open(destination)

    def refresh(self) -> None:
        """Read again."""
        self.presenter.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the list gives way first."""
        super().resizeEvent(event)
        self.pane.fit(self.width())

    def show_state(self, state: ProfilesState) -> None:
        """Show list and profile."""
        self.pane.show_state(state)
        self._content.setVisible(state.shown is not None)
        self.empty.setVisible(state.shown is None)
        self.empty.show_words(*state.empty)
        if state.shown is not None:
            self._show_profile(state.shown, state.look)

    def show_editor(self, editor: EditorState | None) -> None:
        """Show a form below the profile, or put it away."""
        if editor is not None and not self.editor.isVisible():
            self._came_from = self.reading.focused()
        now = self.window().focusWidget()
        had_focus = editor is None and now is not None and self.editor.isAncestorOf(now)
        self.editor.show_editor(editor)
        if had_focus and not self.reading.focus_button(self._came_from):
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet(self, sheet: SheetState | None) -> None:
        """Show a step in the place of the profile, or the profile again."""
        self._stack.setCurrentIndex(_PROFILE if sheet is None else _SHEET)
        for widget in (self.main, self.share, self.more, self.look, self.edition):
            widget.setEnabled(sheet is None)
        if sheet is not None:
            self.sheet.show_sheet(sheet)
        elif self.isVisible():
            self.main.setFocus(Qt.FocusReason.OtherFocusReason)

    def page_actions(self) -> Sequence[Action]:
        """What can be done with profiles, for menu and palette."""
        act, form = self.presenter, self.presenter.drafting
        return (
            Action("profile_new", "Nieuw regelprofiel…", act.new_profile, "plus", menu="Extra"),
            Action("profile_import", "Regelprofiel importeren…", act.bring_in, "file-input",
                   menu="Extra", words="bestand overnemen"),
            Action("profile_share", "Delen als bestand…", act.share, "download", menu="Extra",
                   enabled=act.has_profile, words="exporteren"),
            Action("profile_use", "In gebruik nemen of niet meer aanbieden", act.use, "check",
                   menu="Extra", enabled=act.has_profile, words="sjabloon"),
            Action("profile_adapt", "Kopiëren en aanpassen", act.adapt, "copy", menu="Extra",
                   enabled=act.is_shipped, words="wijzigen"),
            Action("profile_edition", "Nieuwe uitgave…", form.new_edition, "calendar-plus",
                   menu="Extra", enabled=act.is_own),
            Action("profile_edition_drop", "Laatste uitgave weghalen", form.drop_edition,
                   "calendar-x", menu="Extra", enabled=act.has_editions),
            Action("profile_discard", "Wijzigingen weggooien", act.discard, "undo-2",
                   menu="Extra", enabled=act.has_draft),
            Action("profile_remove", act.remove_words, act.remove, "trash-2", menu="Extra",
                   enabled=act.is_practice_s),
        )  # fmt: skip

    def main_action(self) -> None:
        """The form that is open, the step that is shown, or the filled button."""
        if self._stack.currentIndex() == _SHEET:
            self.presenter.confirm_sheet()
        elif self.editor.isVisible():
            self.editor.submit()
        else:
            self.presenter.main()

    def focus_filter(self) -> bool:
        """The filter above the list."""
        self.pane.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.filter.selectAll()
        return True

    def focus_start(self) -> None:
        """The list."""
        self.pane.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_profile(self, shown: Shown, look: str) -> None:
        self.header.show_words(shown.title, shown.subtitle)
        self.header.title.setMinimumWidth(120)
        chips = [Chip(word, Tone(tone), sign) for word, tone, sign in shown.chips]
        self._chips(chips)
        _, words, sign = shown.main
        self.main.sign = sign
        self.main.set_words(words)
        several = len(shown.editions) > 1
        self.look.setVisible(several)
        self.look.set_value(look if several else "read")
        self.edition.set_options(shown.editions)
        self.edition.set_value(shown.edition)
        compare = several and look == "compare"
        self.edition.setVisible(several and not compare)
        self._tools.setVisible(several)
        if shown.warning:
            self.warning.show_notice(shown.warning, Tone.WARNING)
        else:
            self.warning.hide()
        self._show_draft(shown)
        self.reading.setVisible(not compare)
        self.comparing.setVisible(compare)
        if compare:
            self.comparing.show_profile(shown)
        else:
            self.reading.show_profile(shown)

    def _show_draft(self, shown: Shown) -> None:
        if not shown.draft:
            self.draft.hide()
        elif shown.problems:
            more = len(shown.problems) - 1
            rest = f" En nog {more} van zulke punten." if more else ""
            self.draft.show_notice(f"{shown.problems[0]}{rest}", Tone.ERROR, "Weggooien")
        else:
            self.draft.show_notice(f"{shown.draft}.", Tone.TIP, "Weggooien")

    def _chips(self, chips: Sequence[Chip]) -> None:
        while (item := self._chip_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)

    def _lay_out(self) -> None:
        for button in (self.share, self.more, self.main):
            self.header.add_button(button)
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(10)
        tools.addWidget(self.look)
        tools.addWidget(self.edition)
        tools.addStretch(1)
        scroll = Scroll((0, 0, 8, 10))
        scroll.make_readable("Regels van het profiel")
        scroll.body.addWidget(self.reading)
        scroll.body.addWidget(self.comparing)
        scroll.body.addStretch(1)
        below = QWidget()
        reading = QVBoxLayout(below)
        reading.setContentsMargins(0, 0, 0, 0)
        reading.setSpacing(12)
        reading.addWidget(self._tools)
        reading.addWidget(scroll, 1)
        reading.addWidget(self.editor)
        self._stack = QStackedWidget()
        self._stack.addWidget(below)
        self._stack.addWidget(self.sheet)
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addLayout(self._chip_row)
        for notice in (self.notice, self.warning, self.draft):
            column.addWidget(notice)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self._content, 1)
        row.addWidget(self.empty, 1)
        self.empty.hide()

    def _connect(self) -> None:
        presenter, drafting = self.presenter, self.presenter.drafting
        self.pane.chosen.connect(presenter.select)
        self.pane.part_chosen.connect(presenter.choose_filter)
        self.pane.bring_in.clicked.connect(presenter.bring_in)
        self.pane.new.clicked.connect(presenter.new_profile)
        self.main.clicked.connect(presenter.main)
        self.share.clicked.connect(presenter.share)
        self.more.clicked.connect(self._open_menu)
        self.look.chosen.connect(presenter.choose_look)
        self.edition.chosen.connect(presenter.choose_edition)
        self.draft.acted.connect(presenter.discard)
        self.reading.edited.connect(drafting.edit_norm)
        self.reading.added.connect(drafting.add_norm)
        self.reading.about.connect(drafting.edit_about)
        self.reading.group.connect(presenter.open_group)
        self.editor.changed.connect(drafting.editor_changed)
        self.editor.submitted.connect(drafting.submit)
        self.editor.taken_out.connect(drafting.take_out)
        self.editor.cancelled.connect(drafting.close)
        self.sheet.confirmed.connect(presenter.confirm_sheet)
        self.sheet.cancelled.connect(presenter.cancel_sheet)

    def _restyled(self) -> None:
        self.pane.fit(self.width())

    def _open_menu(self) -> None:
        beside = {"profile_new", "profile_import"}
        actions = [a for a in self.page_actions() if a.key not in beside and a.enabled()]
        self.menu = context_menu(self, actions)
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height() + 3)))


def build(desk: Desk, services: Services) -> Page:
    """The page, for the window."""
    return ProfilesPage(desk, services)
