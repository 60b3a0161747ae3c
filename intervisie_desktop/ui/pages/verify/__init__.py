"""Bewijs controleren: whether a paper is genuine, unchanged, and still holds."""
