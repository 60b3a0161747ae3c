"""Intervisie Desktop: the practice of an intervisiebegeleider on one laptop."""

__version__ = "0.1.0"
