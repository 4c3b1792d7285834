"""The house stands as designed: imports go one way, and no module of ours hides another's."""

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("ledger", "cypher", "loader", "explorer", "lodegraph")
DEPENDENCIES = packages_distributions().keys() - set(PACKAGES)
MODULES = [path.relative_to(ROOT) for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
BESIDE_THE_SCRIPT = sorted({path.stem for path in (ROOT / "explorer").iterdir() if path.suffix in ("", ".py")})


def test_imports_keep_the_contracts() -> None:
    call = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    ended = subprocess.run([sys.executable, "-c", call], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "0 broken" in ended.stdout


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_no_module_is_named_after_a_dependency(module: Path) -> None:
    name = module.parent.name if module.stem == "__init__" else module.stem
    assert name not in DEPENDENCIES


@pytest.mark.parametrize("name", BESIDE_THE_SCRIPT)
def test_nothing_beside_the_pages_script_hides_the_standard_library_or_our_packages(name: str) -> None:
    assert name not in sys.stdlib_module_names - {"__init__"}
    assert name not in PACKAGES
