"""The statements of a schema, so that a table that was rebuilt reads as one that was made so."""

from __future__ import annotations

import re


def clauses(kind: str, sql: str | None) -> tuple[str, ...]:
    """A statement without quotes and layout: columns in order, constraints in any."""
    if kind != "table" or sql is None:
        return (sql or "",)
    words = " ".join(sql.replace('"', "").split())
    head, _, rest = words.partition("(")
    body, _, options = rest.rpartition(")")
    # A comma within a constraint stands between brackets.
    parts = [part.strip() for part in re.split(r",(?![^(]*\))", body)]
    columns = [part for part in parts if not part.startswith("CONSTRAINT")]
    constraints = sorted(part for part in parts if part.startswith("CONSTRAINT"))
    return (head.strip(), *columns, *constraints, options.strip())
