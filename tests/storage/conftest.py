from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from intervisie_desktop.storage.store import Store
from tests.storage.samples import fill, new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = new_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store
