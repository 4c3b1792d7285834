"""The search on every engine: by full-text index, and by reading all names, with the same answer."""

import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.connection import Graph
from cypher.model import built_in_model
from cypher.search import MOST, find, lookup
from cypher.search.index import searched_labels, usable_indexes
from cypher.search.rank import How, Named, rank
from cypher.search.terms import search_text
from cypher.status import current_data_set
from loader.load import load
from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server
from tests.integration.test_commands import lodegraph

MODEL = built_in_model()

COUNTRIES = """\
- {id: country/AU, name: Australia, says: took part, evidence: [paper:1]}
- {id: country/CI, name: "Côte d'Ivoire", also_named: [Ivory Coast], says: took part, evidence: [paper:1]}
- {id: country/AA, name: Atlantis, says: took part, evidence: [paper:1]}
- {id: country/BB, name: Borduria, says: took part, evidence: [paper:1]}
- {id: agency/ustr, name: US Trade Representative, kind: office, also_named: [USTR], says: signs, evidence: [paper:1]}
- {id: company/kobold, name: KoBold Metals, kind: company, says: signs, evidence: [paper:1]}
- {id: company/pact, name: Pact, kind: company, says: signs, evidence: [paper:1]}
- id: company/pits
  name: Pits
  kind: company
  former_names: [{name: Quarry Brothers, until: 1998}, {name: Moles}]
  says: signs
  evidence: [paper:1]
"""
TYPED = (
    "USTR", "ustr", "Austrlia", "cote d ivoire", "CÔTE", "ivory coast", "koboldmetals", "kobld", "metals kobold",
    "country/ci", "company/", "kobold of mars", "pact", "trade", "quarry brothers", "qarry", "moles",
    "AND", "OR NOT", "a:b*~ [x TO y] /.*/ \\\" ^", "no such",
)  # fmt: skip


@pytest.fixture
def small(clean_graph: Server, tmp_path: Path) -> Server:
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path, countries=COUNTRIES))
    return clean_graph


def ids(graph: Graph, typed: str) -> list[str]:
    return [f.id for f in find(graph, typed, "small", MODEL)]


def test_index_and_twin_find_the_same(small: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    with opened(small) as graph:
        assert len(usable_indexes(graph, searched_labels(MODEL), "small")) == len(searched_labels(MODEL))
        by_index = {typed: find(graph, typed, "small", MODEL) for typed in TYPED}
        monkeypatch.setattr(lookup, "usable_indexes", lambda *_: ())
        for typed in TYPED:
            assert find(graph, typed, "small", MODEL) == by_index[typed], typed


WORDS = (
    "tin", "tni", "zinc", "zink", "lithium", "litihum", "lithum", "lithiums", "kobold", "kobald", "koboldmetals",
    "metals", "metal", "of", "the", "a", "Côte", "graphitemine", "grpahitemnie", "Rare", "Earths", "rareearths",
    "US", "x",
)  # fmt: skip
COMPANIES = (
    Named("company/kobold", "Company", "KoBold Metals"), Named("company/pact", "Company", "Pact"),
    Named("company/pits", "Company", "Pits", (), ("Quarry Brothers", "Moles")),
)  # fmt: skip
TYPINGS = st.lists(st.sampled_from(WORDS) | st.text("abctin", min_size=1, max_size=5), min_size=1, max_size=3).map(
    " ".join
)


def test_the_index_gives_what_ranking_every_name_gives(small: Server) -> None:
    chance = Random(11)
    several = [[" ".join(chance.choices(WORDS, k=chance.randint(1, 4))) for _ in range(3)] for _ in range(400)]
    named = [Named(f"company/n{i}", "Company", name, tuple(others)) for i, (name, *others) in enumerate(several)]
    rows = [
        {"id": n.id, "name": n.name, "also_named": list(n.also_named), "data_set": "small",
         "search_text": search_text(n.id, (n.name, *n.also_named))} for n in named
    ]  # fmt: skip
    with opened(small) as graph:
        graph.write("UNWIND $rows AS row CREATE (n:Company) SET n = row", {"rows": rows})

        @given(TYPINGS)
        @settings(max_examples=150, deadline=None)
        def same(typed: str) -> None:
            found = find(graph, typed, "small", MODEL, MOST, ("Company",))
            wanted = rank(typed, [*named, *COMPANIES])
            assert [(f.id, f.matched, f.score) for f in found] == [(f.id, f.matched, f.score) for f in wanted[:MOST]]
            assert found.truncated == (len(wanted) > MOST)

        same()


def test_the_best_comes_first_and_nothing_else_instead(small: Server) -> None:
    with opened(small) as graph:
        assert ids(graph, "USTR") == ["agency/ustr"]
        assert ids(graph, "Kobold Mtals") == ["company/kobold"]
        (quarry,) = find(graph, "quarry brothers", "small", MODEL)
        assert (quarry.id, quarry.how, quarry.matched) == ("company/pits", How.FORMER_NAME, "Quarry Brothers")
        assert ids(graph, "COTE D'IVOIRE") == ["country/CI"]
        assert ids(graph, "pact") == ["company/pact", "deal/pact"]
        assert [f.caption for f in find(graph, "pact", "small", MODEL)] == ["Pact  ·  Company", "Pact  ·  Deal"]


def test_the_answer_follows_the_records(small: Server, tmp_path: Path) -> None:
    with opened(small) as graph:
        renamed = COUNTRIES.replace("KoBold Metals", "Silver Metals").replace("id: company/pact", "id: company/other")
        load(graph, write_records(tmp_path, countries=renamed), yes=True)
        assert ids(graph, "silver") == ["company/kobold"]
        assert ids(graph, "pact") == ["company/other", "deal/pact"]


def test_what_an_older_version_loaded_is_found_without_the_index(small: Server) -> None:
    with opened(small) as graph:
        graph.write("MATCH (d:DataSet {data_set: 'small'}) REMOVE d.search_form", {})
        graph.write("MATCH (n {data_set: 'small'}) REMOVE n.search_text", {})
        assert usable_indexes(graph, searched_labels(MODEL), "small") == ()
        assert ids(graph, "USTR") == ["agency/ustr"]


def test_another_set_of_the_same_graph_is_not_found(small: Server, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    write_records(other)
    (other / "data_set.yaml").write_text("name: other\ntitle: Another\n")
    with opened(small) as graph:
        load(graph, other)
        assert current_data_set(graph).name in ("other", "small")
        assert [f.id for f in find(graph, "USTR", "other", MODEL)] == []
        assert [f.id for f in find(graph, "Atlantis", "other", MODEL)] == ["country/AA"]


def test_the_command_shows_a_table_that_a_narrow_terminal_can_hold_and_the_same_as_json_and_csv(small: Server) -> None:
    table = lodegraph(small, "find", "pact", COLUMNS="80")
    assert (table.returncode, table.stderr) == (0, "")
    assert all(len(line) <= 80 for line in table.stdout.splitlines())
    assert "company/pact" in table.stdout
    document = json.loads(lodegraph(small, "find", "pact", "--format", "json").stdout)
    assert [(f["id"], f["kind"]) for f in document["found"]] == [("company/pact", "Company"), ("deal/pact", "Deal")]
    csv = lodegraph(small, "find", "ivory", "coast", "--format", "csv").stdout.splitlines()
    assert csv == ["name,kind,found by,id", "Côte d'Ivoire,Country,other name: Ivory Coast,country/CI"]


def test_the_command_says_what_was_not_found_and_what_was_cut(small: Server) -> None:
    none = lodegraph(small, "find", "zzzz")
    assert (none.returncode, none.stdout) == (0, "")
    assert "nothing in 'small' is called 'zzzz'" in none.stderr
    cut = lodegraph(small, "find", "pact", "--max-rows", "1")
    assert "there are more than these 1" in cut.stderr
    assert lodegraph(small, "find", "!!!").returncode == 2
