"""Everyday turns of speech said in the plain words that the grammar knows: 几多 is 多少, 过一千万元 is 超过一千万元."""

from assistant.understand.everyday.adjusted_midway import with_adjusted_beside
from assistant.understand.everyday.asking_by_sound import with_sounds_mended
from assistant.understand.everyday.beside_budget import with_budget_beside
from assistant.understand.everyday.bought_how import with_way_listed
from assistant.understand.everyday.bounds_asked import with_bounds_behind
from assistant.understand.everyday.heading_said import without_heading
from assistant.understand.everyday.left_out_aside import with_left_out
from assistant.understand.everyday.part_behind import with_part_before
from assistant.understand.everyday.posts_said import with_posts_named
from assistant.understand.everyday.posts_unfilled import with_posts_unfilled
from assistant.understand.everyday.where_spent import with_classes_asked
from assistant.understand.words.limits_said import percents_in_digits
from assistant.understand.words.rules import load, put_by, written
from assistant.understand.words.text import words_of

_RULES = "spoken.toml"


def in_plain_words(question: str) -> str:
    """A Chinese question with its everyday turns in plain words; the question as it came where it has none."""
    text = words_of(question).text
    plain = with_left_out(with_posts_unfilled(with_sounds_mended(text)))
    plain = with_way_listed(plain)
    plain = without_heading(with_adjusted_beside(percents_in_digits(plain)))
    plain = with_bounds_behind(put_by(_RULES, plain))
    plain = with_posts_named(with_part_before(with_classes_asked(with_budget_beside(plain))), text)
    return question if plain == text else plain


def load_rules() -> None:
    """Make all rules ready, which else are when a question first may need them."""
    load(_RULES)


def examples() -> list[tuple[str, str]]:
    """Each rule's pattern with the question part that shows it, for its test."""
    return [(pattern, shown) for pattern, _, shown in written(_RULES)]
