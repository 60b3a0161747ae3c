"""Agenda: day, week, month and year, making and moving, and the year at a glance."""
