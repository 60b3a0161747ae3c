"""Where one has been: back and forward, as in a browser; no Qt."""

from __future__ import annotations

from intervisie_desktop.ui.shell.desk import Destination

_MOST = 60


class History:
    """Visited destinations; the same one twice in a row counts once."""

    def __init__(self) -> None:
        self._visited: list[Destination] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """True when there is something before this."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """True after going back."""
        return self._at < len(self._visited) - 1

    def visit(self, destination: Destination) -> None:
        """Remember a new step; what lay ahead is forgotten."""
        if self._at >= 0 and self._visited[self._at] == destination:
            return
        self._visited = [*self._visited[: self._at + 1], destination][-_MOST:]
        self._at = len(self._visited) - 1

    def back(self) -> Destination | None:
        """The step before, which becomes the current one."""
        if not self.can_go_back:
            return None
        self._at -= 1
        return self._visited[self._at]

    def forward(self) -> Destination | None:
        """The step after, which becomes the current one."""
        if not self.can_go_forward:
            return None
        self._at += 1
        return self._visited[self._at]
