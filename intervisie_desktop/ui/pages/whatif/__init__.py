"""Wat als: trying acts on the practice before anything is kept."""
