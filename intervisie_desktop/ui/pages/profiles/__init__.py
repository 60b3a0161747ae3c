"""The page Regelprofielen."""
