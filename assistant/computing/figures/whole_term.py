"""The columns in which a project's form prints the money of its whole term beside that of the year."""

from assistant.finding.evidence import Found
from ingest.wording.glyphs import bare

WHOLE_TERM = (
    *("项目资金总额", "实施期资金总额", "中期资金总额", "实施周期资金总额", "项目总投资", "总投资", "项目总投资额"),
    *("总投资额", "投资总额", "项目投资总额", "工程总投资", "概算总投资", "项目总投入", "项目总预算"),
)


def of_whole_term(found: Found) -> bool:
    """Whether a figure is the money of a project's whole term, which is no part of what a year spends."""
    column = found.figure.column if found.figure is not None else ()
    return any(bare(level) in WHOLE_TERM for level in column)
