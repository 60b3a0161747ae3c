"""Vandaag: what comes next, what is to be done, and how the year stands."""
