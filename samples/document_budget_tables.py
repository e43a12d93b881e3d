"""The twelve tables of a department budget, in the order and columns of the southern form."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from samples.books import GRANT, OTHER, Book
from samples.classification import CLASSES, ECONOMIC, FUNCTIONS
from samples.facts_emergency import Facts, operating
from samples.grid import Cell, Ruled, draw, head, label, number
from samples.model_emergency import DEPARTMENT, Project, granted, listed, units
from samples.money import ZERO, printed
from samples.ordinals import ordinal
from samples.paper import Paper

Printer = Callable[[Decimal], str]
NO_NOTE = "注：无。"
NIL_NOTE = "注：本表本年无发生额。"
TAIL_NOTE = (
    "注：财政拨款收支情况包括一般公共预算、政府性基金预算、国有资本经营预算拨款收支情况。\n"
    "本套报表金额单位转换时可能存在尾数误差。"
)


class Tables:
    """Prints the tables of one book; ``show`` says how an amount of nothing is printed (0.00 or blank)."""

    def __init__(self, paper: Paper, key: str, book: Book, facts: Facts, show: Printer = printed) -> None:
        self.paper, self.key, self.book, self.facts, self.show = paper, key, book, facts, show

    def write(self) -> None:
        """All twelve, one after another, each on a fresh landscape sheet."""
        self.balance()
        self.income()
        self.spending()
        self.granted_balance()
        self.by_function()
        self.by_economic(6, "一般公共预算基本支出情况表（按经济分类科目）", self.book.granted().basic())
        self.by_economic(7, "一般公共预算项目支出情况表（按经济分类科目）", self.book.granted().projects())
        self.public()
        self.nil(9, "政府性基金预算支出情况表", "政府性基金预算支出")
        self.nil(10, "国有资本经营预算支出情况表", "国有资本经营预算支出")
        self.basic_by_unit()
        self.projects()

    def _open(self, place: int, title: str) -> None:
        if self.paper.kind[1] is False or place > 1:
            self.paper.page("A4", landscape=True, margin=42)
        if place == 1:
            self.paper.part(f"第二部分 {self.book.year}年部门预算表", 18, after=6)
        self.paper.right(f"表{place}", 10.5)
        self.paper.places[title] = self.paper.number
        self.paper.caption = (title, f"表{place}", "万元")
        self.paper.centered(title, 14, after=8)
        self.paper.both(f"单位名称：{DEPARTMENT}", "单位：万元", 10.5)

    def _note(self, note: str) -> None:
        self.paper.y -= 2
        for line in note.split("\n"):
            self.paper.left(line, 9, after=2)

    def _rows(self, names: Sequence[str], amounts: Sequence[Decimal | None]) -> list[list[Cell]]:
        return [
            [label(name), number("" if amount is None else printed(amount))]
            for name, amount in zip(names, amounts, strict=True)
        ]

    def _halves(self, left: list[list[Cell]], right: list[list[Cell]], ends: list[list[Cell]]) -> None:
        empty = [label(""), number("")]
        rows = [
            [*(left[place] if place < len(left) else empty), *(right[place] if place < len(right) else empty)]
            for place in range(max(len(left), len(right)))
        ]
        header = (
            (head("收入", span=2), None, head("支出", span=2), None),
            (head("项目"), head("预算"), head("项目"), head("预算")),
        )
        draw(self.paper, Ruled((26, 24, 26, 24), header, [*rows, *ends]))

    def balance(self) -> None:
        """表1: income and spending side by side."""
        self._open(1, "收支总体情况表")
        granted = self.book.granted().sum()
        names = (
            "预算拨款",
            "财政专户拨款",
            "事业收入",
            "事业单位经营收入",
            "其他收入",
            "上级补助收入",
            "附属单位上缴收入",
        )
        amounts = (granted, ZERO, ZERO, ZERO, self.book.sum() - granted, ZERO, ZERO)
        left = self._rows([f"{ordinal(place)}、{name}" for place, name in enumerate(names, 1)], amounts)
        lines = [(name, self.book.function(code)) for name, code in CLASSES]
        lines += [
            (name, ZERO)
            for name in ("对附属单位补助支出", "上缴上级支出", "债务还本支出", "债务付息支出", "转移性支出")
        ]
        right = self._rows(
            [f"{ordinal(place)}、{name}" for place, (name, _) in enumerate(lines, 1)], [amount for _, amount in lines]
        )
        whole = printed(self.book.sum())
        ends = [
            [head("本年收入合计"), number(whole), head("本年支出合计"), number(whole)],
            [label("上年结转结余"), number("0.00"), label("结转结余下年"), number("0.00")],
            [head("收入总计"), number(whole), head("支出总计"), number(whole)],
        ]
        self._halves(left, right, ends)
        self._note(TAIL_NOTE)

    def income(self) -> None:
        """表2: income by unit and kind of fund, header of two levels."""
        self._open(2, "收入总体情况表")
        header = (
            (
                head("单位名称", rows=2),
                head("合计", rows=2),
                head("财政拨款收入", span=3),
                None,
                None,
                head("财政专户拨款收入", span=2),
                None,
                head("其他资金收入", span=3),
                None,
                None,
                head("上级补助收入", rows=2),
                head("附属单位上缴收入", rows=2),
                head("上年结转结余", rows=2),
            ),
            (
                None,
                None,
                head("一般公共预算"),
                head("政府性基金预算"),
                head("国有资本经营预算"),
                head("教育收费"),
                head("其他专户收入拨款"),
                head("事业收入"),
                head("事业单位经营收入"),
                head("其他收入"),
                None,
                None,
                None,
            ),
        )
        books = [("合计", self.book), *((unit.name, self.book.of(unit.name)) for unit in units())]
        body = []
        for place, (name, book) in enumerate(books):
            other = book.sum(lambda entry: entry.source == OTHER)
            amounts = (book.sum(), book.granted().sum(), ZERO, ZERO, ZERO, ZERO, ZERO, ZERO, other, ZERO, ZERO, ZERO)
            first = head(name) if place == 0 else label(name, 0.5)
            body.append([first, *(number(self.show(amount)) for amount in amounts)])
        draw(self.paper, Ruled((22, 8.5, 8.5, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6), header, body, size=8.5, pad=3))
        self._note(NO_NOTE)

    def spending(self) -> None:
        """表3: spending by functional code, basic against projects."""
        self._open(3, "本年支出总体情况表")
        header = (
            (
                head("功能分类科目", span=2),
                None,
                *(head(name, rows=2) for name in ("合计", "基本支出", "项目支出")),
                *(head(name, rows=2) for name in ("事业单位经营支出", "对附属单位补助支出", "上缴上级支出")),
            ),
            (head("科目编码"), head("科目名称"), None, None, None, None, None, None),
        )
        body = [[label(""), head("合计"), *self._split(self.book, "", 3)]]
        for code in self.book.functions():
            depth = len(code) // 2 - 1
            body.append([label(code), label(FUNCTIONS[code], depth), *self._split(self.book, code, 3)])
        draw(self.paper, Ruled((12, 22, 11, 11, 11, 11, 11, 11), header, body, size=9, pad=3))
        self._note(NO_NOTE)

    def _split(self, book: Book, code: str, empty: int = 0) -> list[Cell]:
        amounts = [book.function(code), book.basic().function(code), book.projects().function(code)]
        return [number(self.show(amount)) for amount in [*amounts, *[ZERO] * empty]]

    def granted_balance(self) -> None:
        """表4: what the treasury pays, side by side."""
        self._open(4, "财政拨款收支总体情况表")
        granted = self.book.granted()
        names = ("一、一般公共预算", "二、政府性基金预算", "三、国有资本经营预算")
        left = self._rows(names, (granted.sum(), ZERO, ZERO))
        lines = [(name, granted.function(code)) for name, code in CLASSES]
        lines += [(name, ZERO) for name in ("债务还本支出", "债务付息支出", "转移性支出")]
        right = self._rows(
            [f"{ordinal(place)}、{name}" for place, (name, _) in enumerate(lines, 1)], [amount for _, amount in lines]
        )
        whole = printed(granted.sum())
        ends = [
            [head("本年收入合计"), number(whole), head("本年支出合计"), number(whole)],
            [label(""), number(""), label("二十七、结转下年"), number("0.00")],
            [head("收入总计"), number(whole), head("支出总计"), number(whole)],
        ]
        self._halves(left, right, ends)
        self._note(NO_NOTE)

    def by_function(self) -> None:
        """表5: general public budget by functional code, code and name in one cell."""
        self._open(5, "一般公共预算支出情况表（按功能分类科目）")
        header = (
            (head("功能科目名称", rows=2), head("一般公共预算支出", span=3), None, None),
            (None, head("小计"), head("其中：基本支出"), head("项目支出")),
        )
        granted = self.book.granted()
        body = [[head("合计"), *self._split(granted, "")]]
        for code in granted.functions():
            body.append([label(f"[{code}]{FUNCTIONS[code]}", len(code) // 2 - 1), *self._split(granted, code)])
        draw(self.paper, Ruled((40, 20, 20, 20), header, body))
        self._note(NO_NOTE)

    def by_economic(self, place: int, title: str, book: Book) -> None:
        """表6 and 表7: by economic code."""
        self._open(place, title)
        body = [[head("合计"), number(printed(book.sum()))]]
        for code in book.economics():
            body.append([label(f"[{code}]{ECONOMIC[code]}", len(code) // 2 - 1), number(printed(book.economic(code)))])
        draw(self.paper, Ruled((50, 50), ((head("部门预算支出经济科目"), head("预算")),), body))
        self._note(NO_NOTE)

    def public(self) -> None:
        """表8: running costs and the three public items as rows."""
        self._open(8, "财政拨款安排的行政经费及“三公”经费预算表")
        facts = self.facts
        rows = (
            ("行政经费", 0, operating(self.book)),
            ("“三公”经费", 0, facts.public),
            ("其中：（一）因公出国（境）支出", 1, facts.abroad),
            ("（二）公务用车购置及运行维护支出", 4, facts.cars),
            ("1.公务用车购置费", 5.5, facts.buy),
            ("2.公务用车运行维护费", 5.5, facts.run),
            ("（三）公务接待费支出", 4, facts.host),
        )
        body = [
            [label(name, indent), *(number(printed(each)) for each in (amount, amount, ZERO, ZERO))]
            for name, indent, amount in rows
        ]
        header = (tuple(head(name) for name in ("项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")),)
        draw(self.paper, Ruled((36, 16, 16, 16, 16), header, body))
        self._note(NO_NOTE)

    def nil(self, place: int, title: str, what: str) -> None:
        """表9 and 表10: nothing this year, said so by a note."""
        self._open(place, title)
        header = (
            (head("功能分类科目", span=2), None, head(what, span=3), None, None),
            (head("科目编码"), head("科目名称"), head("小计"), head("其中：基本支出"), head("项目支出")),
        )
        body = [[label(""), head("合计"), number("0.00"), number("0.00"), number("0.00")]]
        draw(self.paper, Ruled((16, 34, 16, 17, 17), header, body))
        self._note(NIL_NOTE)

    def _funds_header(self, first: str, last: str | None) -> tuple[tuple[Cell | None, ...], ...]:
        top: list[Cell | None] = [head(first, rows=2), head("总计", rows=2), head("财政拨款", span=4), None, None, None]
        names = ("合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
        low: list[Cell | None] = [None, None, *(head(name) for name in names)]
        for name in ("财政专户拨款", "其他资金", *((last,) if last else ())):
            top.append(head(name, rows=2))
            low.append(None)
        return tuple(top), tuple(low)

    def _funds(self, book: Book) -> list[Cell]:
        granted = book.sum(lambda entry: entry.source == GRANT)
        amounts = (book.sum(), granted, granted, ZERO, ZERO, ZERO, book.sum() - granted)
        return [number(printed(amount)) for amount in amounts]

    def basic_by_unit(self) -> None:
        """表11: basic expenditure of every unit."""
        self._open(11, "部门预算基本支出预算表")
        body = [[head("合计"), *self._funds(self.book.basic())]]
        for unit in units():
            own = self.book.basic().of(unit.name)
            name = f"{unit.name}（本级）" if unit.name == DEPARTMENT else unit.name
            body.append([label(name), *self._funds(own)])
            for code in ("301", "302", "303", "310"):
                part = own.under(code)
                if part.entries:
                    body.append([label(ECONOMIC[code], 1), *self._funds(part)])
        header = self._funds_header("支出项目类别（资金使用单位）", None)
        draw(self.paper, Ruled((23, 12, 12, 12, 11, 12, 10, 10), header, body))
        self._note(NO_NOTE)

    def projects(self) -> None:
        """表12: every project of every unit with its goal."""
        self._open(12, "部门预算项目支出及其他支出预算表")
        body = [[head("合计"), *self._funds(self.book.projects()), label("")]]
        for unit in units():
            body.append([label(unit.name), *self._funds(self.book.projects().of(unit.name)), label("")])
            body += [self._project(each) for each in listed(self.key, unit.name) if not each.transfer]
        header = self._funds_header("支出项目类别（资金使用单位）", "绩效目标")
        draw(self.paper, Ruled((18, 8.5, 8.5, 8.5, 7.5, 7.5, 6, 6, 32), header, body, size=8.5, pad=3))
        self._note(NO_NOTE)

    def _project(self, project: Project) -> list[Cell]:
        paid = granted(project, self.key)
        amounts = (project.amounts[self.key] or ZERO, paid, paid, ZERO, ZERO, ZERO, project.own[self.key])
        return [label(project.name, 1), *(number(printed(each)) for each in amounts), label(project.goal)]
