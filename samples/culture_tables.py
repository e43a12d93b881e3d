"""The nine tables of 澜川市文化广电旅游局 in 元: codes over three columns, headers repeated on some tables only."""

from decimal import Decimal

from samples import model_culture as model
from samples.books import CAREER, GRANT, OTHER, Book
from samples.classification import ECONOMIC, FUNCTIONS
from samples.grid import Cell, Ruled, draw, head, label, number
from samples.paper import Paper

STAFF = ("301", "303")
NARROW = (4.5, 4.5, 4.5)


def whole(amount: Decimal) -> str:
    """Whole 元 with separators; zero is 0."""
    return f"{amount:,.0f}"


def some(amount: Decimal) -> str:
    """As ``whole``, blank where there is nothing."""
    return whole(amount) if amount else ""


class CultureTables:
    """Prints the tables one after another on landscape sheets."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.book = model.book()
        self.granted = self.book.granted()
        self.classes = [code for code in self.book.functions() if len(code) == 3]

    def write(self) -> None:
        """All nine."""
        self.balance()
        self.by_function("2026年部门收入预算总表", "收入预算", repeat=False)
        self.by_function("2026年部门支出预算总表", "支出预算", repeat=True)
        self.granted_balance()
        self.by_function("2026年部门一般公共预算支出功能分类预算表", "一般公共预算支出", repeat=False)
        self.nil("政府性基金")
        self.nil("国有资本经营")
        self.basic()
        self.public()

    def _open(self, title: str, unit: str = "元") -> None:
        self.paper.page("A4", landscape=True, margin=60)
        self.paper.places[title] = self.paper.number
        self.paper.caption = (title, "", unit)
        self.paper.centered(title, 15, bold=False, after=10)
        self.paper.both(f"编制部门：{model.DEPARTMENT}", f"单位：{unit}", 10)

    def balance(self) -> None:
        """Income and spending side by side, with empty lines below."""
        self._open("2026年部门财务收支预算总表")
        kinds = {kind: self.book.paid(kind).sum() for kind in (GRANT, CAREER, OTHER)}
        left = [
            ("一、财政拨款收入", some(kinds[GRANT])),
            ("1. 一般公共预算资金", some(kinds[GRANT])),
            ("2. 政府性基金", ""),
            ("3. 国有资本经营预算", ""),
            ("二、事业收入", some(kinds[CAREER])),
            ("三、事业单位经营收入", ""),
            ("四、其他收入", some(kinds[OTHER])),
            *[("", "")] * 2,
        ]
        right = [
            (f"{'一二三四五'[place]}、{FUNCTIONS[code]}", some(self.book.function(code)))
            for place, code in enumerate(self.classes)
        ]
        right += [("", "")] * (len(left) - len(right))
        body = [
            [label(name), number(amount), label(other), number(spent)]
            for (name, amount), (other, spent) in zip(left, right, strict=True)
        ]
        sums = whole(self.book.sum())
        body.append([head("收入总计"), number(sums), head("支出总计"), number(sums)])
        header = (
            (head("本年收入", span=2), None, head("本年支出", span=2), None),
            (head("项目"), head("预算数"), head("项目"), head("预算数")),
        )
        draw(self.paper, Ruled((30, 20, 30, 20), header, body, size=10, pad=5))

    def by_function(self, title: str, what: str, repeat: bool) -> None:
        """A table by functional code with 类, 款 and 项 in columns of their own."""
        self._open(title)
        if what == "收入预算":
            names = ["合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"]
        else:
            names = ["合计", "基本支出", "项目支出"]
        book = self.granted if what == "一般公共预算支出" else self.book
        rows = []
        for code in book.functions():
            parts = [code[:3], code[3:5], code[5:7]]
            amounts = self._amounts(book, code, what)
            rows.append([*(head(part) for part in parts), label(FUNCTIONS[code]), *(number(each) for each in amounts)])
        rows.append([head("合计", span=4), *(number(each) for each in self._amounts(book, "", what))])
        columns = len(names)
        header: tuple[tuple[Cell | None, ...], ...] = (
            (head("项目", span=4), None, None, None, head(what, span=columns), *[None] * (columns - 1)),
            (
                head("功能分类科目编码", span=3),
                None,
                None,
                head("功能分类科目名称", rows=2),
                *(head(name, rows=2) for name in names),
            ),
            (head("类"), head("款"), head("项"), None, *[None] * columns),
        )
        widths = (*NARROW, 30, *[56.5 / columns] * columns)
        draw(self.paper, Ruled(widths, header, rows, size=9.5, pad=4, repeat_header=repeat))

    def _amounts(self, book: Book, code: str, what: str) -> list[str]:
        if what == "收入预算":
            grant, career, other = (book.paid(kind).function(code) for kind in (GRANT, CAREER, OTHER))
            return [whole(each) for each in (grant + career + other, grant, career, Decimal(0), other)]
        parts = (book.function(code), book.basic().function(code), book.projects().function(code))
        return [whole(each) for each in parts]

    def granted_balance(self) -> None:
        """What the treasury pays: income against spending by fund."""
        self._open("2026年部门财政拨款收支预算总表")
        names = ("一、一般公共预算资金", "二、政府性基金", "三、国有资本经营预算")
        body = []
        for place in range(max(len(names), len(self.classes))):
            name = names[place] if place < len(names) else ""
            spent = some(self.granted.function(self.classes[place])) if place < len(self.classes) else ""
            title = f"{'一二三四五'[place]}、{FUNCTIONS[self.classes[place]]}" if place < len(self.classes) else ""
            got = whole(self.granted.sum()) if place == 0 else ""
            cells = [number(spent), number(spent), number(""), number("")]
            body.append([label(name), number(got), label(title), *cells])
        sums = whole(self.granted.sum())
        body.append(
            [head("收入总计"), number(sums), head("支出总计"), number(sums), number(sums), number(""), number("")]
        )
        header = (
            (head("财政拨款收入", span=2), None, head("财政拨款支出", span=5), None, None, None, None),
            tuple(
                head(name)
                for name in ("项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算")
            ),
        )
        draw(self.paper, Ruled((20, 14, 22, 12, 12, 10, 10), header, body, size=9.5, pad=5))

    def nil(self, fund: str) -> None:
        """A fund that is not used: an empty line and a note."""
        self._open(f"2026年部门{fund}预算支出功能分类预算表")
        header: tuple[tuple[Cell | None, ...], ...] = (
            (head("项目", span=4), None, None, None, head(f"{fund}预算支出", span=3), None, None),
            (
                head("功能分类科目编码", span=3),
                None,
                None,
                head("功能分类科目名称", rows=2),
                *(head(name, rows=2) for name in ("合计", "基本支出", "项目支出")),
            ),
            (head("类"), head("款"), head("项"), None, None, None, None),
        )
        body = [[head("合计", span=4), number(""), number(""), number("")]]
        draw(self.paper, Ruled((*NARROW, 30, 19, 19, 18.5), header, body, size=9.5, pad=5))
        self.paper.y -= 4
        self.paper.left(f"注：本部门2026年没有{fund}预算财政拨款安排的支出，故本表为空表。", 9.5)

    def basic(self) -> None:
        """Basic expenditure by economic line, staff against running costs."""
        self._open("2026年部门一般公共预算基本支出部门预算经济分类预算表")
        basic = self.granted.basic()
        zero = Decimal(0)
        rows = []
        for code in basic.economics():
            amount = basic.economic(code)
            staff, daily = (amount, zero) if code.startswith(STAFF) else (zero, amount)
            amounts = (number(whole(each)) for each in (amount, staff, daily))
            rows.append([head(code[:3]), head(code[3:]), label(ECONOMIC[code]), *amounts])
        staff = basic.economic("301") + basic.economic("303")
        sums = (basic.sum(), staff, basic.sum() - staff)
        rows.append([head("合计", span=3), *(number(whole(each)) for each in sums)])
        header: tuple[tuple[Cell | None, ...], ...] = (
            (head("项目", span=3), None, None, head("一般公共预算基本支出", span=3), None, None),
            (
                head("部门预算经济分类科目编码", span=2),
                None,
                head("经济分类科目名称", rows=2),
                *(head(name, rows=2) for name in ("合计", "人员经费", "公用经费")),
            ),
            (head("类"), head("款"), None, None, None, None),
        )
        draw(self.paper, Ruled((8, 8, 33, 17, 17, 17), header, rows, size=9.5, pad=4))

    def public(self) -> None:
        """One line in 万元: the three public items and 机关运行经费."""
        self._open("2026年部门“三公”经费和机关运行经费预算表", "万元")
        now = model.public()
        amounts = [now[name] for name in ("total", "abroad", "host", "cars", "buy", "run")]
        cells = [number(f"{amount:.2f}".rstrip("0").rstrip(".")) for amount in amounts]
        cells.append(number(f"{model.operating() / 10_000:.2f}"))
        header: tuple[tuple[Cell | None, ...], ...] = (
            (head("“三公”经费预算数", span=6), *[None] * 5, head("机关运行经费预算数", rows=3)),
            (
                head("合计", rows=2),
                head("因公出国（境）费", rows=2),
                head("公务接待费", rows=2),
                head("公务用车购置及运行费", span=3),
                None,
                None,
                None,
            ),
            (None, None, None, head("小计"), head("购置费"), head("运行费"), None),
        )
        draw(self.paper, Ruled((14, 15, 14, 14, 14, 14, 15), header, [cells], size=10, pad=6))
