"""The folder that is shown: changed files are noticed, and loaded when that is asked for."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from explorer.records_port import KEY, PORT, FolderState, LoadOutcome, ask_load, ask_state
from loader.load import load
from lodegraph.cli.watched_folder import WatchedFolder, answer_about_folder
from lodegraph.runtime.records_service import answer_about_records
from tests.integration.graphs import SMALL, as_ours, opened, write_records
from tests.integration.servers import Server

RENAMED = SMALL["countries.yaml"].replace("Atlantis", "Lemuria")


@pytest.fixture
def shown(clean_graph: Server, tmp_path: Path) -> Iterator[WatchedFolder]:
    """The small set, loaded and watched."""
    with opened(clean_graph) as graph:
        load(graph, write_records(tmp_path))
    yield WatchedFolder(tmp_path, as_ours(clean_graph), as_ours(clean_graph))


def test_a_changed_file_is_noticed_and_loaded(shown: WatchedFolder, tmp_path: Path) -> None:
    assert shown.look().differs is False
    write_records(tmp_path, countries=RENAMED)
    state = shown.look()
    assert (state.differs, state.can_load, state.problem) == (True, True, "")
    assert state.command == f"lodegraph load {tmp_path}"
    outcome = shown.load(remove=False)
    assert outcome.is_done, outcome
    assert outcome.lines[1].split()[3:5] == ["1", "changed"]
    assert shown.look().differs is False


def test_a_faulty_record_is_told_by_file_and_line_and_nothing_is_written(shown: WatchedFolder, tmp_path: Path) -> None:
    faulty = SMALL["countries.yaml"] + "- {id: country/CC, nmae: Cimmeria, says: came, evidence: [paper:1]}\n"
    write_records(tmp_path, countries=faulty)
    outcome = shown.load(remove=True)
    assert not outcome.is_done
    assert outcome.lines[0].startswith("countries.yaml:3: name: is missing in country/CC"), outcome.lines
    assert shown.look().differs is True


def test_what_would_remove_much_is_asked_about_first(shown: WatchedFolder, tmp_path: Path) -> None:
    (tmp_path / "deals.yaml").unlink()
    outcome = shown.load(remove=False)
    assert not outcome.is_done
    assert "remove" in outcome.asks
    assert shown.load(remove=True).is_done
    assert shown.look().differs is False


def test_a_folder_that_is_gone_is_told(shown: WatchedFolder, tmp_path: Path) -> None:
    for file in tmp_path.iterdir():
        file.unlink()
    tmp_path.rmdir()
    assert str(tmp_path) in shown.look().problem


def test_the_pages_ask_over_a_port_and_without_its_key_nobody_is_answered(
    clean_graph: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = as_ours(clean_graph)
    with answer_about_folder(write_records(tmp_path), server, server) as settings:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        assert ask_state() == FolderState(str(tmp_path), f"lodegraph load {tmp_path}", differs=True, can_load=True)
        assert ask_load(remove=False).is_done
        monkeypatch.setenv(KEY, "00" * 32)
        assert ask_state() is None
        monkeypatch.setenv(KEY, settings[KEY])
        assert ask_state() == FolderState(str(tmp_path), f"lodegraph load {tmp_path}", can_load=True)
    assert ask_state() is None
    monkeypatch.delenv(PORT)
    assert ask_load(remove=False) == LoadOutcome(is_done=False, lines=("whoever started these pages does not answer",))


def test_who_only_reads_loads_nothing_whatever_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with answer_about_records(lambda: FolderState("/records", "lodegraph load /records", differs=True), None) as found:
        for name, value in found.items():
            monkeypatch.setenv(name, value)
        assert not ask_load(remove=True).is_done
        assert ask_state() is not None
