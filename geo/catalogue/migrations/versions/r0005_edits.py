"""The log of edits, what records said before them, and what they leave in question."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables; a price says how long it holds; a record may stand for another."""
    op.create_table(
        "edit",
        sa.Column("number", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("record", sa.String(160), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("parents", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("told", sa.String(60), nullable=False),
        sa.Column("pack", sa.String(60), nullable=False),
        sa.Column("why", sa.String(60), nullable=False),
        sa.Column("batch", sa.String(60), nullable=False),
        sa.Column("came_with", sa.String(60), nullable=False),
        sa.Column("undoes", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_edit"),
        sa.UniqueConstraint("id", name="uq_edit_id"),
    )
    op.create_index("ix_edit_record", "edit", ["kind", "record", "field"])
    op.create_index("ix_edit_batch", "edit", ["batch"])
    op.create_index("ix_edit_came_with", "edit", ["came_with"])
    op.create_table(
        "shipped",
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("record", sa.String(160), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", name="pk_shipped"),
    )
    op.create_table(
        "rival",
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("record", sa.String(160), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "record", "field", name="pk_rival"),
    )
    op.add_column("hire", sa.Column("until", sa.String(60), nullable=False, server_default=""))
    with op.batch_alter_table("record") as table:
        table.alter_column("id", existing_type=sa.String(80), type_=sa.String(160))
