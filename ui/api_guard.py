"""Who may use the HTTP API, and how often."""

import hmac
import time
from collections import defaultdict, deque
from collections.abc import Callable

MINUTE = 60.0
CLIENTS_REMEMBERED = 10_000


class Guard:
    """Checks the key, where one is set, and counts the requests of each client over the last minute."""

    def __init__(self, key: str | None, per_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._key = key
        self._per_minute = per_minute
        self._clock = clock
        self._seen: dict[str, deque[float]] = defaultdict(deque)

    def admits(self, sent: str | None) -> bool:
        """Whether the key that was sent opens the API."""
        return self._key is None or (sent is not None and hmac.compare_digest(sent.encode(), self._key.encode()))

    def wait(self, client: str) -> float:
        """Seconds until a client may ask again; 0 where it may now, which is then counted."""
        now = self._clock()
        seen = self._seen[client]
        while seen and now - seen[0] >= MINUTE:
            seen.popleft()
        if len(seen) >= self._per_minute:
            return MINUTE - (now - seen[0])
        seen.append(now)
        if len(self._seen) > CLIENTS_REMEMBERED:
            for name in [name for name, times in self._seen.items() if not times or now - times[-1] >= MINUTE]:
                del self._seen[name]
        return 0.0
