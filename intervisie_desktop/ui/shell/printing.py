"""Printing papers through the print dialog of the system, exactly as their PDF looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from intervisie_desktop.domain.errors import Refusal
from intervisie_desktop.ui.shell import pdf as pages
from intervisie_desktop.ui.shell.desk import Progress

_FINEST = 600
_BAND_ROWS = 1024


def default_printer() -> str:
    """The name of the printer of this machine, empty when there is none."""
    return QPrinterInfo.defaultPrinterName()


def a4_printer(title: str, printer_name: str = "") -> QPrinter:
    """A printer set to A4 without margins of its own; the papers have theirs."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if printer_name:
        printer.setPrinterName(printer_name)
    printer.setDocName(title)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
        )
    )
    printer.setFullPage(True)
    return printer


def choose_printer(parent: QWidget, title: str, then: Callable[[QPrinter], None]) -> QPrintDialog:
    """Open the system's print dialog; `then` gets the printer when the user says yes."""
    dialog = QPrintDialog(a4_printer(title), parent)
    dialog.setWindowTitle(title)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
    dialog.accepted.connect(partial(_chosen, dialog, then))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)
    return dialog


def print_papers(printer: QPrinter, papers: Sequence[bytes], progress: Progress) -> int:
    """Print them one after another; gives how many were sent, fewer when it was cancelled.

    May run away from the window. Refused as "printer_not_ready" when the printer does not start.
    """
    painter = QPainter()
    printed = 0
    for paper in papers:
        if progress.cancelled:
            break
        progress.step(printed, len(papers))
        for index, size in enumerate(pages.page_sizes(paper)):
            _begin_page(printer, painter)
            _paint_page(printer, painter, paper, index, size)
        printed += 1
    if painter.isActive() and not painter.end():
        raise Refusal("printer_not_ready", printer=printer.printerName())
    progress.step(printed, len(papers))
    return printed


def _chosen(dialog: QPrintDialog, then: Callable[[QPrinter], None]) -> None:
    then(dialog.printer())


def _begin_page(printer: QPrinter, painter: QPainter) -> None:
    ready = printer.newPage() if painter.isActive() else painter.begin(printer)
    if not ready:
        raise Refusal("printer_not_ready", printer=printer.printerName())


def _paint_page(
    printer: QPrinter, painter: QPainter, paper: bytes, index: int, size: pages.PageSize
) -> None:
    resolution = printer.resolution()
    sharpness = min(resolution, _FINEST)
    dots = resolution / 72
    width = size.width * dots
    top = 0.0
    for band in pages.page_bands(paper, index, sharpness, _BAND_ROWS):
        height = band.height() * resolution / sharpness
        painter.drawImage(
            QRectF(QPointF(0, top), QPointF(width, top + height)), band, QRectF(band.rect())
        )
        top += height
