"""Inhalen: where someone who falls short can still make hours this year."""
