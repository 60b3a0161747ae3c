"""`verify`: whether a paper was issued, is unchanged, and was not withdrawn."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from intervisie_desktop.app.commands.files import read_bytes
from intervisie_desktop.app.commands.opening import opened
from intervisie_desktop.app.console import Console
from intervisie_desktop.app.exits import Exit
from intervisie_desktop.services.certificates import verify_alone
from intervisie_desktop.services.certification.values import Verdict, Verification
from intervisie_desktop.ui.text import verdicts

GOOD = frozenset({Verdict.GENUINE, Verdict.SEALED})


def run(options: argparse.Namespace, console: Console) -> int:
    """Judge each file; without the practice only what the paper proves by itself."""
    papers = [(path, read_bytes(path)) for path in options.files]
    if options.practice is None:
        judged = [(path, pdf, verify_alone(pdf)) for path, pdf in papers]
    else:
        with opened(options.practice, console) as services:
            judged = [(path, pdf, services.certificates.verify(pdf)) for path, pdf in papers]
    if options.json:
        files = [_as_json(path, pdf, found) for path, pdf, found in judged]
        console.document("verify", 1, {"files": files})
    else:
        for path, _, found in judged:
            console.say(f"{path}: {verdicts.sentence(found)}")
    return Exit.DONE if all(found.verdict in GOOD for _, _, found in judged) else Exit.SAID_NO


def _as_json(path: Path, pdf: bytes, found: Verification) -> dict[str, object]:
    replaced = found.verdict is Verdict.REPLACED
    return {
        "file": str(path),
        "verdict": found.verdict.value,
        "message": verdicts.sentence(found),
        "number": found.number or None,
        "sha256": hashlib.sha256(pdf).hexdigest(),
        "issued_on": found.issued_on.isoformat() if found.issued_on else None,
        "replaced_by": found.other_number or None if replaced else None,
    }
