"""Write every sample document: ``python -m samples.generate [DIR]``. The same bytes on every run."""

import sys
from collections.abc import Callable
from pathlib import Path

from samples import (
    document_budget_text,
    document_culture,
    document_final_text,
    document_scan,
    document_targets,
    document_word,
    document_workbook,
    questions,
    questions_compute,
    questions_lookup,
    questions_other,
    truth,
)
from samples.fonts import FontMissing
from samples.recorded import Printed

DOCUMENTS = Path(__file__).parent / "documents"
WRITERS: dict[str, Callable[[Path], list[Printed]]] = {
    "澜川市应急管理局2026年项目支出绩效目标表.pdf": document_targets.write,
    "澜川市应急管理局2026年部门预算.pdf": document_budget_text.write_2026,
    "澜川市应急管理局2025年部门预算.pdf": document_budget_text.write_2025,
    "澜川市应急管理局2025年度部门决算.pdf": document_final_text.write,
    "澜川市文化广电旅游局2026年部门预算.pdf": document_culture.write,
    "澜川市科学技术局2026年部门预算表.xlsx": document_workbook.write,
    "澜川市司法局2026年部门预算情况说明.docx": document_word.write,
    "澜川市水务局2026年收支总表（扫描件）.pdf": document_scan.write,
}


def generate(directory: Path) -> list[Path]:
    """Write all documents into a directory, and beside it what they say (truth.json); raises FontMissing."""
    directory.mkdir(parents=True, exist_ok=True)
    printed = {name: write(directory / name) for name, write in WRITERS.items()}
    path = directory.parent / "truth.json"
    path.write_text(truth.written(directory, printed), encoding="utf-8")
    if directory == DOCUMENTS:
        questions.write([*questions_lookup.cases(), *questions_compute.cases(), *questions_other.cases()])
    return [*(directory / name for name in WRITERS), path]


def main() -> int:
    """The command: 0 when written, 1 when the font is missing."""
    try:
        written = generate(Path(sys.argv[1]) if len(sys.argv) > 1 else DOCUMENTS)
    except FontMissing as missing:
        print(missing, file=sys.stderr)
        return 1
    for path in written:
        print(f"{path.stat().st_size:>9,} {path.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
