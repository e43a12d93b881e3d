"""Real servers for the tests: PostgreSQL from the system, Chroma from its package; each stopped after its tests."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_PATIENCE = 60.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail(f"The server did not start: {log.read_text('utf-8', 'replace')[-2000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _postgres_programs() -> Path | None:
    found = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), reverse=True)]
    named = shutil.which("postgres")
    if not found and named:
        found = [Path(named).resolve()]
    return found[0].parent if found else None


@contextmanager
def postgres_server() -> Iterator[str]:
    """A PostgreSQL server of its own; gives the URL of its empty database. Skips where PostgreSQL is not installed."""
    programs = _postgres_programs()
    if programs is None:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed; deploy/test-needs.sh installs it.")
        pytest.skip("PostgreSQL is not installed (apt install postgresql).")
    # The server refuses to run as root.
    user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
    switch = {"user": user} if os.geteuid() == 0 else {}
    folder = Path(tempfile.mkdtemp(prefix="budget-pg-", dir="/tmp"))
    try:
        shutil.chown(folder, user)
        data, log = folder / "data", folder / "log"
        log.touch()
        shutil.chown(log, user)
        initdb = [programs / "initdb", "-D", data, "-U", "budget", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"]
        subprocess.run(initdb, check=True, capture_output=True, cwd=folder, **switch)  # type: ignore[call-overload]
        port = _free_port()
        command = [programs / "postgres", "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", folder, "-F"]
        with log.open("wb") as written:
            process = subprocess.Popen(  # type: ignore[call-overload]
                command, stdout=written, stderr=written, cwd=folder, **switch
            )
        try:
            _await_port(port, process, log)
            yield f"postgresql://budget@127.0.0.1:{port}/postgres"
        finally:
            _stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def chroma_server() -> Iterator[str]:
    """A Chroma server of its own; gives its URL."""
    program = Path(sys.executable).with_name("chroma")
    if not program.exists():
        if os.environ.get("CI"):
            pytest.fail("The chroma command is not installed.")
        pytest.skip("The chroma command is not installed.")
    with tempfile.TemporaryDirectory(prefix="budget-chroma-") as folder:
        port, log = _free_port(), Path(folder) / "log"
        command = [program, "run", "--path", f"{folder}/data", "--host", "127.0.0.1", "--port", str(port)]
        with log.open("wb") as written:
            process = subprocess.Popen(
                command, stdout=written, stderr=written, env={**os.environ, "ANONYMIZED_TELEMETRY": "False"}
            )
        try:
            _await_port(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            _stop(process)
