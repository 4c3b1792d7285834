"""The reader's own queries on the pages: whether they are offered and may be kept here, and which there are."""

import os
from dataclasses import replace
from pathlib import Path

import streamlit as st

from cypher.own import OwnQueries, QueryFolder, Rules, add_own, own_folder, read_own
from cypher.own.folder import list_files
from cypher.saved import Catalog
from cypher.settings import GraphSettings
from explorer.access.alone import is_alone
from explorer.access.page_limit import get_access
from explorer.shown_graph import ShownGraph


def are_offered() -> bool:
    """Where typed Cypher is off, so are own queries; to several people only a folder is shown that was named for it."""
    serving = get_access().serving
    return serving.typed_cypher and (not serving.shared or GraphSettings().lodegraph_queries is not None)


def may_be_kept() -> bool:
    """Whether the folder is the one of whoever sits here: the pages are served to this machine alone."""
    return get_access().serving.typed_cypher and is_alone()


def get_folder() -> QueryFolder:
    """The folder of own queries."""
    return QueryFolder(own_folder())


def with_own_queries(here: ShownGraph) -> Catalog:
    """The catalog with the own queries that make sense for the data set; as it is where they are not offered."""
    if not are_offered():
        return here.catalog
    folder = own_folder()
    ours = frozenset({q.id for q in here.catalog.queries} | here.catalog.elsewhere.keys())
    uri, version = here.graph.server.uri, here.data_set.key
    own = _read(str(folder), _sign(folder), uri, version, Rules(here.model, ours))
    named = (None, here.data_set.name)
    elsewhere = {q.id: q.data_set for q in own.queries if q.data_set is not None and q.data_set not in named}
    fitting = replace(own, queries=tuple(q for q in own.queries if q.data_set in named))
    catalog = add_own(here.catalog, fitting)
    return replace(catalog, elsewhere={**catalog.elsewhere, **elsewhere})


def _sign(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """By what one sees that a file of the folder has been changed, whoever did."""
    signs = []
    for path in list_files(folder):
        try:
            state = os.lstat(path)
        except OSError:
            continue
        signs.append((path.name, state.st_mtime_ns, state.st_size))
    return tuple(signs)


@st.cache_resource(show_spinner=False, max_entries=8)
def _read(folder: str, signs: tuple[tuple[str, int, int], ...], uri: str, version: str, _rules_: Rules) -> OwnQueries:
    return read_own(Path(folder), _rules_)
