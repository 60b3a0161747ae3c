"""The page Facturen: the list, the open invoice, its concept form, and the wizard."""
