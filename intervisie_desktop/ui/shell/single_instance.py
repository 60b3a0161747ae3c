"""One window per user: a second start hands its file to the first and leaves."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 800
_LONGEST = 8192
_RAISE = "\n"


class SingleInstance(QObject):
    """`asked(path)` when a second start wants a file shown; empty when only the window."""

    asked = Signal(str)

    def __init__(self, config: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The name is per user and per settings folder, and says nothing about either.
        digest = hashlib.sha256(str(config.absolute()).encode()).hexdigest()[:16]
        self._name = f"intervisie-desktop-{digest}"
        self._server: QLocalServer | None = None

    def hand_over(self, practice: Path | None) -> bool:
        """True when a first window is there and was told; then this start is done."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        text = str(practice.absolute()) if practice else ""
        socket.write((text + _RAISE).encode())
        socket.waitForBytesWritten(_PATIENCE_MS)
        socket.disconnectFromServer()
        return True

    def listen(self) -> None:
        """From now on this is the first window."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # A crash leaves the name behind; nobody answered it just now, so it is free.
        QLocalServer.removeServer(self._name)
        server.newConnection.connect(self._welcome)
        if server.listen(self._name):
            self._server = server

    def close(self) -> None:
        """No longer the first window."""
        if self._server is not None:
            self._server.close()
            self._server = None

    def _welcome(self) -> None:
        if self._server is None:
            return
        socket = self._server.nextPendingConnection()
        if socket is None:
            return
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(socket.deleteLater)
        if socket.bytesAvailable():
            self._take(socket)

    def _read(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._take(socket)

    def _take(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            line = bytes(socket.readLine(_LONGEST).data())
            self.asked.emit(line.decode("utf-8", "replace").strip())
