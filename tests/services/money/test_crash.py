"""Two programs and a hundred kills while invoices become final: no gap, no double, none half."""

import os
import subprocess
import sys
import threading
from pathlib import Path

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.storage.store import Store
from tests.services.money.practice import KEY, House

KILLS = 100

# One program that starts once and then forks: each child finalises until it is killed, so that a
# hundred of them cost no hundred starts.
PARENT = """
import os, random, sys, time
from datetime import datetime
from pathlib import Path
from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import RandomIds
from intervisie_desktop.services.invoices import InvoicesService
from intervisie_desktop.storage.store import Store
from tests.services.money.practice import KEY
path, kills, seed = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
chance = random.Random(seed)
def finalise(store, begun, told, most=99):
    service = InvoicesService(store, FixedClock(datetime(2026, 10, 13, 9)), RandomIds())
    ids = [row.id for row in service.rows() if not row.number]
    chance.shuffle(ids)
    begun()
    for one in ids[:most]:
        try:
            made = service.finalise([one]).value.made
        except Trouble:
            continue
        told("".join(each.number + "\\n" for each in made))
# Twice on a copy: the children inherit what is loaded, and it says how long one takes.
copy = path.with_name(f"{seed}.intervisie")
copy.write_bytes(path.read_bytes())
store = Store(copy, KEY)
finalise(store, int, str, 1)
start = time.monotonic()
finalise(store, int, str, 1)
took = time.monotonic() - start
store.close()
for turn in range(kills):
    chance.random()
    hear, say = os.pipe()
    child = os.fork()
    if child == 0:
        finalise(Store(path, KEY), lambda: os.write(say, b"!"), lambda t: os.write(1, t.encode()))
        os._exit(0)
    os.close(say)
    os.read(hear, 1)
    os.close(hear)
    time.sleep(chance.uniform(0, 2.4 * took))
    os.kill(child, 9)
    os.waitpid(child, 0)
"""


def test_two_programs_and_a_hundred_kills_leave_no_gap_no_double_and_no_half_invoice(house: House):
    for _ in range(110):
        house.concept("appelvink", 16_500)
    house.store.close()
    here = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    programs = [
        subprocess.Popen(
            [sys.executable, "-c", PARENT, str(house.path), str(KILLS // 2), str(seed)],
            stdout=subprocess.PIPE, text=True, env=here,
        )
        for seed in (1, 2)
    ]  # fmt: skip
    told = [line for program in programs for line in program.communicate()[0].split()]
    house.open(Store.open(house.path, KEY))
    with house.store.reading() as read:
        issued = read.issued_invoices.all()
        facts = [house.invoices.card(one.id) for one in issued]

    assert [program.returncode for program in programs] == [0, 0]
    assert len(issued) >= 3
    assert [one.sequence for one in issued] == list(range(1, len(issued) + 1))
    assert set(told) <= {one.number for one in issued}
    assert len(told) == len(set(told))
    assert house.invoices.audit().whole
    assert all(house.invoices.papers(one.id)[0].startswith(b"%PDF") for one in issued)
    assert all(card.totals.gross == card.issued.gross for card in facts)
    rows = house.invoices.rows()
    assert len(rows) == 110
    left = [row.id for row in rows if not row.number]
    # What was not reached is still a concept, and the next number fits on the last.
    assert house.final(*left[:1]) == ([f"2026-{len(issued) + 1:04}"] if left else [])


def test_two_threads_never_share_a_number(house: House):
    ids = [house.concept() for _ in range(6)]
    refused = []

    def finalise(own):
        try:
            house.invoices.finalise(own)
        except Refusal as refusal:
            refused.append(refusal)

    threads = [threading.Thread(target=finalise, args=(ids[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert not refused
    assert sorted(house.numbers()) == [f"2026-000{n}" for n in range(1, 7)]
    assert house.invoices.audit().whole
