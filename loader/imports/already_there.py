"""Rows held against what is there: which of its nodes they name, and which of its deals they may tell again."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ledger.amounts import Amount
from ledger.names import plain_words
from ledger.text import list_some, with_article
from loader.check.likeness import Kind, likeness
from loader.imports.build import DEAL
from loader.imports.gather import Gathered, GatheredNode
from loader.imports.known import TIES, Known, KnownDeal
from loader.imports.mapping import Answers
from loader.imports.remedies import answer_same
from loader.imports.rows import CellProblem
from loader.records import Severity

COUNTRY = "Country"
Figure = tuple[int | None, int | None, str]
"""Value, ceiling and unit."""
Ends = dict[str, set[str]]
"""By what the other end of a tie is, the ids of those."""
MOST = 3
"""Candidates that are told of one name or deal."""
COMMON = 50
"""A word of more names than that tells nothing of a name."""


@dataclass(frozen=True)
class There:
    """What of a file is there already.

    `deals`: ids of deals that somebody said are there, with the rows that tell them; `named`: other ids that are there,
    each with how the rows write it; `questions`: what nobody has answered.
    """

    deals: dict[str, tuple[int, ...]]
    named: dict[str, str]
    questions: tuple[CellProblem, ...]


def find_already_there(gathered: Gathered, known: Known, answers: Answers) -> There:
    """Compare by all names, and deals by figure with a funder, recipient or place in common."""
    apart = {frozenset(pair) for pair in answers.another}
    ids = {node_id for named in known.names.values() for node_id, _ in named}
    known_deals = {deal.id for deal in known.deals}
    same = {node.id: node.id for node in gathered.nodes.values() if node.id in ids}
    questions: list[CellProblem] = []
    names = {label: _KnownNames(named) for label, named in known.names.items()}
    for node in gathered.nodes.values():
        if node.label not in (DEAL, COUNTRY) and node.id not in ids:
            alike = _named_alike(node, names.get(node.label, _KnownNames(())))
            found = [pair for pair in alike if frozenset((node.id, pair[0])) not in apart]
            if found and found[0][2] is Kind.SAME:
                same[node.id] = found[0][0]
            questions += _ask_names(node, found, known, gathered.file)
            questions += [] if found else _ask_label(node, names, known, gathered.file)
    figures: dict[Figure, list[KnownDeal]] = {}
    ends = _ends_of_deals(gathered, same)
    for deal in known.deals:
        if deal.amount and deal.amount.value is not None:
            figures.setdefault(_figure(deal.amount), []).append(deal)
    there = {n.id: tuple(number for _, number in n.rows) for n in gathered.nodes.values() if n.id in known_deals}
    for node in gathered.nodes.values():
        if node.label == DEAL and node.id not in known_deals:
            questions += _ask_deals(node, ends.get(node.id, {}), gathered.file, figures, known.where, apart)
    named = {same[n.id]: next(iter(n.written_at), n.name) for n in gathered.nodes.values() if n.id in same}
    return There(there, {i: written for i, written in named.items() if i not in there}, tuple(questions))


def leave_out_known_deals(gathered: Gathered, there: There) -> None:
    """Take away deals that are there already, with what ties them."""
    for deal in there.deals:
        gathered.nodes.pop(deal)
    for link_id in [i for i in gathered.links if i[1] in there.deals or i[2] in there.deals]:
        del gathered.links[link_id]


class _KnownNames:
    """The names of one label that are there, to be looked up by what they are and by each of their words."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._same: dict[tuple[str, ...], list[tuple[str, str]]] = {}
        self._by_word: dict[str, list[tuple[str, str]]] = {}
        for node_id, name in named:
            words = plain_words(name)
            self._same.setdefault(words, []).append((node_id, name))
            for word in set(words):
                self._by_word.setdefault(word, []).append((node_id, name))

    def called(self, name: str) -> list[tuple[str, str]]:
        """The nodes that are called so."""
        return self._same.get(plain_words(name), [])

    def alike(self, name: str) -> Iterator[tuple[str, str, Kind]]:
        """The nodes that are called so, and those that are called nearly so."""
        words = plain_words(name)
        yield from ((node_id, other, Kind.SAME) for node_id, other in self._same.get(words, ()))
        for word in set(words):
            some = self._by_word.get(word, [])
            for node_id, other in some if len(some) <= COMMON else ():
                if plain_words(other) != words and (found := likeness(name, other)):
                    yield node_id, other, found.kind


def _named_alike(node: GatheredNode, names: _KnownNames) -> list[tuple[str, str, Kind]]:
    """Nodes that are there with a name that is the same or alike, the same first."""
    found: dict[str, tuple[str, str, Kind]] = {}
    for name in (node.name, *node.also_named):
        for node_id, other, kind in names.alike(name):
            if node_id not in found or kind is Kind.SAME:
                found[node_id] = (node_id, other, kind)
    return sorted(found.values(), key=lambda f: f[2] is not Kind.SAME)


def _ask_names(
    node: GatheredNode, found: list[tuple[str, str, Kind]], known: Known, file: str
) -> Iterator[CellProblem]:
    if not found:
        return
    written, (sheet, row, column) = next(iter(node.written_at.items()))
    told = list_some([f"{other_id} ('{other}')" for other_id, other, _ in found], MOST)
    what = f"'{written}' {found[0][2]} {told}, in {known.where}"
    remedy = answer_same(written, node.id, found[0][0])
    yield CellProblem(file, sheet, row, column, what, remedy, Severity.WARNING)


def _ask_label(node: GatheredNode, names: dict[str, _KnownNames], known: Known, file: str) -> Iterator[CellProblem]:
    """Whether it is what is there under another label, by the very name."""
    for label, of_label in names.items():
        if label in (DEAL, COUNTRY, node.label):
            continue
        for name in (node.name, *node.also_named):
            for node_id, other in of_label.called(name):
                written, (sheet, row, column) = next(iter(node.written_at.items()))
                what = (
                    f"'{written}' is {with_article(node.label)} here, and {node_id} ('{other}') is "
                    f"{with_article(label)}, in {known.where}"
                )
                remedy = f"where they are one, say in the mapping that its `label` is {label}"
                yield CellProblem(file, sheet, row, column, what, remedy, Severity.WARNING)
                return


def _ask_deals(
    node: GatheredNode,
    ends: Ends,
    file: str,
    figures: dict[Figure, list[KnownDeal]],
    where: str,
    apart: set[frozenset[str]],
) -> Iterator[CellProblem]:
    """Whether a deal is one that is there: by the same figure, with a funder, recipient or place in common."""
    amount = Amount.parse(str(node.fields["amount"])) if "amount" in node.fields else None
    found: list[tuple[KnownDeal, list[str]]] = []
    for deal in figures.get(_figure(amount), ()) if amount and amount.value is not None else ():
        shared = [tie for tie, ids in ends.items() if ids & deal.ends.get(tie, frozenset())]
        if shared and frozenset((node.id, deal.id)) not in apart:
            found.append((deal, shared))
    if found:
        found.sort(key=lambda pair: -len(pair[1]))
        (sheet, row, column), (deal, shared) = next(iter(node.written_at.values())), found[0]
        more = f", or another of {len(found)}" if len(found) > 1 else ""
        common = " and the ".join(("figure", *shared))
        what = f"{node.name} may be {deal.id} ('{deal.name}'){more}, in {where}: they have the {common} in common"
        yield CellProblem(file, sheet, row, column, what, answer_same(node.id, node.id, deal.id), Severity.WARNING)


def _ends_of_deals(gathered: Gathered, same: dict[str, str]) -> dict[str, Ends]:
    """By deal, its funders, recipients and places, by the ids that are there where they are the same."""
    ends: dict[str, Ends] = {}
    for type_, start, end, *_ in gathered.links:
        if tie := TIES.get(type_):
            deal, other = (end, start) if type_ == "FUNDS" else (start, end)
            ends.setdefault(deal, {}).setdefault(tie, set()).add(same.get(other, other))
    return ends


def _figure(amount: Amount) -> Figure:
    return amount.value, amount.ceiling, amount.unit
