"""The faces of the assistant: web page, command line, HTTP API, MCP server."""
