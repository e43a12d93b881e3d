"""The relational store: what goes in comes back, in one step or not at all."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from ingest.settings import Settings
from ingest.stores.engine import StoreError
from ingest.stores.ledger import LedgerEntry, LedgerStatus
from ingest.stores.schema import documents, figures
from ingest.stores.store import RecordStore, open_store
from tests.ingest.stores.conftest import MakeParsed

OTHER = "b" * 16


def entry(path: str, document_id: str | None, status: LedgerStatus = LedgerStatus.STORED) -> LedgerEntry:
    return LedgerEntry(path, document_id, "0" * 64, "v1", status, "2026-01-01T00:00:00Z")


def test_a_document_comes_back_as_it_went_in(store: RecordStore, make_parsed: MakeParsed) -> None:
    parsed = make_parsed()
    store.replace(parsed)
    back = store.load(parsed.document.id)
    # A slash inside a header level is kept apart from the slash between levels only in figures' column paths.
    assert back == parsed


def test_money_stays_exact_and_blank_is_not_zero(store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed(amount="86246.640001"))
    store.replace(make_parsed(OTHER, "另一.pdf", amount=None))
    values = {row["document_id"]: (row["value"], row["base_e6"]) for row in store.fetch(select(figures))}
    assert values == {"a" * 16: ("86246.640001", 862466400010000), OTHER: (None, None)}
    assert [f.value for f in store.load("a" * 16).figures] == [Decimal("86246.640001")]


def test_replacing_leaves_nothing_of_the_earlier_rows(store: RecordStore, make_parsed: MakeParsed) -> None:
    parsed = make_parsed()
    store.replace(parsed)
    store.replace(replace(parsed, rows=(), row_texts=(), figures=(), indicators=(), passages=(), findings=()))
    assert store.counts() == {
        "tables": 1, "rows": 0, "row_texts": 0, "figures": 0, "indicators": 0, "passages": 0, "findings": 0
    }  # fmt: skip
    assert not store.names.inside("河道清淤工程")


def test_a_failure_in_the_middle_changes_nothing(store: RecordStore, make_parsed: MakeParsed) -> None:
    parsed = make_parsed()
    store.replace(parsed, entry("/in/a.pdf", parsed.document.id))
    twice = replace(parsed, figures=parsed.figures * 2)
    with pytest.raises(IntegrityError):
        store.replace(twice, entry("/in/b.pdf", parsed.document.id))
    assert store.load(parsed.document.id) == parsed
    assert list(store.ledger()) == ["/in/a.pdf"]


def test_changed_content_of_a_path_takes_the_place_of_its_document(store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed(), entry("/in/a.pdf", "a" * 16))
    store.replace(make_parsed(OTHER), entry("/in/a.pdf", OTHER))
    assert [document.id for document in store.documents()] == [OTHER]


def test_a_document_stays_while_another_path_holds_it(store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed(name="乙.pdf"), entry("/in/b.pdf", "a" * 16))
    store.note(entry("/in/a.pdf", "a" * 16, LedgerStatus.DUPLICATE), file_name="甲.pdf")
    assert store.documents()[0].file_name == "乙.pdf"  # 乙 sorts before 甲
    store.replace(make_parsed(OTHER), entry("/in/b.pdf", OTHER))
    assert {document.id for document in store.documents()} == {"a" * 16, OTHER}


def test_a_failed_file_leaves_what_it_gave_before(store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed(), entry("/in/a.pdf", "a" * 16))
    store.note(replace(entry("/in/a.pdf", "a" * 16, LedgerStatus.FAILED), reason="broken"))
    assert len(store.documents()) == 1
    assert store.ledger()["/in/a.pdf"].reason == "broken"


def test_removing_a_document_removes_all_of_it(store: RecordStore, make_parsed: MakeParsed) -> None:
    store.replace(make_parsed(), entry("/in/a.pdf", "a" * 16))
    store.replace(make_parsed(OTHER, "另一.pdf"))
    assert store.remove("a" * 16)
    assert not store.remove("a" * 16)
    assert store.counts("a" * 16) == dict.fromkeys(store.counts(), 0)
    assert store.ledger() == {}
    assert [hit.name for hit in store.names.inside("河道清淤工程的金额")] == ["河道清淤工程"]


def test_text_that_no_database_takes_is_mended(store: RecordStore, make_parsed: MakeParsed) -> None:
    parsed = make_parsed()
    title = "甲\x00市\ud800局"
    store.replace(replace(parsed, document=replace(parsed.document, title=title)))
    assert store.documents()[0].title == "甲\ufffd市\ufffd局"


def test_two_stores_may_write_in_turn(settings: Settings, make_parsed: MakeParsed) -> None:
    with open_store(settings) as one, open_store(settings) as two:
        one.replace(make_parsed())
        two.replace(make_parsed(OTHER, "另一.pdf"))
        assert len(one.documents()) == len(two.documents()) == 2


def test_a_store_of_another_version_is_refused(settings: Settings) -> None:
    with open_store(settings) as store, store.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE facts SET value = '999' WHERE name = 'schema'")
    with pytest.raises(StoreError, match=r"store\.version"):
        open_store(settings)


def test_an_unreachable_store_says_so_without_its_password() -> None:
    with pytest.raises(StoreError) as caught:
        open_store(Settings(database_url="postgresql://me:secret@127.0.0.1:1/none"))
    assert caught.value.key == "store.unreachable"
    assert "secret" not in str(caught.value)


def test_the_schema_holds_what_documents_hold(store: RecordStore) -> None:
    assert store.fetch(select(documents)) == []
