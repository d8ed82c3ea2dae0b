"""Decisions: votes become minutes and a plan, by whoever leads the association.

Its buttons stand under screens of other sections, so the package itself imports nothing;
`handlers.decisions.section` is the whole.
"""
