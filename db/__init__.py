"""How it is remembered: models, named queries, units of work, migrations."""
