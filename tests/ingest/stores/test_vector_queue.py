"""Whether vectors are behind is told without opening them: a run that finds nothing new loads no model."""

import shutil
from pathlib import Path

from ingest.settings import Settings
from ingest.stores.store import open_store
from ingest.stores.vector_queue import is_behind
from ingest.stores.vectors import open_vectors
from tests.ingest.stores.conftest import MakeParsed


def test_behind_until_filled_and_after_every_change(tmp_path: Path, make_parsed: MakeParsed) -> None:
    settings = Settings(data=tmp_path)
    with open_store(settings) as store:
        store.replace(make_parsed())
        assert is_behind(store.engine, settings)
        open_vectors(settings, store).repair()
        assert not is_behind(store.engine, settings)
        other_model = Settings(data=tmp_path, embedding="ollama", embedding_model="bge-m3")
        assert is_behind(store.engine, other_model)
        store.replace(make_parsed("b" * 16, "另一.pdf"))
        assert is_behind(store.engine, settings)


def test_lost_vectors_are_behind(tmp_path: Path, make_parsed: MakeParsed) -> None:
    settings = Settings(data=tmp_path)
    with open_store(settings) as store:
        store.replace(make_parsed())
        open_vectors(settings, store).repair()
        shutil.rmtree(tmp_path / "vectors")
        assert is_behind(store.engine, settings)
