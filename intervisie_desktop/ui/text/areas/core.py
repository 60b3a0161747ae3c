"""The sentences of the core use cases: people, groups, sessions, attendance, the practice."""

from __future__ import annotations

from intervisie_desktop.ui.text import done_core, refusals_core
from intervisie_desktop.ui.text.filling import Sentence

REFUSALS: dict[str, Sentence] = dict(refusals_core.SENTENCES)
DONE: dict[str, Sentence] = dict(done_core.DONE)
