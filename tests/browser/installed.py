"""The program as its users install it: a wheel, built here and put into an empty environment of some Python."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def build_wheel(folder: Path) -> Path:
    """The project's wheel."""
    _run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT)
    (wheel,) = folder.glob("*.whl")
    return wheel


def find_python(version: str) -> str | None:
    """An interpreter of a version such as 3.12, or None where this machine has none."""
    folders = [Path(p) for p in os.environ.get("PATH", "").split(os.pathsep)]
    folders += sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin"))
    named = [str(folder / f"python{version}") for folder in folders]
    return next((name for name in named if shutil.which(name) and _version(name) == version), None)


def install(python: str, environment: Path, *what: str) -> Path:
    """Make an empty environment and call `pip install` in it with these words, in the checkout; our command there.

    The versions are those that the project is tested with, so that a stranger's release fails nothing here.
    """
    _run([python, "-m", "venv", str(environment)])
    inside = environment / "bin" / "python"
    constraints = environment / "constraints.txt"
    constraints.write_text(_versions(ROOT / "requirements" / "run.txt"), encoding="utf-8")
    _run([*_installer(inside), *what, "--constraint", str(constraints)], cwd=ROOT)
    return environment / "bin" / "lodegraph"


def _installer(inside: Path) -> list[str]:
    """pip, or uv where it is at hand: the same result some ten times as fast."""
    for uv in ([sys.executable, "-m", "uv"], ["uv"]):
        if shutil.which(uv[0]) and subprocess.run([*uv, "--version"], check=False, capture_output=True).returncode == 0:
            return [*uv, "pip", "install", "-q", "--python", str(inside), "--compile-bytecode"]
    return [str(inside), "-m", "pip", "install", "-q", "--disable-pip-version-check"]


def _versions(locked: Path) -> str:
    """The lock file without its hashes, which a wheel of our own has none of."""
    lines = re.findall(r"^[a-z0-9][^\s\\]*==[^\\\n]*", locked.read_text(encoding="utf-8"), re.MULTILINE)
    return "".join(f"{line.strip()}\n" for line in lines)


def _version(python: str) -> str:
    ask = "import sys; print('%d.%d' % sys.version_info[:2])"
    return subprocess.run([python, "-c", ask], check=False, capture_output=True, text=True).stdout.strip()


def _run(command: list[str], cwd: Path | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, check=False, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(command)}:\n{done.stdout}{done.stderr}"
