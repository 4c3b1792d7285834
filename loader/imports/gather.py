"""What all rows say together: each thing once, with every row that names it; rows that do not fit one another are
told."""

from collections import Counter
from dataclasses import dataclass, field

from ledger.names import plain_words
from ledger.text import list_some
from loader.check.likeness import Kind, alike_pairs
from loader.imports.build import DEAL, BuiltLink, BuiltNode, BuiltRow, Fields, Said
from loader.imports.mapping import Answers
from loader.imports.named_rows import NamedRow
from loader.imports.remedies import answer_same, in_yaml
from loader.imports.rows import Alike, CellProblem
from loader.records import Severity

TAKE_OUT = "where it is told twice, take one of the two out of the sheet"
LinkId = tuple[str, str, str, str, str]
"""Type, start, end, role and key."""


@dataclass
class GatheredNode:
    """A node with what its rows say. `rows`: those that name it; `first`: the first of them."""

    id: str
    label: str
    name: str
    says: str
    fields: Fields
    rows: dict[tuple[str, int], None]
    claims: dict[str, tuple[Said, tuple[str, int]]] = field(default_factory=dict)
    also_named: dict[str, None] = field(default_factory=dict)
    written_at: dict[str, tuple[str, int, str]] = field(default_factory=dict)
    """By name as it is written, the sheet, row and column where it stands first."""


@dataclass
class GatheredLink:
    """A relationship with the rows that tell it."""

    id: LinkId
    says: str
    fields: Fields
    rows: dict[tuple[str, int], None]


@dataclass
class Gathered:
    """All that good rows say. `passages`: the rows themselves, with their fingerprints and addresses."""

    file: str
    nodes: dict[str, GatheredNode] = field(default_factory=dict)
    links: dict[LinkId, GatheredLink] = field(default_factory=dict)
    passages: dict[tuple[str, int], tuple[NamedRow, str | None]] = field(default_factory=dict)

    def add(self, built: BuiltRow) -> list[CellProblem]:
        """Take in a row; where it does not fit what others say, nothing of it is taken, and that is told."""
        place = (built.row.sheet, built.row.number)
        problems = [p for node in built.nodes for p in self._clashes(node, built.row)]
        problems += [p for link in built.links for p in self._link_clashes(link, built.row)]
        if problems:
            return problems
        told = []
        for node in built.nodes:
            there = self.nodes.get(node.id)
            if there and node.label == DEAL and place not in there.rows:
                first = next(iter(there.rows))
                what = f"{node.name} was told in row {first[1]} already: both rows are kept as one deal"
                told.append(
                    self._tell(
                        built.row, node.column, what, "give them ids of their own where they are two", Severity.WARNING
                    )
                )
            self._add_node(node, place)
        for link in built.links:
            self._add_link(link, place)
        self.passages[place] = (built.row, built.url)
        return told

    def _clashes(self, node: BuiltNode, row: NamedRow) -> list[CellProblem]:
        there = self.nodes.get(node.id)
        if there is None:
            return []
        if there.label != node.label:
            what = f"{node.name} is {there.label} in row {_first(there.rows)}, and {node.label} here"
            return [self._tell(row, node.column, what, "see which it is")]
        found = []
        for key, value in node.fields.items():
            if key in there.fields and there.fields[key] != value:
                other = f"{_shown(there.fields[key])} in row {_first(there.rows)}"
                what = f"{node.name} has {key} {_shown(value)} here, and {other}"
                remedy = "see which is right; where they are two things, tell them apart by `id`"
                found.append(self._tell(row, node.column, what, remedy))
        return found

    def _link_clashes(self, link: BuiltLink, row: NamedRow) -> list[CellProblem]:
        there = self.links.get(_link_id(link))
        if there is None:
            return []
        found = []
        for key, value in link.fields.items():
            if key in there.fields and there.fields[key] != value:
                other = f"{_shown(there.fields[key])} in row {_first(there.rows)}"
                what = f"{link.type} has {key} {_shown(value)} here, and {other}"
                remedy = "see which is right; where both are, give each a `key` by a column that tells them apart"
                found.append(self._tell(row, "", what, remedy))
        return found

    def _add_node(self, node: BuiltNode, place: tuple[str, int]) -> None:
        there = self.nodes.get(node.id)
        if there is None:
            there = GatheredNode(node.id, node.label, node.name, node.says, dict(node.fields), {})
            self.nodes[node.id] = there
        there.fields.update(node.fields)
        there.rows[place] = None
        if node.written and plain_words(node.written) != plain_words(there.name):
            there.also_named[node.written] = None
        there.written_at.setdefault(node.written, (*place, node.column))
        for claim in node.claims:
            key = claim.key
            if key in there.claims and there.claims[key][0].says != claim.says:
                key = f"{claim.key}-{place[1]}"
            there.claims.setdefault(key, (claim, place))

    def _add_link(self, link: BuiltLink, place: tuple[str, int]) -> None:
        link_id = _link_id(link)
        there = self.links.setdefault(link_id, GatheredLink(link_id, link.says, dict(link.fields), {}))
        there.fields.update(link.fields)
        there.rows[place] = None

    def _tell(
        self, row: NamedRow, column: str, what: str, remedy: str, severity: Severity = Severity.PROBLEM
    ) -> CellProblem:
        return CellProblem(self.file, row.sheet, row.number, column, what, remedy, severity)


def find_equal_rows(rows: list[BuiltRow], told_apart_by: frozenset[str], file: str) -> list[CellProblem]:
    """Rows with a deal that say what another says, but for the columns by which deals are told apart; what is one deal
    by its id is told where it is gathered."""
    first: dict[tuple[tuple[str, str], ...], BuiltRow] = {}
    written = Counter((h, built.row.cell(h).text) for built in rows for h in told_apart_by)
    found = []
    for built in rows:
        deals = _deals_of(built)
        if built.is_bad or not deals:
            continue
        row = built.row
        said = tuple(sorted((h, cell.text) for h, cell in row.cells.items() if h not in told_apart_by))
        other = first.setdefault(said, built)
        if not deals & _deals_of(other):
            found.append(_ask_twice(row, other.row, told_apart_by, written, file))
    return found


def _deals_of(built: BuiltRow) -> set[str]:
    return {node.id for node in built.nodes if node.label == DEAL}


def _ask_twice(
    row: NamedRow, other: NamedRow, told_apart_by: frozenset[str], written: Counter[tuple[str, str]], file: str
) -> CellProblem:
    """Whether a row tells once more what another has told; with the answer in the mapping where a column tells the two
    apart by a text that no other row has, which would be left out too."""
    differing = [h for h in sorted(told_apart_by) if row.cell(h).text != other.cell(h).text]
    alone = (h for h in differing if row.cell(h).text and written[h, row.cell(h).text] == 1)
    apart = next(alone, next(iter(differing), ""))
    only = f": only {apart} is another" if apart else ", word by word"
    what = f"says what row {_first({(other.sheet, other.number): None})} says{only}"
    is_alone = apart and row.cell(apart).text and written[apart, row.cell(apart).text] == 1
    rule = f"{{column: {in_yaml(apart)}, is: [{in_yaml(row.cell(apart).text)}], because: told twice}}"
    remedy = f"where it is told twice: `leave_out: [{rule}]`" if is_alone else TAKE_OUT
    return CellProblem(file, row.sheet, row.number, apart, what, remedy, Severity.WARNING)


def find_spellings(rows: list[BuiltRow], answers: Answers, file: str) -> list[CellProblem]:
    """Names that may be one thing written in two ways. Those that differ by words such as Ltd alone keep the later row
    from being brought in until somebody answers; what is only alike is a warning."""
    named: dict[str, dict[str, list[_Written]]] = {}
    for built in rows:
        for node in built.nodes:
            if node.label not in (DEAL, "Country"):
                places = named.setdefault(node.label, {}).setdefault(node.id, [])
                places.append(_Written(node.written, built.row, node.column))
    apart = {frozenset(pair) for pair in answers.another}
    found = []
    for by_id in named.values():
        names = [(node_id, places[0].name) for node_id, places in by_id.items()]
        for one, other, likeness in alike_pairs(names):
            first, second = sorted((names[one][0], names[other][0]), key=lambda i: by_id[i][0].order)
            if frozenset((first, second)) not in apart:
                found += _tell_alike(first, by_id[first][0], second, by_id[second], likeness.kind, file)
    return found


@dataclass(frozen=True)
class _Written:
    """A name as a row has it, and where."""

    name: str
    row: NamedRow
    column: str

    @property
    def order(self) -> tuple[str, int]:
        """Its place among others."""
        return self.row.sheet, self.row.number


def _tell_alike(
    first_id: str, first: _Written, second_id: str, seconds: list[_Written], kind: Kind, file: str
) -> list[CellProblem]:
    """The question whether two names are one: at each row that has the later one, where it keeps these rows back."""
    is_same = kind in (Kind.LEGAL_FORM, Kind.SAME)
    told = []
    for second in seconds if is_same else seconds[:1]:
        what = f"'{second.name}' {kind} '{first.name}' in row {first.row.number}"
        remedy = answer_same(second.name, second_id, first_id)
        severity = Severity.PROBLEM if is_same else Severity.WARNING
        alike = Alike(second.name, second_id, first_id)
        told.append(
            CellProblem(file, second.row.sheet, second.row.number, second.column, what, remedy, severity, alike)
        )
    return told


def _link_id(link: BuiltLink) -> LinkId:
    return (link.type, link.start, link.end, str(link.fields.get("role", "")), str(link.fields.get("key", "")))


def _first(rows: dict[tuple[str, int], None]) -> int:
    return next(iter(rows))[1]


def _shown(value: str | list[str]) -> str:
    return value if isinstance(value, str) else list_some(value, 3)
