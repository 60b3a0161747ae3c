"""Printing for real: a private CUPS with a PDF queue gets what the preview shows."""

import ctypes
import os
import pwd
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from fpdf import FPDF
from PySide6.QtCore import Qt

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.ui.shell import pdf as pages
from intervisie_desktop.ui.shell import printing

PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
QUEUE = "Proefprinter"


class Watcher:
    """Cancels after so many papers."""

    def __init__(self, at_most=99):
        self.at_most = at_most
        self.steps = []

    @property
    def cancelled(self):
        return len(self.steps) >= self.at_most

    def step(self, done, total, text=""):
        self.steps.append((done, total))


def a_paper(text, sheets=1):
    pdf = FPDF(format="A4")
    pdf.set_font("helvetica", size=30)
    for _ in range(sheets):
        pdf.add_page()
        pdf.rect(20, 40, 170, 217, style="F")
        pdf.cell(text=text)
    return bytes(pdf.output())


def wait_for(found, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := found():
            return answer
        time.sleep(0.1)
    raise AssertionError("the printer did not answer in time")


@pytest.fixture(scope="module")
def cups():
    if shutil.which("cupsd") is None or not PPD.exists() or os.geteuid() != 0:
        missing = "cups and printer-driver-cups-pdf are needed, as root: printing is not tried"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    # Its filters run as another user, who may not enter the folders of pytest.
    root = Path(tempfile.mkdtemp(prefix="iv-cups-"))
    root.chmod(0o755)
    sock = root / "cups.sock"
    for folder in ("root/ppd", "spool/tmp", "cache", "state", "log"):
        (root / folder).mkdir(parents=True)
    (root / "root/cups-files.conf").write_text(
        f"ServerRoot {root}/root\nCacheDir {root}/cache\nStateDir {root}/state\n"
        f"RequestRoot {root}/spool\nTempDir {root}/spool/tmp\nAccessLog {root}/log/access\n"
        f"ErrorLog {root}/log/error\nPageLog {root}/log/page\n"
    )
    (root / "root/cupsd.conf").write_text(
        f"Listen {sock}\nBrowsing Off\nDefaultAuthType None\nWebInterface No\n"
        "<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
        "<Policy default>\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
    )
    daemon = subprocess.Popen(
        ["cupsd", "-f", "-c", root / "root/cupsd.conf", "-s", root / "root/cups-files.conf"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    # The library keeps the server it first asked; another test may have asked already.
    library = ctypes.CDLL("libcups.so.2")
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = str(sock)
    library.cupsSetServer(str(sock).encode())
    try:
        wait_for(sock.exists)
        make = ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", PPD]
        subprocess.run(make, check=True, capture_output=True)
        yield QUEUE
    finally:
        daemon.terminate()
        daemon.wait(10)
        shutil.rmtree(root)
        del os.environ["CUPS_SERVER"]
        library.cupsSetServer(None)
        if before is not None:
            os.environ["CUPS_SERVER"] = before


@pytest.fixture
def tray(tmp_path):
    """Where cups-pdf lays its sheets; those of this test are taken away afterwards."""
    folder = Path(pwd.getpwuid(os.geteuid()).pw_dir) / "PDF"

    def sheets():
        # cups-pdf makes its own file name of the title, so look for what is new.
        found = [path for path in folder.glob("*.pdf") if path.name not in before]
        return [path for path in found if path.read_bytes().rstrip().endswith(b"%%EOF")]

    before = {path.name for path in folder.glob("*.pdf")} if folder.exists() else set()
    yield f"ivproef{os.getpid()}", sheets
    for path in sheets():
        path.unlink()


def test_every_sheet_reaches_the_queue_as_it_looks_on_the_screen(qapp, cups, tray):
    title, sheets = tray
    paper = a_paper("Bewijs van deelname", sheets=2)
    printer = printing.a4_printer(title, cups)

    assert printing.print_papers(printer, [paper, paper], Watcher()) == 2

    printed = wait_for(sheets)[0].read_bytes()
    assert len(pages.page_sizes(printed)) == 4
    small = Qt.TransformationMode.SmoothTransformation
    seen = pages.page_image(paper, 1, 400).scaledToWidth(40, small)
    got = pages.page_image(printed, 1, 400).scaledToWidth(40, small)
    assert abs(seen.height() - got.height()) <= 1
    for x in range(2, 38):
        for y in range(2, 54):
            difference = seen.pixelColor(x, y).lightness() - got.pixelColor(x, y).lightness()
            assert abs(difference) < 90, (x, y)


def test_printing_stops_between_two_papers(qapp, cups, tray):
    title, sheets = tray
    paper = a_paper("Bewijs")
    printer = printing.a4_printer(title, cups)

    assert printing.print_papers(printer, [paper] * 3, Watcher(at_most=1)) == 1
    assert len(pages.page_sizes(wait_for(sheets)[0].read_bytes())) == 1


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_write_refuses(qapp, tmp_path):
    printer = printing.a4_printer("Bewijzen")
    printer.setOutputFormat(printer.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "geen map" / "bewijs.pdf"))

    with pytest.raises(Refusal, match="printer_not_ready"):
        printing.print_papers(printer, [a_paper("Bewijs")], Watcher())


def test_strips_together_are_the_whole_page(qapp):
    paper = a_paper("Bewijs")

    bands = list(pages.page_bands(paper, 0, 100, 200))

    whole = pages.page_image(paper, 0, bands[0].width())
    assert abs(sum(band.height() for band in bands) - whole.height()) <= len(bands)


def test_what_is_no_pdf_has_no_pages(qapp):
    with pytest.raises(ValueError, match="not a PDF"):
        pages.page_sizes(b"geen pdf")
