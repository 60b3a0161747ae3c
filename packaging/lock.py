"""Writes the locked requirement files: every version with its hashes, no registry address.

Run it after a change of the dependencies in `pyproject.toml`; it needs `uv`.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "packaging" / "requirements"
#: File name → the dependency groups of pyproject.toml that it holds beside the program's own.
FILES = {
    "run.txt": (),
    "test.txt": ("test",),
    "check.txt": ("test", "check"),
    "bench.txt": ("bench",),
}


def lock(name: str, groups: tuple[str, ...]) -> None:
    """Write one requirement file with hashes for every platform and Python from 3.11."""
    command = ["uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate"]
    command += [f"--group={group}" for group in groups]
    command += ["--quiet", "--output-file", str(FOLDER / name)]
    if name != "run.txt":
        command += ["--constraint", str(FOLDER / "run.txt")]
    subprocess.run(command, cwd=ROOT, check=True)


if __name__ == "__main__":
    for file_name, file_groups in FILES.items():
        lock(file_name, file_groups)
