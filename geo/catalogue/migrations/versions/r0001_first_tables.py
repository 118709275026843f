"""First tables: sites with their lists, and what the catalogue knows of itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _site()
    _part(
        "site_scene",
        sa.Column("scene_type", sa.String(60), nullable=False),
        sa.Column("exposure", sa.String(60), nullable=False),
        sa.Column("sourced", sa.Boolean(), nullable=False),
    )
    _part(
        "site_level",
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("certainty", sa.String(60), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("batch", sa.Integer()),
        sa.Column("year", sa.Integer()),
    )
    _part(
        "hire",
        sa.Column("amount", sa.Float(53), nullable=False),
        sa.Column("per", sa.String(60), nullable=False),
        sa.Column("basis", sa.String(60), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("date", sa.String(60), nullable=False),
    )
    _part("production", sa.Column("title", sa.Text(), nullable=False))
    _part(
        "source",
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("date", sa.String(60)),
        sa.Column("url", sa.Text()),
        sa.Column("link_safe", sa.Boolean(), nullable=False),
        sa.Column("supports", sa.JSON(), nullable=False),
        sa.Column("confidence", sa.String(60)),
    )
    op.create_table(
        "meta",
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_meta"),
    )
    for column in ("adcode", "city_zh", "kind", "parent"):
        op.create_index(f"ix_site_{column}", "site", [column])
    op.create_index("ix_site_lat_lon", "site", ["lat", "lon"])
    op.create_index("ix_site_scene_scene_type", "site_scene", ["scene_type"])
    op.create_index("ix_site_level_code", "site_level", ["code"])


def _site() -> None:
    op.create_table(
        "site",
        sa.Column("id", sa.String(80), nullable=False),
        sa.Column("name_zh", sa.String(200), nullable=False),
        sa.Column("name_en", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(60), nullable=False),
        sa.Column("adcode", sa.String(6), nullable=False),
        sa.Column("city_zh", sa.String(60), nullable=False),
        sa.Column("city_en", sa.String(60), nullable=False),
        sa.Column("district_zh", sa.String(60)),
        sa.Column("lat", sa.Float(53), nullable=False),
        sa.Column("lon", sa.Float(53), nullable=False),
        sa.Column("coord_basis", sa.String(60), nullable=False),
        sa.Column("coord_uncertainty_m", sa.Float(53), nullable=False),
        sa.Column("venue_class", sa.String(60), nullable=False),
        sa.Column("ich_category", sa.String(200)),
        sa.Column("eras", sa.JSON(), nullable=False),
        sa.Column("indoor_area_m2", sa.Float(53)),
        sa.Column("sets_count", sa.Integer()),
        sa.Column("ticket_cny", sa.Float(53)),
        sa.Column("annual_visitors", sa.Integer()),
        sa.Column("annual_visitors_year", sa.Integer()),
        sa.Column("crews_hosted_zh", sa.Text()),
        sa.Column("crews_hosted_en", sa.Text()),
        sa.Column("opening_note_zh", sa.Text()),
        sa.Column("opening_note_en", sa.Text()),
        sa.Column("notes_zh", sa.Text()),
        sa.Column("notes_en", sa.Text()),
        sa.Column("basis_default", sa.String(60), nullable=False),
        sa.Column("parent", sa.String(80)),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["parent"], ["site.id"], name="fk_site_parent_site"),
        sa.PrimaryKeyConstraint("id", name="pk_site"),
    )


def _part(name: str, *columns: sa.Column[object]) -> None:
    """A list of a site: rows by site and position."""
    op.create_table(
        name,
        sa.Column("site_id", sa.String(80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False, autoincrement=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["site_id"], ["site.id"], name=f"fk_{name}_site_id_site", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("site_id", "position", name=f"pk_{name}"),
    )
