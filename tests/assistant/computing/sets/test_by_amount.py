"""Lines named by their amount alone: rounded, cut off, or by its first digits; nothing else of the question dropped."""

import pytest

from assistant.answer import AnswerKind


@pytest.mark.parametrize(
    ("question", "labels"),
    [
        ("水利局2026年有一笔九百万元的支出是什么科目", ["水利前期工作"]),
        ("水利局2026年有一笔五百多万的开支，是干什么用的科目", ["行政运行"]),
        ("水利局2026年预算里230万的那笔是哪个项目", ["泵站运行维护经费"]),
        ("水利局2026年有个四百万元的项目叫什么", ["河道清淤工程项目"]),
        ("水利局2026年有一笔两百三十万的是哪个项目", ["泵站运行维护经费"]),
        ("水利局2026年有一笔400万是搞河道清淤的，叫什么项目", ["河道清淤工程项目"]),
        ("水利局2026年有一笔1400万元的支出是什么科目", ["农林水支出"]),
    ],
)
def test_the_line_that_bears_an_amount(ask, question: str, labels: list[str]) -> None:
    answer = ask(question)
    assert [i.label for i in answer.items] == labels, answer.text


@pytest.mark.parametrize(
    "question",
    [
        "水利局2026年有一笔七百多万的支出是什么科目",
        "水利局2026年有一笔400万是修食堂的，叫什么项目",
        "水利局2026年花九百万元编的是哪个规划",
        "水利局编的是哪个规划",
        "水利局2026年其他资金里有一笔230万的是哪个项目",
        "水利局2026年收入里有一笔900万的是什么科目",
    ],
)
def test_no_line_bears_the_amount_or_the_words_beside_it_bound_it(ask, question: str) -> None:
    answer = ask(question)
    assert not answer.items and answer.kind is not AnswerKind.NUMBER, answer.text
