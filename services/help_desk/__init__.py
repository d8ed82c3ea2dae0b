"""The help desk: who answers a case, by when, and who is next when nobody does."""
