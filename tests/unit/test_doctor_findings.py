"""What doctor makes of what it sees, where the real thing is hard to bring about; and how it tells it."""

import json
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from cypher.doctor import Check, Finding, State, from_error, note, ok, wrong
from cypher.doctor.schema import judge_constraints, judge_indexes
from cypher.engines.status import EngineStatus, Running
from cypher.errors import EngineError, QueryFailed
from cypher.exports.json_text import dumps
from cypher.model import Extension, built_in_model, extend
from cypher.model.labels import LABELS
from cypher.model.relationship_types import RELATIONSHIP_TYPES
from cypher.results import Table
from cypher.settings import GraphSettings
from lodegraph.cli.doctor import as_json, as_text, choose_exit_status
from lodegraph.cli.output import Exit
from lodegraph.doctor import versions
from lodegraph.doctor.configuration import check_configuration
from lodegraph.doctor.machine import check_disk, check_engine

MODELS = (built_in_model(),)
SHIP = {"label": "Ship", "plural": "Ships", "meaning": "m", "family": "context"}
WITH_SHIPS = extend(built_in_model(), Extension.model_validate({"labels": [SHIP]}))
LONG = "a name that is longer than a line, " * 4


def constraints(kind: str = "UNIQUENESS", *more: tuple[object, ...]) -> Table:
    """What a server shows that has all of ours, and more."""
    nodes = [(f"lodegraph_{n.kind}_identity", kind, "NODE", [n.label], ["data_set", "id"]) for n in LABELS]
    links = [
        (f"lodegraph_{r.name.lower()}_identity", f"RELATIONSHIP_{kind}", "RELATIONSHIP", [r.name], ["data_set", "id"])
        for r in RELATIONSHIP_TYPES
    ]
    return Table(("name", "type", "entityType", "labelsOrTypes", "properties"), (*nodes, *links, *more))


@pytest.mark.parametrize("kind", ["UNIQUENESS", "NODE_PROPERTY_UNIQUENESS", "NODE_KEY"])
def test_constraints_are_known_by_what_they_do_whatever_a_version_calls_them(kind: str) -> None:
    assert judge_constraints(constraints(kind), models=MODELS, holds_records=True).state is State.OK


@pytest.mark.parametrize(
    "other",
    [
        ("theirs", "UNIQUENESS", "NODE", ["Country"], ["name"]),
        ("lodegraph_treaty_id", "UNIQUENESS", "NODE", ["Treaty"], ["id"]),
    ],
)
def test_a_constraint_on_our_labels_or_of_another_version_is_noted(other: tuple[object, ...]) -> None:
    found = judge_constraints(constraints("UNIQUENESS", other), models=MODELS, holds_records=True)
    assert found.state is State.NOTE
    assert str(other[0]) in found.seen


def test_a_constraint_of_others_on_others_is_their_business() -> None:
    theirs = ("theirs", "UNIQUENESS", "NODE", ["Invoice"], ["id"])
    assert judge_constraints(constraints("UNIQUENESS", theirs), models=MODELS, holds_records=True).state is State.OK


def test_a_missing_constraint_is_wrong_only_once_there_are_records() -> None:
    shown = Table((), constraints().rows[1:])
    found = judge_constraints(shown, models=MODELS, holds_records=True)
    assert found.state is State.WRONG
    assert found.seen.endswith("are missing: Country")
    assert judge_constraints(shown, models=MODELS, holds_records=False).state is State.NOTE


def test_the_constraints_of_a_set_with_a_model_of_its_own_are_asked_for_too() -> None:
    ships = ("lodegraph_ship_identity", "UNIQUENESS", "NODE", ["Ship"], ["data_set", "id"])
    whole, lacking = constraints("UNIQUENESS", ships), constraints()
    assert judge_constraints(whole, models=(*MODELS, WITH_SHIPS), holds_records=True).state is State.OK
    assert "1 of" in judge_constraints(lacking, models=(*MODELS, WITH_SHIPS), holds_records=True).seen
    left_over = judge_constraints(whole, models=MODELS, holds_records=True)
    assert (left_over.state, "lodegraph_ship_identity" in left_over.seen) == (State.NOTE, True)


@pytest.mark.parametrize(("state", "ends"), [("ONLINE", State.OK), ("POPULATING", State.NOTE), ("FAILED", State.WRONG)])
def test_an_index_that_does_not_serve_is_told(state: str, ends: State) -> None:
    rows = (
        ("lookup", "ONLINE", "NODE", None, None),
        ("theirs", "FAILED", "NODE", ["Invoice"], ["id"]),
        ("lodegraph_deal_identity", state, "NODE", ["Deal"], ["data_set", "id"]),
    )
    found = judge_indexes(Table((), rows), MODELS)
    assert found.state is ends
    assert ends is State.OK or "lodegraph_deal_identity" in found.seen


def test_an_engines_error_is_parted_into_what_is_seen_and_what_to_do() -> None:
    plain = from_error(Check.CONNECTION, EngineError("the engine is not installed: install it"))
    assert (plain.seen, plain.remedy) == ("the engine is not installed", "install it")
    log = EngineError("the engine ended while starting; the end of its log, /data/engine.log:\n  line\n  line")
    assert from_error(Check.CONNECTION, log).remedy == "read the end of its log, /data/engine.log"
    other = from_error(Check.RECORDS, QueryFailed("the query was refused: why", ""))
    assert other.seen == "the query was refused: why"


def test_an_engine_that_runs_without_a_user_is_noted() -> None:
    found = check_engine(EngineStatus(Path("/data"), Running.UNUSED, 7))
    assert (found.state, "process 7" in found.seen) == (State.NOTE, True)
    assert check_engine(EngineStatus(Path("/data"), Running.USED, 7)).state is State.OK
    assert check_engine(None).state is State.OK


@pytest.mark.parametrize(
    ("running", "says"),
    [
        (Running.RESTARTING, "ended while it was used (process 7)"),
        (Running.GIVEN_UP, "ended 6 times"),
        (Running.HUNG, "ran and did not answer (process 7)"),
    ],
)
def test_an_engine_that_ended_or_hangs_under_its_users_is_wrong(running: Running, says: str) -> None:
    found = check_engine(EngineStatus(Path("/data"), running, 7, "ended 6 times within 10 minutes"))
    assert found.state is State.WRONG
    assert found.seen.startswith(says)


def test_little_room_is_wrong_for_the_embedded_engine_and_a_note_for_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Full:
        free = 1024 * 1024

    monkeypatch.setattr("shutil.disk_usage", lambda _: Full)
    assert check_disk(tmp_path / "not" / "there", embedded=True).state is State.WRONG
    assert check_disk(tmp_path, embedded=False).state is State.NOTE


def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = versions.version

    def version(name: str) -> str:
        if name == "streamlit":
            raise PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(versions, "version", version)
    found = versions.check_versions(embedded=False)
    assert (found.state, found.seen) == (State.WRONG, "streamlit is not installed")


def test_settings_without_an_address_are_noted_and_no_password_is_told() -> None:
    environment = {"NEO4J_PASSWORD": "hidden", "NEO4J_USERNAME": "ann"}
    found = check_configuration(GraphSettings(neo4j_uri=None), environment)
    assert (found.state, "NEO4J_USERNAME, NEO4J_PASSWORD without NEO4J_URI" in found.seen) == (State.NOTE, True)
    uri = "bolt://h"
    both = check_configuration(GraphSettings(neo4j_uri=uri), {"NEO4J_URI": uri, **environment})
    assert both == ok(Check.CONFIGURATION, "NEO4J_URI=bolt://h, NEO4J_USERNAME=ann, NEO4J_PASSWORD is set")
    assert check_configuration(GraphSettings(neo4j_uri=uri), {"NEO4J_URI": uri}).state is State.NOTE


@pytest.mark.parametrize(
    ("findings", "status"),
    [
        ([ok(Check.VERSIONS, "a"), note(Check.RECORDS, "b", "c")], Exit.DONE),
        ([wrong(Check.PORT, "a", "b")], Exit.REFUSED),
        ([wrong(Check.PORT, "a", "b"), wrong(Check.LOGIN, "a", "b")], Exit.NO_GRAPH),
    ],
)
def test_the_exit_status_tells_whether_there_is_a_graph(findings: list[Finding], status: Exit) -> None:
    assert choose_exit_status(findings) is status


def test_the_report_fits_the_terminal_and_takes_words_as_they_are() -> None:
    findings = [ok(Check.VERSIONS, LONG), wrong(Check.RECORDS, "[bold]not markup[/] :smile:", LONG)]
    text = as_text(findings, 80, colours=False)
    assert max(map(len, text.splitlines())) <= 80
    assert "[bold]not markup[/] :smile:" in text
    assert text.splitlines()[-1] == "1 ok, 1 wrong"
    assert "\x1b[" in as_text(findings, 80, colours=True)
    document = json.loads(dumps(as_json(findings)))
    assert document["counts"] == {"ok": 1, "note": 0, "wrong": 1, "not tried": 0}
    assert document["findings"][0] == {"check": "Versions", "state": "ok", "seen": LONG, "remedy": ""}
