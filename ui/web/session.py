"""Everything one visitor's session holds; the only file that names keys of ``st.session_state``."""

from dataclasses import dataclass
from urllib.parse import urlencode

import streamlit as st

from assistant.answer import Answer
from ingest.messages import LANGUAGES, say
from ui.web.recheck import Recheck

TURNS_KEPT = 30  # older turns leave the page; a conversation this long is better begun anew
TURNS_LEANT_ON = 6  # a question further back is not what a new one leans on
TURNS_IN_ADDRESS = 6  # a web address has to stay short enough to be sent on

_LANGUAGE, _TURNS, _WAITING, _COUNT, _READ, _OPEN = (
    "language",
    "turns",
    "waiting",
    "count",
    "read_address",
    "open_source",
)
_UPLOADS, _FOLLOW_UPS = "uploads", "follow_ups"
_CHECK, _LINKED, _REPORTED = "check", "linked_version", "reported"


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer; ``number`` counts the questions of the conversation from 1."""

    number: int
    question: str
    answer: Answer
    seconds: float


def language() -> str:
    """The language of the page: the visitor's choice, else the address (?lang=en), else Chinese."""
    if _LANGUAGE not in st.session_state:
        asked = st.query_params.get("lang", "zh")
        st.session_state[_LANGUAGE] = asked if asked in LANGUAGES else "zh"
    return str(st.session_state[_LANGUAGE])


def choose_language(chosen: str) -> None:
    """Switch the page to another language."""
    st.session_state[_LANGUAGE] = chosen


def words(key: str, **values: object) -> str:
    """A text of the page in the visitor's language; ``key`` is without its section ``ui``."""
    return say(f"ui.{key}", language(), **values)


def turns() -> list[Turn]:
    """The conversation so far, oldest first."""
    return list(st.session_state.get(_TURNS, ()))


def keep(question: str, answer: Answer, seconds: float) -> None:
    """Add a turn to the conversation."""
    number = int(st.session_state.get(_COUNT, 0)) + 1
    st.session_state[_COUNT] = number
    st.session_state[_TURNS] = [*turns(), Turn(number, question, answer, seconds)][-TURNS_KEPT:]


def before(turn: Turn | None = None) -> tuple[str, ...]:
    """The last questions of the conversation, those before a turn where one is given, oldest first."""
    asked = [earlier.question for earlier in turns() if turn is None or earlier.number < turn.number]
    return tuple(asked[-TURNS_LEANT_ON:])


def follow_ups(turn: Turn) -> tuple[str, ...] | None:
    """What was found to ask after a turn; None where nobody has looked."""
    found = st.session_state.get(_FOLLOW_UPS, (0, ()))
    return tuple(found[1]) if found[0] == turn.number else None


def keep_follow_ups(turn: Turn, found: tuple[str, ...]) -> None:
    """Remember what can be asked after a turn."""
    st.session_state[_FOLLOW_UPS] = (turn.number, found)


def ask_check(turn: int) -> None:
    """The visitor wants the answer of a turn checked."""
    st.session_state[_CHECK] = (turn, None)


def wants_check(turn: Turn) -> bool:
    """Whether the visitor wants the answer of this turn checked."""
    return bool(st.session_state.get(_CHECK, (0, None))[0] == turn.number)


def check_of(turn: Turn) -> Recheck | None:
    """What checking this turn found; None where it has not been done."""
    number, found = st.session_state.get(_CHECK, (0, None))
    return found if number == turn.number else None


def keep_check(turn: Turn, found: Recheck) -> None:
    """Remember what checking a turn found."""
    st.session_state[_CHECK] = (turn.number, found)


def reported(turn: Turn) -> bool:
    """Whether the visitor has reported this turn's answer."""
    return turn.number in st.session_state.get(_REPORTED, ())


def keep_reported(turn: Turn) -> None:
    """Remember that this turn's answer was reported."""
    st.session_state[_REPORTED] = (*st.session_state.get(_REPORTED, ()), turn.number)


def begin_anew() -> None:
    """Forget the conversation."""
    for key in (_TURNS, _COUNT, _WAITING, _OPEN, _CHECK, _LINKED, _REPORTED):
        st.session_state.pop(key, None)


def put(question: str) -> None:
    """Leave a question to be asked in this run of the page (a button, an example, a choice)."""
    st.session_state[_WAITING] = [question]


def take_waiting() -> list[str]:
    """The questions left to be asked; the first run of a session also takes those of the address (?q=)."""
    waiting = list(st.session_state.pop(_WAITING, ()))
    if not st.session_state.get(_READ):
        st.session_state[_READ] = True
        st.session_state[_LINKED] = st.query_params.get("v", "")
        waiting = [asked for asked in st.query_params.get_all("q") if asked.strip()][:TURNS_IN_ADDRESS] + waiting
    return waiting


def linked_version() -> str:
    """The version of the stored documents that the link was made on by which the visitor came; else empty."""
    return str(st.session_state.get(_LINKED, ""))


def write_address() -> None:
    """Keep the address true to the conversation, so that it can be asked again."""
    st.query_params.from_dict(address())


def address() -> dict[str, list[str]]:
    """The query of an address that asks this conversation again."""
    asked = {"q": [turn.question for turn in turns()][-TURNS_IN_ADDRESS:]}
    return {key: value for key, value in (asked | {"lang": [language()]}).items() if value and value != ["zh"]}


def asked_document() -> str:
    """The document whose tables the address asks for."""
    return st.query_params.get("document", "")


def open_source(turn: int, index: int) -> None:
    """Ask for a source of a turn to be shown."""
    st.session_state[_OPEN] = (turn, index)


def opened_source() -> tuple[int, int] | None:
    """The turn and source that the visitor is looking at."""
    found = st.session_state.get(_OPEN)
    return None if found is None else (int(found[0]), int(found[1]))


def close_source() -> None:
    """The visitor has closed the source."""
    st.session_state.pop(_OPEN, None)


def upload_round() -> int:
    """Grows with each finished upload, so that the upload field comes back empty."""
    return int(st.session_state.get(_UPLOADS, 0))


def finish_upload() -> None:
    """Empty the upload field at the next run."""
    st.session_state[_UPLOADS] = upload_round() + 1


def link_to(turn: Turn, version: str) -> str:
    """The query string that asks this turn again, with the questions it leans on and the version of the documents."""
    asked = [earlier.question for earlier in turns() if earlier.number <= turn.number][-TURNS_IN_ADDRESS:]
    pairs = [("q", question) for question in asked] + ([("lang", "en")] if language() == "en" else [])
    pairs.append(("v", version))
    return "?" + urlencode(pairs)
