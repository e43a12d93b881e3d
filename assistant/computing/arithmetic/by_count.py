"""An amount of money by a count of what it is spent on, with both shown beside the quotient."""

from decimal import Decimal

from assistant.computing.arithmetic.exact import base_of, rounded
from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome, converted
from assistant.saying.wordings import money
from ingest.messages import say
from ingest.records.units import YUAN


def by_count(desk: Desk, line: Found, count: Found, number: Decimal, units: tuple[str, str], place: str) -> Outcome:
    """An amount by a number other than nothing, in the unit of the desk.

    ``units`` are what each is of, as the label and as the working say it: 每人 of 人次.
    """
    each, counted = units
    value, unit = converted(rounded(base_of(line) / number), YUAN, desk.unit)
    label = say("answer.each_one", desk.language, label=line.label, unit=each)
    found = [Found(label, value, unit, [*line.sources, *count.sources], True), line, count]
    method = [f"{money(line.value, line.unit)} ÷ {money(count.value, counted)}"]
    return Outcome("figures", found=found, method=method, place=place)
