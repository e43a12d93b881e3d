"""Whether vectors are behind the relational store, told without loading Chroma or the embedding model."""

from sqlalchemy import Engine, exists, select

from ingest.settings import Settings
from ingest.stores.schema import facts, vector_queue

FILLED = "vectors_filled"  # the fact that says with what the vectors were last filled
STATE = "vectors_state"  # the fact that changes with every change of the vectors, in whatever process


def filled_with(settings: Settings) -> str:
    """What the vectors depend on beside the documents: where they are kept, and which model makes them."""
    parts = (settings.chroma_url, settings.embedding, settings.embedding_model, settings.embedding_url)
    return " ".join(str(part) for part in parts)


def is_behind(engine: Engine, settings: Settings) -> bool:
    """Whether documents wait for their vectors, or the vectors are gone or of another model."""
    if settings.chroma_url is None and not (settings.data / "vectors").is_dir():
        return True
    with engine.connect() as connection:
        filled = connection.scalar(select(facts.c.value).where(facts.c.name == FILLED))
        waiting = connection.scalar(select(exists().select_from(vector_queue)))
    return filled != filled_with(settings) or bool(waiting)
