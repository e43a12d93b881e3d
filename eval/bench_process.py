"""A command run as a process of its own: its time, and the memory of all the processes it starts, together."""

import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROCESSES = Path("/proc")
_EVERY = 0.1  # seconds between two looks at the memory


@dataclass(frozen=True, slots=True)
class Run:
    """Seconds from start to end, the highest sum of memory in megabytes (None where the system does not tell), output.

    Memory that processes share counts once.
    """

    seconds: float
    megabytes: float | None
    output: str


def run(command: Sequence[str]) -> Run:
    """Run a command to its end; raises CalledProcessError where it fails."""
    begun = time.perf_counter()
    peak: float | None = None
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True) as process:
        while True:
            try:
                output, _ = process.communicate(timeout=_EVERY)
                break
            except subprocess.TimeoutExpired:
                held = sum(_megabytes(member) for member in _session(process.pid))
                peak = max(peak or 0.0, held) if held else peak
    seconds = time.perf_counter() - begun
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command), output)
    return Run(seconds, peak, output)


def _session(leader: int) -> Iterator[Path]:
    if not _PROCESSES.is_dir():
        return
    for place in _PROCESSES.iterdir():
        if place.name.isdigit():
            try:
                if os.getsid(int(place.name)) == leader:
                    yield place
            except OSError:
                continue  # it has ended meanwhile


def _megabytes(place: Path) -> float:
    try:
        lines = (place / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
