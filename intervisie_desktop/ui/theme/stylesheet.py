"""Fusion dressed in our tokens: the palette and the one style sheet of the program."""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip

from intervisie_desktop.ui.theme.tokens import Role, Theme, current, install

_PALETTE = {
    QPalette.ColorRole.Window: "canvas",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "surface-2",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink-3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on-accent",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on-accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "surface-2",
    QPalette.ColorRole.Mid: "line-strong",
    QPalette.ColorRole.Dark: "line-strong",
    QPalette.ColorRole.Shadow: "line",
}

_SHEET = Template("""
QToolTip { background: $ink; color: $surface; border: none; padding: 5px 8px; }
QMainWindow::separator { width: 1px; height: 1px; background: $line; }
QWidget#rail, QMenuBar, QStatusBar, QWidget#menu-row, QWidget#dock-head, QWidget#dock-foot {
    background: $rail; }
QWidget#menu-row { border-bottom: 1px solid $line; }
QWidget#rail { border-right: 1px solid $line; }
QWidget#dock { background: $panel; border-left: 1px solid $line; }
QWidget#dock-strip { background: $panel; border-left: 1px solid $line; }
QWidget#dock-head { border-bottom: 1px solid $line; }
QWidget#dock-foot { border-top: 1px solid $line; }
QScrollArea[reading="true"] { border: 2px solid transparent; border-radius: 8px; }
QScrollArea[reading="true"]:focus { border-color: $focus; }
QWidget#list-pane { background: $panel; border-right: 1px solid $line; }
QWidget#page, QWidget#page-body, QStackedWidget#pages { background: $canvas; }
QMenuBar { border: none; padding: 4px 0; color: $ink2; }
QMenuBar::item { padding: 6px 8px; margin: 0 1px; background: transparent; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $ink; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 5px; color: $ink; }
QMenu::item { padding: 6px 26px 6px 10px; border-radius: 5px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $accent_soft; color: $ink; }
QMenu::item:disabled { color: $ink3; background: transparent; }
QMenu::separator { height: 1px; background: $line; margin: 5px 4px; }
QMenu::right-arrow { width: 0; }
QStatusBar { border-top: 1px solid $line; }
QStatusBar::item { border: none; }
QLineEdit, QPlainTextEdit, QTextEdit {
    background: $surface; color: $ink; border: 1px solid $line_strong; border-radius: 6px;
    placeholder-text-color: $ink3; padding: 0 9px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { min-height: ${h30}px; }
QPlainTextEdit, QTextEdit { padding: 5px 6px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 2px solid $focus; padding: 0 8px; }
QLineEdit:focus { min-height: ${h28}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px 5px; }
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:read-only {
    background: $surface2; border-color: $line; color: $ink2; }
QLineEdit[error="true"], QPlainTextEdit[error="true"] { border-color: $fout; }
QLineEdit[bare="true"] { border: none; background: transparent; padding: 0; min-height: 0; }
QLineEdit[bare="true"]:focus { border: none; padding: 0; }
QComboBox QAbstractItemView, QListView#choices {
    background: $surface; border: 1px solid $line_strong; outline: none; padding: 4px;
    selection-background-color: $accent_soft; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${h28}px; padding: 0 6px; border-radius: 4px; }
QComboBox QAbstractItemView::item:selected { background: $accent_soft; color: $ink; }
QTableView, QListView, QTreeView {
    background: $surface; color: $ink; border: none; outline: none; gridline-color: $line;
    selection-background-color: $accent_soft; selection-color: $ink; }
QListView[rail="true"], QListView[painted="true"] { background: transparent; }
QHeaderView { background: $surface2; border: none; }
QHeaderView::section {
    background: $surface2; color: $ink3; border: none; border-bottom: 1px solid $line;
    padding: 0 12px; min-height: ${h32}px; font-size: ${h11}px; font-weight: 600; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; }
QTableCornerButton::section { background: $surface2; border: none; }
QScrollArea { background: transparent; border: none; }
QAbstractScrollArea::corner { background: transparent; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 9px; }
QScrollBar:horizontal { height: 9px; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 1px 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 2px 1px; }
QScrollBar::handle:hover { background: $line_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover, QSplitter::handle:focus { background: $accent; }
QProgressBar {
    background: $line; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget { background: $surface; color: $ink; }
QCalendarWidget QAbstractItemView {
    background: $surface; color: $ink; selection-background-color: $accent;
    selection-color: $on_accent; }
QCalendarWidget QToolButton { color: $ink; background: transparent; border: none; padding: 5px; }
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QFrame#popup { background: $surface; border: 1px solid $line_strong; }
QDialog { background: $surface; }
""")

_SHEET_TOKENS = (
    "canvas", "rail", "surface", "surface-2", "panel", "hover", "line", "line-strong", "ink",
    "ink-2", "ink-3", "accent", "accent-hover", "accent-soft", "on-accent", "focus", "fout",
)  # fmt: skip


def dress(app: QApplication, theme: Theme) -> None:
    """Give the program this theme, now and whenever it changes."""
    install(theme)
    app.setStyle("Fusion")
    theme.changed.connect(_redress)
    apply(app, theme)


def apply(app: QApplication, theme: Theme) -> None:
    """Put palette, font and style sheet of this moment on the program."""
    app.setPalette(palette(theme))
    app.setFont(theme.font(Role.BODY, ""))
    QToolTip.setFont(theme.font(Role.META, ""))
    app.setStyleSheet(sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The colours for Fusion; disabled text is meta ink, so it stays readable."""
    result = QPalette()
    for role, token in _PALETTE.items():
        result.setColor(role, theme.color(token))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, theme.color("ink-3"))
    return result


def sheet(theme: Theme) -> str:
    """The style sheet with the colours and heights of this moment filled in."""
    names = _SHEET_TOKENS
    words = {name.replace("-2", "2").replace("-3", "3").replace("-", "_"): theme.hex(name)
             for name in names}  # fmt: skip
    thumb = theme.color("line-strong")
    thumb.setAlpha(130)
    words["thumb"] = f"rgba({thumb.red()},{thumb.green()},{thumb.blue()},{thumb.alpha()})"
    heights = {f"h{size}": str(theme.px(size)) for size in (11, 28, 30, 32)}
    return _SHEET.substitute(words | heights)


def _redress() -> None:
    app = QApplication.instance()
    if isinstance(app, QApplication):
        apply(app, current())
