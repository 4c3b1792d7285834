"""Sets as their authors wrote them, with a model beside: what is refused then is what figures forbid, and no more."""

from pathlib import Path

import pytest

from loader.check import check
from tests.user_sets_with_models import LOADED, SETS, list_faults, put_model_beside

FEWEST_LOADED = 17
"""Sets that can be loaded as they were written: may rise, and never fall."""


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.name)
def test_a_set_with_its_model_has_no_faults_but_those_that_stand_beside_it(path: Path, tmp_path: Path) -> None:
    found = [(str(p.where), p.what) for p in check(put_model_beside(path, tmp_path)).problems]
    faults = list_faults(path)
    assert len(found) == len(faults), found
    for (where, what), fault in zip(
        sorted(found), sorted(faults, key=lambda f: (f["where"], f["begins"])), strict=True
    ):
        assert (where, fault["begins"] in what) == (fault["where"], True), (what, fault)
        assert fault["why"]


def test_no_set_can_be_loaded_less_than_before() -> None:
    assert len(LOADED) >= FEWEST_LOADED
