"""Reading own queries: each file by itself, so that a broken one is told and hides none of the others."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cypher.model import Model
from cypher.own.draft import Draft, find_invisible, read_draft, write_draft
from cypher.own.folder import ENDING, MOST_FILES, Unreadable, is_safe_name, list_files, read_text, show_name
from cypher.saved.catalog import BrokenQuery, Catalog
from cypher.saved.categories import rank_category
from cypher.saved.lint import find_refusal
from cypher.saved.places import split_query
from cypher.saved.query import BadQuery, SavedQuery, parse_query

CATEGORY = "own queries"
MOST_TAGS = 20
LONGEST_TAG = 40


@dataclass(frozen=True)
class Rules:
    """What an own query is held against: a model, and the ids of the queries that come with Lodegraph."""

    model: Model
    taken: Collection[str]


@dataclass(frozen=True)
class OwnQueries:
    """What a folder holds: queries that can be run, by title, and the files that hold none, by name."""

    queries: tuple[SavedQuery, ...] = ()
    broken: tuple[BrokenQuery, ...] = ()


def read_own(folder: Path, rules: Rules) -> OwnQueries:
    """Every query of a folder. Raises nothing for what a file holds; empty where there is no folder."""
    queries, broken = [], []
    try:
        paths = list(list_files(folder))
    except OSError as error:
        return OwnQueries(broken=(BrokenQuery(show_name(str(folder)), f"the folder: {error.strerror or error}"),))
    for path in paths[:MOST_FILES]:
        try:
            queries.append(read_one(path.name, read_text(path), rules))
        except Unreadable as error:
            broken.append(BrokenQuery(show_name(path.name), f"{show_name(path.name)}: {error}"))
        except BadQuery as error:
            broken.append(BrokenQuery(show_name(path.name), str(error)))
    if len(paths) > MOST_FILES:
        more = f"{len(paths) - MOST_FILES:,} more files are not looked at: a folder holds at most {MOST_FILES:,}"
        broken.append(BrokenQuery("…", more))
    return OwnQueries(tuple(sorted(queries, key=lambda q: q.title)), tuple(broken))


def read_one(name: str, text: str, rules: Rules) -> SavedQuery:
    """The own query that a file of that name holds. Raises BadQuery with line and column, for the guard's rules too."""
    shown_name = show_name(name)
    if not is_safe_name(name):
        raise BadQuery(
            f"{shown_name}: no name of a query's file",
            f"small letters, digits and hyphens, at most 80, and {ENDING}",
        )
    file = split_query(Path(name), text)
    draft = read_draft(name, text)
    if hidden := sorted(set(find_invisible(draft.fields))):
        raise BadQuery("; ".join(file.say_field((field,), "holds an invisible character") for field in hidden))
    if refused := list(find_refusal(file)):
        raise BadQuery("; ".join(refused))
    query = parse_query(file, CATEGORY, rules.model, own=True)
    if query.id in rules.taken:
        remedy = f"choose another id, such as my-{query.id}, and name the file after it"
        raise BadQuery(file.say_field(("id",), f"{query.id} is a saved query that comes with Lodegraph"), remedy)
    if len(query.tags) > MOST_TAGS or any(len(tag) > LONGEST_TAG for tag in query.tags):
        raise BadQuery(file.say_field(("tags",), f"at most {MOST_TAGS} tags of {LONGEST_TAG} characters"))
    return query


def check_draft(draft: Draft, rules: Rules) -> SavedQuery:
    """The query that a draft would be once it is kept. Raises BadQuery."""
    return read_one(f"{draft.id}{ENDING}", write_draft(draft), rules)


def add_own(catalog: Catalog, own: OwnQueries) -> Catalog:
    """A catalog with own queries behind those that come with Lodegraph, before it is offered for a data set."""
    return replace(
        catalog,
        queries=tuple(sorted((*catalog.queries, *own.queries), key=_rank)),
        broken=(*catalog.broken, *own.broken),
    )


def _rank(query: SavedQuery) -> tuple[bool, tuple[int, str], str]:
    return query.own, rank_category(query.category), query.title


def find_tagged(queries: Iterable[SavedQuery], tag: str) -> tuple[SavedQuery, ...]:
    """The queries that have a tag; all where it is empty."""
    return tuple(q for q in queries if not tag or tag in q.tags)
