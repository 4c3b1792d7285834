"""The shipped records against the five articles, where somebody has laid these beside the checkout."""

from pathlib import Path

import pytest

from loader.verify import verify
from lodegraph.shipped_records import find_shipped_records

ARTICLES = find_shipped_records().parent.parent / "shared" / "sources"


@pytest.mark.skipif(not ARTICLES.is_dir(), reason=f"the articles are not at {Path('..', 'shared', 'sources')}")
def test_every_passage_of_the_shipped_records_is_borne_out_by_its_article() -> None:
    verified = verify(find_shipped_records(), ARTICLES)
    assert [str(p) for p in verified.problems] == []
    assert (verified.articles, verified.passages > 150) == (5, True)
