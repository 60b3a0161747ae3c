"""The shop floor: shell, pages, widgets, Dutch words and the theme; the only floor that knows Qt.

It asks `services` for everything and never touches storage, documents or host itself. Start
reading at `shell/desk.py`, then `shell/page.py` and `shell/window.py`.
"""
