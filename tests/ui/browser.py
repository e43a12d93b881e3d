"""A real Chromium and a really running app for the browser tests."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 60_000  # milliseconds; machines that run tests are slow and shared


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser; without one the test is skipped, on CI it fails."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        reason = "No Chromium on this machine: install it (Debian: apt-get install chromium)."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def served(data: Path, log: Path) -> Iterator[str]:
    """The app as ``budget-assistant serve`` runs it, over a data folder; gives its address."""
    port = free_port()
    command = [sys.executable, "-m", "ui", "serve", "--data", str(data), "--port", str(port)]
    environment = {**os.environ, "BUDGET_EMBEDDING": "none"}
    with log.open("wb") as stream:
        running = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=stream, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_stcore/health", running, log)
        yield address
    finally:
        running.terminate()
        try:
            running.wait(10)
        except subprocess.TimeoutExpired:
            running.kill()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, running: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(240):
        if running.poll() is not None:
            pytest.fail(f"The app did not start:\n{log.read_text('utf-8')}")
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail(f"The app did not answer:\n{log.read_text('utf-8')}")


@contextmanager
def visit(browser: Browser, address: str, width: int = 1280, scheme: str = "light") -> Iterator[Page]:
    """A visitor's page; any request that leaves this machine fails the test, any fault of a script too."""
    context = browser.new_context(
        viewport={"width": width, "height": 900 if width > 600 else 844},
        color_scheme=scheme,  # type: ignore[arg-type]
        accept_downloads=True,
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    left: list[str] = []
    faults: list[str] = []
    page.on("request", lambda request: left.append(request.url) if _leaves(request.url) else None)
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address)
    page.locator(".st-key-masthead").wait_for()
    yield page
    context.close()
    assert left == [], f"The page reaches for the network: {left}"
    assert faults == []


def _leaves(url: str) -> bool:
    return not re.match(r"(https?|wss?)://(127\.0\.0\.1|localhost)[:/]|data:|blob:|about:", url)


def ask(page: Page, question: str) -> None:
    """Type a question and wait until its answer stands on the page with everything that goes with it."""
    before = page.locator(".asked .count").count()
    box = page.locator("[data-testid=stChatInputTextArea]")
    box.fill(question)
    box.press("Enter")
    page.locator(".asked .count").nth(before).wait_for()
    page.locator(".st-key-actions_all").wait_for()


def fits_its_width(page: Page) -> bool:
    """Whether nothing on the page is wider than the screen."""
    return bool(
        page.evaluate("document.documentElement.scrollWidth <= innerWidth && document.body.scrollWidth <= innerWidth")
    )
