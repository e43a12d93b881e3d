"""The real app over really ingested documents, in a real browser."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ingest.pipeline import ingest
from ingest.records.document import RowRole
from ingest.records.figure import Figure
from ingest.settings import Settings
from ingest.stores.store import open_store
from tests.ui.browser import PATIENCE, ask, chromium, fits_its_width, served, visit

pytestmark = pytest.mark.browser
expect.set_options(timeout=PATIENCE)

TARGETS = "澜川市应急管理局2026年项目支出绩效目标表.pdf"
WORKBOOK = "澜川市科学技术局2026年部门预算表.xlsx"
NARRATIVE = "澜川市司法局2026年部门预算情况说明.docx"


@dataclass(frozen=True)
class Site:
    """The running app, and a figure that its documents print: a project's total."""

    address: str
    department: str
    figure: Figure


@pytest.fixture(scope="module")
def documents(samples: Path) -> Path:
    """The documents that ship with the project."""
    return samples / "documents"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def site(documents: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The app over the targets table and the workbook of the sample city."""
    data = tmp_path_factory.mktemp("site")
    settings = Settings(data=data, embedding="none")
    report = ingest([documents / TARGETS, documents / WORKBOOK], settings, jobs=0)
    assert not report.failed
    with open_store(settings) as store:
        found = next(document for document in store.documents() if document.file_name == TARGETS)
        figure = _a_project(store.load(found.id).figures)
    with served(data, tmp_path_factory.mktemp("log") / "serve.log") as address:
        yield Site(address, str(found.department), figure)


@pytest.fixture
def empty_site(tmp_path: Path) -> Iterator[str]:
    """The app over nothing."""
    with served(tmp_path / "data", tmp_path / "serve.log") as address:
        yield address


def _a_project(figures: tuple[Figure, ...]) -> Figure:
    """The largest project of which no other has the name, the amount being in its first column."""
    items = [one for one in figures if one.role is RowRole.ITEM and one.amount and not one.is_secret]
    first = {one.row_id: one for one in reversed(items)}
    names = [one.label for one in first.values()]
    return max(
        (one for one in first.values() if names.count(one.label) == 1 and len(one.label) > 6),
        key=lambda one: one.amount.base if one.amount else 0,
    )


def _question(site: Site) -> str:
    return f"{site.department}{site.figure.year}年“{site.figure.label}”的预算是多少？"


def _framed(page: Page, inside: str) -> None:
    """The frame stands inside the picture, and the picture is drawn."""
    frame, picture = page.locator(f"{inside} .frame"), page.locator(f"{inside} img")
    expect(frame.first).to_be_visible()
    assert picture.first.evaluate("image => image.decode().then(() => image.naturalWidth)") > 100
    outer, inner = picture.first.bounding_box(), frame.first.bounding_box()
    assert outer and inner
    assert outer["x"] - 4 <= inner["x"] and inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 4
    assert inner["width"] > 8 and inner["height"] > 5


def test_ask_read_the_figure_open_the_source_see_the_frame(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        ask(page, _question(site))
        expect(page.locator(".answer .amount")).to_have_text(f"{site.figure.value:,}")
        expect(page.locator(".answer .unit")).to_have_text("万元")
        _framed(page, ".strip")
        card = page.locator(".st-key-source_1_0 button")
        expect(card).to_contain_text(f"第 {site.figure.page} 页")
        card.click()
        _framed(page, "[role=dialog] .whole")
        expect(page.locator("[role=dialog]")).to_contain_text(site.figure.label)
        expect(page.locator("[role=dialog] .whole .frame")).to_be_in_viewport()
        page.keyboard.press("Escape")
        expect(page.locator("[role=dialog]")).to_have_count(0)
        assert fits_its_width(page)


def test_frame_stands_around_the_printed_amount(site: Site, browser: Browser) -> None:
    """Inside the frame there is ink: the printed digits of the cell."""
    assert site.figure.box
    with visit(browser, site.address) as page:
        ask(page, _question(site))
        dark = page.locator(".strip img").first.evaluate(
            """async (image) => {
              await image.decode();
              const frame = image.parentElement.querySelector(".frame");
              const [outer, inner] = [image.getBoundingClientRect(), frame.getBoundingClientRect()];
              const scale = image.naturalWidth / outer.width;
              const canvas = document.createElement("canvas");
              canvas.width = inner.width * scale; canvas.height = inner.height * scale;
              const pen = canvas.getContext("2d");
              pen.drawImage(image, (outer.left - inner.left) * scale, (outer.top - inner.top) * scale);
              const pixels = pen.getImageData(0, 0, canvas.width, canvas.height).data;
              let found = 0;
              for (let at = 0; at < pixels.length; at += 4) if (pixels[at + 3] && pixels[at] < 110) found++;
              return found;
            }"""
        )
        assert dark > 40


def test_phone(site: Site, browser: Browser) -> None:
    with visit(browser, site.address, width=390) as page:
        assert fits_its_width(page)
        ask(page, _question(site))
        assert fits_its_width(page)
        expect(page.locator(".answer .amount")).to_be_in_viewport()
        page.locator(".st-key-source_1_0 button").click()
        _framed(page, "[role=dialog] .closer")
        assert fits_its_width(page)


@pytest.mark.parametrize("width", [1280, 390])
def test_long_answer_is_shown_from_its_question_on(site: Site, browser: Browser, width: int) -> None:
    with visit(browser, site.address, width=width) as page:
        ask(page, f"{site.department}有哪些项目？")
        expect(page.locator(".asked.latest h2")).to_be_in_viewport()
        ask(page, f"{site.department}金额最大的5个项目是哪些？")
        page.wait_for_timeout(2500)  # what follows the answer is drawn later and must not move it
        expect(page.locator(".asked.latest h2")).to_be_in_viewport()
        box = page.locator("[data-testid=stChatInputTextArea]")
        expect(box).to_be_in_viewport()


def test_table_is_browsed_and_a_cell_framed(site: Site, browser: Browser) -> None:
    with visit(browser, f"{site.address}/documents") as page:
        entry = page.locator(f".st-key-document_{site.figure.document_id}")
        entry.get_by_role("link", name="看表格", exact=True).click()
        grid = page.locator("[data-testid=stDataFrame] canvas").first
        grid.wait_for()
        page.wait_for_timeout(1000)
        place = grid.bounding_box()
        assert place
        across, down = place["x"] + 520, place["y"] + 35 * 1.5
        page.mouse.click(across, down)
        _framed(page, ".strip")
        page.mouse.move(across, down + 35 * 2)
        page.mouse.down()
        page.mouse.move(across, down + 35 * 4, steps=6)
        page.mouse.up()
        expect(page.locator(".sums")).to_contain_text("合计")
        expect(page.locator(".sums")).to_contain_text("3 个数")


def test_table_fits_a_phone(site: Site, browser: Browser) -> None:
    with visit(browser, f"{site.address}/tables?document={site.figure.document_id}", width=390) as page:
        page.locator("[data-testid=stDataFrame] canvas").first.wait_for()
        assert fits_its_width(page)


def test_answer_is_checked_again_where_the_visitor_looks(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        ask(page, f"{site.department}金额超过100万的项目合计多少？")
        page.wait_for_timeout(3000)
        page.get_by_role("button", name="验算", exact=True).click()
        expect(page.locator(".checked .good")).to_have_count(2)
        expect(page.locator(".checked .bad")).to_have_count(0)
        page.wait_for_timeout(2500)
        expect(page.locator(".checked")).to_be_in_viewport()


def test_wrong_number_is_reported(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        ask(page, _question(site))
        page.get_by_text("数字不对？").click()
        page.get_by_label("哪里不对").fill("与纸质文件不同")
        page.get_by_role("button", name="提交", exact=True).click()
        expect(page.get_by_text("已提交，谢谢")).to_be_visible()
        page.get_by_role("link", name="核对", exact=True).click()
        page.get_by_text("读者反映的 1 处").click()
        expect(page.get_by_text("与纸质文件不同")).to_be_visible()


def test_question_in_the_address_is_asked(site: Site, browser: Browser) -> None:
    with visit(browser, f"{site.address}/?q={_question(site)}") as page:
        expect(page.locator(".answer .amount")).to_have_text(f"{site.figure.value:,}")


def test_example_is_answered(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        page.locator(".st-key-examples button").first.click()
        expect(page.locator(".asked h2")).to_be_visible()
        expect(page.locator(".answer")).to_be_visible()
        expect(page.locator(".answer.held")).to_have_count(0)


def test_workbook_source_shows_the_cell_among_its_neighbours(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        ask(page, "澜川市科学技术局2026年收入总计是多少")
        shown = page.locator(".answer .amount").inner_text()
        page.locator(".st-key-source_1_0 button").click()
        marked = page.locator("[role=dialog] td.marked")
        expect(marked).to_be_visible()
        assert marked.inner_text().replace(",", "") == shown.replace(",", "")


def test_rows_and_conversation_are_downloaded(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        ask(page, _question(site))
        for key, kind in (
            ("csv_1", ".csv"),
            ("xlsx_1", ".xlsx"),
            ("docx_1", ".docx"),
            ("all_docx", ".docx"),
            ("all_xlsx", ".xlsx"),
            ("markdown", ".md"),
        ):
            with page.expect_download() as download:
                page.locator(f".st-key-{key} button").click()
            assert download.value.suggested_filename.endswith(kind)
            assert Path(download.value.path()).stat().st_size > 50


def test_answer_is_copied(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        ask(page, _question(site))
        page.get_by_role("button", name="复制答案").click()
        expect(page.get_by_role("button", name="已复制")).to_be_visible()
        assert f"{site.figure.value:,}" in page.evaluate("navigator.clipboard.readText()")


def test_keyboard_alone_is_enough(site: Site, browser: Browser) -> None:
    with visit(browser, site.address) as page:
        expect(page.locator(".st-key-examples button").first).to_be_visible()
        page.locator("[data-testid=stChatInputTextArea]").focus()
        page.keyboard.type(_question(site))
        page.keyboard.press("Enter")
        card = page.locator(".st-key-source_1_0 button")
        card.focus()
        page.keyboard.press("Enter")
        expect(page.locator("[role=dialog]")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("[role=dialog]")).to_have_count(0)


def test_dark_follows_the_system(site: Site, browser: Browser) -> None:
    with visit(browser, site.address, scheme="dark") as page:
        light = page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        assert sum(int(part) for part in light.removeprefix("rgb(").rstrip(")").split(",")[:3]) < 150


def test_empty_app_takes_documents_in_and_answers(
    empty_site: str, browser: Browser, documents: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 nothing more")
    named = tmp_path / NARRATIVE
    shutil.copyfile(documents / NARRATIVE, named)
    with visit(browser, empty_site) as page:
        expect(page.locator(".opening")).to_contain_text("还没有读入文件")
        page.get_by_role("link", name="去“文件”页读入").click()
        page.locator("input[type=file]").set_input_files([named, broken])
        page.get_by_role("button", name="读入这 2 份").click()
        expect(page.locator(".entry")).to_contain_text(NARRATIVE)
        expect(page.locator(".st-key-not_read")).to_contain_text("broken.pdf")
        page.get_by_role("button", name="不再提示").click()
        expect(page.locator(".st-key-not_read")).to_have_count(0)
        page.get_by_role("link", name="提问", exact=True).click()
        ask(page, "澜川市司法局2026年“三公”经费预算是多少")
        expect(page.locator(".answer .amount")).to_be_visible()
        page.locator(".st-key-source_1_0 button").click()
        expect(page.locator("[role=dialog] .marked").first).to_be_visible()
        page.keyboard.press("Escape")
        page.get_by_role("link", name="文件", exact=True).click()
        page.locator("[class*=st-key-document_] [data-testid=stPopover] button").first.click()
        page.locator("[data-testid=stPopoverBody] button", has_text="移除").click()
        expect(page.locator(".entry")).to_have_count(0)
