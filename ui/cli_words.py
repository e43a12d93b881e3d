"""The words of the command line: its help, and its errors as one line in the language of the settings."""

import os
import sys
from pathlib import Path
from typing import Any

from ingest.messages import LANGUAGES, ToldError, catalog, say
from ingest.settings import Settings


def language() -> str:
    """The language of the command line: ``BUDGET_LANGUAGE``, else Chinese."""
    wanted = os.environ.get("BUDGET_LANGUAGE", "")
    return wanted if wanted in LANGUAGES else "zh"


HELP = {
    key.removeprefix("cli."): text
    for key, text in catalog(language()).items()
    if key.startswith(("cli.help", "cli.opt"))
}


class CallError(ToldError):
    """The command was called in a way that cannot work."""


def settings_of(data: Path | None) -> Settings:
    """The settings of the environment, with the data folder of this call."""
    if data is None:
        return Settings()
    return Settings(data=data)


def told(error: Exception) -> str | None:
    """One line for an error that a person can mend; None for a fault of the program."""
    key: Any = getattr(error, "key", None)
    values: Any = getattr(error, "values", None)
    if isinstance(key, str) and isinstance(values, dict):
        if key in catalog(language()):
            return say(key, language(), **values)
        return str(error)
    return None


def speak(key: str, **values: object) -> None:
    """Say a message to the person at the terminal, apart from the result on standard output."""
    print(say(key, language(), **values), file=sys.stderr)
