"""Alembic runs this file: migrate on the connection that the caller has opened."""

from __future__ import annotations

from alembic import context

from geo.catalogue.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    transactional_ddl=True,
)
context.run_migrations()
