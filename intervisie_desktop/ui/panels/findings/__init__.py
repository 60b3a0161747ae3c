"""Controle: what the rules found, and what to do about it."""
