"""The HTTP API: questions, documents, records, passages and page pictures as JSON and PNG."""

import json
import logging
import math
from collections.abc import Iterator
from html import escape
from typing import Annotated, Any, Literal

from fastapi import Depends, FastAPI, Header, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from assistant.question import Question
from ingest.messages import say
from ingest.records.layout import Box
from ingest.settings import Settings
from ingest.stores.engine import StoreError
from ui.api_guard import Guard
from ui.offered import PASSAGES_AT_MOST, RECORDS_AT_MOST, NotThere, Offered

log = logging.getLogger(__name__)
HOST, PORT = "127.0.0.1", 8000
FAILED = "The program failed; its log has the details."
SCALES = {"ge": 0.5, "le": 4.0}

EXAMPLE_QUESTION: dict[str, Any] = {"question": "澜川市应急管理局2026年支出总计是多少？", "after": [], "language": "zh"}
EXAMPLE_ANSWER: dict[str, Any] = {
    "question": "澜川市应急管理局2026年支出总计是多少？",
    "kind": "number",
    "text": "澜川市应急管理局2026年支出总计为16,731.74万元。",
    "figures": [{"value": "16731.74", "unit": "万元", "label": "支出总计", "computed": False, "sources": [0]}],
    "items": [],
    "sources": [
        {
            "document": "澜川市应急管理局2026年部门预算.pdf",
            "document_id": "99390f4f47e96f7d",
            "title": "2026年澜川市应急管理局部门预算",
            "page": 6,
            "table": "表1 收支总体情况表",
            "row": "支出总计",
            "column": "支出/预算",
            "text": "16,731.74",
            "box": [618.0, 303.95, 799.89, 324.1],
        }
    ],
    "choices": [],
    "method": "取自表1 收支总体情况表（第6页）",
    "plan": {},
    "elapsed_ms": 12.3,
}


class Asked(BaseModel):
    """A question, the earlier questions of its conversation, and the language of the answer."""

    question: str = Field(min_length=1, max_length=500)
    after: list[str] = Field(default_factory=list, max_length=20)
    language: Literal["zh", "en"] | None = Field(default=None, description="empty: the words of the question decide")

    model_config = {"json_schema_extra": {"examples": [EXAMPLE_QUESTION]}}


def create_api(settings: Settings, offered: Offered | None = None) -> FastAPI:
    """The API over the stores of these settings; raises StoreError where they cannot be used."""
    held = offered or Offered(settings)
    guard = Guard(settings.api_key.get_secret_value() if settings.api_key else None, settings.api_per_minute)
    # The usual documentation page loads its scripts from the network; /docs below is our own.
    app = FastAPI(title="Budget Assistant", version="1", description=__doc__ or "", docs_url=None, redoc_url=None)
    _tell_errors_as_json(app)

    async def admitted(request: Request, x_api_key: Annotated[str | None, Header()] = None) -> None:
        bearer = request.headers.get("authorization", "").removeprefix("Bearer ").strip()
        sent = x_api_key or bearer or None
        if not guard.admits(sent):
            raise HTTPException(401, "Send the key of this API in the header X-API-Key.")
        # Without a key all that is known of a client is its address.
        wait = guard.wait(sent or (request.client.host if request.client else ""))
        if wait > 0:
            seconds = math.ceil(wait)
            raise HTTPException(429, f"Too many requests: wait {seconds} s.", {"Retry-After": str(seconds)})

    @app.get("/health", summary="Whether the service can answer")
    def health() -> dict[str, Any]:
        return {"status": "ok", "documents": len(held.documents())}

    @app.get("/docs", include_in_schema=False)
    def docs() -> HTMLResponse:
        return HTMLResponse(docs_page(app.openapi()))

    guarded = [Depends(admitted)]
    answer_example: dict[int | str, dict[str, Any]] = {
        200: {"content": {"application/json": {"example": EXAMPLE_ANSWER}}}
    }

    @app.post("/ask", dependencies=guarded, summary="Ask a question", responses=answer_example)
    def ask(asked: Asked) -> dict[str, Any]:
        """The answer with its figures, items, sources and the account of how it was worked out."""
        return held.ask(Question(asked.question, tuple(asked.after), asked.language))

    @app.post(
        "/ask/stream", dependencies=guarded, summary="Ask a question, words as they come", response_class=Response
    )
    def ask_streamed(asked: Asked) -> StreamingResponse:
        """Server-sent events: ``draft`` pieces where a model writes, then one ``answer``, which alone is checked."""
        pieces = held.stream(Question(asked.question, tuple(asked.after), asked.language))
        return StreamingResponse(_events(pieces), media_type="text/event-stream")

    @app.get("/documents", dependencies=guarded, summary="The documents that are held")
    def documents() -> dict[str, Any]:
        return {"documents": held.documents()}

    @app.get("/records", dependencies=guarded, summary="Printed figures by document, row, code, year or table")
    def records(
        document: Annotated[str | None, Query(description="file name or id")] = None,
        department: str | None = None,
        label: Annotated[str | None, Query(description="a part of the row's name")] = None,
        code: str | None = None,
        year: int | None = None,
        stage: str | None = None,
        table_kind: str | None = None,
        limit: Annotated[int, Query(ge=1, le=RECORDS_AT_MOST)] = 100,
        offset: Annotated[int, Query(ge=0)] = 0,
    ) -> dict[str, Any]:
        wanted = {"document": document, "department": department, "label": label, "code": code}
        found = held.records(wanted | {"year": year, "stage": stage, "table_kind": table_kind}, limit, offset)
        return {"records": found, "next_offset": offset + limit if len(found) == limit else None}

    @app.get("/passages", dependencies=guarded, summary="Passages of text that speak of some words")
    def passages(
        words: Annotated[str, Query(min_length=1, max_length=500)],
        document: str | None = None,
        limit: Annotated[int, Query(ge=1, le=PASSAGES_AT_MOST)] = 8,
    ) -> dict[str, Any]:
        return {"passages": held.passages(words, document, limit)}

    @app.get(
        "/pages/{document}/{page}.png",
        dependencies=guarded,
        summary="A page as a picture, a place on it framed",
        response_class=Response,
        responses={200: {"content": {"image/png": {}}}},
    )
    def picture(
        document: str,
        page: int,
        box: Annotated[str | None, Query(description="left,top,right,bottom: the box of a source")] = None,
        scale: Annotated[float, Query(**SCALES)] = 2.0,
    ) -> Response:
        return Response(held.picture(document, page, _box(box), scale), media_type="image/png")

    return app


def serve_api(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """Run the API until it is stopped, and print its address; without ``port`` the environment's ``PORT`` counts."""
    import uvicorn

    from ui.serve import must_be_free, port_of_environment, reachable

    address, number = host or HOST, port or port_of_environment(PORT)
    must_be_free(address, number)
    offered = Offered(settings)
    offered.warm_up()
    app = create_api(settings, offered)
    print(say("ui.serving_api", settings.language, address=f"http://{reachable(address)}:{number}"), flush=True)
    uvicorn.run(app, host=address, port=number, log_level="warning")


def _events(pieces: Iterator[str | dict[str, Any]]) -> Iterator[str]:
    try:
        for piece in pieces:
            name = "draft" if isinstance(piece, str) else "answer"
            yield f"event: {name}\ndata: {json.dumps(piece, ensure_ascii=False)}\n\n"
    except Exception:  # the answer has begun: its end is all that can still be told
        log.exception("A streamed answer failed")
        told = {"error": {"status": 500, "message": FAILED}}
        yield f"event: error\ndata: {json.dumps(told)}\n\n"


def _box(text: str | None) -> Box | None:
    if text is None:
        return None
    try:
        left, top, right, bottom = (float(part) for part in text.split(","))
    except ValueError:
        raise HTTPException(422, "box is four numbers: left,top,right,bottom.") from None
    if not all(math.isfinite(edge) for edge in (left, top, right, bottom)):
        raise HTTPException(422, "box is four numbers: left,top,right,bottom.")
    return (left, top, right, bottom)


def _tell_errors_as_json(app: FastAPI) -> None:
    """Every error is {"error": {"status", "message"}}."""

    def told(status: int, message: str, headers: dict[str, str] | None = None) -> JSONResponse:
        return JSONResponse({"error": {"status": status, "message": message}}, status, headers)

    async def known(request: Request, fault: Exception) -> Response:
        match fault:
            case HTTPException():
                return told(fault.status_code, str(fault.detail), dict(fault.headers or {}))
            case RequestValidationError():
                first = fault.errors()[0]
                return told(422, f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}")
            case NotThere():
                return told(404, str(fault))
            case StoreError():
                log.error("The stores cannot be used: %s", fault)
                return told(503, say(fault.key, "en", **fault.values))
        log.exception("A request failed", exc_info=fault)
        return told(500, FAILED)

    for sort in (HTTPException, RequestValidationError, NotThere, StoreError, Exception):
        app.add_exception_handler(sort, known)


def docs_page(schema: dict[str, Any]) -> str:
    """The documentation as one page that needs nothing from the network."""
    parts = [f"<h1>{escape(schema['info']['title'])}</h1><p>{escape(schema['info']['description'])} "]
    parts.append('Machine-readable: <a href="openapi.json">openapi.json</a>.</p>')
    for path, methods in schema["paths"].items():
        for method, told in methods.items():
            parts.append(
                f"<h2><code>{method.upper()} {escape(path)}</code></h2><p>{escape(told.get('summary', ''))}</p>"
            )
            for parameter in told.get("parameters", ()):
                note = escape(parameter.get("description", ""))
                parts.append(f"<p class=p><code>{escape(parameter['name'])}</code> ({parameter['in']}) {note}</p>")
            if "requestBody" in told:
                parts.append(_example(EXAMPLE_QUESTION))
            example = told["responses"].get("200", {}).get("content", {}).get("application/json", {}).get("example")
            parts.append(_example(example) if example else "")
    style = (
        "body{font:16px/1.6 sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem}pre{overflow:auto;padding:1rem;"
    )
    style += "background:#8881}.p{margin:.2rem 0}h2{margin-top:2rem;border-top:1px solid #8885;padding-top:1rem}"
    return f"<!doctype html><meta charset=utf-8><title>API</title><style>{style}</style>{''.join(parts)}"


def _example(data: Any) -> str:
    return f"<pre>{escape(json.dumps(data, ensure_ascii=False, indent=2))}</pre>"
