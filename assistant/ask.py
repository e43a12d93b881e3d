"""From a question to an answer: the story in order."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from threading import Lock
from typing import Protocol

from assistant.answer import Answer, AnswerKind
from assistant.answers import answered
from assistant.computing.figures.looking import Desk
from assistant.descriptive.described import nearest
from assistant.descriptive.doorway import door_for
from assistant.finding.evidence import Outcome, Told
from assistant.finding.holdings import department_key
from assistant.finding.library import LOOSE_AT_MOST, Library
from assistant.follow import carried
from assistant.plan import Plan
from assistant.question import Question
from assistant.saying.compose import composed
from assistant.saying.decimals import rounded_as_said
from assistant.saying.doubt import with_doubt
from assistant.tabular.answering import LooseTables
from assistant.told_places import up_to_the_set, with_member_named
from assistant.turning.turn import Turn
from assistant.turns import worked_out
from assistant.understand.bodies.named import Bodies
from assistant.understand.door import Door
from assistant.understand.english.in_chinese import in_chinese
from assistant.understand.everyday.asides import in_order, without_asides
from assistant.understand.everyday.courtesy import without_courtesy
from assistant.understand.everyday.leads import without_leads
from assistant.understand.everyday.posts_said import with_posts_named
from assistant.understand.everyday.said_causes import side_asked, without_cause
from assistant.understand.everyday.spoken import in_plain_words
from assistant.understand.everyday.taken_changes import without_taken
from assistant.understand.everyday.uncovered_words import is_order
from assistant.understand.reading import plan_of
from assistant.understand.spelling import Mended, well_spelt
from assistant.understand.tokens import tokens_of
from assistant.understand.vocabulary import Vocabulary, vocabulary
from assistant.understand.words.tables_said import without_table
from assistant.understand.words.text import is_english, words_of
from assistant.verify import verified
from ingest.messages import say
from ingest.records.passage import Passage

_TALKS = 64  # talks whose last turn is remembered
_READ_AHEAD = 64  # documents that are read before anybody asks for them
# Asked before anybody does: what else questions need is loaded on their way.
_TRIED = (
    *("{0}预算是多少？", "{0}去年公务接待费花了多少，比前年少了多少？", "{0}哪三个项目最多？", "{0}为什么增加？"),
    *("{0}主要职责是什么？", "{0}的绩效目标里满意度要达到多少？", "How much was spent on official receptions?"),
)
_CLEAR = 0.8  # share of a question that tables which are no budget have to account for beside budgets


class Answering(Protocol):
    """What every face talks to, with a model beside it or without."""

    def ask(self, question: Question) -> Answer:
        """Answer a question."""
        ...

    def stream(self, question: Question) -> Iterator[str | Answer]:
        """Pieces of a draft as they come, then the answer."""
        ...

    def warm_up(self) -> None:
        """Read what the store holds before the first question does."""
        ...


class Assistant:
    """Answers questions over one store; what it knows of the store is read anew when the data change."""

    def __init__(
        self,
        library: Library,
        passages: Callable[[str, list[str]], list[Passage]] | None = None,
        loose: LooseTables | None = None,
        likeness: Callable[[str, list[Passage]], dict[str, float]] | None = None,
        load_likeness: Callable[[], object] | None = None,
    ) -> None:
        self._library = library
        self._passages = passages
        self._loose = loose
        self._likeness = likeness
        self._load_likeness = load_likeness
        self._only_loose = False
        self._vocabulary: Vocabulary | None = None
        self._units: dict[str, frozenset[str]] = {}
        self._talks: dict[tuple[str | None, tuple[str, ...]], tuple[Told, ...]] = {}
        self._turn = Lock()  # faces ask from several threads; what is known of the store is shared by them

    def ask(self, question: Question) -> Answer:
        """Answer a question; the turns before it give it its context."""
        with self._turn:
            return self._answer(question)

    def _answer(self, question: Question) -> Answer:
        self._look_at_tables()
        if self._only_loose:
            told = self._from_tables(question, 0.0)
            if told is not None:
                return told
            if len(self._library.documents) > LOOSE_AT_MOST:
                return self._nothing(question)
        self._know()
        said = (*question.after, question.words)
        turns = self._talks.get((question.language, question.after), ())
        aside = False
        mended: Mended = ()
        for turn in said[len(turns) :]:
            words, aside = without_asides(turn, self._in_chinese, self._is_order)
            words = in_order(without_courtesy(words))
            language = question.language or ("en" if is_english(words) else "zh")
            words, mended = self._well_spelt(words)
            turns = (*turns, self._told(words, language, turns))
        self._remember((question.language, said), turns)
        plan, outcomes = turns[-1]
        years = {d.year + step for d in self._library.documents if d.year for step in (-1, 0)}
        choices = [choice for outcome in outcomes for choice in outcome.choices]
        shown = rounded_as_said(question.words, outcomes, language)
        answer = verified(composed(plan, shown), plan, years, choices)
        if answer.kind in (AnswerKind.REFUSAL, AnswerKind.CLARIFICATION):
            told = self._from_tables(question, _CLEAR)
            if told is not None:
                return told
        return _marked(with_doubt(answer, language), language, aside, mended)

    def _remember(self, talk: tuple[str | None, tuple[str, ...]], turns: tuple[Told, ...]) -> None:
        """Keep what the turns of a talk came to for its next turn; the talk spoken in longest ago is let go."""
        self._talks.pop(talk, None)
        self._talks[talk] = turns
        if len(self._talks) > _TALKS:
            del self._talks[next(iter(self._talks))]

    def stream(self, question: Question) -> Iterator[str | Answer]:
        """As ``ask``, for faces that show words as they come; without a model there is only the answer."""
        yield self.ask(question)

    def warm_up(self) -> None:
        """Read what the store holds before the first question does; questions asked meanwhile go before."""
        with self._turn:
            self._look()
        held = self._library.documents[:_READ_AHEAD]
        for document in held:
            with self._turn:
                self._library.read_ahead(document.id)
        whose = next((document.department for document in held if document.department), "")
        for words in _TRIED:
            self.ask(Question(words.format(whose)))
        if self._load_likeness is not None:
            self._load_likeness()

    def nearest(self, question: Question, count: int) -> list[Passage]:
        """The passages that a question of words ranks first, whether or not they answer it."""
        with self._turn:
            self._look()
            words = in_order(without_courtesy(without_asides(question.words, self._in_chinese, self._is_order)[0]))
            plan, pick = self._understood(words, "en" if is_english(words) else "zh")
            return nearest(self._desk(plan, pick), plan, door_for(plan) or Door.TEXT, count)

    def names(self) -> Iterable[str]:
        """Every name of the store, in comparison form."""
        self._look()
        assert self._vocabulary is not None
        return self._vocabulary.names

    def known_words(self, question: Question) -> list[str]:
        """The names and budget terms that resemble a question's words, nearest first."""
        self._look()
        assert self._vocabulary is not None
        return self._vocabulary.fuzzy.near(words_of(question.words).key)

    def _understood(self, words: str, language: str, before: Sequence[Told] = ()) -> tuple[Plan, dict[str, str]]:
        assert self._vocabulary is not None
        said, taken = without_taken(self._in_chinese(words) if is_english(words) else words)
        chosen, cause = without_cause(said) if not before else (said, "")
        caused = self._planned(chosen, words, language) if cause else None
        if caused is not None and any(ask.moved for ask in caused.asks):
            return replace(caused, taken=taken, cause=cause, side=side_asked(said)), {}
        chinese = self._in_plain_words(said, words)
        if before:
            chinese = with_member_named(chinese, before)
            chinese = with_posts_named(chinese, said, before[-1].plan.question)
            earlier = [turn.plan for turn in before[:-1]]
            plan, pick = carried(words_of(chinese), self._vocabulary, language, *before[-1], earlier)
        else:
            plan, pick = plan_of(words_of(chinese), self._vocabulary, language), {}
        return replace(plan, taken=taken, side=side_asked(said)), pick

    def _planned(self, said: str, words: str, language: str) -> Plan:
        """What words that stand alone come to; ``words`` are those of the question they were said in."""
        assert self._vocabulary is not None
        return plan_of(words_of(self._in_plain_words(said, words)), self._vocabulary, language)

    def _in_plain_words(self, said: str, words: str) -> str:
        return in_plain_words(said if is_english(words) else self._without_leads(said))

    def _well_spelt(self, words: str) -> tuple[str, Mended]:
        assert self._vocabulary is not None
        return well_spelt(words, self._vocabulary)

    def _without_leads(self, words: str) -> str:
        vocabulary = self._vocabulary
        assert vocabulary is not None
        return without_leads(words, lambda piece: tokens_of(words_of(in_plain_words(piece)), vocabulary))

    def _in_chinese(self, words: str) -> str:
        assert self._vocabulary is not None
        return in_chinese(words, self._vocabulary.bodies, self._vocabulary.holding, self._vocabulary.spelt)

    def _is_order(self, sentence: str) -> bool:
        assert self._vocabulary is not None
        return is_order(words_of(sentence), tokens_of(words_of(sentence), self._vocabulary))

    def _told(self, words: str, language: str, turns: Sequence[Told]) -> Told:
        """What a turn comes to after the turns before it."""
        turns = up_to_the_set(words, turns)
        last = turns[-1] if turns else None
        before = turns[-2].outcomes if len(turns) > 1 else None
        words, table = without_table(with_member_named(words, turns))

        def leaning(said: str) -> Told:
            plan, pick = self._understood(said, language, turns)
            plan = replace(plan, table=table or _table_kept(plan, last))
            desk = replace(self._desk(plan, pick), told=tuple(turn.outcomes for turn in turns))
            return Told(plan, _of_the_table(plan, answered(desk, plan, last.outcomes if last else None, before)))

        def alone(said: str) -> Told:
            plan = replace(self._understood(said, language)[0], table=table)
            return Told(plan, _of_the_table(plan, answered(self._desk(plan), plan)))

        return worked_out(Turn(words, last, leaning, alone, self._desk))

    def _desk(self, plan: Plan, pick: dict[str, str] | None = None) -> Desk:
        library = self._library.within(plan.table) if plan.table else self._library
        return Desk(
            library, self._units, plan.language, plan.unit, pick or {},
            passages=self._passages, likeness=self._likeness,
        )  # fmt: skip

    def _look_at_tables(self) -> None:
        """Read what tables that are no budget the store holds, where it changed since the last question."""
        if not self._library.refresh():
            return
        gc.unfreeze()  # what was kept of the store as it was may go
        self._vocabulary = None
        self._talks.clear()
        if self._loose is not None:
            self._loose.refresh()
            self._only_loose = {d.id for d in self._library.documents} == self._loose.document_ids

    def _from_tables(self, question: Question, least: float) -> Answer | None:
        """What the tables that are no budget tell, where they account for enough of the question."""
        if self._loose is None or not len(self._loose):
            return None
        words = without_courtesy(question.words)
        language = question.language or ("en" if is_english(words) else "zh")
        told = self._loose.answer(words, language)
        return told.answer if told is not None and told.account >= least else None

    def _nothing(self, question: Question) -> Answer:
        """The refusal where many tables and nothing else are stored, and none of them has what is asked."""
        language = question.language or ("en" if is_english(question.words) else "zh")
        return Answer(AnswerKind.REFUSAL, say("table.none", language))

    def _look(self) -> None:
        """Read what the store holds, where it changed since the last question."""
        self._look_at_tables()
        self._know()

    def _know(self) -> None:
        """Make the vocabulary of what the store holds, where there is none."""
        if self._vocabulary is None:
            units = self._library.bodies()
            departments = [d.department for d in self._library.documents if d.department]
            bodies = Bodies(departments, units, self._library.fuller_names())
            self._units = dict(self._library.body_keys())
            holders = dict(self._units)
            for document in self._library.documents:
                key = department_key(document)
                holders[key] = holders.get(key, frozenset()) | {document.id}
            self._vocabulary = vocabulary(
                self._library.names(), bodies, self._library.codes(), holders, self._library.numbers()
            )


def _of_the_table(plan: Plan, outcomes: list[Outcome]) -> list[Outcome]:
    """The outcomes; a refusal says that only the table named was looked into."""
    for outcome in outcomes if plan.table else ():
        if outcome.kind == "refusal":
            only = say("answer.only_table", plan.language, number=plan.table or "")
            outcome.message = only + outcome.message
    return outcomes


def _table_kept(plan: Plan, last: Told | None) -> str | None:
    """The table of the turn before, where a turn asks on of the same bodies: 表3-2里有几个项目, 最大的是哪个."""
    scopes = [{ask.scope for ask in each.asks} for each in ((plan, last.plan) if last is not None else ())]
    return last.plan.table if last is not None and scopes and scopes[0] <= scopes[1] else None


def _marked(answer: Answer, language: str, aside: bool, mended: Mended) -> Answer:
    """The answer with a word on what stood beside the question and on what was taken for mistyped."""
    notes = [say("answer.mended", language, typed=typed, meant=meant) for typed, meant in mended]
    notes += [say("answer.aside", language)] if aside else []
    return replace(answer, method="\n".join(part for part in (answer.method, *notes) if part))
