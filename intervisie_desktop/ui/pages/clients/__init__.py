"""Opdrachtgevers: who hires and pays, and whom to write to there."""
