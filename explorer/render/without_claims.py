"""Claims and disputes belong to the panel: a picture is drawn without them unless a reader asks for those of a node."""

from collections.abc import Iterable

from cypher.network import CLAIMS
from cypher.results import Subgraph


def drop_claims(answer: Subgraph, claimed: Iterable[str] = ()) -> Subgraph:
    """An answer without the claims and disputes in it, but for those about the nodes of which they are to be shown; all
    of an answer that has nothing else."""
    evidence = {n.id for n in answer.nodes if n.label in CLAIMS}
    if len(evidence) == len(answer.nodes):
        return answer
    of, ties = set(claimed), [(e.start, e.end) for e in answer.edges]
    kept = {start for start, end in ties if end in of} & evidence
    kept |= {start for start, end in ties if end in kept} & evidence
    return drop_nodes(answer, evidence - kept)


def drop_nodes(shown: Subgraph, gone: Iterable[str]) -> Subgraph:
    """Without some nodes and the relationships at them."""
    away = set(gone)
    return Subgraph(
        tuple(n for n in shown.nodes if n.id not in away),
        tuple(e for e in shown.edges if e.start not in away and e.end not in away),
        shown.truncated,
    )
