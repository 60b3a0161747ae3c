"""Pictures of every building block, light and dark, to lay beside the design.

python tools/gallery.py FOLDER [--percent 140] [--ratio 2]
"""

from __future__ import annotations

import argparse
import os
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@dataclass(frozen=True)
class Person:
    """An invented participant."""

    id: str
    name: str
    group: str
    hours: str
    state: tuple[str, str, str]


PEOPLE = (
    Person("1", "Noor Appelvink", "OU", "6,5", ("op koers", "ok", "circle-check")),
    Person("2", "Femke Zonnedauw", "OU", "2,5", ("tekort", "fout", "octagon-x")),
    Person("3", "Sanne Maanlicht", "FN", "4,0", ("krap", "waarschuwing", "triangle-alert")),
)


def gallery():  # noqa: ANN201  (imports Qt late, so that --ratio can be set first)
    """One page with everything on it."""
    from PySide6.QtWidgets import QGridLayout

    from intervisie_desktop.ui.shell.page import Page

    class Gallery(Page):
        def __init__(self) -> None:
            super().__init__()
            self.header.show_words("Bouwstenen", "Alles wat in vensters voorkomt.", ["Extra", "Nu"])
            grid = QGridLayout()
            grid.setSpacing(14)
            for number, card in enumerate((_buttons(), _marks(), _form(), _table())):
                grid.addWidget(card, number // 2, number % 2)
            self.body.addLayout(grid)
            self.body.addWidget(_tiles())
            self.notice.show_notice("Deze groep heeft nog bijeenkomsten. Archiveer haar liever.")

    return Gallery()


def _buttons():  # noqa: ANN202
    from PySide6.QtWidgets import QHBoxLayout

    from intervisie_desktop.ui.widgets.buttons import Button, Kind, icon_button
    from intervisie_desktop.ui.widgets.card import TitledCard
    from intervisie_desktop.ui.widgets.choice import Check, Select
    from intervisie_desktop.ui.widgets.filter_field import FilterField
    from intervisie_desktop.ui.widgets.segmented import Segmented
    from intervisie_desktop.ui.widgets.stepper import Stepper

    card = TitledCard("Knoppen", "vijf soorten")
    rows = (
        (
            Button("Start bijeenkomst", Kind.PRIMARY, "play", "Ctrl+B"),
            Button("Bijeenkomst", Kind.OUTLINE, "plus"),
            Button("Exporteren", Kind.DEFAULT, "download"),
        ),
        (
            Button("Later", Kind.QUIET),
            Button("Alles tonen", Kind.LINK),
            Button("Intrekken", Kind.DANGER, "ban"),
            Button("Klein", small=True, icon="pencil"),
            icon_button("ellipsis", "Meer"),
        ),
        (Segmented([("u", "Uren"), ("t", "Tijden"), ("i", "Inbreng")], "Toon"), Check("Inbreng")),
        (Select([("a", "op locatie"), ("b", "online")], "Vorm"), FilterField("Filter groepen")),
    )
    for widgets in rows:
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        card.content.addLayout(row)
    stepper = Stepper(["Jaar", "Uitvoer", "Nakijken", "Klaar"])
    stepper.set_current(1)
    card.content.addWidget(stepper)
    return card


def _marks():  # noqa: ANN202
    from PySide6.QtWidgets import QHBoxLayout

    from intervisie_desktop.ui.widgets.card import TitledCard
    from intervisie_desktop.ui.widgets.chip import Chip, GroupTag, Tone
    from intervisie_desktop.ui.widgets.hour_bar import HourBar, Hours
    from intervisie_desktop.ui.widgets.key_cap import KeyLegend
    from intervisie_desktop.ui.widgets.tabs import Tab, Tabs

    card = TitledCard("Tekens")
    row = QHBoxLayout()
    for text, tone, sign in (
        ("op koers", Tone.OK, "circle-check"),
        ("krap", Tone.WARNING, "triangle-alert"),
        ("tekort", Tone.ERROR, "octagon-x"),
        ("tip", Tone.TIP, "lightbulb"),
        ("gepland", Tone.NEUTRAL, "circle-dashed"),
        ("NOvA online", Tone.OUTLINE, "scale"),
    ):
        row.addWidget(Chip(text, tone, sign))
    row.addStretch(1)
    card.content.addLayout(row)
    tags = QHBoxLayout()
    for colour, code in enumerate(("OU", "FN", "AO", "ST", "TZ")):
        tags.addWidget(GroupTag(code, colour))
    tags.addStretch(1)
    card.content.addLayout(tags)
    for hours in (Hours(390, 270), Hours(150, 270), Hours(240, 120, 240)):
        card.content.addWidget(HourBar(hours))
    card.content.addWidget(KeyLegend((("A", "aanwezig"), ("L", "later"), ("F", "afwezig"))))
    card.content.addWidget(Tabs([Tab("a", "Overzicht"), Tab("b", "Deelnemers", 7)]))
    card.content.addStretch(1)
    return card


def _form():  # noqa: ANN202
    from intervisie_desktop.ui.widgets import fields
    from intervisie_desktop.ui.widgets.card import TitledCard
    from intervisie_desktop.ui.widgets.form import Form

    form = Form(
        (
            fields.Field("name", "Naam", required=True, span=6, help="Zoals op het bewijs."),
            fields.Field("email", "E-mailadres", fields.Email(), span=6),
            fields.Field("day", "Datum", fields.Day(), span=6),
            fields.Field("start", "Begin", fields.Time(), span=3),
            fields.Field("term", "Termijn", fields.Number(unit="dagen"), span=3),
            fields.Field("note", "Opmerking", fields.Multiline(lines=2), span=8),
            fields.Field("live", "", fields.CheckBox(word="Actief"), span=4),
            fields.Field("logo", "Logo", fields.Picture(), span=8),
            fields.Field("accent", "Accentkleur", fields.Color(), span=4),
        ),
        lambda: date(2026, 10, 13),
    )
    form.show_values({"day": date(2026, 10, 13), "start": 600, "term": 30, "accent": "#1E4A78"})
    form.complete()
    card = TitledCard("Formulier")
    card.content.addWidget(form)
    return card


def _table():  # noqa: ANN202
    from intervisie_desktop.ui.widgets.card import TitledCard
    from intervisie_desktop.ui.widgets.columns import Align, Column, Look
    from intervisie_desktop.ui.widgets.table import Table

    columns = (
        Column[Person]("Deelnemer", lambda p: p.name),
        Column[Person]("Groep", lambda p: p.group, tag=lambda p: (p.group, 0), width=70),
        Column[Person]("Stand", lambda p: p.state[0], chip=lambda p: p.state, width=110),
        Column[Person]("Uren", lambda p: p.hours, align=Align.RIGHT, look=Look.STRONG, width=70),
    )
    table = Table(columns, "Deelnemers")
    table.show_rows(PEOPLE)
    table.choose("2")
    card = TitledCard("Tabel", "drie deelnemers")
    card.hold(table)
    return card


def _tiles():  # noqa: ANN202
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from intervisie_desktop.ui.widgets.heat_tile import Tile, TileState, paint_tile

    tiles = (
        Tile("NA", "6,5", "11,0", TileState.ON_COURSE, 390, ""),
        Tile("FZ", "2,5", "7,0 tekort", TileState.SHORT, 150, ""),
        Tile("SM", "4,0", "8,5 krap", TileState.TIGHT, 240, ""),
        Tile("IK", "4,5", "6,5 plan", TileState.TO_PLAN, 270, ""),
        Tile("MG", "9,0", "gehaald", TileState.MET, 540, ""),
        Tile("GH", "1,0", "", TileState.PLAIN, 60, ""),
    )

    class Tiles(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802
            painter = QPainter(self)
            for number, tile in enumerate(tiles):
                rect = QRectF(number * 86, 2, 81, 45)
                paint_tile(painter, rect, tile, focus=number == 2)

    made = Tiles()
    made.setFixedHeight(50)
    return made


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--percent", type=int, default=100)
    parser.add_argument("--ratio", type=int, default=1)
    wanted = parser.parse_args()
    os.environ["QT_SCALE_FACTOR"] = str(wanted.ratio)

    from PySide6.QtWidgets import QApplication

    from intervisie_desktop.ui.theme import stylesheet
    from intervisie_desktop.ui.theme.tokens import Mode, Theme

    app = QApplication([])
    theme = Theme(ROOT / "resources", app)
    stylesheet.dress(app, theme)
    theme.wear(Mode.LIGHT, wanted.percent)
    wanted.folder.mkdir(parents=True, exist_ok=True)
    page = gallery()
    page.resize(1180, 900)
    page.show()
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.wear(mode)
        app.sendPostedEvents()
        name = f"gallery-{mode.value}-{wanted.percent}-{wanted.ratio}x.png"
        page.grab().save(str(wanted.folder / name))


if __name__ == "__main__":
    main()
