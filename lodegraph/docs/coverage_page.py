"""`docs/coverage.md`: each line of each article by number, with the records that rest on it or the reason for none."""

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from ledger.ids import split_kind
from loader.check import Checked, Index, check
from loader.check.coverage import ranges
from loader.expand.claims import passage_id
from loader.read.coverage import Coverage, Place, read_coverage
from loader.records import Link, Node

HEAD = """\
# Every line of every article

*Made from `seeds/` by `make docs`; edit the records and `seeds/coverage/` there.*

A place is a line of the article's file, counted from 1, or one sentence of it (`10.3`). Beside it stand the records
that cite it, or in italics the reason that none does. The articles' text is not in the project: whoever has them can
hold every fingerprint against them with `lodegraph verify --articles DIR`. How a sentence becomes a record is told in
[method.md](method.md).
"""

CLAIM = "claim/"
READING = "claim/dispute/"


@dataclass
class _Citing:
    """What cites one passage: nodes and disputes, the nodes of which something is claimed, and relationships."""

    nodes: list[str] = field(default_factory=list)
    claims_on: Counter[str] = field(default_factory=Counter)
    links: int = 0


def make_coverage_page(folder: Path) -> str:
    """The page's text."""
    checked = check(folder)
    index, found = checked.index, _find_citing(checked)
    coverages = [c for c in read_coverage(folder) if isinstance(c, Coverage)]
    return "\n".join([HEAD, *(_make_article(c, index, found) for c in coverages)])


def _make_article(coverage: Coverage, index: Index, found: dict[str, _Citing]) -> str:
    passages = [p for p in index.passages.values() if p.source == coverage.source]
    rows = {Place(p.line, p.sentence or 0): (_list_records(found.get(p.id, _Citing())), False) for p in passages}
    rows |= {place: (f"*{reason.text}*", True) for reason in coverage.reasons for place in reason.places}
    cited = len({p.line for p in passages})
    head = f"## {coverage.source}\n\n{coverage.lines} lines; {len(passages)} passages are cited, on {cited} lines.\n"
    lines = [f"| {_format_places(places)} | {text} |" for text, places in _merge_rows(rows)]
    return "\n".join([head, "| line | records, or the reason for none |", "|---|---|", *lines, ""])


def _merge_rows(rows: dict[Place, tuple[str, bool]]) -> list[tuple[str, list[Place]]]:
    """Rows in order, with neighbours of one reason as one; what cites a passage is never merged."""
    ordered = sorted(rows.items())
    runs = groupby(ordered, lambda row: row[1][0] if row[1][1] else str(row[0]))
    return [(row[0][1][0], [place for place, _ in row]) for row in (list(run) for _, run in runs)]


def _format_places(places: list[Place]) -> str:
    return str(places[0]) if len(places) == 1 else ranges(p.line for p in places)


def _list_records(here: _Citing) -> str:
    by_kind = [_format_ids(kind, list(ids)) for kind, ids in groupby(sorted(here.nodes), split_kind)]
    claims = [f"claims on {', '.join(_count_claims(n, c) for n, c in sorted(here.claims_on.items()))}"]
    links = [f"{here.links} relationship{'s' if here.links > 1 else ''}"]
    return "; ".join([*by_kind, *(claims if here.claims_on else []), *(links if here.links else [])])


def _format_ids(kind: str, ids: list[str]) -> str:
    return f"{kind}/ {', '.join(i.removeprefix(kind + '/') for i in ids)}" if len(ids) > 1 else ids[0]


def _count_claims(node: str, claims: int) -> str:
    return f"{node} ({claims})" if claims > 1 else node


def _find_citing(checked: Checked) -> dict[str, _Citing]:
    """By passage: all that cites it, in the order of the records; readings are counted with their dispute."""
    found: dict[str, _Citing] = {}
    for item in checked.items:
        for passage in dict.fromkeys(map(passage_id, item.citations)):
            _add(found.setdefault(passage, _Citing()), item)
    return found


def _add(here: _Citing, item: Node | Link) -> None:
    if isinstance(item, Link):
        here.links += 1
    elif not item.id.startswith(CLAIM):
        here.nodes.append(item.id)
    elif not item.id.startswith(READING):
        here.claims_on[item.id.removeprefix(CLAIM).rpartition("/")[0]] += 1
