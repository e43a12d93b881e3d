"""Nothing leaves the machine: documents are read, embedded and asked about with every way out closed."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

PROGRAM = """
import asyncio, os, socket, sys

def refuse(*place, **_):
    print("reached for", place, flush=True)
    raise OSError("no network")

connect = socket.socket.connect
def guarded(self, address):
    local = self.family == socket.AF_UNIX or str(address[0]) in ("127.0.0.1", "::1", "localhost")
    return connect(self, address) if local else refuse(address)

socket.socket.connect = guarded
socket.socket.connect_ex = guarded
lookup = socket.getaddrinfo
socket.getaddrinfo = lambda host, *rest, **more: (
    lookup(host, *rest, **more) if host in (None, "127.0.0.1", "::1", "localhost") else refuse(host)
)

from pathlib import Path
from assistant.build import open_assistant
from assistant.question import Question
from ingest.pipeline import ingest
from ingest.settings import Settings

settings = Settings(data=Path(sys.argv[2]))
report = ingest([Path(sys.argv[1])], settings, jobs=0)
assert not report.failed and report.vector_fault is None, report
assistant = open_assistant(settings)
print(assistant.ask(Question("为什么要开展这项工作？")).kind, report.vectors > 0)
"""


def test_nothing_reaches_for_the_network(samples: Path, tmp_path: Path) -> None:
    document = next((samples / "documents").glob("*.docx"))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, document, tmp_path], cwd=ROOT, capture_output=True, text=True, timeout=240
    )
    assert done.returncode == 0, done.stderr
    assert "reached for" not in done.stdout, done.stdout
    assert done.stdout.split()[-1] == "True"
