"""The catalogue's tables. Rows stay in this room: ``rows`` turns them into model values.

Only types that every SQL database has, so that the same tables can move to PostgreSQL.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

SITE_ID = 80
RECORD_ID = 160  # a record may stand for another: its kind and id
PROJECT_NAME = 200
CODE = 60
SEED_DATE = "seed_date"  # keys of the meta table
SEED_DIGEST = "seed_digest"
WRITTEN = "written"  # how often anybody wrote


def now() -> datetime:
    """The stamp rows carry."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """Names every constraint, so that later revisions can find it in any database."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_name)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class SiteRow(Base):
    """One site without its lists. Columns bear the names of the fields of ``Site``."""

    __tablename__ = "site"
    __table_args__ = (Index("ix_site_lat_lon", "lat", "lon"),)

    id: Mapped[str] = mapped_column(String(SITE_ID), primary_key=True)
    name_zh: Mapped[str] = mapped_column(String(200))
    name_en: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(CODE), index=True)
    adcode: Mapped[str] = mapped_column(String(6), index=True)
    city_zh: Mapped[str] = mapped_column(String(CODE), index=True)
    city_en: Mapped[str] = mapped_column(String(CODE))
    district_zh: Mapped[str | None] = mapped_column(String(CODE))
    lat: Mapped[float] = mapped_column(Float(53))
    lon: Mapped[float] = mapped_column(Float(53))
    coord_basis: Mapped[str] = mapped_column(String(CODE))
    coord_uncertainty_m: Mapped[float] = mapped_column(Float(53))
    venue_class: Mapped[str] = mapped_column(String(CODE))
    ich_category: Mapped[str | None] = mapped_column(String(200))
    eras: Mapped[list[str]] = mapped_column(JSON)
    indoor_area_m2: Mapped[float | None] = mapped_column(Float(53))
    sets_count: Mapped[int | None] = mapped_column(Integer)
    ticket_cny: Mapped[float | None] = mapped_column(Float(53))
    annual_visitors: Mapped[int | None] = mapped_column(Integer)
    annual_visitors_year: Mapped[int | None] = mapped_column(Integer)
    crews_hosted_zh: Mapped[str | None] = mapped_column(Text)
    crews_hosted_en: Mapped[str | None] = mapped_column(Text)
    opening_note_zh: Mapped[str | None] = mapped_column(Text)
    opening_note_en: Mapped[str | None] = mapped_column(Text)
    closed_weekdays: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    notes_zh: Mapped[str | None] = mapped_column(Text)
    notes_en: Mapped[str | None] = mapped_column(Text)
    basis_default: Mapped[str] = mapped_column(String(CODE))
    parent: Mapped[str | None] = mapped_column(ForeignKey("site.id"), index=True)
    by_hand: Mapped[bool] = mapped_column(Boolean, default=False)
    retired: Mapped[bool] = mapped_column(Boolean, default=False)
    created_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now)
    updated_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now)


class PartRow(Base):
    """One entry of a list of a site; ``position`` counts from 0."""

    __abstract__ = True

    site_id: Mapped[str] = mapped_column(
        ForeignKey("site.id", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)


class SiteSceneRow(PartRow):
    """A scene type that a site can serve."""

    __tablename__ = "site_scene"

    scene_type: Mapped[str] = mapped_column(String(CODE), index=True)
    exposure: Mapped[str] = mapped_column(String(CODE))
    sourced: Mapped[bool] = mapped_column(Boolean)


class SiteLevelRow(PartRow):
    """A grade of a site."""

    __tablename__ = "site_level"

    code: Mapped[str] = mapped_column(String(CODE), index=True)
    certainty: Mapped[str] = mapped_column(String(CODE))
    text: Mapped[str] = mapped_column(Text)
    batch: Mapped[int | None] = mapped_column(Integer)
    year: Mapped[int | None] = mapped_column(Integer)


class HireRow(PartRow):
    """A price told or published."""

    __tablename__ = "hire"

    amount: Mapped[float] = mapped_column(Float(53))
    per: Mapped[str] = mapped_column(String(CODE))
    basis: Mapped[str] = mapped_column(String(CODE))
    who: Mapped[str] = mapped_column(Text)
    date: Mapped[str] = mapped_column(String(CODE))
    until: Mapped[str] = mapped_column(String(CODE), default="", server_default="")


class ProductionRow(PartRow):
    """A work known to have been shot at a site."""

    __tablename__ = "production"

    title: Mapped[str] = mapped_column(Text)


class SourceRow(PartRow):
    """Who published what of a site; ``supports`` lists the fields it stands for."""

    __tablename__ = "source"

    title: Mapped[str] = mapped_column(Text)
    publisher: Mapped[str] = mapped_column(Text)
    date: Mapped[str | None] = mapped_column(String(CODE))
    url: Mapped[str | None] = mapped_column(Text)
    link_safe: Mapped[bool] = mapped_column(Boolean)
    supports: Mapped[list[str]] = mapped_column(JSON)
    confidence: Mapped[str | None] = mapped_column(String(CODE))


class PhotoRow(PartRow):
    """A photo of a site; ``path`` is relative to the folder of the catalogue."""

    __tablename__ = "photo"

    path: Mapped[str] = mapped_column(Text)


class MetaRow(Base):
    """What the catalogue knows of itself."""

    __tablename__ = "meta"

    key: Mapped[str] = mapped_column(String(CODE), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class RecordRow(Base):
    """What a bureau keeps beside the sites, a document each: its card, its ledger, its series."""

    __tablename__ = "record"

    kind: Mapped[str] = mapped_column(String(CODE), primary_key=True)
    id: Mapped[str] = mapped_column(String(RECORD_ID), primary_key=True)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), default=now)


class ProjectRow(Base):
    """A project as a document; the last saved is the one opened next."""

    __tablename__ = "project"

    name: Mapped[str] = mapped_column(String(PROJECT_NAME), primary_key=True)
    document: Mapped[dict[str, Any]] = mapped_column(JSON)
    saved_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), index=True)


class EditRow(Base):
    """One edit of the log. ``number``: in which order they came into this file.

    ``value``, ``before`` and ``parents`` are JSON texts; an edit whole in one row can be saved even
    of a damaged file. ``came_with``: the batch it came into this file with.
    """

    __tablename__ = "edit"
    __table_args__ = (Index("ix_edit_record", "kind", "record", "field"),)

    number: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
    id: Mapped[str] = mapped_column(String(CODE), unique=True)
    kind: Mapped[str] = mapped_column(String(CODE))
    record: Mapped[str] = mapped_column(String(RECORD_ID))
    field: Mapped[str] = mapped_column(Text)
    value: Mapped[str] = mapped_column(Text)
    before: Mapped[str] = mapped_column(Text)
    parents: Mapped[str] = mapped_column(Text)
    who: Mapped[str] = mapped_column(Text)
    told: Mapped[str] = mapped_column(String(CODE))
    pack: Mapped[str] = mapped_column(String(CODE))
    why: Mapped[str] = mapped_column(String(CODE))
    batch: Mapped[str] = mapped_column(String(CODE), index=True)
    came_with: Mapped[str] = mapped_column(String(CODE), index=True)
    undoes: Mapped[str] = mapped_column(Text)


class ShippedRow(Base):
    """What a record said before anybody edited it, field by field, in its order."""

    __tablename__ = "shipped"

    kind: Mapped[str] = mapped_column(String(CODE), primary_key=True)
    record: Mapped[str] = mapped_column(String(RECORD_ID), primary_key=True)
    said: Mapped[dict[str, Any]] = mapped_column(JSON)


class SealedRow(Base):
    """A field that is sealed, and what stands there; ``at``: which of its prices it is."""

    __tablename__ = "sealed"

    kind: Mapped[str] = mapped_column(String(CODE), primary_key=True)
    record: Mapped[str] = mapped_column(String(PROJECT_NAME), primary_key=True)
    field: Mapped[str] = mapped_column(Text, primary_key=True)
    at: Mapped[int] = mapped_column(Integer)
    said: Mapped[Any] = mapped_column(JSON)


class RivalRow(Base):
    """A field that people gave different values, so that questions are found at once."""

    __tablename__ = "rival"

    kind: Mapped[str] = mapped_column(String(CODE), primary_key=True)
    record: Mapped[str] = mapped_column(String(RECORD_ID), primary_key=True)
    field: Mapped[str] = mapped_column(Text, primary_key=True)
