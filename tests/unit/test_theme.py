"""Every label has a look of its own; one that nobody chose keeps its look from run to run."""

import subprocess
import sys
from collections import Counter

import pytest

from cypher.model import Extension, Model, built_in_model, extend
from cypher.results import GraphNode, Subgraph
from explorer.render.picture import draw_picture
from explorer.render.theme import CHOSEN, FREE, Appearance, find_appearance

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


def own(**look: str) -> Model:
    """A model in which a set declares ships, to look so."""
    ship = {"label": "Ship", "plural": "Ships", "meaning": "m", "family": "context"} | look
    return extend(MODEL, Extension.model_validate({"labels": [ship]}))


def test_a_set_chooses_how_its_own_labels_look() -> None:
    assert find_appearance("Ship", own(colour="#8a5a00", shape="star")) == Appearance("#8a5a00", "star")
    assert find_appearance("Ship", own()) == find_appearance("Ship", MODEL)
    assert find_appearance("Ship", own(colour="#8a5a00")).colour == "#8a5a00"
    assert find_appearance("Ship", own(shape="star")) in FREE
    assert find_appearance("Ship", own(shape="star")).shape == "star"
    assert find_appearance("Deal", own(colour="#8a5a00")) == CHOSEN["Deal"]


@pytest.mark.parametrize("colour", sorted({look.colour for look in CHOSEN.values()}))
def test_a_label_that_takes_only_a_colour_of_ours_has_none_of_our_looks(colour: str) -> None:
    assert find_appearance("Ship", own(colour=colour.lower())) not in {
        Appearance(look.colour.lower(), look.shape) for look in CHOSEN.values()
    }


def test_the_look_of_a_set_is_in_the_picture_and_in_its_legend() -> None:
    model, ship = own(colour="#8a5a00", shape="star"), GraphNode("ship/1", "Ship", {"name": "Ship <b>"})
    payload = draw_picture(Subgraph((ship,)), {ship.id: (0.0, 0.0)}, model).payload()
    assert (payload["nodes"][0]["shape"], payload["nodes"][0]["color"]["background"]) == ("star", "#8a5a00")
    (entry,) = payload["legend"]["labels"]
    assert (entry["plural"], entry["meaning"], entry["colour"], entry["shape"]) == ("Ships", "m", "#8a5a00", "star")


def test_unknown_labels_do_not_all_look_the_same() -> None:
    assert len({find_appearance(f"Label{i}", MODEL) for i in range(40)}) > 15
