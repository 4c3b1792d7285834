"""The command line on a real server, as a user types it: in a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.integration.graphs import opened, write_records
from tests.integration.servers import Server

pytestmark = pytest.mark.one_line

COMMAND = Path(sys.executable).with_name("lodegraph")


def environment(server: Server, **more: str) -> dict[str, str]:
    """Ours, in which only this server and the given variables configure a graph."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LODEGRAPH_"))}
    graph = {
        "NEO4J_URI": server.uri,
        "NEO4J_USERNAME": server.user,
        "NEO4J_PASSWORD": server.password,
        "NEO4J_DATABASE": server.database,
    }
    return kept | graph | more


def lodegraph(server: Server, *words: str, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run a command against a server; only the given variables configure a graph."""
    return subprocess.run(
        [str(COMMAND), *words],
        env=environment(server, **more), check=False, capture_output=True, text=True, timeout=120,
    )  # fmt: skip


def test_load_status_and_query_say_the_same_as_json(clean_graph: Server, tmp_path: Path) -> None:
    write_records(tmp_path)
    loaded = json.loads(lodegraph(clean_graph, "load", str(tmp_path), "--format", "json").stdout)
    status = json.loads(lodegraph(clean_graph, "status", "--format", "json").stdout)
    assert (loaded["nodes"]["created"], loaded["relationships"]["created"]) == (6, 4)
    assert sum(status["nodes"].values()) == 6
    assert status["data_set"]["version"] == loaded["version"]
    text = lodegraph(clean_graph, "status").stdout
    assert loaded["version"] in text
    assert "complete" in text


def test_the_answer_alone_is_on_standard_output(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    found = lodegraph(clean_graph, "query", "run", "neighbours", "--param", "node=country/AA", "--format", "json")
    assert {n["id"] for n in json.loads(found.stdout)["nodes"]} == {"country/AA", "deal/pact"}
    csv = lodegraph(clean_graph, "query", "run", "neighbours", "--param", "node=country/AA", "--format", "csv").stdout
    assert csv.splitlines()[1].startswith("Atlantis,is party to,Pact,")


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("query", "run", "no-such"), 2, "there is no saved query 'no-such'"),
        (("query", "run", "connections", "--param", "hops=99"), 2, "99 is not between 1 and 8"),
        (("query", "run", "connections", "--param", "hops"), 2, "write NAME=VALUE"),
        (("load", "no/such/folder"), 1, "there is no folder"),
        (("query", "run", "around"), 1, "run `lodegraph load`"),
        (("disputes",), 1, "does not hold any records (it holds nothing of ours): run `lodegraph load`"),
        (("find", "tin"), 1, "does not hold any records (it holds nothing of ours): run `lodegraph load`"),
    ],
)
def test_what_goes_wrong_has_a_message_and_a_status(
    clean_graph: Server, words: tuple[str, ...], status: int, says: str
) -> None:
    done = lodegraph(clean_graph, *words)
    assert (done.returncode, done.stdout) == (status, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"NEO4J_URI": "bolt://127.0.0.1:1"}, "no graph answers at bolt://127.0.0.1:1"),
        ({"NEO4J_URI": "nonsense"}, "correct NEO4J_URI"),
        ({"NEO4J_DATABASE": "nowhere"}, "no database 'nowhere'"),
        ({"NEO4J_USERNAME": "nobody"}, "refuses the user name or password"),
    ],
)
def test_a_server_that_cannot_be_used_is_explained(engine: Server, changed: dict[str, str], says: str) -> None:
    done = lodegraph(engine, "status", **changed)
    assert (done.returncode, done.stdout) == (3, "")
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_a_server_of_others_is_refused_and_joined_only_when_told_to(clean_graph: Server, tmp_path: Path) -> None:
    import neo4j

    with neo4j.GraphDatabase.driver(clean_graph.uri, auth=(clean_graph.user, clean_graph.password)) as driver:
        driver.execute_query("CREATE (:Country {name: 'Theirs'})", database_=clean_graph.database)
    folder = str(write_records(tmp_path))
    refused = lodegraph(clean_graph, "load", folder)
    assert refused.returncode == 1
    assert "--into-existing" in refused.stderr
    assert lodegraph(clean_graph, "load", folder, "--into-existing").returncode == 0


def test_a_data_set_is_chosen_listed_and_dropped_by_name(clean_graph: Server, tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        write_records(tmp_path / name)
        (tmp_path / name / "data_set.yaml").write_text(f"name: {name}\ntitle: The set {name}\n")
        assert lodegraph(clean_graph, "load", str(tmp_path / name)).returncode == 0
        time.sleep(1.1)  # the last one counts, by the second
    status = json.loads(lodegraph(clean_graph, "status", "--data-set", "first", "--format", "json").stdout)
    assert status["data_set"]["name"] == "first"
    assert {d["name"] for d in status["data_sets"]} == {"first", "second"}
    assert "--data-set second" in lodegraph(clean_graph, "status", "--data-set", "first").stdout
    for unheld in (("drop", "frist"), ("drop", "frist", "--yes")):
        stranger = lodegraph(clean_graph, *unheld)
        assert (stranger.returncode, stranger.stdout, "--yes" in stranger.stderr) == (2, "", False)
        assert "does not hold frist (did you mean first?) (it holds " in stranger.stderr
        assert "): nothing was removed\n" in stranger.stderr
    asked = ("query", "run", "all-money")
    unchosen, chosen = lodegraph(clean_graph, *asked), lodegraph(clean_graph, *asked, "--data-set", "first")
    assert "answered from 'second'; --data-set chooses another: first\n" in unchosen.stderr
    assert "answered from" not in chosen.stderr + lodegraph(clean_graph, *asked, LODEGRAPH_DATA_SET="first").stderr
    assert lodegraph(clean_graph, "load", str(tmp_path / "first")).returncode == 0
    assert "answered from 'second'" in lodegraph(clean_graph, *asked).stderr  # that load changed nothing
    refused = lodegraph(clean_graph, "drop", "first")
    assert (refused.returncode, "say --yes" in refused.stderr) == (1, True)
    dropped = lodegraph(clean_graph, "drop", "first", "--yes")
    assert (dropped.returncode, "nodes and" in dropped.stdout) == (0, True)
    assert {
        d["name"] for d in json.loads(lodegraph(clean_graph, "status", "--format", "json").stdout)["data_sets"]
    } == {"second"}


def test_a_load_that_would_remove_much_is_refused_until_one_agrees(clean_graph: Server, tmp_path: Path) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for path in (mine, other):
        path.mkdir()
        write_records(path)
    assert lodegraph(clean_graph, "load", str(mine)).returncode == 0
    (other / "deals.yaml").unlink()
    refused = lodegraph(clean_graph, "load", str(other))
    assert refused.returncode == 1
    assert "loaded from another place (folder mine)" in refused.stderr
    assert "--yes" in refused.stderr
    assert lodegraph(clean_graph, "load", str(other), "--yes").returncode == 0


def test_an_answer_from_a_graph_that_is_being_loaded_says_so(clean_graph: Server, tmp_path: Path) -> None:
    assert lodegraph(clean_graph, "load", str(write_records(tmp_path))).returncode == 0
    with opened(clean_graph) as graph:
        graph.write("MATCH (d:DataSet) SET d.state = 'renewing'", {})
    asked = lodegraph(clean_graph, "query", "run", "all-money", "--format", "json")
    assert "this may not be all of it" in asked.stderr
    assert asked.returncode == 0


def test_an_answer_of_an_unfinished_load_says_so_in_json_and_beside_any_other_format(
    clean_graph: Server, tmp_path: Path
) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    with opened(clean_graph) as graph:
        graph.write("MATCH (d:DataSet) SET d.state = 'renewing'", {})
    asked = ("query", "run", "sources", "--format")
    assert "this may not be all of it" in json.loads(lodegraph(clean_graph, *asked, "json").stdout)["unfinished"]
    as_csv = lodegraph(clean_graph, *asked, "csv")
    assert "this may not be all of it" in as_csv.stderr
    assert "not be all" not in as_csv.stdout


def test_an_answer_is_saved_to_a_file_as_utf_8_whatever_the_code_page(clean_graph: Server, tmp_path: Path) -> None:
    (tmp_path / "records").mkdir()
    countries = (
        "- {id: country/AA, name: Côte 漢, says: took part, evidence: [paper:1]}\n"
        "- {id: country/BB, name: Borduria, says: took part, evidence: [paper:1]}\n"
    )
    lodegraph(clean_graph, "load", str(write_records(tmp_path / "records", countries=countries)))
    words = ("query", "run", "neighbours", "--param", "node=deal/pact")
    piped = subprocess.run(
        [str(COMMAND), *words, "--format", "csv"],
        env=environment(clean_graph, PYTHONIOENCODING="ascii"), check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    assert "Côte 漢,is party to,Pact," in piped.stdout.decode("utf-8")
    saved = tmp_path / "answer.csv"
    done = lodegraph(clean_graph, *words, "-o", str(saved), PYTHONIOENCODING="cp1252")
    assert (done.returncode, done.stdout) == (0, "")
    assert saved.read_bytes() == piped.stdout
    refused = lodegraph(clean_graph, *words, "-o", str(tmp_path / "answer.xyz"))
    assert (refused.returncode, "say the file's format" in refused.stderr) == (2, True)


def test_the_list_of_queries_is_that_of_a_data_set_where_one_is_named(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    every, offered = (lodegraph(clean_graph, "query", "list", *words) for words in ((), ("--data-set", "small")))
    assert "signed-on-4-february" in every.stdout
    assert "signed-on-4-february" not in offered.stdout
    assert "all-money" in offered.stdout
    stranger = lodegraph(clean_graph, "query", "list", "--data-set", "large")
    assert (stranger.returncode, "does not hold large (it holds small)" in stranger.stderr) == (1, True)


def test_an_answer_of_one_data_set_does_not_speak_of_others(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    assert "answered from" not in lodegraph(clean_graph, "query", "run", "all-money").stderr


def test_a_picture_of_an_empty_answer_is_refused_with_what_was_looked_for(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    words = ("connections", "--param", "from=country/AA", "--param", "to=country/BB", "--param", "hops=1")
    done = lodegraph(clean_graph, "query", "run", *words, "--format", "html")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Nothing was found: " in done.stderr
    assert "the answer holds no nodes to draw" in done.stderr


def test_a_query_without_parameters_says_that_it_takes_none(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    done = lodegraph(clean_graph, "query", "choices", "sources")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "sources takes no parameter\n"


def test_an_answer_is_written_in_the_format_that_the_file_s_name_tells(clean_graph: Server, tmp_path: Path) -> None:
    lodegraph(clean_graph, "load", str(write_records(tmp_path)))
    asked = ("query", "run", "neighbours", "--param", "node=country/AA")
    for name, begins in (("a.xlsx", b"PK"), ("a.graphml", b"<?xml"), ("a.jsonl", b'{"from": "Atlantis"')):
        found = lodegraph(clean_graph, *asked, "-o", str(tmp_path / name))
        assert (found.returncode, found.stdout) == (0, "")
        assert (tmp_path / name).read_bytes().startswith(begins)
    card = lodegraph(clean_graph, *asked, "--format", "card", "-o", str(tmp_path / "card.html"))
    assert card.returncode == 0
    assert "A small set (small), version" in (tmp_path / "card.html").read_text(encoding="utf-8")
    piped = subprocess.run(
        [str(COMMAND), *asked, "--format", "xlsx"],
        env=environment(clean_graph),
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert piped.stdout.startswith(b"PK")
    nothing = lodegraph(clean_graph, "query", "run", "sources", "--format", "graphml")
    assert (nothing.returncode, nothing.stdout) == (2, "")
    assert "the answer holds no nodes to draw" in nothing.stderr
