"""On which days of the week a site is closed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add the column; of the sites in the file nobody has said yet."""
    op.add_column("site", sa.Column("closed_weekdays", sa.JSON(none_as_null=True)))
