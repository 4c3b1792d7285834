"""Anything that a reader may do, and logs of it, for Hypothesis."""

from hypothesis import strategies as st

from explorer.state.actions import (
    LIMITS,
    Add,
    Collapse,
    DrawUpTo,
    Expand,
    Hide,
    HideLabel,
    HideType,
    Move,
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
ACTION = st.one_of(
    st.builds(Add, NODES),
    st.builds(Expand, NODES, TYPES | st.just(""), st.sampled_from(Way)),
    st.builds(Collapse, NODES),
    st.builds(Hide, ITEMS),
    st.builds(ShowOnly, ITEMS),
    st.builds(ShowAgain, ITEMS | st.just("")),
    st.builds(HideLabel, LABELS),
    st.builds(ShowLabel, LABELS),
    st.builds(HideType, TYPES),
    st.builds(ShowType, TYPES),
    st.builds(Pin, NODES),
    st.builds(Unpin, NODES),
    st.builds(Move, NODES, PLACES, PLACES),
    st.builds(DrawUpTo, st.sampled_from(LIMITS)),
)
LOGS = st.builds(lambda actions, at: write_down(actions).go_to(at), st.lists(ACTION, max_size=12), st.integers(0, 12))
