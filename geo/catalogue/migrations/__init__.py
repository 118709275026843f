"""Brings a catalogue file to the newest revision of the tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from geo.errors import CatalogueError

if TYPE_CHECKING:
    from sqlalchemy import Connection

HEAD = "0006"  # known without Alembic, which a start without a migration need not import
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
VERSIONS = "alembic_version"


def create(connection: Connection) -> None:
    """Make the newest tables in an empty file, without Alembic, which takes long to import."""
    from sqlalchemy import inspect, text

    from geo.catalogue.tables import Base

    if inspect(connection).has_table(VERSIONS):  # another program was first
        return
    Base.metadata.create_all(connection)
    connection.execute(
        text(
            f"CREATE TABLE {VERSIONS} (version_num VARCHAR(32) NOT NULL, "
            f"CONSTRAINT {VERSIONS}_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text(f"INSERT INTO {VERSIONS} VALUES (:head)"), {"head": HEAD})


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Run the migrations up to ``revision`` inside the transaction of ``connection``.

    Raises CatalogueError catalogue_upgrade_failed when the file's revision leads nowhere.
    """
    import io

    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise CatalogueError("catalogue_upgrade_failed") from error
