"""Lists for pages and reports: functions over a reading that give frozen read models."""
