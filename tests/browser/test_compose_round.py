"""`docker compose up` for real: build, start by health, a page and a saved query, stop, the data kept, nothing left."""

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import neo4j
import pytest
from neo4j.exceptions import Neo4jError
from playwright.sync_api import Page, expect

from tests.browser.canvas import Canvas
from tests.browser.compose_project import Project, project
from tests.groups import TOOK, chosen_engines, leave_out
from tests.integration.servers import environment_name
from tests.machine import Unavailable
from tests.neo4j_lines import CURRENT, LINES, image_of

pytestmark = pytest.mark.timeout(1800)  # a first run builds Compose and the image
REPORT = re.compile(r"^(?:nodes|relationships) +(\d+) created +(\d+) changed +(\d+) left +(\d+) removed$", re.MULTILINE)


def chosen_lines(config: pytest.Config) -> list[str]:
    """The lines of Neo4j to try; without any, there is no compose round."""
    return [name for name in chosen_engines(config) if name in LINES] or pytest.skip("ENGINES names no Neo4j")


@contextmanager
def opened(config: pytest.Config, line: str) -> Iterator[Project]:
    """A project with Neo4j of a line."""
    with ExitStack() as stack:
        try:
            took = config.stash[TOOK].setdefault(f"compose with {line}", {})
            ours = stack.enter_context(project(image_of(LINES[line]), took))
        except Unavailable as error:
            reason = str(error)
        else:
            yield ours
            return
    leave_out(config, "compose", reason)


@pytest.fixture(scope="module")
def at_rest(request: pytest.FixtureRequest) -> Iterator[Project]:
    """A project of which nothing has been started."""
    with opened(request.config, chosen_lines(request.config)[0]) as ours:
        yield ours


@pytest.fixture(scope="module")
def running(at_rest: Project) -> Project:
    """The project, built and up."""
    at_rest.do("build", "build")
    at_rest.do("up", "up", "-d", "--wait")
    return at_rest


def test_a_missing_password_is_named(at_rest: Project) -> None:
    refused = at_rest.try_to("up", "-d", NEO4J_PASSWORD="")
    assert refused.returncode != 0
    assert "set NEO4J_PASSWORD to a password" in refused.stderr
    assert not at_rest.remains()


def test_everything_starts_in_order_and_is_well(running: Project) -> None:
    neo4j_, load, explorer = (running.container(s)["State"] for s in ("neo4j", "load", "explorer"))
    assert neo4j_["Health"]["Status"] == explorer["Health"]["Status"] == "healthy"
    assert (load["Status"], load["ExitCode"]) == ("exited", 0)
    assert neo4j_["StartedAt"] < load["StartedAt"] < load["FinishedAt"] < explorer["StartedAt"]
    created, changed, left, removed = counts(running)
    assert min(created) > 0
    assert (*changed, *left, *removed) == (0,) * 6


@pytest.mark.parametrize("service", ["load", "explorer"])
def test_our_containers_may_do_next_to_nothing(running: Project, service: str) -> None:
    here = running.container(service)
    host = here["HostConfig"]
    assert here["Config"]["User"] == "10001:10001"
    assert host["ReadonlyRootfs"]
    assert host["CapDrop"] == ["ALL"]
    assert not host["CapAdd"]
    assert "no-new-privileges:true" in host["SecurityOpt"]
    assert not host["Privileged"]
    assert host["Memory"] > 0


def test_what_the_containers_may_do_holds_inside(running: Project) -> None:
    assert running.inside("explorer", "id", "-u").stdout.strip() == "10001"
    status = running.inside("explorer", "cat", "/proc/1/status").stdout
    assert re.search(r"^CapEff:\s+0+$", status, re.MULTILINE)
    assert re.search(r"^NoNewPrivs:\s+1$", status, re.MULTILINE)
    for path in ("/written", "/opt/lodegraph/written"):
        written = running.inside("explorer", "touch", path, user="0")
        assert (written.returncode, "Read-only file system" in written.stderr) == (1, True)
    assert running.inside("explorer", "touch", "/tmp/written").returncode == 0
    engine = running.inside("explorer", "python", "-c", "import arcadedb_embedded")
    assert "No module named" in engine.stderr


def test_ports_are_open_to_this_machine_alone(running: Project) -> None:
    ports = [p for s in ("neo4j", "explorer") for p in (running.container(s)["NetworkSettings"]["Ports"]).values() if p]
    assert len(ports) == 3
    assert {bound["HostIp"] for port in ports for bound in port} == {"127.0.0.1"}


def test_the_network_and_a_saved_query_answer_in_the_page(running: Project, page: Page) -> None:
    page.goto(running.url)
    Canvas(page).wait()
    page.goto(f"{running.url}/queries?query=signed-on-4-february")
    expect(page.get_by_text("11 rows, not cut.")).to_be_visible(timeout=30_000)
    page.goto(f"{running.url}/queries?query=money-by-funder&p.funder=agency/exim")
    expect(page.get_by_text("USD 1.3779 billion to USD 11.3779 billion")).to_be_visible(timeout=30_000)


def test_the_settings_hold(running: Project) -> None:
    hold_settings(running)


def test_data_outlives_the_containers_and_down_v_leaves_nothing(running: Project) -> None:
    total = [sum(numbers) for numbers in zip(*counts(running), strict=True)]
    running.do("up again, running", "up", "-d", "--wait")
    running.do("stop", "stop", "explorer")
    assert running.container("explorer")["State"]["ExitCode"] == 0
    running.do("down", "down")
    assert [what.split()[0] for what in running.remains()] == ["volume"]
    running.do("up with the data kept", "up", "-d", "--wait")
    assert counts(running) == [[0, 0], [0, 0], total, [0, 0]]
    running.do("down -v", "down", "-v")
    assert not running.remains()


def test_other_lines_take_the_settings(pytestconfig: pytest.Config) -> None:
    for line in chosen_lines(pytestconfig)[1:]:
        with opened(pytestconfig, line) as ours:
            ours.do("up of Neo4j alone", "up", "-d", "--wait", "neo4j")
            hold_settings(ours)


def counts(ours: Project) -> list[list[int]]:
    """How many nodes and relationships the last load created, changed, left and removed."""
    two = REPORT.findall(ours.logs("load"))[-2:]
    return [[int(number) for number in pair] for pair in zip(*two, strict=True)]


def hold_settings(ours: Project) -> None:
    """Neo4j knows what we set (or is not of the line that does), and does what the settings are for."""
    set_here = {text.split("=")[0] for text in ours.container("neo4j")["Config"]["Env"] if "=" in text}
    with neo4j.GraphDatabase.driver(ours.bolt, auth=("neo4j", ours.password)) as driver:
        known = {environment_name(r["name"]) for r in driver.execute_query("SHOW SETTINGS YIELD name").records}
        known |= {"NEO4J_internal_dbms_cypher__ip__blocklist"}  # not shown, as it is internal; tried below
        only_there = {environment_name(name) for name in CURRENT.settings}
        assert {name for name in set_here if re.match("NEO4J_[a-z]", name)} - known in (set(), only_there)
        for source in ("file:///etc/passwd", "http://127.0.0.1:9/x.csv"):
            with pytest.raises(Neo4jError):
                driver.execute_query(f"LOAD CSV FROM '{source}' AS line RETURN line LIMIT 1")
    assert "broadcasts have been enabled" not in ours.logs("neo4j")
