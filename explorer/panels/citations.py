"""Citations as a reader sees them: a place, as a link to the article's line, with the words of the reader's file."""

from collections.abc import Collection, Iterable, Mapping

from cypher.evidence import CitedPassage
from explorer.markdown import escape, link_to_page
from explorer.own_articles import find_problem
from explorer.shown_graph import ShownGraph
from explorer.state.chosen_data_set import name_data_set
from ledger.dates import format_date
from ledger.ids import is_node_id

ABOUT = "about"
"""The page on which articles open line by line."""


def cite(here: ShownGraph, p: CitedPassage) -> str:
    """One passage: its article, its place, whose words it repeats; below it the words, where the reader has them."""
    dated = f", {escape(format_date(p.date))}" if p.date else ""
    line = f"article **{escape(p.article)}**{dated}, {link_place(here, p, p.place)}: {tell_origin(p)}"
    words = format_words(here, p)
    return f"{line}\n\n{words}" if words else line


def tell_origin(p: CitedPassage) -> str:
    """Whose words a passage repeats."""
    if p.origin == p.article:
        return "in its own words"
    inferred = " (our inference)" if p.origin_basis == "derived" else ""
    return f"repeats the {escape(p.origin_kind)} *{escape(p.origin)}*{inferred}"


def list_places(
    here: ShownGraph, ids: Iterable[str], passages: Mapping[str, CitedPassage], without_words: Collection[str] = ()
) -> str:
    """Where some passages stand, by article and line; each with its words below it, where there are any.

    `without_words`: the ids of those whose words stand above already.
    """
    found = [p for i in ids if (p := passages.get(i))]
    places = [link_place(here, p, f"{p.article}, {p.place}") for p in found]
    words = ["" if p.id in without_words else format_words(here, p) for p in found]
    if not any(words):
        return "; ".join(places)
    return "\n\n".join(f"{place}\n\n{said}" for place, said in zip(places, words, strict=True))


def format_words(here: ShownGraph, p: CitedPassage) -> str:
    """The cited words from the reader's own file, or why they are not shown; nothing where the reader has no files."""
    if not here.articles:
        return ""
    problem = find_problem(here.articles, p)
    if problem is not None:
        return f"> :orange[:material/warning: {escape(problem)}]"
    return f"> {escape(here.articles.quote(p).words)}"


def link_place(here: ShownGraph, p: CitedPassage, text: str) -> str:
    """A text as a link to the line of the article on which a passage stands; as text where that cannot be told."""
    if not p.line or not is_node_id(p.source):
        return escape(text)
    return link_to_page(text, ABOUT, name_data_set(here, {"article": p.source, "line": str(p.line)}))
