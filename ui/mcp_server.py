"""The MCP server: an assistant of another kind may ask questions, read records and look at the printed pages."""

from typing import Annotated, Any, Literal

from mcp.server.mcpserver import Image, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.types import ToolAnnotations
from pydantic import Field

from assistant.question import Question
from ingest.records.layout import Box
from ingest.settings import Settings
from ui.offered import PASSAGES_AT_MOST, RECORDS_AT_MOST, NotThere, Offered

INSTRUCTIONS = """Answers from published Chinese government budget documents. Every figure is an exact decimal string
with its unit and the printed place it comes from; quote it as it is and name document and page. kind "refusal" means
the documents do not hold it: say so. kind "clarification" means several lines fit: ask the person, or ask again with
one of the choices. show_source gives the printed page with the cell framed."""

PORT = 8765
READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, open_world_hint=False)


def create_server(settings: Settings, offered: Offered | None = None) -> MCPServer:
    """The server over the stores of these settings; raises StoreError where they cannot be used."""
    held = offered or Offered(settings)
    server: MCPServer = MCPServer("budget-assistant", instructions=INSTRUCTIONS)

    @server.tool(annotations=READS)
    def list_documents() -> dict[str, Any]:
        """The documents that are held: id, file name, title, department, year, kind, pages, figures."""
        return {"documents": held.documents()}

    @server.tool(annotations=READS)
    def ask(
        question: Annotated[str, Field(min_length=1, max_length=500, description="in Chinese or English")],
        after: Annotated[list[str] | None, Field(description="earlier questions of the conversation, in order")] = None,
        language: Literal["zh", "en"] | None = None,
    ) -> dict[str, Any]:
        """Answer a budget question: figures or items with their sources, or a refusal or a question back."""
        return held.ask(Question(question, tuple(after or ()), language))

    @server.tool(annotations=READS)
    def query_records(
        document: Annotated[str | None, Field(description="file name or id")] = None,
        department: str | None = None,
        label: Annotated[str | None, Field(description="a part of the row's name")] = None,
        code: Annotated[str | None, Field(description="classification code, such as 2010301")] = None,
        year: int | None = None,
        limit: Annotated[int, Field(ge=1, le=RECORDS_AT_MOST)] = 50,
        offset: Annotated[int, Field(ge=0)] = 0,
    ) -> dict[str, Any]:
        """Printed figures that meet the conditions; rows of role grand_total or subtotal hold the items: do not add."""
        wanted = {"document": document, "department": department, "label": label, "code": code, "year": year}
        return {"records": held.records(wanted, limit, offset)}

    @server.tool(annotations=READS)
    def search_passages(
        words: Annotated[str, Field(min_length=1, max_length=500)],
        document: Annotated[str | None, Field(description="file name or id")] = None,
        limit: Annotated[int, Field(ge=1, le=PASSAGES_AT_MOST)] = 5,
    ) -> dict[str, Any]:
        """Passages of the documents' text that speak of some words, with their pages."""
        try:
            return {"passages": held.passages(words, document, limit)}
        except NotThere as fault:
            raise ToolError(str(fault)) from fault

    @server.tool(annotations=READS, structured_output=False)
    def show_source(
        document: Annotated[str, Field(description="document_id of a source, or a file name")],
        page: Annotated[int, Field(ge=1)],
        box: Annotated[list[float] | None, Field(min_length=4, max_length=4, description="box of a source")] = None,
    ) -> Image:
        """The printed page as a picture, the cell of a source framed in red."""
        framed: Box | None = (box[0], box[1], box[2], box[3]) if box else None
        try:
            return Image(data=held.picture(document, page, framed, scale=1.5), format="png")
        except NotThere as fault:
            raise ToolError(str(fault)) from fault

    return server


def serve_mcp(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """Serve over standard input and output, or over HTTP where a host or port is given."""
    offered = Offered(settings)
    offered.warm_up()
    server = create_server(settings, offered)
    if host is None and port is None:
        server.run("stdio")
    else:
        server.run("streamable-http", host=host or "127.0.0.1", port=port or PORT)
