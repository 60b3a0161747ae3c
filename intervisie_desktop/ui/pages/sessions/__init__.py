"""Bijeenkomsten: the list of a year, one meeting open, and planning a new one."""
