"""Budget terms that an answer uses, explained in plain words beside it; the words are in ``ingest/messages``."""

from assistant.answer import Answer
from ingest.messages import say

SHOWN = 4
# The printed words by which a term is known: terms of the budget classification and of the disclosure forms.
WORDS: dict[str, tuple[str, ...]] = {
    "three_public": ("三公",),
    "fiscal_appropriation": ("财政拨款",),
    "general_public_budget": ("一般公共预算",),
    "government_fund": ("政府性基金",),
    "state_capital": ("国有资本经营",),
    "special_account": (
        "财政专户",
        "专户拨款",
        "专户管理",
    ),
    "basic": ("基本支出",),
    "project": ("项目支出",),
    "operating": ("机关运行经费",),
    "carry_over": (
        "结转",
        "结余",
    ),
    "performance_target": (
        "绩效目标",
        "绩效指标",
    ),
    "procurement": ("政府采购",),
    "functional": ("功能分类",),
    "economic": ("经济分类",),
    "final_account": ("决算",),
    "opening_budget": ("年初预算",),
    "own_level": ("本级",),
    "secret": ("涉密",),
}


def terms_in(question: str, answer: Answer, language: str) -> list[tuple[str, str]]:
    """The terms that the question, the answer's figures or their rows and columns use, with their explanations.

    Those of the question come first, at most four in all.
    """
    figures = " ".join(figure.label for figure in answer.figures[:1])
    first = answer.sources[:1]
    places = " ".join(f"{source.row or ''} {source.column or ''}" for source in first)
    found: list[str] = []
    for text in (question, figures, places):
        found += [key for key, words in WORDS.items() if key not in found and any(word in text for word in words)]
    return [(say(f"term.{key}", language), say(f"term.{key}_is", language)) for key in found[:SHOWN]]
