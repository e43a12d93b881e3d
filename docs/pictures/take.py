"""``make screenshots``: the pictures of the README, taken from the real app over the shipped samples."""

import tempfile
from pathlib import Path

from playwright.sync_api import Page

from ingest.pipeline import ingest
from ingest.settings import Settings
from tests.ui.browser import ask, chromium, served, visit

ROOT = Path(__file__).resolve().parents[2]
PICTURES = Path(__file__).resolve().parent

FIGURE = "澜川市应急管理局2026年“三公”经费预算是多少？"
RANK = "澜川市应急管理局2026年金额最大的五个项目是哪些？"


def main() -> None:
    """Ingests the samples into a temporary folder and takes every picture."""
    with tempfile.TemporaryDirectory(prefix="budget-pictures-") as folder:
        data = Path(folder) / "data"
        report = ingest([ROOT / "samples" / "documents"], Settings(data=data, embedding="none"))
        assert not report.failed, report.failed
        with served(data, Path(folder) / "serve.log") as address, chromium() as browser:
            with visit(browser, address) as page:
                _take(page, "opening")
                ask(page, FIGURE)
                _take(page, "answer")
                page.locator(".st-key-source_1_0 button").click()
                page.locator("[role=dialog] .whole .frame").wait_for()
                _take(page, "source")
            with visit(browser, address) as page:
                ask(page, RANK)
                _take(page, "list")
                page.get_by_role("link", name="文件", exact=True).click()
                page.locator(".entry").first.wait_for()
                _take(page, "documents")
            with visit(browser, address, width=390) as page:
                ask(page, FIGURE)
                _take(page, "phone")


def _take(page: Page, name: str) -> None:
    page.wait_for_timeout(1200)  # pictures of pages fade in
    page.screenshot(path=PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
