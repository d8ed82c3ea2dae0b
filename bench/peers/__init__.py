"""How the same work is usually written; run in an environment of their own."""
