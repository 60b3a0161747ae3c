"""The database driver, the only module that imports it; it comes without types."""

from __future__ import annotations

from typing import Any

import sqlcipher3.dbapi2

driver: Any = sqlcipher3.dbapi2

Driver = Any
"""A connection of the driver."""
