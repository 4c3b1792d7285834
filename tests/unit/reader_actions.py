"""Anything that a reader may do, and logs of it, for Hypothesis."""

from hypothesis import strategies as st

from explorer.state.actions import (
    LIMITS,
    Action,
    Add,
    CloseBundle,
    CloseLines,
    Collapse,
    DrawUpTo,
    Expand,
    Hide,
    HideLabel,
    HideType,
    LayOut,
    Layout,
    Move,
    OpenBundle,
    OpenLines,
    Pin,
    ShowAgain,
    ShowLabel,
    ShowOnly,
    ShowType,
    Unpin,
    Way,
)
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
)
LOGS = st.builds(lambda actions, at: write_down(actions).go_to(at), st.lists(ACTION, max_size=12), st.integers(0, 12))
