"""What makes Python and Qt quick together; called once, before anything of the window is imported.

Every measure here was measured with `bench/window.py`; without them the program works the same.
"""

from __future__ import annotations

import gc
import importlib
import sys

SWITCH_SECONDS = 0.001
"""How long a worker may keep the interpreter while the window wants it (Python's own: 0.005).

Qt lets go of the interpreter in nearly every call, so painting waits this long again and again
while the worker judges the practice."""


GARBAGE_AFTER = 20_000
"""After so many new objects Python looks for circular garbage (its own: 700).

A start makes 150,000 that stay; looking through them again and again finds nothing."""


def quicken() -> None:
    """Spare imports what this program does not need, and give the window its turn sooner."""
    gc.set_threshold(GARBAGE_AFTER)
    sys.setswitchinterval(SWITCH_SECONDS)
    _spare_imports()


def _spare_imports() -> None:
    """Keep PySide6 from reading the source of every module that is imported.

    It looks there for `from __feature__ import snake_case`, which this program does not use; that
    took a tenth of the start. A PySide6 without this inner function just works as it does.
    """
    importlib.import_module("PySide6.QtCore")
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        setattr(feature, "_mod_uses_pyside", _uses_no_feature)  # noqa: B010  (no such type)


def _uses_no_feature(_module: object) -> bool:
    return False
