"""People: who they are, what they agreed to, how they are reached."""
