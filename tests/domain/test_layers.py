"""A layered mapping is the mapping it stands for, whatever was changed in whatever order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.layers import Layered, changed

KEYS = st.integers(0, 600).map(str)
STEPS = st.lists(st.dictionaries(KEYS, st.none() | st.integers(1, 9), max_size=90), max_size=9)


@given(st.integers(250, 500), STEPS)
def test_it_holds_what_a_plain_dict_would(size: int, steps: list[dict[str, int | None]]) -> None:
    there, plain = {str(n): n + 1 for n in range(size)}, {str(n): n + 1 for n in range(size)}
    first = dict(there)
    now = changed(there, {})
    for step in steps:
        now = changed(now, step)
        plain = {key: new for key, new in {**plain, **step}.items() if new is not None}
        assert dict(now) == plain
        assert len(now) == len(plain)
        assert all((key in now) == (key in plain) for key in step)
        assert [now.get(key, 0) for key in step] == [plain.get(key, 0) for key in step]
    assert there == first


def test_a_small_change_of_a_large_mapping_copies_nothing() -> None:
    assert isinstance(changed({str(n): n for n in range(9000)}, {"1": None}), Layered)
