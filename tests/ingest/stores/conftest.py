"""A small parsed document made by hand, and stores to put it into."""

import uuid
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from ingest.records.document import Document, DocumentKind, Row, RowRole, RowText, Stage, Table
from ingest.records.figure import Figure, Indicator, Origin, Relation
from ingest.records.finding import Finding, Verdict
from ingest.records.parsed import Parsed
from ingest.records.passage import Passage, PassageKind, PassageSpot
from ingest.records.units import WAN_YUAN, Amount
from ingest.settings import Settings
from ingest.stores.store import RecordStore, open_store
from tests.ingest.stores.servers import chroma_server, postgres_server

MakeParsed = Callable[..., Parsed]


def small(document_id: str = "a" * 16, name: str = "水务局.pdf", amount: str | None = "1266.190000") -> Parsed:
    """One table of one row, one figure, one indicator, two passages, one finding."""
    document = Document(
        document_id, name, "甲市水务局2026年部门预算", DocumentKind.DEPARTMENT_BUDGET, "甲市水务局", 2026, Stage.BUDGET,
        "万元", 3, "pdf", inferred=("year",), warnings=("第2页无法读取",),
    )  # fmt: skip
    table = Table(
        f"{document_id}-t1", document_id, 1, "收入总体情况表", "表2", "income", "甲市水务局", 2026, Stage.BUDGET,
        "万元", 2, 2, (("财政拨款", "一般/公共"), ("合计",)),
    )  # fmt: skip
    row = Row(
        f"{table.id}-r1", table.id, document_id, 1, "河道清淤工程", "1.河道清淤工程", "2130306", "functional",
        RowRole.ITEM, 1, None, "甲市水务局本级", 2, 2, (1.5, 2.0, 3.0, 4.0),
    )  # fmt: skip
    text = RowText(f"{row.id}-w1", row.id, document_id, "绩效目标", "全年清淤不少于300公里", 2, None)
    figure = Figure(
        f"{row.id}-f1", document_id, table.id, row.id, None, Origin.TABLE, Relation.AMOUNT, "甲市水务局", None, 2026,
        Stage.BUDGET, "income", "河道清淤工程", "2130306", RowRole.ITEM, ("财政拨款", "一般公共"), "1,266.190000",
        None if amount is None else Amount(Decimal(amount), WAN_YUAN), WAN_YUAN, 2, (10.0, 20.0, 30.0, 40.0),
    )  # fmt: skip
    indicator = Indicator(
        f"{row.id}-i1", document_id, table.id, row.id, row.label, "产出", "数量", "清淤长度", "≥300公里", "≥",
        Decimal(300), "公里", "年度", 2, None, "281.5公里", Decimal("281.5"), "公里",
        Decimal("14.10"), Decimal(15), "雨天较多",
    )  # fmt: skip
    passages = (
        Passage(
            f"{document_id}-p1", document_id, 1, PassageKind.NARRATIVE, ("第三部分", "收支说明"),
            "2026年本部门收入预算1266.19万元，比上年减少，主要原因是河道清淤工程完工。", 1, 1,
            (PassageSpot(1, (1.0, 2.0, 3.0, 4.0), 0, 20),),
        ),
        Passage(f"{document_id}-p2", document_id, 2, PassageKind.GLOSSARY, (), "财政拨款：指财政资金。", 3, 3, ()),
    )  # fmt: skip
    finding = Finding(
        f"{document_id}-c1", document_id, "check.children_sum", Verdict.HOLDS, "1", "1", "万元", (figure.id,)
    )
    return Parsed(document, (table,), (row,), (text,), (figure,), (indicator,), passages, (finding,))


@pytest.fixture
def make_parsed() -> MakeParsed:
    return small


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def chroma() -> Iterator[str]:
    with chroma_server() as url:
        yield url


@pytest.fixture
def postgres_database(postgres: str) -> Iterator[str]:
    """The URL of an empty database, dropped afterwards."""
    name = f"t{uuid.uuid4().hex}"
    admin = create_engine(postgres.replace("postgresql", "postgresql+psycopg", 1), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield postgres.rpartition("/")[0] + "/" + name
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings of an empty store, once on each database."""
    if request.param == "sqlite":
        return Settings(data=tmp_path)
    return Settings(data=tmp_path, database_url=request.getfixturevalue("postgres_database"))


@pytest.fixture
def store(settings: Settings) -> Iterator[RecordStore]:
    with open_store(settings) as opened:
        yield opened
