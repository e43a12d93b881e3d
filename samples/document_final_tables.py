"""The nine tables of a department's final account (公开01 to 公开09), with their rows of line and column numbers."""

from collections.abc import Sequence
from decimal import Decimal

from samples.classification import FUNCTIONS
from samples.facts_emergency import facts
from samples.final_account import (
    CARRIED_IN,
    CARRIED_OUT,
    DAILY_LINES,
    FINAL_CLASSES,
    NAMES,
    OTHER_INCOME,
    STAFF_LINES,
    daily_cost,
    staff_cost,
)
from samples.grid import Cell, Ruled, draw, head, label, number
from samples.model_emergency import DEPARTMENT, book
from samples.money import blank, printed
from samples.ordinals import ordinal
from samples.paper import Paper


class FinalTables:
    """Prints the nine tables of the 2025 final account."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.book = book("final")
        self.granted = self.book.granted()

    def write(self) -> None:
        """All nine, upright or landscape as their width asks."""
        self.balance()
        self.income()
        self.spending()
        self.granted_balance()
        self.by_function()
        self.basic()
        self.public()
        self.nil(8, "政府性基金预算财政拨款收入支出决算表", "政府性基金预算财政拨款收入和支出")
        self.nil(9, "国有资本经营预算财政拨款支出决算表", "国有资本经营预算财政拨款支出")

    def _open(self, place: int, title: str, landscape: bool) -> None:
        self.paper.page("A4", landscape=landscape, margin=48)
        if place == 1:
            self.paper.part("第二部分 2025年度部门决算表", 18, after=8)
        self.paper.places[title] = self.paper.number
        self.paper.caption = (title, f"公开{place:02d}表", "万元")
        self.paper.centered(title, 15, after=8)
        self.paper.right(f"公开{place:02d}表", 9.5, after=2)
        self.paper.both(f"部门：{DEPARTMENT}", "金额单位：万元", 9.5)

    def _note(self, words: str) -> None:
        self.paper.y -= 2
        for place, line in enumerate(words.split("\n")):
            self.paper.left(("注：" if place == 0 else "") + line, 9, after=3)

    def balance(self) -> None:
        """公开01表: both halves with line numbers."""
        self._open(1, "收入支出决算总表", landscape=False)
        grant = printed(self.granted.sum())
        names = [
            "一般公共预算财政拨款收入",
            "政府性基金预算财政拨款收入",
            "国有资本经营预算财政拨款收入",
            "上级补助收入",
        ]
        names += ["事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
        amounts = [grant, *[""] * 6, printed(OTHER_INCOME)]
        right = [(name, blank(self.book.function(code))) for name, code in FINAL_CLASSES]
        right += [("债务还本支出", ""), ("债务付息支出", ""), ("抗疫特别国债安排的支出", "")]
        body = []
        for place in range(len(right)):
            had = place < len(names)
            name = f"{ordinal(place + 1)}、{names[place]}" if had else ""
            body.append(
                [
                    label(name),
                    head(str(place + 1)),
                    number(amounts[place] if had else ""),
                    label(f"{ordinal(place + 1)}、{right[place][0]}"),
                    head(str(place + 32)),
                    number(right[place][1]),
                ]
            )
        income = self.granted.sum() + OTHER_INCOME
        whole = printed(income + CARRIED_IN)
        ends = (
            ("本年收入合计", printed(income), "本年支出合计", printed(self.book.sum())),
            ("使用非财政拨款结余（含专用结余）", "", "结余分配", ""),
            ("年初结转和结余", printed(CARRIED_IN), "年末结转和结余", printed(CARRIED_OUT)),
            ("总计", whole, "总计", whole),
        )
        for place, (left, got, rest, spent) in enumerate(ends, len(right) + 1):
            body.append([head(left), head(str(place)), number(got), head(rest), head(str(place + 31)), number(spent)])
        header = (
            (head("收入", span=3), None, None, head("支出", span=3), None, None),
            tuple(head(name) for name in ("项目", "行次", "决算数", "项目", "行次", "决算数")),
            tuple(head(name) for name in ("栏次", "", "1", "栏次", "", "2")),
        )
        draw(self.paper, Ruled((30, 6, 15, 28, 6, 15), header, body, size=8.5, pad=3))
        self._note("本表反映部门本年度的总收支和年末结转结余情况。\n本套报表金额转换成万元时，因四舍五入可能存在尾差。")

    def _coded(self, columns: Sequence[str]) -> tuple[tuple[Cell | None, ...], ...]:
        top: list[Cell | None] = [head("项目", span=2), None, *(head(name, rows=2) for name in columns)]
        low: list[Cell | None] = [head("科目编码"), head("科目名称"), *[None] * len(columns)]
        ruler: list[Cell | None] = [head("栏次", span=2), None, *(head(str(at)) for at in range(1, len(columns) + 1))]
        return tuple(top), tuple(low), tuple(ruler)

    def _code_rows(self, codes: Sequence[str], cells: dict[str, list[str]]) -> list[list[Cell]]:
        rows = [[head("合计", span=2), *(number(text) for text in cells[""])]]
        rows += [[label(code), label(FUNCTIONS[code]), *(number(text) for text in cells[code])] for code in codes]
        return rows

    def income(self) -> None:
        """公开02表."""
        self._open(2, "收入决算表", landscape=True)
        codes = self.book.functions()
        cells = {}
        for code in ["", *codes]:
            other = OTHER_INCOME if "2240599".startswith(code) else Decimal(0)
            grant = self.granted.function(code)
            cells[code] = [blank(grant + other), blank(grant), "", "", "", "", blank(other)]
        columns = [
            "本年收入合计",
            "财政拨款收入",
            "上级补助收入",
            "事业收入",
            "经营收入",
            "附属单位上缴收入",
            "其他收入",
        ]
        rows = self._code_rows(codes, cells)
        draw(self.paper, Ruled((10, 27, 10, 10, 9, 8, 8, 9, 9), self._coded(columns), rows, size=9, pad=3))
        self._note("本表反映部门本年度取得的各项收入情况。")

    def spending(self) -> None:
        """公开03表."""
        self._open(3, "支出决算表", landscape=True)
        codes = self.book.functions()
        cells = {
            code: [
                blank(self.book.function(code)),
                blank(self.book.basic().function(code)),
                blank(self.book.projects().function(code)),
                "",
                "",
                "",
            ]
            for code in ["", *codes]
        }
        columns = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
        rows = self._code_rows(codes, cells)
        draw(self.paper, Ruled((10, 28, 11, 11, 11, 9, 9, 11), self._coded(columns), rows, size=9, pad=3))
        self._note("本表反映部门本年度各项支出情况。")

    def granted_balance(self) -> None:
        """公开04表."""
        self._open(4, "财政拨款收入支出决算总表", landscape=True)
        grant = printed(self.granted.sum())
        names = ("一、一般公共预算财政拨款", "二、政府性基金预算财政拨款", "三、国有资本经营预算财政拨款")
        body = []
        for place, (name, code) in enumerate(FINAL_CLASSES, 1):
            amount = blank(self.granted.function(code))
            body.append(
                [
                    label(names[place - 1] if place <= 3 else ""),
                    head(str(place)),
                    number(grant if place == 1 else ""),
                    label(f"{ordinal(place)}、{name}"),
                    head(str(place + 29)),
                    number(amount),
                    number(amount),
                    number(""),
                    number(""),
                ]
            )
        ends = (
            ("本年收入合计", grant, "本年支出合计", grant),
            ("年初财政拨款结转和结余", "", "年末财政拨款结转和结余", ""),
            ("总计", grant, "总计", grant),
        )
        for place, (left, had, rest, spent) in enumerate(ends, len(FINAL_CLASSES) + 1):
            cells = [head(left), head(str(place)), number(had), head(rest), head(str(place + 29))]
            body.append([*cells, number(spent), number(spent), number(""), number("")])
        columns = ("合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款")
        header = (
            (head("收入", span=3), None, None, head("支出", span=6), *[None] * 5),
            tuple(head(name) for name in ("项目", "行次", "决算数", "项目", "行次", *columns)),
            tuple(head(name) for name in ("栏次", "", "1", "栏次", "", "2", "3", "4", "5")),
        )
        draw(self.paper, Ruled((21, 5, 11, 22, 5, 10, 10, 10, 10), header, body, size=8.5, pad=2.5))
        self._note("本表反映部门本年度财政拨款的总收支和年末财政拨款结转结余情况。")

    def by_function(self) -> None:
        """公开05表."""
        self._open(5, "一般公共预算财政拨款支出决算表", landscape=False)
        codes = self.granted.functions()
        cells = {
            code: [
                blank(self.granted.function(code)),
                blank(self.granted.basic().function(code)),
                blank(self.granted.projects().function(code)),
            ]
            for code in ["", *codes]
        }
        rows = self._code_rows(codes, cells)
        header = self._coded(["小计", "基本支出", "项目支出"])
        draw(self.paper, Ruled((13, 39, 16, 16, 16), header, rows, size=9, pad=3))
        self._note("本表反映部门本年度一般公共预算财政拨款支出情况。")

    def basic(self) -> None:
        """公开06表: staff and daily costs by economic line, side by side, closing with their two totals."""
        self._open(6, "一般公共预算财政拨款基本支出决算明细表", landscape=False)
        basic = self.granted.basic()

        def cells(lines: Sequence[str], place: int) -> list[Cell]:
            if place >= len(lines):
                return [label(""), label(""), number("")]
            code = lines[place]
            return [label(code), label(NAMES[code]), number(blank(basic.economic(code)))]

        body = [
            [*cells(STAFF_LINES, place), *cells(DAILY_LINES, place)]
            for place in range(max(len(STAFF_LINES), len(DAILY_LINES)))
        ]
        staff, daily = printed(staff_cost(self.granted)), printed(daily_cost(self.granted))
        body.append([head("人员经费合计", span=2), number(staff), head("公用经费合计", span=2), number(daily)])
        header = (
            (head("人员经费", span=3), None, None, head("公用经费", span=3), None, None),
            tuple(head(name) for name in ("科目编码", "科目名称", "决算数") * 2),
        )
        draw(self.paper, Ruled((10, 26, 14, 10, 26, 14), header, body, size=8.5, pad=3))
        self._note("本表反映部门本年度一般公共预算财政拨款基本支出明细情况。")

    def public(self) -> None:
        """公开07表: one line, budget and outturn of the three public items."""
        self._open(7, "财政拨款“三公”经费支出决算表", landscape=True)
        cells = []
        for key in ("last", "final"):
            here = facts(key)
            amounts = (here.public, here.abroad, here.cars, here.buy, here.run, here.host)
            cells += [number(printed(amount)) for amount in amounts]
        half: tuple[Cell | None, ...] = (
            head("合计", rows=2),
            head("因公出国（境）费", rows=2),
            head("公务用车购置及运行维护费", span=3),
            None,
            None,
            head("公务接待费", rows=2),
        )
        low: tuple[Cell | None, ...] = (
            None,
            None,
            head("小计"),
            head("公务用车购置费"),
            head("公务用车运行维护费"),
            None,
        )
        header = (
            (head("预算数", span=6), *[None] * 5, head("决算数", span=6), *[None] * 5),
            (*half, *half),
            (*low, *low),
            tuple(head(str(place)) for place in range(1, 13)),
        )
        draw(self.paper, Ruled([1] * 12, header, [cells], size=9, pad=4))
        self._note("本表反映部门本年度财政拨款“三公”经费支出预决算情况。其中，预算数为当年年初预算数。")

    def nil(self, place: int, title: str, what: str) -> None:
        """公开08表 and 公开09表: headings, and a note that there is nothing."""
        self._open(place, title, landscape=False)
        columns = ["年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余"]
        if place == 9:
            columns = ["合计", "基本支出", "项目支出"]
        rows = [[head("合计", span=2), *(number("") for _ in columns)]]
        draw(
            self.paper, Ruled((14, 24, *[62 / len(columns)] * len(columns)), self._coded(columns), rows, size=9, pad=4)
        )
        self._note(f"{DEPARTMENT}2025年度没有{what}，故本表无数据。")
