"""The window around the pages: rail, menus, dock, palette, notices, worker and status bar."""
