"""The command line's entry: runs a command and leaves with its exit code.

One plain question takes a short way: typer and the library behind it need longer to start than the answer takes.
"""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ui.cli_words import settings_of, told


def main(arguments: list[str] | None = None) -> None:
    """Run a command and leave with its exit code; errors of use are one line, never a traceback."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        plain = plain_question(given)
        if plain is not None:
            _answer(plain)
        from ui.cli_commands import app

        app(given, standalone_mode=True)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        message = told(error)
        if message is None:
            raise
        print(message, file=sys.stderr)
        sys.exit(2)


class PlainQuestion(NamedTuple):
    """``ask QUESTION`` with nothing but ``--data`` and ``--json`` beside it."""

    words: str
    data: Path | None
    json: bool


def plain_question(arguments: Sequence[str]) -> PlainQuestion | None:
    """The question of a call that can mean only this; None for all that the full command line must look at."""
    command, *rest = arguments or ("",)
    if command != "ask":
        return None
    words: list[str] = []
    data: Path | None = None
    json = False
    left = iter(rest)
    for one in left:
        if one == "--json":
            json = True
        elif one == "--data":
            folder = next(left, "")
            if not folder or folder.startswith("-"):
                return None
            data = Path(folder)
        elif one.startswith("-"):
            return None
        else:
            words.append(one)
    if len(words) != 1 or not words[0].strip():
        return None
    return PlainQuestion(words[0], data, json)


def _answer(plain: PlainQuestion) -> None:
    gc.disable()  # this process ends with its one answer, and holds little
    from ui.cli_ask import run_ask

    sys.exit(run_ask(plain.words, settings_of(plain.data), plain.json))
