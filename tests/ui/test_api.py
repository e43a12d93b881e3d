"""The HTTP API over a really ingested document."""

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from PIL import Image

from ingest.pipeline import ingest
from ingest.settings import Secret, Settings
from ui.api import create_api
from ui.api_guard import Guard
from ui.offered import Offered

TARGETS = "澜川市应急管理局2026年项目支出绩效目标表.pdf"


@pytest.fixture(scope="module")
def settings(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store with the targets table of the sample city."""
    made = Settings(data=tmp_path_factory.mktemp("api"), embedding="none")
    assert not ingest([samples / "documents" / TARGETS], made, jobs=0).failed
    return made


@pytest.fixture(scope="module")
def offered(settings: Settings) -> Offered:
    return Offered(settings)


@pytest.fixture(scope="module")
def client(settings: Settings, offered: Offered) -> Iterator[TestClient]:
    with TestClient(create_api(settings, offered), raise_server_exceptions=False) as made:
        yield made


def test_health_counts_documents(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok", "documents": 1}


def test_documents_are_listed(client: TestClient) -> None:
    (document,) = client.get("/documents").json()["documents"]
    assert document["file_name"] == TARGETS
    assert document["year"] == 2026
    assert document["figures"] > 50


def test_records_are_found_by_name_and_paged(client: TestClient) -> None:
    first = client.get("/records", params={"document": TARGETS, "year": 2026, "limit": 5}).json()
    assert len(first["records"]) == 5 and first["next_offset"] == 5
    second = client.get("/records", params={"document": TARGETS, "year": 2026, "limit": 5, "offset": 5}).json()
    assert first["records"][0] != second["records"][0]
    name = first["records"][-1]["row"]
    named = client.get("/records", params={"label": name}).json()["records"]
    assert named and all(name in one["row"] for one in named)
    assert client.get("/records", params={"document": "none.pdf"}).json()["records"] == []


def test_question_is_answered_and_its_source_can_be_seen(client: TestClient) -> None:
    record = next(
        one
        for one in client.get("/records", params={"limit": 500}).json()["records"]
        if one["role"] == "item" and one["value"] and len(one["row"]) > 8
    )
    question = f"{record['department']}{record['year']}年“{record['row']}”的预算是多少？"
    answer = client.post("/ask", json={"question": question}).json()
    assert answer["kind"] == "number"
    assert answer["figures"][0]["value"] == record["value"]
    source = answer["sources"][0]
    box = ",".join(str(edge) for edge in source["box"])
    picture = client.get(f"/pages/{source['document_id']}/{source['page']}.png", params={"box": box, "scale": 1})
    assert picture.headers["content-type"] == "image/png"
    image = Image.open(io.BytesIO(picture.content)).convert("RGB")
    red, green, blue = image.getpixel((int(source["box"][0]) - 1, int(source["box"][1]) + 3))
    assert red > 150 and green < 90 and blue < 90


def test_follow_up_leans_on_the_questions_before(client: TestClient) -> None:
    answer = client.post("/ask", json={"question": "它们合计是多少", "after": ["金额最大的3个项目是哪些"]}).json()
    assert answer["kind"] in {"number", "list", "clarification", "refusal"}


def test_streamed_answer_ends_with_the_same_answer(client: TestClient) -> None:
    asked = {"question": "金额最大的3个项目是哪些"}
    events = client.post("/ask/stream", json=asked).text.strip().split("\n\n")
    name, data = events[-1].split("\n")
    assert name == "event: answer"
    answer = json.loads(data.removeprefix("data: "))
    assert answer["items"] == client.post("/ask", json=asked).json()["items"]


def test_passages_are_found(client: TestClient) -> None:
    found = client.get("/passages", params={"words": "救灾物资", "limit": 3}).json()["passages"]
    assert found and all(one["document"] == TARGETS for one in found)


@pytest.mark.parametrize(
    ("call", "status", "said"),
    [
        (("GET", "/pages/none/1.png", None), 404, "no document"),
        (("GET", f"/pages/{TARGETS}/999.png", None), 404, "no page 999"),
        (("GET", f"/pages/{TARGETS}/1.png?box=1,2,3", None), 422, "four numbers"),
        (("GET", f"/pages/{TARGETS}/1.png?scale=99", None), 422, "scale"),
        (("GET", "/records?limit=0", None), 422, "limit"),
        (("POST", "/ask", {"question": ""}), 422, "question"),
        (("POST", "/ask", {"question": "甲" * 501}), 422, "question"),
        (("GET", "/nowhere", None), 404, "Not Found"),
        (("DELETE", "/documents", None), 405, "Method"),
    ],
)
def test_errors_are_json(client: TestClient, call: tuple[str, str, object], status: int, said: str) -> None:
    method, path, body = call
    response = client.request(method, path, json=body)
    assert response.status_code == status
    assert said in response.json()["error"]["message"]
    assert response.json()["error"]["status"] == status


def test_documentation_needs_no_network(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "POST /ask" in page and "16731.74" in page
    assert "http://" not in page and "https://" not in page
    schema = client.get("/openapi.json").json()
    assert schema["paths"]["/ask"]["post"]["responses"]["200"]["content"]["application/json"]["example"]["figures"]


def test_key_is_asked_for(settings: Settings, offered: Offered) -> None:
    guarded = TestClient(create_api(replace(settings, api_key=Secret("secret")), offered))
    assert guarded.get("/documents").status_code == 401
    assert guarded.get("/documents", headers={"X-API-Key": "wrong"}).status_code == 401
    assert guarded.get("/documents", headers={"X-API-Key": "secret"}).status_code == 200
    assert guarded.get("/documents", headers={"Authorization": "Bearer secret"}).status_code == 200
    assert guarded.get("/health").status_code == 200


def test_too_many_requests_must_wait(settings: Settings, offered: Offered) -> None:
    limited = TestClient(create_api(replace(settings, api_per_minute=2), offered))
    assert [limited.get("/documents").status_code for _ in range(3)] == [200, 200, 429]
    assert 0 < int(limited.get("/documents").headers["Retry-After"]) <= 60


def test_guard_forgets_after_a_minute() -> None:
    now = [0.0]
    guard = Guard(None, 1, clock=lambda: now[0])
    assert guard.wait("a") == 0
    assert guard.wait("a") == 60
    assert guard.wait("b") == 0
    now[0] = 60.0
    assert guard.wait("a") == 0
