from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, inspect

import db.models  # noqa: F401 every table must be known
from db.base import Base
from db.migrations.upgrade import current, downgrade, newest, upgrade


def test_the_migrations_give_exactly_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        difference = compare_metadata(context, Base.metadata)

    assert difference == []


def test_the_migrations_can_be_taken_back_and_run_again(engine: Engine) -> None:
    downgrade(engine, "base")
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}

    upgrade(engine)
    assert current(engine) == newest()


def test_an_upgrade_of_an_upgraded_database_changes_nothing(engine: Engine) -> None:
    upgrade(engine)
    upgrade(engine)

    assert current(engine) == newest()
