"""The entrance: `python -m intervisie_desktop` and the script `intervisie-desktop`."""

from __future__ import annotations

import sys

from intervisie_desktop.app import main as front_door


def main() -> None:
    """Run the program with the arguments of the shell and leave with its exit code."""
    sys.exit(front_door.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
