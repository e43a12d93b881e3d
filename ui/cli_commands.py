"""The commands and their options; heavy parts are imported by the command that needs them.

Exit codes: 0 done; 1 some files could not be read; 2 the call is wrong.
"""

from pathlib import Path
from typing import Annotated

import typer

from ui.cli_words import HELP, CallError, settings_of

app = typer.Typer(add_completion=False, no_args_is_help=True, help=HELP["help"], pretty_exceptions_enable=False)

DataOption = Annotated[Path | None, typer.Option("--data", help=HELP["opt_data"], show_default=False)]
JsonOption = Annotated[bool, typer.Option("--json", help=HELP["opt_json"])]
HostOption = Annotated[str | None, typer.Option("--host", help=HELP["opt_host"], show_default=False)]
PortOption = Annotated[int | None, typer.Option("--port", min=1, max=65535, help=HELP["opt_port"], show_default=False)]


@app.command(help=HELP["help_ingest"])
def ingest(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help=HELP["opt_paths"])],
    data: DataOption = None,
    jobs: Annotated[int | None, typer.Option("--jobs", min=1, help=HELP["opt_jobs"], show_default=False)] = None,
    dask: Annotated[
        str | None, typer.Option("--dask", metavar="ADDRESS", help=HELP["opt_dask"], show_default=False)
    ] = None,
    json: JsonOption = False,
) -> None:
    """Take in files and folders."""
    from ui.cli_ingest import run_ingest

    raise typer.Exit(run_ingest(paths, settings_of(data), jobs, dask, json))


@app.command(help=HELP["help_ask"])
def ask(
    question: Annotated[str | None, typer.Argument(help=HELP["opt_question"], show_default=False)] = None,
    batch: Annotated[
        Path | None, typer.Option("--batch", metavar="IN.jsonl", help=HELP["opt_batch"], show_default=False)
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="OUT.jsonl", help=HELP["opt_out"], show_default=False)
    ] = None,
    data: DataOption = None,
    json: JsonOption = False,
) -> None:
    """Answer one question or a file of questions."""
    from ui.cli_ask import run_ask, run_batch

    settings = settings_of(data)
    if batch is not None:
        if question is not None:
            raise CallError("cli.batch_or_question")
        if out is None:
            raise CallError("cli.batch_needs_out")
        raise typer.Exit(run_batch(batch, out, settings))
    if question is None or not question.strip():
        raise CallError("cli.no_question")
    raise typer.Exit(run_ask(question, settings, json))


@app.command(help=HELP["help_export"])
def export(
    what: Annotated[str, typer.Argument(metavar="records|indicators|passages", help=HELP["opt_what"])],
    format: Annotated[str, typer.Option("--format", help=HELP["opt_format"])] = "jsonl",
    out: Annotated[Path | None, typer.Option("--out", metavar="FILE", help=HELP["opt_out"], show_default=False)] = None,
    data: DataOption = None,
) -> None:
    """Write stored records for other programs."""
    from ui.cli_export import run_export

    raise typer.Exit(run_export(what, format, out, settings_of(data)))


@app.command(help=HELP["help_check"])
def check(data: DataOption = None, json: JsonOption = False) -> None:
    """List what agrees and what does not."""
    from ui.cli_stored import run_check

    raise typer.Exit(run_check(settings_of(data), json))


@app.command(help=HELP["help_documents"])
def documents(data: DataOption = None, json: JsonOption = False) -> None:
    """List the documents taken in."""
    from ui.cli_stored import run_documents

    raise typer.Exit(run_documents(settings_of(data), json))


@app.command(help=HELP["help_serve"])
def serve(data: DataOption = None, host: HostOption = None, port: PortOption = None) -> None:
    """Run the web app."""
    from ui.serve import serve as run_serve

    run_serve(settings_of(data), host, port)


@app.command(help=HELP["help_api"])
def api(data: DataOption = None, host: HostOption = None, port: PortOption = None) -> None:
    """Run the HTTP API."""
    from ui.api import serve_api

    serve_api(settings_of(data), host, port)


@app.command(help=HELP["help_mcp"])
def mcp(data: DataOption = None, host: HostOption = None, port: PortOption = None) -> None:
    """Run the MCP server."""
    from ui.mcp_server import serve_mcp

    serve_mcp(settings_of(data), host, port)


@app.command(name="eval", help=HELP["help_eval"])
def evaluate(
    sets: Annotated[list[Path], typer.Argument(metavar="SET.jsonl...", help=HELP["opt_sets"])],
    data: DataOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help=HELP["opt_out_dir"], show_default=False)
    ] = None,
    json: JsonOption = False,
) -> None:
    """Score question sets."""
    from ui.cli_eval import run_eval

    raise typer.Exit(run_eval(sets, settings_of(data), out, json))
