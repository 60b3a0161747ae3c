"""The two commands of the README: set up what is needed, then open the program or run the tests.

    python3 packaging/run.py            opens the program (without a display: an example instead)
    python3 packaging/run.py test       runs the tests
    python3 packaging/run.py prepare    only installs, with everything that the checks need

Only the standard library is used here, since it runs before anything is installed. Everything
goes into `.venv` in this folder; the versions are those of `packaging/requirements`, with hashes.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST = (3, 11)

#: Debian and Ubuntu packages that Qt's own wheels expect to find, by the library each one brings.
QT_LIBRARIES = {
    "EGL": "libegl1", "GL": "libgl1", "fontconfig": "libfontconfig1", "dbus-1": "libdbus-1-3",
    "xkbcommon": "libxkbcommon0", "xkbcommon-x11": "libxkbcommon-x11-0", "cups": "libcups2",
    "xcb-cursor": "libxcb-cursor0", "xcb-icccm": "libxcb-icccm4", "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1", "xcb-randr": "libxcb-randr0", "xcb-shape": "libxcb-shape0",
    "xcb-render-util": "libxcb-render-util0", "xcb-xinerama": "libxcb-xinerama0",
    "xcb-xfixes": "libxcb-xfixes0", "glib-2.0": "libglib2.0-0",
}  # fmt: skip

#: What only the checks need: a virtual screen, a print queue, and Java for the PDF checker.
CHECK_PACKAGES = ("xvfb", "cups", "printer-driver-cups-pdf", "cups-client", "default-jdk-headless",
                  "libjaxb-java", "libjaxb-api-java")  # fmt: skip


def say(sentence: str) -> None:
    """Print one sentence at once, so that it stands before the output of what follows."""
    print(sentence, flush=True)


def main(arguments: list[str]) -> int:
    """Do what the first argument asks; the exit code is that of the command that was run."""
    if sys.version_info < OLDEST:
        say("Intervisie heeft Python 3.11 of nieuwer nodig. Installeer die en probeer het opnieuw.")
        return 2
    task = arguments[0] if arguments[:1] and arguments[0] in {"test", "prepare"} else "open"
    if task == "open":
        return open_program(arguments)
    if task == "test":
        return run_tests(arguments[1:])
    prepare("check.txt", CHECK_PACKAGES)
    return 0


def open_program(arguments: list[str]) -> int:
    """Open the window; where there is no display, make the example practice and its papers."""
    prepare("run.txt")
    if arguments:
        return program(arguments)
    if has_display():
        return program([])
    target = ROOT / "voorbeeld"
    say("Er is geen beeldscherm. In plaats van het venster maakt het programma een voorbeeld.")
    if target.exists():
        say(f"Het voorbeeld staat er al: {target}. Verwijder die map voor een nieuw voorbeeld.")
        return 0
    return program(["demo", str(target)])


def run_tests(arguments: list[str]) -> int:
    """Run the whole suite without a screen, on two processes."""
    prepare("test.txt")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(PYTHON), "-m", "pytest", "-n", "2", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def program(arguments: list[str]) -> int:
    """Start Intervisie with these arguments."""
    command = [str(PYTHON), "-m", "intervisie_desktop", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, check=False).returncode


def has_display() -> bool:
    """Tell whether a window can be shown."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def prepare(requirements: str, packages: tuple[str, ...] = ()) -> None:
    """Bring the system libraries and the locked Python packages up to date."""
    if sys.platform.startswith("linux"):
        prepare_system(packages)
    if not PYTHON.exists():
        say("De omgeving wordt gemaakt in .venv. Dat gebeurt één keer.")
        make_environment()
    wanted = ROOT / "packaging" / "requirements" / requirements
    mark = VENV / f"installed-{requirements}"
    fingerprint = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text(encoding="ascii") == fingerprint:
        return
    say("De benodigde onderdelen worden geïnstalleerd, met controle van elke versie.")
    command = [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--require-hashes", "--only-binary=:all:", "-r", str(wanted)]
    subprocess.run(command, check=True)
    mark.write_text(fingerprint, encoding="ascii")


def make_environment() -> None:
    """Make `.venv`; Debian keeps what that takes in a package of its own."""
    try:
        import ensurepip  # noqa: F401, PLC0415  (only to see whether it is there)
    except ImportError:
        install_or_name((f"python{sys.version_info[0]}.{sys.version_info[1]}-venv",))
    venv.create(VENV, with_pip=True, clear=True)


def prepare_system(packages: tuple[str, ...]) -> None:
    """Install the missing libraries on Debian and Ubuntu, or name the command that does."""
    if not shutil.which("dpkg-query"):
        return
    missing = [p for name, p in QT_LIBRARIES.items() if ctypes.util.find_library(name) is None]
    missing += [package for package in packages if not is_installed(package)]
    if missing:
        install_or_name(tuple(missing))


def is_installed(package: str) -> bool:
    """Tell whether Debian has this package in place."""
    command = ["dpkg-query", "-W", "-f=${db:Status-Status}", package]
    found = subprocess.run(command, capture_output=True, text=True, check=False)
    return found.stdout.strip() == "installed"


def install_or_name(packages: tuple[str, ...]) -> None:
    """Install as root; otherwise say which one command does it, and stop."""
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        say("Er ontbreken onderdelen van het systeem. Geef eenmalig deze opdracht, en daarna deze")
        say("opnieuw:\n\n    sudo " + " ".join(command) + "\n")
        sys.exit(3)
    say("Onderdelen van het systeem worden geïnstalleerd: " + ", ".join(packages))
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=environment, check=False)
    subprocess.run([*command, "-qq"], env=environment, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
