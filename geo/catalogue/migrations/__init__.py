"""Brings a catalogue file to the newest revision of the tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0002"  # known without Alembic, which a start without a migration need not import
REVISIONS = ("0001", "0002")


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run the migrations up to ``revision`` inside the transaction of ``connection``."""
    import io

    from alembic import command
    from alembic.config import Config

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
