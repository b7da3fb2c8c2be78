"""A graph in a notebook: questions answered as tables of pandas.

In: a Turtle file that `pactgraph build` wrote. Out: data frames, an entity by its path (`state/NOR`), dates and words as text, counts
as whole numbers, None where there is nothing. Things are named in any language, by code or by path. Needs pandas:
`pip install "pactgraph[pandas]"`.

>>> import graph
>>> reports = graph.load("graph.ttl")
>>> parties = reports.parties("ICSANT")
>>> parties[["party", "relation", "date"]].drop_duplicates().head(2).values.tolist()
[['state/MEX', 'ratified', '2006-06-27'], ['state/NOR', 'ratified', '2014-02-20']]
>>> reports.signatories("Nuclear Terrorism Convention")["name"].tolist()
['Philippines', 'Norway', 'Singapore']
>>> reports.commitments("挪威", status="planned")[["relation", "object"]].values.tolist()
[['ratified', 'treaty/ICSANT']]
>>> reports.partners("IAEA")[["partner", "documents"]].values.tolist()
[['state/NOR', 1], ['state/MEX', 1]]
>>> reports.ask("voting-agreement", state="Norway", other="Sweden")["percent"].item()
100
>>> reports.sparql("SELECT ?state ?treaty { ?state pact:withdrewFrom ?treaty }").values.tolist()
[['state/PRK', 'treaty/NPT']]
>>> reports.find("Norwege")["thing"].item()
'state/NOR'
>>> print(reports.explain("NOR", "partyTo", "ICSANT").splitlines()[0])
state/NOR ratified treaty/ICSANT: asserted 2014-02-20
>>> print(reports.profile("NOR").splitlines()[0])
# Norway
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from rdflib import Graph
from rdflib.term import Identifier, Literal

from graph.ask.answer import shown
from graph.ask.explain_fact import explain_fact
from graph.ask.find import find, listed, resolve
from graph.ask.profile import profile
from graph.ask.profile_page import markdown
from graph.ask.query import Answer, QueryError, Question, ask, named_in, read_question, saved_questions
from ontology.errors import PactgraphError
from ontology.schema import load_schema

if TYPE_CHECKING:
    import pandas as pd


class Reports:
    """What reports say, to be asked; `graph.load` makes one."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph

    def ask(self, question: str, **values: str) -> "pd.DataFrame":
        """The answer to a saved question, with a column for each of its columns; `pactgraph query --list` lists them.

        Raises QueryError for a question that is not saved and for wrong values.
        """
        if question not in saved_questions():
            raise QueryError(f"{question!r} is no saved question; saved are {', '.join(saved_questions())}")
        return self._table(saved_questions()[question], values)

    def sparql(self, query: str) -> "pd.DataFrame":
        """The rows of a SELECT; the prefixes of the vocabulary need no declaration. Raises QueryError for any other query."""
        return self._table(read_question("query", query), {})

    def parties(self, treaty: str) -> "pd.DataFrame":
        """Who is bound by a treaty, by date, a row for each document that says so."""
        return self.ask("treaty-parties", treaty=treaty)

    def signatories(self, treaty: str) -> "pd.DataFrame":
        """Who signed a treaty, by date, a row for each document that says so."""
        return self.ask("treaty-signatories", treaty=treaty)

    def commitments(self, actor: str, status: str = "") -> "pd.DataFrame":
        """What a State or organization committed itself to; `status` is asserted, planned, negated or "" for all."""
        return self.ask("state-commitments", state=actor, status=status)

    def partners(self, actor: str = "") -> "pd.DataFrame":
        """Who cooperates with a State or organization, those that most documents name first."""
        return self.ask("cooperation", actor=actor)

    def find(self, words: str) -> "pd.DataFrame":
        """What words may name, in the lists and in this graph: columns thing, class, label, name, score (0 to 100)."""
        found = find(words, (*listed(), *named_in(self.graph)))
        columns = ("thing", "class", "label", "name", "score")
        return _frame(columns, [(one.path, one.kind, one.label, one.name, one.score) for one in found])

    def explain(self, subject: str, relation: str, target: str) -> str:
        """All evidence of a fact, as `pactgraph explain` shows it."""
        ends = (resolve(words, lambda: named_in(self.graph)) for words in (subject, target))
        return explain_fact(self.graph, next(ends), relation, next(ends), load_schema()).decode()

    def profile(self, actor: str, language: str = "en") -> str:
        """The page of a State or organization in Markdown, as `pactgraph profile` writes it."""
        path = resolve(actor, lambda: named_in(self.graph))
        return markdown(profile(self.graph, path, load_schema(), language), load_schema(), language).decode()

    def _table(self, question: Question, values: Mapping[str, str]) -> "pd.DataFrame":
        answer = ask(self.graph, question, values)
        if not isinstance(answer, Answer):
            raise QueryError(f"{question.name}: gives no rows; write a SELECT")
        return _frame(answer.columns, [tuple(map(_plain, row)) for row in answer.rows])


def _plain(term: Identifier | None) -> str | int | float | None:
    if term is None:
        return None
    value = term.toPython() if isinstance(term, Literal) else None
    if isinstance(value, Decimal):
        return float(value)
    return value if isinstance(value, int | float) else shown(term)


def _frame(columns: tuple[str, ...], rows: list[tuple[str | float | None, ...]]) -> "pd.DataFrame":
    try:
        import pandas as pd  # noqa: PLC0415  an extra, which only these tables need
    except ImportError as error:
        raise PactgraphError('tables need pandas; install it with pip install "pactgraph[pandas]"') from error
    return pd.DataFrame(rows, columns=list(columns), dtype=object)
