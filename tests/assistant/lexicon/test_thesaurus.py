"""The words of the classified subjects: each leads to one line, parts of a line to none, and none is too short."""

from assistant.lexicon import asked_words, concept_words, concepts, is_classified, part_words, said_words, whole_concept
from assistant.understand.words.alike import held


def test_a_word_of_questions_leads_to_its_line() -> None:
    assert concepts()[asked_words()["公车改革补贴"]].words[0] == "其他交通费用"
    assert concepts()[asked_words()["外包服务费"]].words[0] == "委托业务费"
    assert concepts()[asked_words()["交税"]].words[0] == "税金及附加费用"


def test_a_word_said_of_two_lines_means_either() -> None:
    assert [concepts()[one].words[0] for one in said_words()["买设备"]] == ["办公设备购置", "专用设备购置"]
    assert "买设备" not in asked_words()


def test_a_word_for_a_part_of_a_line_is_none_for_the_line() -> None:
    assert part_words()["上网费"] == "邮电费"
    assert not set(part_words()) & set(asked_words())


def test_no_word_of_questions_is_printed_for_another_line_or_of_one_character() -> None:
    said = [word for concept in concepts().values() for word in (*concept.said, *concept.within)]
    assert not [word for word in said if word in concept_words() or len(word) < 2]


def test_a_project_named_like_a_subject_is_not_the_subject() -> None:
    assert whole_concept("审计业务支出") == whole_concept("审计业务") is not None
    assert whole_concept("审计业务经费") is None


def test_only_subjects_of_a_classification_are_classified() -> None:
    assert is_classified("e30229")
    assert not is_classified("fiscal")


def test_what_is_printed_holds_what_is_said_of_it() -> None:
    assert held("公车改革补贴", "其他交通费用") > 0.9
    assert held("公车改革补贴", "公务接待费") == 0.0
