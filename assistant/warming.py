"""What a face does that stays: load everything that questions need at its start, beside its other work."""

import gc
import logging
from threading import Thread

from assistant.ask import Answering
from assistant.understand.loading import load_words

log = logging.getLogger(__name__)


def warm_up(assistant: Answering) -> None:
    """Load what the first questions would wait for: words and rules, the vocabulary of the store, its documents."""
    load_words()
    assistant.warm_up()
    gc.collect()
    gc.freeze()  # what is loaded stays: the collector, which takes 0.2 s over it, need not look at it again


def warm_up_beside(assistant: Answering) -> Thread:
    """Warm up in the background, where somebody may be waiting; a fault is left to the question that meets it."""
    thread = Thread(target=_quietly, args=(assistant,), name="warm-up", daemon=True)
    thread.start()
    return thread


def _quietly(assistant: Answering) -> None:
    try:
        warm_up(assistant)
    except Exception:
        log.warning("Not everything could be loaded beforehand.", exc_info=True)
