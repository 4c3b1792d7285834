"""An article line by line: its words where the reader has the file, what is cited of it, and why the rest is not."""

from collections.abc import Sequence
from typing import TypeAlias

import streamlit as st

from cypher.citing import Citing, read_citing
from cypher.evidence import CitedPassage, read_passages_of
from explorer.markdown import escape
from explorer.panels.line_records import format_reasons, show_line_records
from explorer.shown_graph import ShownGraph
from explorer.state.article_lines import Line, Run, gather_runs, lay_out_lines
from explorer.uncited_lines import read_uncited
from ledger.articles import Article, BadArticle
from ledger.text import count_things

CHOSEN, FIRST, OF = "article-line", "article-first", "article-of"
AT_ONCE = 60
"""Lines, or runs of lines, that are drawn at once."""
BEFORE = 1
"""Lines that are drawn before the one that an address names."""
MOST_SAID = 2
NO_FILES = (
    "Whoever has the articles sees their words here: **lodegraph run --articles DIR**. Without them a line is told by "
    "its number and our paraphrases."
)

_Read: TypeAlias = tuple[tuple[CitedPassage, ...], tuple[Citing, ...]]
"""The passages of an article, and what rests on them."""


def show_article(here: ShownGraph, article: str, asked: int | None, *, came: bool) -> int | None:
    """Draw an article; returns the line that is chosen.

    `asked`: the line that the address names; `came`: from elsewhere, so that the article is drawn from there on.
    """
    passages, citing = _read_article(here.graph.server.uri, here.data_set.key, article, here)
    if not passages:
        st.caption("No passage is taken from it.")
        return None
    own = _open_own(here, passages[0])
    lines = lay_out_lines(passages, citing, read_uncited(article, here.data_set.name), own)
    _warn_if_it_differs(lines, len(passages))
    _begin(here, article, lines, asked, came=came)
    if came and asked is not None and not _has(lines, asked):
        st.warning(f"It has no line {escape(asked)}.", icon=":material/link_off:")
    chosen: int | None = st.session_state.get(CHOSEN)
    left, right = st.columns([1.6, 1], gap="medium")
    with left, st.container(height=724, border=False):
        _show_lines(lines, chosen)
    with right, st.container(height=724, border=False):
        show_line_records(here, next((line for line in lines if line.number == chosen), None))
    return chosen


@st.cache_resource(show_spinner=False, max_entries=32)
def _read_article(uri: str, version: str, article: str, _here: ShownGraph) -> _Read:
    """What the graph says of an article, which the words are no part of: kept for all, by version."""
    passages = read_passages_of(_here.graph, article, _here.data_set.name)
    return passages, read_citing(_here.graph, (p.id for p in passages), _here.data_set.name, _here.model)


def _open_own(here: ShownGraph, passage: CitedPassage) -> Article | None:
    """The reader's own file of the article; what is wrong with it is told."""
    if not here.articles:
        st.caption(NO_FILES)
        return None
    try:
        return here.articles.read(passage.file)
    except BadArticle as error:
        st.warning(f"Its words are not shown: {escape(error)}.", icon=":material/warning:")
        return None


def _warn_if_it_differs(lines: Sequence[Line], passages: int) -> None:
    differ = sum(len(line.differs) for line in lines)
    if differ:
        st.warning(
            f"Your file is not the one that was cited: {differ:,} of {passages:,} cited places have another text.",
            icon=":material/warning:",
        )


def _begin(here: ShownGraph, article: str, lines: Sequence[Line], asked: int | None, *, came: bool) -> None:
    """Where another article is shown than before, or a link named another line, begin shortly before that line."""
    shown = (here.data_set.name, article)
    before, linked = st.session_state.get(OF, (None, None))
    if before == shown and not (came and linked != asked):
        return
    st.session_state[OF] = (shown, asked if came else None)
    st.session_state[CHOSEN] = asked if came and _has(lines, asked) else None
    st.session_state[FIRST] = max(0, _find_row(gather_runs(lines), st.session_state[CHOSEN]) - BEFORE)


def _has(lines: Sequence[Line], number: int | None) -> bool:
    return any(line.number == number for line in lines)


def _find_row(rows: Sequence[Line | Run], number: int | None) -> int:
    return next((at for at, row in enumerate(rows) if number is not None and _holds(row, number)), 0)


def _holds(row: Line | Run, number: int) -> bool:
    return row.number == number if isinstance(row, Line) else row.first <= number <= row.last


def _show_lines(lines: Sequence[Line], chosen: int | None) -> None:
    rows = gather_runs(lines)
    first = min(st.session_state[FIRST], max(0, len(rows) - 1))
    if first:
        st.button("Earlier lines", on_click=_move, args=(max(0, first - AT_ONCE),), icon=":material/arrow_upward:")
    for row in rows[first : first + AT_ONCE]:
        if isinstance(row, Run):
            _show_run(row)
        else:
            _show_line(row, is_chosen=row.number == chosen)
    if first + AT_ONCE < len(rows):
        st.button("Later lines", on_click=_move, args=(first + AT_ONCE,), icon=":material/arrow_downward:")


def _move(first: int) -> None:
    st.session_state[FIRST] = first


def _choose(number: int) -> None:
    st.session_state[CHOSEN] = number


def _show_run(run: Run) -> None:
    which = str(run.first) if run.first == run.last else f"{run.first}-{run.last}"
    st.markdown(f":small[**{escape(which)}** {format_reasons(run.reasons)}]")


def _show_line(line: Line, *, is_chosen: bool) -> None:
    with st.container(horizontal=True, wrap=False, gap="small", vertical_alignment="top"):
        at = line.number
        st.button(
            escape(at), key=f"line-{at}", on_click=_choose, args=(at,), width=64, disabled=not line.resting,
            type="secondary" if is_chosen else "tertiary", help=count_things(len(line.records), "record"),
        )  # fmt: skip
        st.markdown(format_line(line, is_chosen=is_chosen))


def format_line(line: Line, *, is_chosen: bool) -> str:
    """A line as Markdown: its words, the cited ones marked; without them, what the records say that rest on it."""
    mark = "orange" if is_chosen else "blue"
    words = " ".join(
        f":{mark}-background[{escape(piece.words)}]" if piece.is_cited else escape(piece.words) for piece in line.pieces
    )
    said = words or _format_paraphrases(line.records)
    differs = ":orange[:material/warning: Not as it was cited.]" if line.differs else ""
    reasons = format_reasons(line.reasons) if line.reasons or not line.resting else ""
    return "  \n".join(part for part in (said, differs, reasons) if part)


def _format_paraphrases(records: Sequence[Citing]) -> str:
    told = list(dict.fromkeys(r.says for r in records if r.says))
    more = f" :gray[and {len(told) - MOST_SAID} more]" if len(told) > MOST_SAID else ""
    return "  \n".join(f"*{escape(says)}*" for says in told[:MOST_SAID]) + more
