"""Writes docs/schemas/practice-1.json anew from the shapes of the exchange format."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from intervisie_desktop.documents.exchange import practice_schema  # noqa: E402

TARGET = ROOT / "docs" / "schemas" / "practice-1.json"

if __name__ == "__main__":
    text = json.dumps(practice_schema(), ensure_ascii=False, indent=2) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(TARGET)
