"""An answer as the outside sees it: the JSON contract read back, so that runs and stored batches score alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class GivenFigure:
    """A figure or list line of an answer; ``value`` is None where the line has words only."""

    label: str
    value: Decimal | None
    unit: str | None
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """What came back for one question."""

    kind: str
    text: str
    figures: tuple[GivenFigure, ...]
    items: tuple[GivenFigure, ...]
    places: tuple[tuple[str, int], ...]  # document file name, page
    choices: tuple[str, ...]


def given(contract: Mapping[str, object]) -> Given:
    """The answer in a contract object; raises KeyError or ValueError where the object is not one."""
    return Given(
        kind=str(contract["kind"]),
        text=str(contract.get("text") or ""),
        figures=tuple(_figure(each) for each in _objects(contract.get("figures"))),
        items=tuple(_figure(each) for each in _objects(contract.get("items"))),
        places=tuple((str(each["document"]), int(str(each["page"]))) for each in _objects(contract.get("sources"))),
        choices=tuple(str(each) for each in _sequence(contract.get("choices"))),
    )


def _sequence(value: object) -> Sequence[object]:
    if value is None:
        return ()
    if not isinstance(value, list | tuple):
        raise ValueError(f"a list was expected, not {type(value).__name__}")
    return value


def _objects(value: object) -> list[Mapping[str, object]]:
    return [each for each in _sequence(value) if isinstance(each, Mapping)]


def _figure(data: Mapping[str, object]) -> GivenFigure:
    value, unit = data.get("value"), data.get("unit")
    return GivenFigure(
        label=str(data.get("label") or ""),
        value=None if value is None else Decimal(str(value)),
        unit=None if unit is None else str(unit),
        computed=bool(data.get("computed", False)),
    )
