"""The large setting (PostgreSQL and a Chroma server) gives what the embedded one gives."""

from pathlib import Path

from assistant.build import open_assistant
from assistant.descriptive.retrieve import retrieve
from assistant.question import Question
from ingest.pipeline import ingest
from ingest.settings import Settings
from ingest.stores.export import Exported, export
from ingest.stores.lazy_vectors import LazyVectors
from ingest.stores.store import open_store

QUESTIONS = ("2026年支出总计是多少？", "哪个项目金额最大？", "为什么减少？", "三公经费是多少", "明天天气怎么样")


def test_records_answers_and_passages_are_the_same(
    tmp_path: Path, samples: Path, postgres_database: str, chroma: str
) -> None:
    files = [path for path in sorted((samples / "documents").iterdir()) if path.suffix in (".docx", ".xlsx")]
    small = Settings(data=tmp_path / "small")
    large = Settings(data=tmp_path / "large", database_url=postgres_database, chroma_url=chroma)
    for settings in (small, large):
        report = ingest(files, settings, jobs=0)
        assert not report.failed and report.vector_fault is None and report.vectors > 0
    with open_store(small) as left, open_store(large) as right:
        for what in Exported:
            assert list(export(left, what)) == list(export(right, what))
        one, two = open_assistant(small), open_assistant(large)
        for question in QUESTIONS:
            assert one.ask(Question(question)) == two.ask(Question(question))
            # The databases weigh words a little differently; what both hold first is the same.
            near = [
                {found.passage.text for found in retrieve(store, LazyVectors(settings, store), question, k=5)}
                for store, settings in ((left, small), (right, large))
            ]
            assert len(near[0] & near[1]) >= 3 or near[0] == near[1]
    again = ingest(files, large, jobs=0)
    assert again.vectors == 0 and not again.failed
