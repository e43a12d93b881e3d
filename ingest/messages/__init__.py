"""All user-facing text, one file a language: zh.toml and en.toml, with the same keys."""

import tomllib
from functools import cache
from importlib import resources

LANGUAGES = ("zh", "en")


class ToldError(Exception):
    """What a person is told instead of a result: ``key`` is a message key, ``values`` fill it in."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(f"{key} {values}" if values else key)
        self.key = key
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        return _made_again, (type(self), self.key, self.values)


def _made_again(kind: type[ToldError], key: str, values: dict[str, object]) -> ToldError:
    return kind(key, **values)


@cache
def catalog(language: str) -> dict[str, str]:
    """The texts of one language by dotted key; raises KeyError for an unknown language."""
    if language not in LANGUAGES:
        raise KeyError(f"No texts for language {language!r}; there are {', '.join(LANGUAGES)}.")
    data = tomllib.loads(resources.files(__name__).joinpath(f"{language}.toml").read_text("utf-8"))
    return {f"{section}.{key}": text for section, texts in data.items() for key, text in texts.items()}


def say(key: str, language: str, **values: object) -> str:
    """The text of ``key`` in a language with its values filled in; raises KeyError for an unknown key."""
    return catalog(language)[key].format(**values)
