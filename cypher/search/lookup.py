"""The search: by full-text index where there is one, else by reading every name; the answer is the same.

But for slips among very many words that are alike: of these an engine takes the nearest fifty into account.
"""

from collections.abc import Iterable, Iterator

from cypher.errors import GraphError
from cypher.internal import statement
from cypher.model import Model
from cypher.protocols import Reader
from cypher.results import Value, texts
from cypher.search.index import label_of, searched_labels, usable_indexes
from cypher.search.rank import Found, Grade, Named, rank, rank_with_grade
from cypher.search.result import Findings
from cypher.search.terms import questions
from cypher.search.unique import with_captions

MOST = 50
SETTLED = (None, Grade.EVERY_WORD, Grade.WITH_SLIPS, Grade.SOME_WORDS)
"""By question put to an index: with it and those before, all nodes of this grade and of better ones have been given."""


def find(
    graph: Reader, typed: str, data_set: str, model: Model, most: int = MOST, of: tuple[str, ...] = ()
) -> Findings:
    """The nodes that fit what was typed, the best first; nothing typed finds nothing.

    Fits: a name, another name, an id, initials, each in part too; without regard to case, accents and Unicode form,
    and with a slip in longer words. `of`: only nodes of these labels. Raises what the graph raises.
    """
    labels, words = _labels(typed, of or searched_labels(model), model)
    indexes = usable_indexes(graph, labels, data_set)
    found = None
    if indexes:
        found = _by_index(graph, indexes, words, data_set)
    if found is None:
        found = rank(words, _read_all_names(graph, labels, data_set))
    return Findings(with_captions(found[:most]), len(found) > most)


def find_among(named: Iterable[Named], typed: str, labels: tuple[str, ...], model: Model, most: int = MOST) -> Findings:
    """The same of things whose names are at hand, without a graph; `labels`: those of the things."""
    wanted, words = _labels(typed, labels, model)
    found = rank(words, (n for n in named if n.label in wanted))
    return Findings(with_captions(found[:most]), len(found) > most)


def _labels(typed: str, labels: tuple[str, ...], model: Model) -> tuple[tuple[str, ...], str]:
    """Where an id's kind begins what was typed, only its label, and the rest of the id."""
    kind, slash, rest = typed.strip().partition("/")
    known = model.find_label_of_id(kind.casefold()) if slash else None
    if known is None:
        return labels, typed
    return (known.label,) if known.label in labels else labels, rest


def _by_index(graph: Reader, indexes: tuple[str, ...], words: str, data_set: str) -> list[Found] | None:
    """What ranking every name gives, from what the index finds; None where the index cannot be asked after all."""
    named: dict[str, Named] = {}
    found: list[Found] = []
    try:
        for question, settled in zip(questions(words), SETTLED, strict=False):
            parameters = {"indexes": list(indexes), "words": question, "data_set": data_set}
            rows = graph.rows(statement("nodes-of-full-text-indexes"), parameters)
            named.update((node.id, node) for node in (_name_node(label_of(str(row[4])), *row[:4]) for row in rows))
            best, found = rank_with_grade(words, named.values())
            if settled is not None and best is not None and best >= settled:
                break
    except GraphError:
        return None
    return found


def _read_all_names(graph: Reader, labels: tuple[str, ...], data_set: str) -> Iterator[Named]:
    for label in labels:
        for row in graph.rows(statement("names-of-a-label", label=label), {"data_set": data_set}):
            yield _name_node(label, *row)


def _name_node(label: str, node_id: Value, name: Value, also_named: Value, former_names: Value) -> Named:
    shown = str(node_id if name in (None, "") else name)
    return Named(str(node_id), label, shown, texts(also_named), texts(former_names))
