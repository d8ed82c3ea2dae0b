"""Expressions of a form: read by elementpath, run as plain Python functions."""
