"""The message catalogue: both languages say the same things, and the code asks only for what is there."""

import ast
import re
from pathlib import Path
from string import Formatter

from ingest.messages import LANGUAGES, catalog

ROOT = Path(__file__).resolve().parents[1]
KEY = re.compile(r"[a-z_]+\.[a-z0-9_]+")


def sources() -> list[Path]:
    return sorted(path for package in ("ingest", "assistant", "eval", "ui") for path in (ROOT / package).rglob("*.py"))


def asked() -> tuple[dict[str, str], dict[str, str]]:
    """The keys that the code asks for, whole ones and the beginnings of those put together, each with its place."""
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if name not in ("say", "ReadError"):
                continue
            place = f"{path.relative_to(ROOT)}:{node.lineno}"
            key = node.args[0]
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                # A reader's errors are all in one section, and so name only the rest of the key.
                whole[f"read.{key.value}" if name == "ReadError" else key.value] = place
            elif isinstance(key, ast.JoinedStr) and isinstance(key.values[0], ast.Constant):
                beginnings[str(key.values[0].value)] = place
    return whole, beginnings


def fields(text: str) -> set[str]:
    return {name.split(".")[0].split("[")[0] for _, name, _, _ in Formatter().parse(text) if name}


def test_every_language_has_the_same_keys() -> None:
    first, *others = LANGUAGES
    for other in others:
        assert set(catalog(first)) ^ set(catalog(other)) == set()


def test_every_language_fills_in_the_same_values() -> None:
    first, *others = LANGUAGES
    wrong = [
        key for key, text in catalog(first).items() for other in others if fields(text) != fields(catalog(other)[key])
    ]
    assert wrong == []


def test_every_key_the_code_asks_for_is_there() -> None:
    known = set(catalog("zh"))
    whole, beginnings = asked()
    missing = [f"{place}: {key}" for key, place in whole.items() if key not in known]
    missing += [
        f"{place}: {start}*" for start, place in beginnings.items() if not any(k.startswith(start) for k in known)
    ]
    assert not missing, "\n".join(missing)


def named() -> re.Pattern[str]:
    """Every text of the code that may be a key or its last part; what is put in at run time stands for anything.

    Of a key put together behind its section (``ui.{name}``) the last part is a text of the code itself.
    """
    found = set()
    for path in sources():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(re.escape(re.split("[: ]", node.value)[0]))  # details of a warning follow its key
            elif isinstance(node, ast.JoinedStr):
                parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else "[a-z0-9_.]+" for p in node.values]
                own = re.sub(r"^[a-z]+\\\.", "", "".join(part for part in parts if part[0] != "["))
                if re.search("[a-z]{2}", own) or (own == "_" and parts[0][0] != "["):
                    found.add("".join(parts))
    return re.compile("|".join(found))


def test_no_key_is_left_that_no_code_names() -> None:
    known = named()
    unnamed = [key for key in catalog("zh") if not (known.fullmatch(key) or known.fullmatch(key.partition(".")[2]))]
    assert unnamed == []


def test_every_key_is_well_formed() -> None:
    assert [key for key in catalog("zh") if not KEY.fullmatch(key)] == []
