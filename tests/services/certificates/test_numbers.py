"""Numbers: given at issue, gapless, restarting over 31 December, never used twice."""

import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from intervisie_desktop.services.certification.values import Choice, PaperOptions
from intervisie_desktop.storage.store import Store
from tests.services.certificates.practice import KEY


def test_numbers_follow_the_pattern_and_start_value(another):
    house = another(number_pattern="BVD/{jaar}/{nr:4}", first_number=17)

    assert house.service.upcoming_numbers(2) == ("BVD/2026/0017", "BVD/2026/0018")
    house.issue("p1", "p2")
    assert house.numbers() == ["BVD/2026/0017", "BVD/2026/0018"]


def test_the_year_of_a_number_is_that_of_the_day_of_issue(another):
    house = another(moment=datetime(2026, 12, 31, 23, 59), first_number=41)
    house.issue("p1")
    house.clock.move(minutes=1)

    house.issue("p2")

    # Also the second is about 2026; it was issued in 2027.
    assert house.numbers() == ["2026-041", "2027-001"]


def test_counting_goes_on_over_the_year_when_the_practice_wants_so(another):
    house = another(number_pattern="{nr:05}", yearly_restart=False, first_number=100)
    house.issue("p1")
    house.next_day(100)
    house.issue("p2")

    assert house.numbers() == ["00100", "00101"]


def test_a_withdrawn_number_is_not_given_again(house):
    first = house.issue("p1").made[0]
    house.service.withdraw(first.certificate_id, "Verkeerde groep")

    assert house.issue("p1").made[0].number == "2026-002"


def test_a_refused_paper_takes_no_number(house):
    issued = house.issue("p1", "p4", "p2")

    assert [one.code for one in issued.refused] == ["reason_needed"]
    assert house.numbers() == ["2026-001", "2026-002"]


def test_a_series_that_begins_skips_numbers_of_before(another):
    house = another(number_pattern="{jaar}-{nr}", first_number=1)
    house.issue("p1")
    with house.store.work("practice_changed") as work:
        work.practice.save(replace(work.practice.get(), yearly_restart=False))

    assert house.issue("p2").made[0].number == "2026-2"


def test_two_threads_never_share_a_number(house):
    keys = {person: house.key(person) for person in ("p1", "p2", "p3")}
    results = []

    def issue(person):
        choice = Choice(key=keys[person])
        results.append(house.service.issue([choice], PaperOptions()).value)

    threads = [threading.Thread(target=issue, args=(person,)) for person in keys]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(house.numbers()) == ["2026-001", "2026-002", "2026-003"]
    assert all(not one.refused for one in results)


def test_two_windows_cannot_certify_the_same_year_twice(house):
    key = house.key("p1")
    results = []

    def issue():
        results.append(house.service.issue([Choice(key=key)], PaperOptions()).value)

    threads = [threading.Thread(target=issue) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert house.numbers() == ["2026-001"]
    assert [one.refused[0].code for one in results if one.refused] == ["certificate_exists"] * 2


CHILD = """
import sys
from datetime import datetime
from pathlib import Path
from intervisie_desktop.host.clock import FixedClock
from intervisie_desktop.host.ids import RandomIds
from intervisie_desktop.services.certificates import CertificatesService
from intervisie_desktop.services.certification.values import Choice, PaperOptions, Wanted
from intervisie_desktop.storage.store import Store
from tests.services.certificates.practice import KEY
store = Store.open(Path(sys.argv[1]), KEY)
service = CertificatesService(store, FixedClock(datetime(2026, 10, 13)), RandomIds())
holds = [line.id for line in service.register() if line.state.value == "valid"]
if not holds:
    key = service.candidates(Wanted(year=2026, participant_id="p1"))[0].candidates[0].key
    made = service.issue([Choice(key=key)], PaperOptions()).value.made[0]
    holds = [made.certificate_id]
    print(made.number, flush=True)
while True:
    made = service.replace(holds[0], "Nog eens").value
    holds = [made.certificate_id]
    print(made.number, flush=True)
"""


def test_a_crash_while_issuing_leaves_no_gap_and_no_half_paper(house):
    house.store.close()
    told = []
    for pause in (0.0, 0.03, 0.07):
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(house.path)],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(Path.cwd())},
        )
        # Each goes on replacing where the one before it was killed.
        line = child.stdout.readline()
        told += [line.strip()] if line else []
        time.sleep(pause)
        child.send_signal(signal.SIGKILL)
        told += [rest.strip() for rest in child.stdout.read().splitlines()]
        child.wait()
        child.stdout.close()
    house.store = Store.open(house.path, KEY)
    with house.store.reading() as reading:
        certificates = reading.certificates.all()
        papers = [reading.certificate_papers.get(one.id) for one in certificates]
        acts = reading.certificate_acts.all()

    assert told
    assert [one.sequence for one in certificates] == list(range(1, len(certificates) + 1))
    assert set(told) <= {one.number for one in certificates}
    assert all(papers)
    assert len(acts) == len(certificates) - 1
