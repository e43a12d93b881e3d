"""What the 2025 final account has beside its entries: other income, balances, printed lines, costs of staff."""

from decimal import Decimal

from samples.books import Book
from samples.classification import CLASSES, ECONOMIC
from samples.money import CENT

OTHER_INCOME = Decimal("12.10")
CARRIED_IN = Decimal("3.25")
CARRIED_OUT = Decimal("4.05")
# On purpose: 人员经费合计 stands a hundredth above its parts, as real tables do after conversion (see README, "Slips").
TAIL = CENT
ORDER = {"222": 20, "223": 21}
FINAL_CLASSES = sorted(
    ((name, code) for name, code in CLASSES),
    key=lambda each: ORDER.get(each[1], [code for _, code in CLASSES].index(each[1]) + 1),
)
STAFF = ("301", "303")
DAILY = ("302", "310")
MORE_NAMES = {
    "30106": "伙食补助费",
    "30114": "医疗费",
    "30303": "退职（役）费",
    "30304": "抚恤金",
    "30307": "医疗费补助",
    "30309": "奖励金",
}
NAMES = ECONOMIC | MORE_NAMES
STAFF_LINES = sorted(code for code in NAMES if code.startswith(STAFF))
DAILY_LINES = sorted(code for code in NAMES if code.startswith(DAILY))


def staff_cost(granted: Book) -> Decimal:
    """人员经费 as printed, 万元: 301 and 303 of basic expenditure, with the tail."""
    return sum((granted.basic().economic(code) for code in STAFF), TAIL)


def daily_cost(granted: Book) -> Decimal:
    """公用经费, 万元: 302 and 310 of basic expenditure."""
    return granted.basic().economic("302") + granted.basic().economic("310")
