"""Writes docs/schemas/practice-1.json anew from the shapes of the exchange format."""

from __future__ import annotations

import json
from pathlib import Path

from intervisie_desktop.documents.exchange import practice_schema

TARGET = Path(__file__).parents[1] / "docs" / "schemas" / "practice-1.json"

if __name__ == "__main__":
    text = json.dumps(practice_schema(), ensure_ascii=False, indent=2) + "\n"
    TARGET.write_text(text, encoding="utf-8")
    print(TARGET)
