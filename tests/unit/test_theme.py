"""Every label has a look of its own; one that nobody chose keeps its look from run to run."""

import subprocess
import sys
from collections import Counter

import pytest

from cypher.model import built_in_model
from explorer.render.theme import CHOSEN, FREE, find_appearance

MODEL = built_in_model()


def test_labels_that_a_picture_shows_together_differ_in_colour_or_shape() -> None:
    looks = Counter(find_appearance(label, MODEL) for label in MODEL.fact_labels)
    assert max(looks.values()) == 1


@pytest.mark.parametrize("label", ["Ship", "", "Odd `Label", "舟"])
def test_an_unknown_label_looks_like_none_that_is_known(label: str) -> None:
    assert find_appearance(label, MODEL) in FREE
    assert find_appearance(label, MODEL) not in CHOSEN.values()


def test_the_look_of_an_unknown_label_is_the_same_in_every_run() -> None:
    code = (
        "from cypher.model import built_in_model as m; from explorer.render.theme import find_appearance as f; "
        "print([f(x, m()) for x in ('Ship', 'Port')])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_unknown_labels_do_not_all_look_the_same() -> None:
    assert len({find_appearance(f"Label{i}", MODEL) for i in range(40)}) > 15
