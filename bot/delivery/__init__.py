"""Messages out: rendering, limits, retries, and what became of each letter."""
