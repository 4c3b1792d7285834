"""The built wheel in an empty environment, in an empty folder: what it holds, and that it draws the network."""

import re
import shlex
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.installed import ROOT, build_wheel, find_python, install
from tests.browser.running_app import environment, running_app
from tests.groups import LEFT_OUT

PACKAGES = ("ledger", "cypher", "loader", "explorer", "lodegraph", "seeds")
NOT_SHIPPED = "lodegraph/docs/"
WHERE_THERE = ("3.11", "3.12", "3.13")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built once."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_packages_with_seeds_queries_and_assets_and_nothing_else(wheel: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *PACKAGES],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout.split("\n")  # fmt: skip
    ours = {name for name in listed if name and (ROOT / name).exists() and not name.startswith(NOT_SHIPPED)}
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == ours
    assert {"seeds/data_set.yaml", "lodegraph/pyproject.toml", "lodegraph/assets/canvas/canvas.js"} <= held
    assert len([name for name in held if name.endswith(".cypher")]) >= 15


@pytest.mark.timeout(600)
@pytest.mark.parametrize("version", WHERE_THERE)
def test_the_installed_program_draws_the_network(
    request: pytest.FixtureRequest, wheel: Path, tmp_path: Path, open_page: Callable[[], Page], version: str
) -> None:
    python = find_python(version)
    if python is None:
        request.config.stash[LEFT_OUT][f"wheel on Python {version}"] = "this machine has no such Python"
        pytest.skip(f"no Python {version} here")
    command = install(python, tmp_path / "environment", f"{wheel}[embedded]")
    elsewhere = tmp_path / "empty"
    elsewhere.mkdir()
    with running_app(tmp_path / "home", command=command, folder=elsewhere) as app:
        page = open_page()
        page.goto(app.url)
        page.wait_for_selector(".lg[data-ready=true]", timeout=60_000)
        page.close()
        asked = subprocess.run(
            [str(command), "query", "run", "open-disputes", "--format", "json"],
            cwd=elsewhere, env=environment(tmp_path / "home"), check=False, capture_output=True, text=True,
        )  # fmt: skip
    assert asked.returncode == 0, asked.stderr
    assert not list(elsewhere.iterdir())


def test_the_readmes_way_without_make_installs_the_command(tmp_path: Path) -> None:
    (line,) = re.findall(r"^pip install (-e .*)$", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    command = install(sys.executable, tmp_path / "environment", *shlex.split(line))
    checked = subprocess.run([str(command), "check"], cwd=tmp_path, check=False, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr
    assert checked.stdout.endswith("0 problems\n")
