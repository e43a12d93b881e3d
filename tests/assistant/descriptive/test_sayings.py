"""What people say is looked for by the words that documents print."""

from assistant.descriptive.sayings import sayings_in


def printed(text: str) -> list[str]:
    return [text[start:end] for start, end, _ in sayings_in(text)]


def test_a_saying_leads_to_what_is_printed_for_it() -> None:
    ((start, end, words),) = sayings_in("闸站的一把手")
    assert (start, end) == (3, 6) and "负责人" in words


def test_a_saying_is_no_part_of_another_word() -> None:
    assert printed("水闸管理") == []
    assert printed("打预防针") == ["打预防针"]
