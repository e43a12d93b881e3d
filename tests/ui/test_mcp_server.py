"""The MCP server as a client sees it, over a really ingested document."""

import asyncio
import base64
import json
import os
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from ingest.pipeline import ingest
from ingest.settings import Settings
from ui.mcp_server import create_server

ROOT = Path(__file__).resolve().parents[2]
TARGETS = "澜川市应急管理局2026年项目支出绩效目标表.pdf"


@pytest.fixture(scope="module")
def settings(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """A store with the targets table of the sample city."""
    made = Settings(data=tmp_path_factory.mktemp("mcp"), embedding="none")
    assert not ingest([samples / "documents" / TARGETS], made, jobs=0).failed
    return made


def talk(settings: Settings, said: Callable[[Client], Awaitable[Any]]) -> Any:
    async def conversation() -> Any:
        async with Client(create_server(settings)) as client:
            return await said(client)

    return asyncio.run(conversation())


def call(settings: Settings, tool: str, **arguments: Any) -> Any:
    return talk(settings, lambda client: client.call_tool(tool, arguments))


def data(result: Any) -> Any:
    return result.structured_content or json.loads(result.content[0].text)


def test_tools_are_described_and_read_only(settings: Settings) -> None:
    listed = talk(settings, lambda client: client.list_tools())
    names = {tool.name for tool in listed.tools}
    assert names == {"list_documents", "ask", "query_records", "search_passages", "show_source"}
    assert all(tool.description and tool.annotations.read_only_hint for tool in listed.tools)


def test_documents_and_records(settings: Settings) -> None:
    (document,) = data(call(settings, "list_documents"))["documents"]
    assert document["file_name"] == TARGETS
    records = data(call(settings, "query_records", document=document["id"], limit=3))["records"]
    assert len(records) == 3 and all(record["document"] == TARGETS for record in records)


def test_question_and_its_framed_page(settings: Settings) -> None:
    answer = data(call(settings, "ask", question="澜川市应急管理局2026年金额最大的3个项目是哪些"))
    assert answer["kind"] == "list" and len(answer["items"]) == 3
    source = answer["sources"][0]
    shown = call(settings, "show_source", document=source["document_id"], page=source["page"], box=source["box"])
    assert base64.b64decode(shown.content[0].data).startswith(b"\x89PNG")


def test_passages(settings: Settings) -> None:
    assert data(call(settings, "search_passages", words="救灾物资"))["passages"]


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("show_source", {"document": "none", "page": 1}, "There is no document"),
        ("show_source", {"document": TARGETS, "page": 99}, "no page 99"),
        ("search_passages", {"words": "甲", "document": "none"}, "There is no document"),
    ],
)
def test_what_is_not_there_is_said(settings: Settings, tool: str, arguments: dict[str, Any], said: str) -> None:
    result = call(settings, tool, **arguments)
    assert result.is_error
    assert said in result.content[0].text


def test_command_speaks_over_standard_input_and_output(settings: Settings) -> None:
    parameters = StdioServerParameters(
        command=sys.executable,
        args=["-m", "ui", "mcp", "--data", str(settings.data)],
        cwd=str(ROOT),
        env={**os.environ, "BUDGET_EMBEDDING": "none"},
    )

    async def conversation() -> Any:
        async with Client(stdio_client(parameters)) as client:
            return await client.call_tool("list_documents", {})

    assert len(data(asyncio.run(conversation()))["documents"]) == 1
