"""The assistant as a llama-index query engine, so that it can be a tool of somebody else's agent."""

from typing import TYPE_CHECKING, Any

from assistant.answer import Answer
from assistant.ask import Answering
from assistant.question import Question
from assistant.saying.contract import to_contract

if TYPE_CHECKING:
    from llama_index.core.base.base_query_engine import BaseQueryEngine


def as_query_engine(assistant: Answering) -> "BaseQueryEngine":
    """A llama-index query engine over an assistant; sources come as nodes, the whole answer as metadata."""
    from llama_index.core.base.base_query_engine import BaseQueryEngine
    from llama_index.core.base.response.schema import Response
    from llama_index.core.callbacks import CallbackManager
    from llama_index.core.schema import NodeWithScore, QueryBundle, TextNode

    class BudgetQueryEngine(BaseQueryEngine):  # type: ignore[misc]
        """Answers with figures out of stored records; asks no model."""

        def _query(self, query_bundle: QueryBundle) -> Response:
            answer: Answer = assistant.ask(Question(query_bundle.query_str))
            nodes = [
                NodeWithScore(node=TextNode(text=s.text, metadata={"document": s.document, "page": s.page}), score=1.0)
                for s in answer.sources
            ]
            return Response(answer.text, nodes, to_contract(answer, query_bundle.query_str, 0.0))

        async def _aquery(self, query_bundle: QueryBundle) -> Response:
            return self._query(query_bundle)

        def _get_prompt_modules(self) -> dict[str, Any]:
            return {}

    return BudgetQueryEngine(callback_manager=CallbackManager())
