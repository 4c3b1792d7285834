"""Odd home folders, as cron, services and containers have them: data is kept there, or a message says why not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("lodegraph")
NO_LOCALE: tuple[dict[str, str], ...] = ({}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LANG": "C"})

pytestmark = pytest.mark.timeout(180)


def lodegraph(folder: Path, home: str, *words: str, **more: str) -> "subprocess.CompletedProcess[bytes]":
    """A command as a service calls it: with next to nothing in its environment."""
    return subprocess.run(
        [str(COMMAND), *words],
        env={"PATH": os.environ["PATH"], "HOME": home, **more}, cwd=folder, capture_output=True, timeout=120,
        check=False,
    )  # fmt: skip


def refusal(folder: Path, home: str, **more: str) -> str:
    """What a command says that cannot keep its data."""
    done = lodegraph(folder, home, "status", **more)
    said = done.stderr.decode("utf-8")
    assert done.returncode == 3, said
    assert "Traceback" not in said
    assert ".java:" not in said
    return " ".join(said.split())


@pytest.mark.parametrize("locale", NO_LOCALE)
def test_letters_outside_ascii_do_without_a_locale(tmp_path: Path, locale: dict[str, str]) -> None:
    home = tmp_path / "Zoë 日本"
    home.mkdir()
    done = lodegraph(tmp_path, str(home), "status", **locale)
    assert (done.returncode, b"Traceback" in done.stderr) == (0, False), done.stderr.decode()
    assert (home / ".local/share/lodegraph/engine/databases").is_dir()
    assert "Zoë 日本" in done.stderr.decode("utf-8")
    assert [p.name for p in tmp_path.iterdir()] == [home.name]


@pytest.mark.parametrize("name", ["two words", "quo'te\"s", "$HOME;x&y", "a:b", "a=b,c#d%20", "d" * 200])
def test_a_home_of_any_name_keeps_the_graph(tmp_path: Path, name: str) -> None:
    home = tmp_path / name
    home.mkdir()
    done = lodegraph(tmp_path, str(home), "status")
    assert done.returncode == 0, done.stderr.decode()
    assert (home / ".local/share/lodegraph/engine/databases").is_dir()
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_a_name_that_is_not_in_utf_8_is_refused_with_a_way_out(tmp_path: Path) -> None:
    home = tmp_path / os.fsdecode(b"lat\xebn")
    home.mkdir()
    said = refusal(tmp_path, str(home))
    assert "not in UTF-8: set XDG_DATA_HOME" in said
    assert list(home.iterdir()) == []


def test_a_home_that_is_missing_is_not_made(tmp_path: Path) -> None:
    said = refusal(tmp_path, str(tmp_path / "nobody"))
    assert f"home folder {tmp_path}/nobody is not there" in said
    assert "XDG_DATA_HOME" in said
    run = lodegraph(tmp_path, str(tmp_path / "nobody"), "run", "--no-browser")
    assert (run.returncode, b"is not there" in run.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_a_file_for_a_home_and_too_long_a_name_are_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert f"{tmp_path}/file" in refusal(tmp_path, str(tmp_path / "file"))
    far = str(tmp_path) + "/" + "/".join(["d" * 200] * 25)
    assert "too long" in refusal(tmp_path, str(tmp_path), XDG_DATA_HOME=far)


def test_a_home_that_may_only_be_read_is_told(tmp_path: Path) -> None:
    home = Path("/sys/kernel") if os.geteuid() == 0 else tmp_path
    if home == tmp_path:
        home.chmod(0o500)
    said = refusal(tmp_path, str(home))
    assert "cannot keep the graph in" in said
    assert "XDG_DATA_HOME" in said
