"""Anything that a reader may do, and logs of it, for Hypothesis."""

from hypothesis import strategies as st

from cypher.facets import Asked, Facet, write_asked
from cypher.facets.asked import write_list
from cypher.facets.facet import RANGES
from cypher.model import Walk
from explorer.state.action import Action
from explorer.state.actions import (
    COMMON,
    LIMITS,
    Add,
    ClearFilter,
    CloseBundle,
    CloseLines,
    Collapse,
    DrawUpTo,
    Expand,
    Filter,
    Hide,
    HideLabel,
    HideType,
    LayOut,
    Layout,
    Move,
    OpenBundle,
    OpenLines,
    Path,
    Pin,
    ShowAgain,
    ShowLabel,
    ShowOnly,
    ShowType,
    Surround,
    Unpin,
    Way,
)
from explorer.state.filters import write_filters
from explorer.state.log import write_down

PLAIN = st.from_regex(r"[a-z_]{1,3}/[A-C][._-]?", fullmatch=True)
FOREIGN = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=6) | st.sampled_from(
    ["~", "a~~b", "%7E"]
)
"""Ids that others wrote into a graph: any text."""
NODES = PLAIN | FOREIGN
EDGES = st.builds("{}|{}|{}|{}".format, NODES, st.sampled_from(["FUNDS", "PART_OF"]), NODES, st.just("part"))
ITEMS = NODES | EDGES
LABELS = st.sampled_from(["Country", "Deal", "A~label~~%7E", "%"])
TYPES = st.sampled_from(["FUNDS", "PART_OF", "~", "%25"])
PLACES = st.integers(-999_999, 999_999)
MONTHS = st.builds("{:04}-{:02}".format, st.integers(1, 9999), st.integers(1, 12))
AMOUNTS = st.builds(
    lambda unit, ends, none: Asked(Facet.AMOUNT, unit=unit, low=ends[0], high=ends[1], with_none=none),
    st.sampled_from(["USD", "tons", "a:b,c"]),
    st.tuples(st.integers(0, 2**62), st.integers(0, 2**62)).map(sorted),
    st.booleans(),
)
DATES = st.builds(
    lambda ends, none: Asked(Facet.DATE, first=ends[0], last=ends[1], with_none=none),
    st.tuples(MONTHS, MONTHS).map(sorted),
    st.booleans(),
)
VALUES = st.builds(
    Asked,
    st.sampled_from([f for f in Facet if f not in RANGES]),
    st.frozensets(NODES | st.sampled_from(["none", "%6Eone", "a,b", "100%"]), min_size=1, max_size=3),
    with_none=st.booleans(),
)
ASKED = AMOUNTS | DATES | VALUES
"""What may be asked of a facet."""
FILTERS = st.lists(ASKED, max_size=3, unique_by=lambda asked: asked.facet)
WALKS = st.lists(st.sampled_from(Walk), unique=True, max_size=3).map(lambda walks: write_list(tuple(map(str, walks))))
ENDS = st.lists(NODES, min_size=2, max_size=3, unique=True).map(lambda ends: write_list(tuple(ends)))
MORE_NODES = st.lists(NODES, max_size=3, unique=True).map(tuple)
MORE_ITEMS = st.lists(ITEMS, max_size=3, unique=True).map(tuple)
ACTION: st.SearchStrategy[Action] = st.one_of(
    st.builds(Add, NODES, MORE_NODES),
    st.builds(Expand, NODES, TYPES | st.just(""), st.sampled_from(Way), MORE_NODES),
    st.builds(Collapse, NODES, MORE_NODES),
    st.builds(Hide, ITEMS, MORE_ITEMS),
    st.builds(ShowOnly, ITEMS, MORE_ITEMS),
    st.builds(ShowAgain, ITEMS | st.just("")),
    st.builds(HideLabel, LABELS),
    st.builds(ShowLabel, LABELS),
    st.builds(HideType, TYPES),
    st.builds(ShowType, TYPES),
    st.builds(Pin, NODES, MORE_NODES),
    st.builds(Unpin, NODES, MORE_NODES),
    st.builds(Move.to, st.lists(st.tuples(NODES, PLACES, PLACES), min_size=1, max_size=3)),
    st.builds(OpenLines, EDGES, MORE_ITEMS) | st.just(OpenLines()),
    st.builds(CloseLines, EDGES, MORE_ITEMS) | st.just(CloseLines()),
    st.builds(OpenBundle, EDGES, MORE_ITEMS),
    st.builds(CloseBundle, EDGES, MORE_ITEMS),
    st.builds(LayOut, st.sampled_from(Layout)),
    st.builds(DrawUpTo, st.sampled_from(LIMITS)),
    st.builds(lambda asked: Filter(str(asked.facet), write_asked(asked)), ASKED),
    st.builds(ClearFilter, st.sampled_from(["", *map(str, Facet)])),
    st.builds(Path, ENDS, WALKS, st.integers(COMMON, 2), st.builds(write_filters, FILTERS), st.integers(0, 1)),
    st.builds(Surround, NODES, st.integers(1, 3), WALKS),
)
LOGS = st.builds(lambda actions, at: write_down(actions).go_to(at), st.lists(ACTION, max_size=12), st.integers(0, 12))
