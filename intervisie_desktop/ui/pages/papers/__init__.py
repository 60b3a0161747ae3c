"""The page Papieren: the papers and mails around a meeting."""
