"""An answer as one page to keep and print: what was asked, what came back, what it rests on, what is not known.

The page runs no script and loads nothing; every text of the records is escaped, and its policy allows its one style.
"""

import base64
import hashlib
import html
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date

from cypher.exports.cypher_text import to_cypher
from cypher.mentions import list_ids
from cypher.rests_on import RestsOn
from cypher.results import Table, Value
from cypher.saved import QueryAnswer
from cypher.saved.command_line import write_command
from cypher.views import BARS, LADDER, NETWORK, TIMELINE, TOTALS
from cypher.views.doubts import OF_FUNDED
from cypher.views.totals import REASONS
from explorer.render.card_evidence import number_passages, write_disagreements, write_passages, write_records
from explorer.render.card_style import STYLE
from explorer.render.layout import lay_out
from explorer.render.picture import draw_picture
from explorer.render.picture_facts import PictureFacts
from explorer.render.standalone_html import write_legend
from explorer.render.still_picture import write_svg
from explorer.render.without_claims import drop_claims
from ledger.dates import format_date
from ledger.text import count_things, plain_line, spell_number

MOST_DRAWN = 150
"""Nodes of a picture that still stands and is still to be read on paper."""
TOLD_IN_WORDS = {"qualifier", "value", "ceiling", "floor", "unit"}
"""Columns of numbers that `amount` or `comes_to` tells in words."""
TOLD_BELOW = {"says", "articles", "origins", "disputed", "date_of"}
"""Columns of a network that stand below, with each record and its passages."""
ISO_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
MANY = 11
"""So many columns stand in small print on paper."""
LONG_WORD = re.compile(r"[^\s-]{16}|[/|]")
"""A word that may have to be broken on paper, or an id."""
SUMS = ("sum", OF_FUNDED)
"""How the rows of totals are called that are sums, and not what these are made of."""
OF_SUMS = (
    "Only figures of one unit, one stage and one side of the money are added; a sum has a floor and a "
    "ceiling. Never add sums to one another, nor the figures of deals: a part would be counted beside its whole."
)
HOW_TO_READ = {
    NETWORK.name: "Each line is one record, and its basis says whether a source states it; a line that is not there "
    "says only that these records do not hold it.",
    TOTALS.name: OF_SUMS,
    LADDER.name: OF_SUMS,
    BARS.name: f"{OF_SUMS} One deal may stand in several bars, so that bars have no bottom line.",
    TIMELINE.name: "Each date is as rough as it is told; what has none stands at the end, and may have been any time.",
}
LIMITS = (
    "These records hold what their sources say, what follows from that (derived, interpreted) and what is marked as "
    "ours; what no source says is not in the answer, and silence is no denial."
)
NOT_READ = "What this answer rests on was not read for this page: ask for the card where the graph can be asked."


def write_card(answer: QueryAnswer, rests_on: RestsOn | None, made: date) -> str:
    """The whole page; `made`: the day on which it is written. Without `rests_on` it says that this was not read."""
    query, known = answer.query, rests_on or RestsOn()
    numbers = number_passages(known)
    records = known.data_set.provenance if known.data_set else answer.data_set
    parts = (
        f"<header><p class='kind'>Answer card · {_say(query.category)}</p><h1>{_say(query.title)}</h1>",
        f"<p class='question'>{_say(query.question)}</p>{_write_list(known.asked, 'asked')}",
        f"<p class='small'>Records: {_say(records)}. Card of {_say(format_date(made.isoformat()))}.</p></header>",
        _write_section("The answer", _write_result(answer, known)),
        _write_section("What is not known, and how to read it", _write_list(list_limits(answer, rests_on))),
        _write_section("Where the sources disagree", write_disagreements(known, numbers)),
        _write_section("What it rests on", write_records(known, numbers, answer.model)),
        _write_section("Passages", write_passages(known, numbers)),
        _write_section("How it was asked", _write_cypher(answer)),
    )
    return _write_page(query.title, "".join(parts))


def list_limits(answer: QueryAnswer, rests_on: RestsOn | None) -> list[str]:
    """What a reader must know beside the answer, a sentence each: what was cut, what is missing, how far it goes."""
    told = [answer.unfinished] if answer.unfinished else []
    if answer.table.truncated:
        told.append(f"The answer was cut: these are its first {len(answer.table.rows):,} rows, and there are more.")
    told += [*answer.notes, *_list_left_out(answer), *_list_not_stated(answer)]
    told += [NOT_READ] if rests_on is None else _list_gaps(rests_on)
    return [*told, *filter(None, (HOW_TO_READ.get(answer.query.view),)), LIMITS]


def _list_left_out(answer: QueryAnswer) -> Iterator[str]:
    if answer.totals is None:
        return
    counts = Counter(x.reason for x in answer.totals.left_out)
    if counts:
        told = "; ".join(f"{count_things(number, 'deal')}: {REASONS[reason]}" for reason, number in counts.items())
        yield f"In no sum of their own: {told}."
    if pairs := len(answer.totals.doubtful):
        yield f"Figures that may be one and the same: {count_things(pairs, 'pair')}; the lower sums stand beside."


def _list_not_stated(answer: QueryAnswer) -> Iterator[str]:
    deals = [n for n in answer.subgraph.nodes if n.label == "Deal"]
    for name, words in (("stage", "how far they have come"), ("whose_money", "whose money it is")):
        silent = sum(n.properties.get(name) in (None, "not_stated") for n in deals)
        if silent:
            yield f"Of {count_things(len(deals), 'deal')}, {silent:,} without a word on {words}."


def _list_gaps(known: RestsOn) -> Iterator[str]:
    items = known.items
    rest = [item for item in items if item.texts("evidence")]
    single = sum(len(item.texts("origins")) == 1 for item in rest)
    if single:
        yield f"Of {count_things(len(rest), 'record')} with passages, {single:,} rest on one origin only."
    if known.untraced:
        yield (
            f"Rows that name no record by id: {known.untraced:,}. Their passages are not listed below; the Cypher "
            "finds the records."
        )
    if gone := [i for i in list_ids(items, "evidence") if i not in known.passages]:
        yield f"Cited and not in the graph: {', '.join(gone)}."


def _write_result(answer: QueryAnswer, known: RestsOn) -> str:
    rows = answer.as_rows()
    if not answer.table.rows:
        return "<p>Nothing was found.</p>"
    if answer.query.view == TOTALS.name:
        return _write_totals(rows)
    return _write_picture(answer, known) + _write_table(pick_columns(rows, answer.query.view))


def _write_totals(table: Table) -> str:
    """The sums first, then what they are made of and what stands beside them."""
    sums = tuple(row for row in table.rows if str(row[0]).startswith(SUMS))
    rest = tuple(row for row in table.rows if row not in sums)
    parts = (("", sums), ("<h3>What they are made of, and what stands beside</h3>", rest))
    return "".join(
        head + _write_table(pick_columns(Table(table.columns, rows), TOTALS.name)) for head, rows in parts if rows
    )


def _write_picture(answer: QueryAnswer, known: RestsOn) -> str:
    drawn = drop_claims(answer.subgraph)
    if answer.query.view != NETWORK.name or not drawn.nodes:
        return ""
    if len(drawn.nodes) > MOST_DRAWN:
        return f"<p>{len(drawn.nodes):,} nodes are too many for a picture that stands still: see the rows.</p>"
    picture = draw_picture(drawn, lay_out(drawn), answer.model, facts=PictureFacts(disputes=known.about))
    title = f"{answer.query.title}: {count_things(len(drawn.nodes), 'node')}, the lines between them in the rows below"
    return f"<figure>{write_svg(picture, title)}{write_legend(picture.legend)}</figure>"


def pick_columns(table: Table, view: str) -> Table:
    """The columns that a page has room for: none that is empty, no ids, and nothing that stands elsewhere on it."""
    beside = TOLD_BELOW if view == NETWORK.name else set()
    if {"amount", "comes_to"} & set(table.columns):
        beside = beside | TOLD_IN_WORDS
    kept = [
        at
        for at, column in enumerate(table.columns)
        if column not in beside
        and not _is_id_of_another(column, table.columns)
        and any(row[at] not in (None, "") for row in table.rows)
    ]
    rows = tuple(tuple(row[at] for at in kept) for row in table.rows)
    return Table(tuple(table.columns[at] for at in kept), rows, table.truncated)


def _is_id_of_another(column: str, columns: Collection[str]) -> bool:
    """Whether a column has only the ids of what another one names."""
    return column == "id" or (column.endswith("_id") and column.removesuffix("_id") in columns)


def _write_table(table: Table) -> str:
    head = "".join(f"<th scope='col'>{_say(c.replace('_', ' '))}</th>" for c in table.columns)
    body = "".join(_write_row(row, is_sum=table.columns[:1] == ("row",) and row[0] == "sum") for row in table.rows)
    kind = " class='many'" if len(table.columns) >= MANY else ""
    return f"<div class='wide'><table{kind}><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _write_row(row: Iterable[Value], *, is_sum: bool) -> str:
    cells = "".join(_write_cell(cell) for cell in row)
    return f"<tr class='sum'>{cells}</tr>" if is_sum else f"<tr>{cells}</tr>"


def _write_cell(cell: Value) -> str:
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return f"<td class='number'>{_say(spell_number(cell))}</td>"
    if isinstance(cell, str) and ISO_DATE.fullmatch(cell):
        return f"<td class='date'>{cell}</td>"
    if isinstance(cell, str) and not LONG_WORD.search(cell):
        return f"<td>{_say(cell)}</td>"
    return f"<td class='long'>{'' if cell is None else _say(cell)}</td>"


def _write_cypher(answer: QueryAnswer) -> str:
    """The Cypher keeps its lines, so that it can be copied from the page."""
    text = to_cypher(answer.query, answer.parameters, answer.data_set)
    asked = write_command(answer.query, answer.parameters, answer.data_set)
    return (
        f"<p class='small'>The saved query {_say(answer.query.id)} (<code>{_say(asked)}</code>), "
        "as it pastes into cypher-shell or Neo4j Browser:</p>"
        f"<pre>{html.escape(text)}</pre>"
    )


def _write_list(lines: Iterable[str], kind: str = "plain") -> str:
    entries = "".join(f"<li>{_say(line)}</li>" for line in lines)
    return f"<ul class='{kind}'>{entries}</ul>" if entries else ""


def _write_section(heading: str, content: str) -> str:
    return f"<section><h2>{heading}</h2>{content}</section>" if content else ""


def _write_page(title: str, body: str) -> str:
    allowed = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{allowed}'; base-uri 'none'; form-action 'none'"
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">'
        f"<title>{_say(title)}</title><style>{STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )


def _say(text: object) -> str:
    """Text as text, on one line, without signs that nobody sees."""
    return html.escape(plain_line(text))
