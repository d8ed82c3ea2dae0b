"""Difficulties that teachers report: from the form to a numbered case with a promised day."""
