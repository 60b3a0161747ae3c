"""The page Overzichten: lists, files and figures about a year or another term."""
