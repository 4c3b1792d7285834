"""The sets as they were written, each with the model that stands apart for it: as people would put it beside them."""

import shutil
from pathlib import Path

import yaml

WRITTEN = Path(__file__).parent / "user_sets"
MODELS = Path(__file__).parent / "user_sets_models"
SAID = Path(__file__).parent / "user_sets_said"
SETS = sorted(path for path in WRITTEN.iterdir() if path.is_dir())
FAULTS, ANSWERS = "faults.yaml", "answers.yaml"


def put_model_beside(path: Path, base: Path) -> Path:
    """A copy of a set below a folder, with the model that was written for it."""
    folder = Path(shutil.copytree(path, base / path.name))
    shutil.copy(MODELS / path.name / "model.yaml", folder)
    return folder


def list_faults(path: Path) -> list[dict[str, str]]:
    """What of a set is refused whatever its model says: where, how the problem begins, and why it must be."""
    told = MODELS / path.name / FAULTS
    found: list[dict[str, str]] = yaml.safe_load(told.read_text(encoding="utf-8")) if told.is_file() else []
    return found


LOADED = [path for path in SETS if not list_faults(path)]
