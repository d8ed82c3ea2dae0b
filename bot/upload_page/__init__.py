"""The page where files that name people are handed over: one link, one file."""
