"""Where this program may put things on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_NAME = "Intervisie Desktop"


@dataclass(frozen=True)
class Paths:
    """The folders of the program; `documents` is where practices are proposed to go."""

    config: Path
    state: Path
    logs: Path
    documents: Path

    @classmethod
    def of_this_machine(cls) -> Paths:
        """As the system has them; nothing is made yet."""
        return cls(
            config=platformdirs.user_config_path(_NAME, appauthor=False),
            state=platformdirs.user_state_path(_NAME, appauthor=False),
            logs=platformdirs.user_log_path(_NAME, appauthor=False),
            documents=platformdirs.user_documents_path(),
        )

    @classmethod
    def under(cls, root: Path) -> Paths:
        """All under one folder, for tests and for a program on a stick."""
        return cls(root / "config", root / "state", root / "logs", root / "documents")
