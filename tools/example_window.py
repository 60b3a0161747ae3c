"""The window on the invented practice of 13 October 2026, for pictures and for a try."""

from __future__ import annotations

import tempfile
from pathlib import Path

from intervisie_desktop.app.bootstrap import parts_of_window
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.services import example
from intervisie_desktop.services.bundle import Services
from intervisie_desktop.services.machine import MachineService
from intervisie_desktop.ui.shell.desk import Destination, Place
from intervisie_desktop.ui.shell.rail import Identity
from intervisie_desktop.ui.shell.status import StatusFacts
from intervisie_desktop.ui.shell.window import MainWindow


class Forgetful:
    """Remembers nothing of the window, so that every picture starts the same."""

    def load(self, _key: str) -> str:
        """Nothing."""
        return ""

    def save(self, _key: str, _value: str) -> None:
        """Let it go."""


def window() -> MainWindow:
    """The window before it is begun; its practice stands in a folder of its own."""
    paths = Paths.under(Path(tempfile.mkdtemp(prefix="intervisie-beeld-")))
    folder = Path(tempfile.mkdtemp(prefix="intervisie-beeld-"))
    made = example.invent(folder / example.FILE_NAME, paths, example.Size(today=example.TODAY))
    services = Services(
        made.opened.store, made.clock, made.ids, opened=made.opened, machine=MachineService(paths)
    )
    parts = parts_of_window(services, made.clock, Forgetful(), _no_actions, "Voorbeeldpraktijk")
    shown = MainWindow(parts)
    practice = services.practice.get()
    shown.show_identity(Identity("Marit Papierwilg", practice.name))
    shown.show_status(StatusFacts(file="voorbeeld.intervisie", saved="09:00"))
    shown.scenes = scenes(services)
    return shown


def scenes(services: Services) -> dict[str, Destination]:
    """Beside the pages themselves: an open meeting, the wizard, a new participant."""
    with services.store.reading() as read:
        meetings = {s.day.isoformat(): s.id for s in read.sessions.all()}
        groups = {g.code: g.id for g in read.groups.all()}
    held, coming = meetings["2026-10-08"], meetings["2026-10-13"]
    return {
        "bijeenkomst": Destination(Place.SESSIONS, held),
        "bijeenkomst_gepland": Destination(Place.SESSIONS, coming),
        "werkvormen": Destination(Place.SETTINGS, part="methods"),
        "factureren": Destination(Place.INVOICES, part="bill"),
        "offertes": Destination(Place.INVOICES, part="quotes"),
        "tarieven": Destination(Place.SETTINGS, part="money"),
        "bewijzen_maken": Destination(Place.CERTIFICATES, part="make"),
        "groep": Destination(Place.GROUPS, groups["OU"], "attendance"),
        "groep_overzicht": Destination(Place.GROUPS, groups["OU"], "overview"),
        "dossier": Destination(Place.REPORTS, groups["OU"], "dossiers/group"),
        "evaluaties": Destination(Place.REPORTS, part="evaluations"),
        "deelnemer_nieuw": Destination(Place.PARTICIPANTS, part="new"),
        "papieren_verklaring": Destination(Place.PAPERS, coming, "session/statement"),
        "papieren_mail": Destination(Place.PAPERS, coming, "session/mail"),
        "papieren_groep": Destination(Place.PAPERS, groups["OU"], "group"),
        "teksten": Destination(Place.SETTINGS, "agreement", "texts"),
        "teksten_mail": Destination(Place.SETTINGS, "mail", "texts"),
        "agenda_nieuw": Destination(Place.AGENDA, groups["FN"], "new"),
    }


def _no_actions(_desk: object) -> list[object]:
    return []
