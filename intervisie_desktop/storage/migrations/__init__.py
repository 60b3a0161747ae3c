"""The steps from one schema version to the next, in order; number n leads to version n."""

from __future__ import annotations

STEPS = ("m0001_start", "m0002_taken_over", "m0003_rules", "m0004_invoices")
"""Module names in `versions/`; a file there that is not named here fails a test."""
