"""The one signal of the window: something was changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """`happened(ChangeSet, initiator)`; pages whose concerns meet the change read again."""

    happened = Signal(object, object)
