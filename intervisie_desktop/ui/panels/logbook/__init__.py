"""Logboek: what was done, newest first."""
