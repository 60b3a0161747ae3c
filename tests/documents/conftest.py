"""Golden files of papers: `pytest tests/documents --accept-golden` takes the present as right."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "_golden"
sys.path[:0] = [str(ROOT / "tools"), str(Path(__file__).parent)]


def pytest_addoption(parser):
    parser.addoption("--accept-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def accept(request) -> bool:
    return bool(request.config.getoption("--accept-golden", default=False))


@pytest.fixture
def golden(accept):
    """Compare a text with the golden file of this name."""

    def compare(name: str, text: str) -> None:
        place = GOLDEN / name
        if accept:
            place.write_text(text, encoding="utf-8")
        assert text == place.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def papers() -> dict[str, bytes]:
    """Every sample paper by name."""
    import sample_papers

    return sample_papers.papers()
