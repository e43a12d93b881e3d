"""Loads what the reading of questions keeps in memory: tables of sounds, dictionaries, rules."""

from assistant.understand.english.lexicon import entry
from assistant.understand.english.turns import in_fewer_words
from assistant.understand.everyday.spoken import load_rules
from assistant.understand.everyday.uncovered_words import is_word
from assistant.understand.names.fuzzy import sounds
from assistant.understand.words.text import simplified


def load_words() -> None:
    """Load the tables, dictionaries and rules that questions are read by."""
    load_rules()
    sounds("预算")
    is_word("预算表")
    simplified("預算")
    in_fewer_words("budget")
    entry("budget for the year")
