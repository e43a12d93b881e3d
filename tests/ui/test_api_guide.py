"""The examples of docs/api.md, run as they stand against really running servers."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.ui.browser import free_port

ROOT = Path(__file__).resolve().parents[2]
GUIDE = (ROOT / "docs" / "api.md").read_text("utf-8")
BUDGET = "澜川市应急管理局2026年部门预算.pdf"
TARGETS = "澜川市应急管理局2026年项目支出绩效目标表.pdf"
EXAMPLES = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
PRINTED = (
    ("number 16731.74 万元",),
    ("[",),
    ("万元",),
    ("16731.74", "image/png"),
    ("number 16731.74 万元 6",),
    ("16,731.74", "16731.74"),
)


@pytest.fixture(scope="module")
def data(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A department's budget and its targets table, read in."""
    made = tmp_path_factory.mktemp("guide") / "data"
    documents = [samples / "documents" / name for name in (BUDGET, TARGETS)]
    assert not ingest(documents, Settings(data=made, embedding="none"), jobs=0).failed
    return made


@pytest.fixture(scope="module")
def places(data: Path) -> Iterator[dict[str, str]]:
    """What the guide calls its servers and its folder, and where they are here."""
    with ExitStack() as running:
        api = running.enter_context(_running("api", data, "/health"))
        mcp = running.enter_context(_running("mcp", data, "/mcp"))
        yield {"http://localhost:8000": api, "http://localhost:8765": mcp, 'Path("data")': f"Path({str(data)!r})"}


@contextmanager
def _running(command: str, data: Path, path: str) -> Iterator[str]:
    port = free_port()
    arguments = [sys.executable, "-m", "ui", command, "--data", str(data), "--port", str(port)]
    environment = {**os.environ, "BUDGET_EMBEDDING": "none"}
    process = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    address = f"http://localhost:{port}"
    try:
        for _ in range(240):
            try:
                urlopen(address + path, timeout=2).close()
                break
            except HTTPError:
                break  # it listens, which is all that is wanted to know
            except OSError:
                assert process.poll() is None, f"{command} did not start"
                time.sleep(0.25)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.mark.parametrize(("example", "printed"), list(zip(EXAMPLES, PRINTED, strict=True)))
def test_example_runs_as_it_stands(places: dict[str, str], example: str, printed: tuple[str, ...]) -> None:
    for said, here in places.items():
        example = example.replace(said, here)
    done = subprocess.run(
        [sys.executable, "-c", example],
        cwd=ROOT,
        env={**os.environ, "BUDGET_EMBEDDING": "none", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    for part in printed:
        assert part in done.stdout
