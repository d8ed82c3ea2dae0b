"""Benchmarks: we and our peers in the same run, medians and ratios, never a timed test."""
