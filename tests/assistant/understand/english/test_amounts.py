"""Amounts, dates and numbers in words are read in every way English writes them."""

import pytest

from assistant.understand.english.amounts import with_amounts
from assistant.understand.english.lexicon import entry


@pytest.mark.parametrize(
    ("english", "read"),
    [
        ("over five million yuan", "over 5000000 yuan"),
        ("half a million yuan", "500000 yuan"),
        ("RMB 3.5 million", "3500000 yuan"),
        ("¥300k", "300000 yuan"),
        ("CNY 250,000", "250000 yuan"),
        ("two hundred thousand yuan", "200000 yuan"),
        ("2.68-million-yuan", "2680000 yuan"),
        ("over 5,000 ten thousand yuan", "over 5,000 wan yuan"),
        ("in 10,000 yuan", "万元"),
        ("in units of 100 million yuan", "亿元"),
        ("as of end-2023", "截至2023年底"),
        ("at year-end 2023", "截至2023年底"),
    ],
)
def test_amounts_and_dates(english: str, read: str) -> None:
    assert " ".join(with_amounts(english).split()).endswith(read)


@pytest.mark.parametrize(
    ("one", "other"),
    [("kilometre", "kilometers"), ("programmes", "program"), ("renovating", "renovation"), ("ageing", "aging"),
     ("installed", "install"), ("neighbourhood", "neighborhood"), ("digitisation", "digitization")],
)  # fmt: skip
def test_spelling_and_inflection_do_not_matter(one: str, other: str) -> None:
    assert entry(one) is not None
    assert entry(one) == entry(other)
