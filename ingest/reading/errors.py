"""What a reader says when a whole file cannot be read."""


class ReadError(Exception):
    """A file that cannot be read; ``key`` and ``values`` make the message of ``ingest/messages`` (section read)."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, tuple[str, dict[str, object]]]:
        return _rebuild, (self.key, self.values)


def _rebuild(key: str, values: dict[str, object]) -> ReadError:
    return ReadError(key, **values)
