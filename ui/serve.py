"""Starts the web app: streamlit, launched from our own settings, with nothing sent anywhere."""

import os
import socket
import tomllib
from collections.abc import Mapping
from pathlib import Path

from ingest.messages import say
from ingest.settings import Settings
from ui.cli_words import CallError

APP = Path(__file__).with_name("app.py")
LOOK = Path(__file__).parent / "web" / "look.toml"
HOST = "127.0.0.1"
PORT = 8501


def serve(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """Run the web app until it is stopped, and print its address; without ``port`` the environment's counts."""
    from streamlit.web import bootstrap

    from ui.web import opened

    opened.use(settings)
    address, number = host or HOST, port or port_of_environment()
    must_be_free(address, number)
    options = look() | {"server.address": address, "server.port": number, "global.developmentMode": False}
    flags = {name.replace(".", "_"): value for name, value in options.items()}
    bootstrap.load_config_options(flags)
    print(say("ui.serving", settings.language, address=f"http://{reachable(address)}:{number}"), flush=True)
    bootstrap.run(str(APP), False, [], flags)


def port_of_environment(otherwise: int = PORT) -> int:
    """The port that the environment's ``PORT`` names, else ``otherwise``; raises CallError where it is no port."""
    named = os.environ.get("PORT", "").strip()
    if not named:
        return otherwise
    if not named.isdecimal() or not 0 < int(named) < 65536:
        raise CallError("cli.wrong", reason=f"PORT={named}")
    return int(named)


def must_be_free(address: str, port: int) -> None:
    """Raise CallError where somebody else listens on a port."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as fault:
            raise CallError("ui.port_taken", port=port, reason=fault.strerror or str(fault)) from fault


def reachable(address: str) -> str:
    """The name under which a visitor on this machine reaches an address."""
    return "localhost" if address in {"0.0.0.0", "127.0.0.1", "::"} else address


def look() -> dict[str, object]:
    """The options of ``look.toml`` by dotted name."""
    return _flat(tomllib.loads(LOOK.read_text("utf-8")))


def _flat(options: Mapping[str, object], above: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for name, value in options.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{above}{name}.")
        else:
            found[f"{above}{name}"] = value
    return found
