"""A reader that ends its process on some documents; in a file of its own, for every reading process imports it."""

import os

from ingest.gathering import Source
from ingest.records.document import Document, DocumentKind, Stage
from ingest.records.parsed import Parsed
from ingest.workers import Limits, Read


def crashing(one: Source, _content: bytes | None, _limits: Limits) -> Read:
    """Gives an empty document, except where the name begins with "bad"."""
    if one.name.startswith("bad"):
        os._exit(3)
    document = Document(one.document_id, one.name, "", DocumentKind.OTHER, None, None, Stage.BUDGET, None, 1, "text")
    return Read(one, Parsed(document), None, 0.0)
