"""Records to begin with: stubs of what an article's sentences seem to tell, with what their writer has to decide."""

from loader.draft.stubs.day import ArticleDay
from loader.draft.stubs.make import StubMaker
from loader.draft.stubs.record import PlaceStubs
from loader.draft.stubs.write import write_claim, write_stub, write_stubs

__all__ = ["ArticleDay", "PlaceStubs", "StubMaker", "write_claim", "write_stub", "write_stubs"]
