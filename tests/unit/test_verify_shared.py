"""The shipped records against the five articles, where somebody has laid these beside the checkout."""

from pathlib import Path

import pytest

from loader.verify import verify
from lodegraph.seeds import seeds_folder

ARTICLES = seeds_folder().parent.parent / "shared" / "sources"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the articles are not at {Path('..', 'shared', 'sources')}")
def test_every_passage_of_the_shipped_records_is_borne_out_by_its_article() -> None:
    verified = verify(seeds_folder(), ARTICLES)
    assert [str(p) for p in verified.problems] == []
    assert (verified.articles, verified.passages > 150) == (5, True)
