"""Output on machines of another code page: UTF-8 for files and pipes, other characters where a terminal lacks one."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.small_records import folder_of

NAME = "Côte — 漢 ő"
RECORD = f"- {{id: country/CC, name: '{NAME}', says: Sits., evidence: [paper:9], links: [{{type: '{NAME}', to: x}}]}}\n"
CODE_PAGES = [
    {"PYTHONIOENCODING": "ascii"},
    {"PYTHONIOENCODING": "cp1252"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX"},
]


def environment(page: dict[str, str]) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if not k.startswith(("LC_", "LANG", "PYTHON"))} | page


@pytest.mark.parametrize("page", CODE_PAGES, ids=str)
@pytest.mark.parametrize("form", ["text", "json"])
def test_what_leaves_for_a_pipe_is_utf_8(tmp_path: Path, page: dict[str, str], form: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "lodegraph", "check", str(folder_of(tmp_path, RECORD)), "--format", form],
        env=environment(page), capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert NAME in done.stdout.decode("utf-8")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("page", CODE_PAGES[:3], ids=str)
@pytest.mark.parametrize("words", [("check",), ("query", "list")], ids=str)
def test_a_terminal_gets_other_characters_for_those_that_it_lacks(
    tmp_path: Path, page: dict[str, str], words: tuple[str, ...]
) -> None:
    folder = [str(folder_of(tmp_path, RECORD))] if words == ("check",) else []
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lodegraph", *words, *folder],
        env=environment(page) | {"COLUMNS": "80"}, stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    said = _read_all(ours)
    assert process.wait(timeout=60) == (1 if folder else 0)
    assert b"Traceback" not in said
    assert not folder or b"?" in said


def _read_all(terminal: int) -> bytes:
    said = b""
    try:
        while more := os.read(terminal, 65536):
            said += more
    except OSError:  # Linux ends a terminal whose other side has closed by an error
        pass
    os.close(terminal)
    return said
