"""Handing the made papers out: folder, drafts, printer; and what came of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from intervisie_desktop.domain.errors import Refusal, Trouble
from intervisie_desktop.domain.letters import Letter
from intervisie_desktop.services.certificates import CertificatesService, Written
from intervisie_desktop.ui.pages.certificates import words
from intervisie_desktop.ui.text import refusals


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """Where papers go; drafts are laid in the folder too."""

    folder: Path
    to_folder: bool = True
    as_drafts: bool = False
    to_printer: bool = False
    letter: Letter | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What was handed out and what was not; `to_print` still has to go to the printer."""

    lines: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    folder: str = ""
    to_print: tuple[bytes, ...] = ()


def deliver(
    service: CertificatesService, certificate_ids: Sequence[str], delivery: Delivery
) -> Delivered:
    """Write the files and gather what must be printed; a trouble becomes a sentence."""
    result = Delivered()
    if delivery.to_folder:
        result = _tried(result, lambda: _into_folder(service, certificate_ids, delivery, result))
    if delivery.as_drafts and delivery.letter is not None:
        before = result
        result = _tried(before, lambda: _as_drafts(service, certificate_ids, delivery, before))
    if delivery.to_printer:
        papers = tuple(service.paper(one) for one in certificate_ids)
        result = replace(result, to_print=papers)
    return result


def _into_folder(
    service: CertificatesService, ids: Sequence[str], delivery: Delivery, so_far: Delivered
) -> Delivered:
    written = service.write_to_folder(ids, delivery.folder)
    line = words.written_line(written, short_path(delivery.folder))
    return replace(so_far, lines=(*so_far.lines, line), folder=str(delivery.folder))


def _as_drafts(
    service: CertificatesService, ids: Sequence[str], delivery: Delivery, so_far: Delivered
) -> Delivered:
    letter = delivery.letter
    if letter is None:
        return so_far
    written: Written = service.write_drafts(ids, delivery.folder / "E-mailconcepten", letter)
    lines, problems = words.drafts_lines(written)
    return replace(
        so_far,
        lines=(*so_far.lines, *lines),
        problems=(*so_far.problems, *problems),
        folder=str(delivery.folder),
    )


def _tried(so_far: Delivered, act: Callable[[], Delivered]) -> Delivered:
    try:
        return act()
    except (Refusal, Trouble) as error:
        return replace(so_far, problems=(*so_far.problems, refusals.say(error)))


def short_path(folder: Path) -> str:
    """The folder with "~" left out: "Documenten/Intervisie/Bewijzen 2026"."""
    try:
        return str(folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)
