"""Runs migrations on the connection it is given."""

from alembic import context

import db.models  # noqa: F401 every table must be known
from db.base import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    compare_type=True,
)
with context.begin_transaction():
    context.run_migrations()
