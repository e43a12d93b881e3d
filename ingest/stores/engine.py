"""The database connection: SQLite in a file of the data folder, or PostgreSQL by URL."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from ingest.messages import ToldError
from ingest.settings import Settings
from ingest.stores.schema import facts, grids, hash_labels_on_postgresql, metadata
from ingest.stores.term_index import PASSAGE_TERMS

SCHEMA_VERSION = "4"
_LOCK = 7266221  # any number, the same for all our writers


class StoreError(ToldError):
    """The store cannot be used."""


def ready_for_threads() -> None:
    """Load what another thread would load while this one asks: SQLAlchemy fails on its half-loaded mapper."""
    import sqlalchemy.orm  # noqa: F401


def open_engine(settings: Settings) -> Engine:
    """An engine with the schema in place; raises StoreError where the database cannot be reached or is foreign."""
    url = settings.relational_url
    if url.startswith("sqlite"):
        settings.data.mkdir(parents=True, exist_ok=True)
    try:
        engine = create_engine(url, future=True)
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        _lay_schema(engine)
    except (SQLAlchemyError, OSError) as error:
        reason = str(error.__cause__ or error).splitlines()[0]
        raise StoreError("store.unreachable", url=_without_password(url), reason=reason) from error
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes; writers wait for each other, so that reading before writing is safe."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
        yield connection


def _begin_sqlite(connection: Connection) -> None:
    # The driver's own transactions start only at the first change, after what was read before it.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute("PRAGMA busy_timeout=60000")
    cursor.execute("PRAGMA cache_size=-65536")
    cursor.close()


def _lay_schema(engine: Engine) -> None:
    with engine.connect() as connection:
        if inspect(connection).has_table(facts.name):
            _check_version(connection)
            if inspect(connection).has_table(grids.name):
                return
    if engine.dialect.name == "postgresql":
        hash_labels_on_postgresql()
    with writing(engine) as connection:
        metadata.create_all(connection)
        PASSAGE_TERMS.create(connection)
        if connection.scalar(select(facts.c.value).where(facts.c.name == "schema")) is None:
            connection.execute(facts.insert().values(name="schema", value=SCHEMA_VERSION))


def _check_version(connection: Connection) -> None:
    version = connection.scalar(select(facts.c.value).where(facts.c.name == "schema"))
    if version != SCHEMA_VERSION:
        raise StoreError("store.version", found=version, wanted=SCHEMA_VERSION)


def _without_password(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
