import socket
from pathlib import Path

import pytest

from ui.cli_words import CallError
from ui.serve import LOOK, look, must_be_free, port_of_environment, reachable

ROOT = Path(__file__).resolve().parents[2]


def test_port_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PORT", raising=False)
    assert port_of_environment() == 8501
    monkeypatch.setenv("PORT", "9000")
    assert port_of_environment() == 9000


@pytest.mark.parametrize("named", ["http", "0", "70000", "-1"])
def test_a_port_that_is_none_is_an_error_of_the_call(monkeypatch: pytest.MonkeyPatch, named: str) -> None:
    monkeypatch.setenv("PORT", named)
    with pytest.raises(CallError):
        port_of_environment()


def test_address_is_one_a_visitor_can_open() -> None:
    assert reachable("0.0.0.0") == "localhost"
    assert reachable("192.0.2.7") == "192.0.2.7"


def test_nothing_is_sent_and_no_developer_menu() -> None:
    options = look()
    assert options["browser.gatherUsageStats"] is False
    assert options["client.toolbarMode"] == "minimal"
    assert options["theme.light.backgroundColor"]


def test_both_ways_to_start_look_the_same() -> None:
    assert LOOK.read_text("utf-8") == (ROOT / ".streamlit" / "config.toml").read_text("utf-8")


def test_a_taken_port_is_an_error_of_the_call() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(CallError):
            must_be_free("127.0.0.1", taken.getsockname()[1])
