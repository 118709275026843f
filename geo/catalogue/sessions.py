"""Sessions on one catalogue file, each for a single call, whose errors are told kindly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

from geo.catalogue.database import Reached, make_engine, told_kindly
from geo.catalogue.starting import Start
from geo.catalogue.tables import MetaRow
from geo.catalogue.vault import VAULT, Vault
from geo.errors import CatalogueError

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Sessions:
    """Hands out sessions. ``why_read_only`` is the code that says why nothing can be written.

    ``start``: what was done about the file when it was opened.
    """

    def __init__(self, path: Path, reached: Reached, patience_s: float) -> None:
        self.path = path
        self.why_read_only = reached.why_read_only
        self.start = Start()
        self.vault = Vault()
        self._engine = make_engine(path, reached.mode, patience_s)
        self._writer = self._engine.execution_options(write=True)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that reads. Raises CatalogueError."""
        with told_kindly(self.path), Session(self._engine, info={VAULT: self.vault}) as session:
            self._look(session)
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session whose changes are kept together or not at all. Raises CatalogueError."""
        self.refuse_read_only()
        opened = Session(self._writer, info={VAULT: self.vault})
        with told_kindly(self.path), opened as session, session.begin():
            # nobody else can set a passphrase from here on
            self._look(session)
            yield session

    def _look(self, session: Session) -> None:
        self.vault.look(session.scalar(select(MetaRow.value).where(MetaRow.key == VAULT)))

    @contextmanager
    def changing_tables(self) -> Iterator[Connection]:
        """A connection in one transaction, for migrations. Raises CatalogueError."""
        self.refuse_read_only()
        with told_kindly(self.path), self._writer.begin() as connection:
            yield connection

    def refuse_read_only(self) -> None:
        """Raise CatalogueError when the file can only be read."""
        if self.why_read_only is not None:
            folder = str(self.path.parent)
            raise CatalogueError(self.why_read_only, file=self.path.name, folder=folder)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
