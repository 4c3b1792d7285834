"""What a reader does to the picture, on a small graph: by one type, out again, only some of it, and nobody moves."""

from pathlib import Path

from cypher.connection import Graph
from cypher.guide import read_guide
from cypher.model import built_in_model
from cypher.network import Ties, around, ties_of
from cypher.saved import read_catalog
from cypher.status import current_data_set
from explorer.shown_graph import ShownGraph
from explorer.state.action import Action, Walk
from explorer.state.actions import (
    Add,
    Collapse,
    Expand,
    Hide,
    LayOut,
    Layout,
    Pin,
    ShowAgain,
    ShowOnly,
    Way,
)
from explorer.state.composed_steps import Composition
from explorer.state.composition import compose
from explorer.state.exploring import IDLE, follow
from explorer.state.log import Log, write_down
from explorer.state.log_words import describe_log
from explorer.state.scene import fold
from loader.load import load
from tests.integration.graphs import SMALL, opened, write_records
from tests.integration.servers import Server

BANK = """\
- id: agency/bank
  name: The bank
  kind: bank
  says: It lends.
  evidence: [paper:1]
  links:
    - {type: AGENCY_OF, to: country/AA}
"""
LOAN = """\
- id: deal/{name}
  name: Loan {name}
  instrument: loan
  stage: approved
  whose_money: foreign_public
  says: It was lent.
  evidence: [paper:1]
  links:
    - {{type: FUNDS, from: agency/bank, role: funder}}
    - {{type: LOCATED_IN, to: country/{place}}}
"""
BEGIN = (Add("deal/one"), Add("deal/two"), Add("agency/bank"))
PLACES = {"CC": "Cimmeria", "DD": "Drusselstein"}


def write_bank(folder: Path) -> Path:
    """A bank with two loans, in countries that nothing else is in; too many others for a picture of everything."""
    countries = SMALL["countries.yaml"] + "".join(
        f"- {{id: country/{code}, name: {name}, says: It is there., evidence: [paper:1]}}\n"
        for code, name in PLACES.items()
    )
    loans = LOAN.format(name="one", place="CC") + LOAN.format(name="two", place="DD")
    (folder / "agencies.yaml").write_text(BANK, encoding="utf-8")
    return write_records(folder, countries=countries, deals=SMALL["deals.yaml"] + loans)


def look_at(graph: Graph, data_set: str = "small") -> ShownGraph:
    shown, guide = current_data_set(graph), read_guide(graph, data_set)
    return ShownGraph(graph, shown, read_catalog(built_in_model()).offered(shown.name, guide), built_in_model(), guide)


def after(here: ShownGraph, *actions: Action) -> Composition:
    """The picture of both loans and their bank, and what was done to it."""
    return compose(here, fold((*BEGIN, *actions)))


def ids(composed: Composition) -> set[str]:
    return {n.id for n in composed.subgraph.nodes}


def test_ties_are_counted_by_type_and_direction_before_they_are_expanded(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        ties = ties_of(graph, "agency/bank", ["deal/one", "country/AA"], "small", built_in_model())
        assert ties == (
            Ties("FUNDS", "out", ("funder",), 2, 1),
            Ties("AGENCY_OF", "out", ties[1].roles, 1, 1),
        )
        assert [t.more for t in ties] == [1, 0]
        of_loan = ties_of(graph, "deal/one", [], "small", built_in_model())
        assert {(t.type, t.way) for t in of_loan} == {("FUNDS", "in"), ("LOCATED_IN", "out")}
        assert ties_of(graph, "nothing/there", [], "small", built_in_model()) == ()


def test_expanding_by_a_type_brings_in_its_neighbours_alone_and_in_its_direction(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        begin = ids(after(here))
        assert ids(after(here, Expand("deal/one", "LOCATED_IN"))) - begin == {"country/CC"} - begin
        against = after(here, Expand("deal/one", "LOCATED_IN", Way.IN))
        assert ids(against) == begin
        assert against.change == 0


def test_collapsing_takes_out_what_only_that_expansion_brought_in(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        begin = ids(after(here))
        assert {"country/CC", "country/DD"}.isdisjoint(begin)
        grown = (Expand("deal/one"), Expand("deal/two"))
        assert {"country/CC", "country/DD"} <= ids(after(here, *grown))
        less = after(here, *grown, Collapse("deal/one"))
        assert ids(less) == ids(after(here, Expand("deal/two")))
        assert (less.change, less.expanded & {"deal/one"}) == (1, set())
        kept = after(here, Expand("deal/one"), Add("country/CC"), Expand("country/CC"), Collapse("deal/one"))
        assert "country/CC" in ids(kept)


def test_what_was_there_stays_where_it_was_whatever_comes_in_or_goes(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        done: list[Action] = []
        before = after(here).positions
        for action in (
            Expand("deal/one"), Expand("agency/bank"), Add("country/DD"), ShowOnly("agency/bank"), ShowAgain(),
            Collapse("deal/one"), Expand("deal/two"), Collapse("agency/bank"),
        ):  # fmt: skip
            done.append(action)
            now = after(here, *done).positions
            moved = {n for n in before.keys() & now.keys() if before[n] != now[n]}
            assert not moved, f"{action} moved {moved}"
            before = now


def test_only_a_node_and_its_neighbours_are_drawn_until_all_are_again(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        only = after(here, Expand("deal/one"), ShowOnly("deal/one"))
        assert ids(only) - only.concealed == {"deal/one", "agency/bank", "country/CC"}
        assert only.change == len(only.concealed)
        more = after(here, Expand("deal/one"), ShowOnly("deal/one"), Expand("agency/bank", "FUNDS"))
        assert "deal/two" in ids(more) - more.concealed
        assert not after(here, Expand("deal/one"), ShowOnly("deal/one"), ShowAgain()).concealed
        one = after(here, ShowOnly("deal/one"), ShowAgain("deal/two"))
        assert "deal/two" not in one.concealed
        assert one.concealed


def test_several_are_expanded_collapsed_added_and_shown_alone_in_one_step(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        both, one_by_one = Expand("deal/one", also=("deal/two",)), (Expand("deal/one"), Expand("deal/two"))
        grown = after(here, both)
        assert ids(grown) == ids(after(here, *one_by_one))
        assert {"country/CC", "country/DD"} <= ids(grown)
        less = after(here, both, Collapse("deal/one", ("deal/two",)))
        assert ids(less) == ids(after(here))
        assert less.change == 2
        assert {"country/CC", "country/DD"} <= ids(after(here, Add("country/CC", ("country/DD",))))
        only = after(here, both, ShowOnly("deal/one", ("country/DD",)))
        assert ids(only) - only.concealed == {"deal/one", "country/DD"}


def test_another_layout_moves_all_but_what_is_pinned_and_what_comes_in_then_moves_nothing(
    clean_graph: Server, tmp_path: Path
) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        before = after(here).positions
        laid_out = after(here, Pin("deal/one"), LayOut(Layout.HIERARCHY)).positions
        assert laid_out["deal/one"] == before["deal/one"]
        assert laid_out.keys() == before.keys()
        assert laid_out != before
        free = after(here, LayOut(Layout.HIERARCHY)).positions
        assert free["agency/bank"][0] < free["deal/one"][0]
        grown = after(here, LayOut(Layout.HIERARCHY), Expand("deal/one")).positions
        assert {n: grown[n] for n in free} == free
        again = after(here, LayOut(Layout.HIERARCHY), LayOut(Layout.FORCE)).positions
        assert again != free
        assert again.keys() == before.keys()


def test_neighbours_come_with_the_most_important_first(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        found = around(graph, "agency/bank", "small", built_in_model())
        worth = [(n.has_figure, n.is_disputed, n.ties) for n in found]
        assert worth == sorted(worth, reverse=True)
        assert {n.id for n in found} == {"deal/one", "deal/two", "country/AA"}
        assert all(n.name for n in found)


def test_what_would_change_nothing_is_told_and_not_logged(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        once = follow(here, Log(), (*BEGIN, Expand("deal/one")))
        assert (once.log.at, once.told) == (3, ())  # the bank is in the opening picture
        twice = follow(here, once.log, (Expand("deal/one"), Collapse("agency/bank"), ShowAgain(), Walk.REDO))
        assert (twice.log, twice.told) == (once.log, (IDLE[Expand], IDLE[Collapse], IDLE[ShowAgain]))
        back = follow(here, once.log, (Walk.UNDO, Walk.UNDO))
        assert back.log == once.log.go_to(1)


def test_the_history_says_what_each_entry_did(clean_graph: Server, tmp_path: Path) -> None:
    with opened(clean_graph) as graph:
        load(graph, write_bank(tmp_path))
        here = look_at(graph)
        funds = next(e.id for e in after(here).subgraph.edges if e.type == "FUNDS")
        done = (Hide("country/CC"), Hide(funds), Collapse("deal/one"), ShowAgain())
        log = write_down((*BEGIN, Expand("deal/one", "LOCATED_IN", Way.OUT), *done))
        assert describe_log(here, log.go_to(1))[2:] == (
            "added The bank",
            "expanded Loan one by “is located in”: 1 node",
            "hid Cimmeria",
            f"hid The bank funds Loan {funds.split('|')[2].removeprefix('deal/')}",
            "collapsed Loan one: 1 node taken out",
            "showed all again",
        )
