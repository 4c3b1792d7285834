"""`lodegraph doctor`: finds sound what is, says of each broken set-up what `docs/doctor.md` says, changes nothing."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cypher.doctor import GRAPH_CHECKS, Check, Expected, State, examine
from cypher.internal import statement
from loader.load import load
from lodegraph.doctor.findings import limit_time
from tests.integration.broken_setups import SETUPS, Here, Setup
from tests.integration.graphs import opened, snapshot, write_records
from tests.integration.scripted_bolt import Script, listening
from tests.integration.servers import Server, embedded
from tests.integration.test_own_server import at

pytest_plugins = ["tests.integration.special_fixtures"]

COMMAND = Path(sys.executable).with_name("lodegraph")
PAGE = Path(__file__).resolve().parents[2] / "docs" / "doctor.md"
COLUMNS = {"setup": ".+?", "check": ".+?", "state": "note|wrong", "seen": ".+?", "remedy": ".+?", "status": "[013]"}
ROW = re.compile("".join(rf"\| (?P<{name}>{cell}) " for name, cell in COLUMNS.items()) + r"\|")
DIFFERS = re.compile(r"‹[a-z ]+›")


@dataclass(frozen=True)
class Ended:
    """How a call of doctor ended."""

    status: int
    out: str
    err: str

    @property
    def findings(self) -> list[dict[str, str]]:
        """What it found, where it was asked for JSON."""
        return list(json.loads(self.out)["findings"])


def doctor(setup: Setup, *words: str) -> Ended:
    """Run doctor as its user does, on 80 columns."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("NEO4J_", "LODEGRAPH_", "XDG_", "SSL_"))}
    done = subprocess.run(
        [str(COMMAND), "doctor", *setup.arguments, *words],
        env={**kept, "COLUMNS": "80", **setup.environment},
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ended(done.returncode, done.stdout, done.stderr)


def rows() -> dict[str, dict[str, str]]:
    """The page's table by set-up."""
    found = (ROW.fullmatch(line) for line in PAGE.read_text(encoding="utf-8").splitlines())
    return {row["setup"]: row.groupdict() for row in found if row}


def as_listed(finding: dict[str, str], status: int, row: dict[str, str]) -> bool:
    """Whether a finding is what a row says, but for what differs from machine to machine."""
    same = (finding["check"], finding["state"], str(status)) == (row["check"], row["state"], row["status"])
    return same and all(_pattern(row[part]).fullmatch(finding[part]) for part in ("seen", "remedy"))


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(".+?".join(re.escape(part) for part in DIFFERS.split(text)))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The embedded engine's Bolt port as a server of one's own, with the program's records."""
    with embedded(tmp_path_factory.mktemp("doctor")) as server:
        here = Here(server, lambda: pytest.fail("not needed"), tmp_path_factory.mktemp("home"))
        subprocess.run([str(COMMAND), "load"], env={**os.environ, **here.configured()}, check=True)
        yield server


@pytest.fixture
def here(request: pytest.FixtureRequest, loaded: Server, tmp_path: Path) -> Here:
    """What set-ups are made of; the strict server is started only where one asks for it."""
    return Here(loaded, lambda: request.getfixturevalue("strict_server"), tmp_path)


@pytest.mark.parametrize("name", SETUPS)
def test_of_a_broken_setup_doctor_says_what_the_page_says(name: str, here: Here) -> None:
    with SETUPS[name](here) as setup:
        ended = doctor(setup, "--format", "json")
    told = [f for f in ended.findings if f["state"] in ("note", "wrong")]
    found = "\n".join(
        f"| {name} | {f['check']} | {f['state']} | {f['seen']} | {f['remedy']} | {ended.status} |" for f in told
    )
    assert name in rows(), f"docs/doctor.md lacks it:\n{found}"
    assert any(as_listed(f, ended.status, rows()[name]) for f in told), f"docs/doctor.md differs:\n{found}"
    assert here.server.password not in ended.out + ended.err


def test_the_page_lists_no_setup_that_is_not_made() -> None:
    assert rows().keys() == SETUPS.keys()
    assert len(SETUPS) >= 10


def test_what_is_sound_is_found_sound_on_every_engine_and_left_as_it_was(clean_graph: Server, tmp_path: Path) -> None:
    here = Here(clean_graph, lambda: pytest.fail("not needed"), tmp_path / "home")
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
    before = _everything(clean_graph)
    ended = doctor(Setup(here.configured()), "--format", "json")
    assert {f["state"] for f in ended.findings} == {"ok"}, ended.out
    assert [f["check"] for f in ended.findings] == [str(check) for check in Check]
    assert (ended.status, ended.err) == (0, "")
    assert _everything(clean_graph) == before


def test_the_text_says_the_same_as_the_json_within_80_columns(here: Here) -> None:
    setup = Setup(here.configured(NEO4J_READER_USERNAME="nobody", NEO4J_READER_PASSWORD="not-the-password"))
    text, document = doctor(setup), doctor(setup, "--format", "json")
    assert text.status == document.status == 1
    assert max(map(len, text.out.splitlines())) <= 80
    folded = " ".join(re.sub(r"\s+", " ", text.out).split())
    for finding in document.findings:
        if finding["check"] == Check.DISK:
            finding["seen"] = finding["seen"].partition(" GB ")[2]  # others write to it meanwhile
            finding["state"] = finding["check"] = ""
        words = f"{finding['state']} {finding['check']} {finding['seen']}"
        assert words.replace(" ", "") in folded.replace(" ", "")
        assert finding["remedy"].replace(" ", "") in folded.replace(" ", "")
    assert text.out.splitlines()[-1] == "14 ok, 1 wrong"


def test_what_follows_a_failure_is_not_tried(here: Here) -> None:
    with SETUPS["The password is wrong"](here) as setup:
        found = {f["check"]: f["state"] for f in doctor(setup, "--format", "json").findings}
    assert (found[Check.CONNECTION], found[Check.LOGIN]) == ("ok", "wrong")
    assert {found[check] for check in GRAPH_CHECKS[2:]} == {"not tried"}
    assert found[Check.PORT] == found[Check.DISK] == "ok"


def test_a_dropped_constraint_is_mended_as_doctor_says(here: Here) -> None:
    with SETUPS["Somebody dropped a constraint"](here) as setup:
        assert doctor(setup).status == 1
    assert doctor(Setup(here.configured())).status == 0


def test_without_a_graph_the_engine_is_tried_and_nothing_left_behind(tmp_path: Path) -> None:
    ended = doctor(Setup({"XDG_DATA_HOME": str(tmp_path), "TMPDIR": str(tmp_path)}), "--format", "json")
    states = {f["check"]: f["state"] for f in ended.findings}
    assert (ended.status, states[Check.CONNECTION], states[Check.RECORDS]) == (0, "ok", "note")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_stops_answering_does_not_keep_the_report_back() -> None:
    with listening(Script(silent_after_login=True)) as port:
        server = at(f"bolt://127.0.0.1:{port}")
        found = list(limit_time(examine(server, None, Expected(None, "any", "any")), limit=1.0))
    assert [f.check for f in found] == list(GRAPH_CHECKS)
    assert [f.state for f in found[:3]] == [State.OK, State.OK, State.WRONG]
    assert "has not answered for 1 s" in found[2].seen
    assert {f.state for f in found[3:]} == {State.NOT_TRIED}


def _everything(server: Server) -> tuple[object, ...]:
    with opened(server) as graph:
        labels = graph.table("CALL db.labels() YIELD label RETURN label ORDER BY label", {}, 1_000).rows
        return (
            snapshot(graph),
            labels,
            sorted(map(repr, graph.table(statement("constraints-of-a-database"), {}, 1_000).rows)),
        )
