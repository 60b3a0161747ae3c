"""Groepen: the groups, who belongs to them, when they meet and who was there."""
