"""All user-facing text, one file a language: zh.toml and en.toml, with the same keys."""

import tomllib
from functools import cache
from importlib import resources

LANGUAGES = ("zh", "en")


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
