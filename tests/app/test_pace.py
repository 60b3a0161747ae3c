"""What is not imported at the start, and what PySide6 does not look for."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from intervisie_desktop.app.pace import quicken
quicken()
import intervisie_desktop.app.startup
feature = sys.modules.get("shibokensupport.feature")
print(getattr(feature, "_mod_uses_pyside", lambda _module: False)(sys))
print(*sys.modules)
"""
LARGE = {"openpyxl", "icalendar", "fpdf", "holidays", "segno", "uharfbuzz", "pypdfium2", "alembic"}


def test_a_start_imports_nothing_large_that_it_does_not_need():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    looks_for_features, modules = done.stdout.splitlines()
    assert looks_for_features == "False"
    assert LARGE & set(modules.split()) == set()


def test_opening_the_agenda_does_not_import_what_reads_files():
    code = "import sys, intervisie_desktop.ui.pages.agenda.page; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {"openpyxl", "icalendar"} & set(done.stdout.split()) == set()
