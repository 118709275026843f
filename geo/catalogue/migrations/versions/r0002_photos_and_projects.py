"""Photos of sites, and projects as documents."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "photo",
        sa.Column("site_id", sa.String(80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.id"], name="fk_photo_site_id_site", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("site_id", "position", name="pk_photo"),
    )
    op.create_table(
        "project",
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_project"),
    )
    op.create_index("ix_project_saved_at", "project", ["saved_at"])
