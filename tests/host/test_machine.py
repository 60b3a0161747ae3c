from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intervisie_desktop.domain.errors import Trouble
from intervisie_desktop.host import machine_settings
from intervisie_desktop.host.clock import FixedClock, SystemClock
from intervisie_desktop.host.cloud import cloud_service
from intervisie_desktop.host.files import atomic_write, safe_name, unique_name
from intervisie_desktop.host.ids import RandomIds, SeededIds
from intervisie_desktop.host.lock import FileLock
from intervisie_desktop.host.logbook import MOST_REPORTS, crash_report, keep_report
from intervisie_desktop.host.machine_settings import MachineSettings
from intervisie_desktop.host.paths import Paths
from intervisie_desktop.host.resources import resources

NASTY = ["../../etc/passwd", "C:\\x", "CON", "nul.pdf", "com1.txt", "a\u202egnp.exe", "a\0b",
         "x" * 500, "😀" * 200, "a:b", "...", " ", "", "a\nb", "é" * 90 + ".pdf", "~", 'a?*|<>"',
         "Żółć.pdf"]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_a_safe_name_stays_in_its_folder_and_can_be_written(tmp_path: Path, text: str):
    name = safe_name(text)
    path = tmp_path / name
    assert path.resolve().parent == tmp_path.resolve()
    assert len(name.encode()) <= 80
    path.write_bytes(b"x")


@given(st.text(max_size=200))
def test_any_text_makes_a_safe_name(text: str):
    name = safe_name(text)
    assert name
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert name == name.strip(". ")
    assert safe_name(name) == name


def test_a_safe_name_keeps_its_ending_and_avoids_reserved_words():
    assert safe_name("é" * 90 + ".pdf").endswith("é.pdf")
    assert safe_name("nul.pdf") == "_nul.pdf"
    assert safe_name("///") == "naamloos"


def test_a_unique_name_counts_on(tmp_path: Path):
    for wanted in ("bewijs.pdf", "bewijs (2).pdf", "bewijs (3).pdf"):
        path = unique_name(tmp_path, "bewijs.pdf")
        assert path.name == wanted
        path.touch()


def test_a_file_is_written_whole_over_the_old_one(tmp_path: Path):
    path = tmp_path / "x.txt"
    atomic_write(path, b"oud")
    atomic_write(path, b"nieuw")
    assert path.read_bytes() == b"nieuw"
    assert [p.name for p in tmp_path.iterdir()] == ["x.txt"]


def test_a_file_that_cannot_be_written_is_a_trouble_and_leaves_nothing(tmp_path: Path):
    with pytest.raises(Trouble, match="missing_file"):
        atomic_write(tmp_path / "nergens" / "x", b"x")
    (tmp_path / "map").mkdir()
    with pytest.raises(Trouble):
        atomic_write(tmp_path / "map", b"x")
    assert [p.name for p in tmp_path.iterdir()] == ["map"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_called_so():
    from intervisie_desktop.host.files import told_of

    with pytest.raises(Trouble, match="disk_full"), told_of(Path("x")):
        Path("/dev/full").write_bytes(b"x")


def test_a_lock_is_held_by_one_and_free_after(tmp_path: Path):
    first, second = FileLock(tmp_path / "x"), FileLock(tmp_path / "x")
    first.acquire()
    with pytest.raises(Trouble) as trouble:
        second.acquire()
    assert trouble.value.facts["pid"] == os.getpid()
    first.release()
    second.acquire()
    second.release()
    second.release()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_the_lock_of_a_program_that_died_is_free(tmp_path: Path):
    child = os.fork()
    if child == 0:
        FileLock(tmp_path / "x").acquire()
        os._exit(0)
    os.waitpid(child, 0)
    assert (tmp_path / "x-bezet").exists()
    lock = FileLock(tmp_path / "x")
    lock.acquire()
    lock.release()


def test_a_lock_of_another_machine_needs_a_take_over(tmp_path: Path):
    there = FileLock(tmp_path / "x", host="laptop-a")
    there.path.write_text('{"host": "laptop-a", "pid": 7}')
    here = FileLock(tmp_path / "x", host="laptop-b")
    with pytest.raises(Trouble, match="locked_elsewhere"):
        here.acquire()
    here.acquire(take_over=True)
    here.release()


def test_settings_of_the_machine_come_back(tmp_path: Path):
    path = tmp_path / "config" / "instellingen.toml"
    settings = MachineSettings(
        theme="dark",
        text_scale=125,
        dock_folded=True,
        printer='HP "boven"\\ é\n\x7f',
    ).with_practice("C:\\Praktijk\\a.intervisie")
    settings = settings.with_practice("/b.intervisie")
    machine_settings.save(path, settings)
    assert machine_settings.load(path) == settings
    assert settings.recent_practices == ("/b.intervisie", "C:\\Praktijk\\a.intervisie")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_survives_the_settings_file(tmp_path_factory: pytest.TempPathFactory, text: str):
    path = tmp_path_factory.mktemp("m") / "i.toml"
    settings = replace(MachineSettings(), printer=text, recent_practices=(text,))
    machine_settings.save(path, settings)
    assert machine_settings.load(path) == settings


@pytest.mark.parametrize(
    "content",
    ["", "kapot = [", "theme = 'paars'\ntext_scale = 900\ndock_folded = 'ja'\nonbekend = 3",
     "auto_lock_minutes = -1\nrecent_practices = [1]\nwindow_state = 5"],
)  # fmt: skip
def test_settings_that_make_no_sense_have_their_default(tmp_path: Path, content: str):
    path = tmp_path / "i.toml"
    path.write_text(content)
    assert machine_settings.load(path) == MachineSettings()


def test_settings_that_cannot_be_kept_do_not_stop_the_program(tmp_path: Path):
    (tmp_path / "config").write_text("een bestand, geen map")
    machine_settings.save(tmp_path / "config" / "i.toml", MachineSettings())
    assert machine_settings.load(tmp_path / "config" / "i.toml") == MachineSettings()


def test_the_clock_is_dutch():
    clock = FixedClock(datetime(2026, 6, 30, 22, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 7, 1)
    clock.move(hours=-1)
    assert clock.today() == date(2026, 6, 30)
    assert FixedClock(datetime(2026, 1, 1, 0, 30)).now().utcoffset().seconds == 3600
    now = SystemClock().now()
    assert now.utcoffset() is not None
    assert abs((now - datetime.now(UTC)).total_seconds()) < 60
    assert SystemClock().today() - now.date() <= timedelta(days=1)


def test_ids_are_short_readable_and_differ():
    ids = {RandomIds().new("g") for _ in range(500)}
    assert len(ids) == 500
    assert all(one.startswith("g-") and len(one) == 12 for one in ids)
    assert not set("ilou") & set("".join(one[2:] for one in ids))


def test_seeded_ids_repeat():
    first, again = SeededIds(7), SeededIds(7)
    made = [first.new("p") for _ in range(50)]
    assert made == [again.new("p") for _ in range(50)]
    assert len(set(made)) == 50


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/n/OneDrive - Kantoor Zuid/x/a.intervisie", "OneDrive"),
        ("/home/n/Dropbox (Persoonlijk)/a.intervisie", "Dropbox"),
        ("/Users/n/Library/CloudStorage/GoogleDrive-n@voorbeeld.nl/a", "Google Drive"),
        ("/Users/n/Library/Mobile Documents/com~apple~CloudDocs/a", "iCloud"),
        ("/home/n/Documenten/a.intervisie", None),
        ("/home/n/werk/dropbox.intervisie", None),
    ],
)
def test_cloud_folders_are_known_by_name(path: str, service: str | None):
    assert cloud_service(Path(path), {}) == service


def test_cloud_folders_are_known_by_marker_and_variable(tmp_path: Path):
    inside = tmp_path / "Bestanden" / "x" / "a.intervisie"
    assert cloud_service(inside, {}) is None
    assert cloud_service(inside, {"OneDrive": str(tmp_path / "Bestanden")}) == "OneDrive"
    (tmp_path / "Bestanden" / ".dropbox.cache").mkdir(parents=True)
    assert cloud_service(inside, {}) == "Dropbox"


def test_a_crash_report_names_places_and_no_people(tmp_path: Path):
    try:
        try:
            {}["Jan van den Berg"]
        except KeyError as error:
            raise Trouble("disk_full", path="/home/jan/Praktijk") from error
    except Trouble as error:
        report = crash_report(error, datetime(2026, 3, 2, 12, 0))
    assert "Trouble (disk_full)" in report
    assert "KeyError" in report
    assert "test_a_crash_report" in report
    assert "Berg" not in report
    assert "/home" not in report
    for minute in range(MOST_REPORTS + 3):
        kept = keep_report(tmp_path / "log", report, datetime(2026, 3, 2, 12, minute))
    assert kept.read_text() == report
    assert len(list(kept.parent.iterdir())) == MOST_REPORTS


def test_paths_can_live_under_one_folder(tmp_path: Path):
    assert Paths.under(tmp_path).config.parent == tmp_path
    assert Paths.of_this_machine().config.is_absolute()


def test_resources_are_found_in_a_frozen_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resources() == tmp_path / "resources"
