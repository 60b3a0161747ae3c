"""Deelnemers: who takes part, where they work, in which registers, and how their year stands."""
