"""Which fields are sealed, and what stands there instead."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "sealed",
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("record", sa.String(200), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", "field", name="pk_sealed"),
    )
