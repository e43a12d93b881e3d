"""What a reader says when a whole file cannot be read."""

from ingest.messages import ToldError


class ReadError(ToldError):
    """A file that cannot be read; the key is one of the section ``read``."""
