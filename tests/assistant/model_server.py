"""A local server that speaks the OpenAI chat protocol, well or badly, for tests of what a model may and may not do."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        server = self.server
        assert isinstance(server, _Server)
        server.seen.append(json.loads(body))
        if server.manner == "error":
            self.send_error(500)
            return
        if server.manner == "silent":
            server.release.wait(20)
            return
        self.send_response(200)
        kind = "application/json" if server.manner == "not_json" else "text/event-stream"
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        if server.manner == "not_json":
            self.wfile.write(b"<html>gateway</html>")
            return
        pieces = [server.reply[i : i + 6] for i in range(0, len(server.reply), 6)]
        for number, piece in enumerate(pieces):
            if server.manner == "cut" and number == 2:
                self.connection.close()
                return
            delta = {"role": "assistant", "content": piece}
            chunk = {
                "id": "x", "object": "chat.completion.chunk", "created": 0, "model": "m",
                "choices": [{"index": 0, "delta": delta, "finish_reason": None}],
            }  # fmt: skip
            self.wfile.write(f"data: {json.dumps(chunk)}\n\n".encode())
            self.wfile.flush()
            if server.pause:
                time.sleep(server.pause)
        self.wfile.write(b"data: [DONE]\n\n")


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, reply: str, manner: str, pause: float) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.reply = reply
        self.manner = manner
        self.pause = pause
        self.seen: list[dict[str, object]] = []
        self.release = threading.Event()

    def handle_error(self, *_: object) -> None:
        """A client that gives up is part of the tests."""


@contextmanager
def model_server(reply: str, manner: str = "well", pause: float = 0.0) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """The base URL of a server that replies so, and the requests it saw."""
    server = _Server(reply, manner, pause)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", server.seen
    finally:
        server.release.set()
        server.shutdown()
        server.server_close()
