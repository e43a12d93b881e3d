"""The small departments of the city: science (workbook), justice (Word file), water (scanned sheet)."""

from decimal import Decimal

from samples.books import Book
from samples.small_books import book_of

SCIENCE = "澜川市科学技术局"
JUSTICE = "澜川市司法局"
WATER = "澜川市水务局"

# The three public items of the 2025 budgets, in 万元.
SCIENCE_PUBLIC_2025 = {
    "abroad": Decimal("18.00"),
    "buy": Decimal("21.80"),
    "run": Decimal("15.60"),
    "host": Decimal("6.20"),
}
JUSTICE_2025 = {
    "total": Decimal("3862.40"),
    "abroad": Decimal("0.00"),
    "buy": Decimal("0.00"),
    "run": Decimal("31.20"),
    "host": Decimal("5.10"),
    "operating": Decimal("361.25"),
}
# 收支总表 of the scanned sheet, 2026, in 万元: spending by class, income by kind.
WATER_SPENDING = (
    ("一、社会保障和就业支出", Decimal("418.62")),
    ("二、卫生健康支出", Decimal("136.45")),
    ("三、节能环保支出", Decimal("1250.00")),
    ("四、农林水支出", Decimal("9864.37")),
    ("五、住房保障支出", Decimal("402.18")),
    ("六、灾害防治及应急管理支出", Decimal("315.80")),
)
WATER_INCOME = (
    ("一、一般公共预算拨款收入", Decimal("11137.42")),
    ("二、政府性基金预算拨款收入", Decimal("1250.00")),
    ("三、国有资本经营预算拨款收入", Decimal("0.00")),
    ("四、财政专户管理资金收入", Decimal("0.00")),
    ("五、单位资金收入", Decimal("0.00")),
)


def science() -> Book:
    """澜川市科学技术局, 2026 budget in 万元."""
    return book_of("science.toml", 2026)


def justice() -> Book:
    """澜川市司法局, 2026 budget in 万元."""
    return book_of("justice.toml", 2026)


def operating(book: Book, department: str) -> Decimal:
    """机关运行经费: 302 and 310 of basic expenditure of the office itself, in the book's unit."""
    basic = book.granted().basic().of(department)
    return basic.economic("302") + basic.economic("310")
