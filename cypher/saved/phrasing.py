"""How people ask for a saved query: wordings with places for values, by which a question in plain words is matched."""

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, model_validator

PLACE = re.compile(r"\{([a-z][a-z_]*)\}")
MOST_PHRASINGS = 16
LONGEST_PHRASING = 120


class Phrasing(BaseModel):
    """One wording: `asks` with `{parameter}` where its value is said; `with`: values that the words themselves fix."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)
    asks: Annotated[str, Field(min_length=3, max_length=LONGEST_PHRASING)]
    fixed: Mapping[str, str] = Field(default_factory=dict, alias="with")

    @model_validator(mode="before")
    @classmethod
    def _read_words_alone(cls, written: object) -> object:
        """A text is a wording that fixes nothing."""
        return {"asks": written} if isinstance(written, str) else written

    @property
    def places(self) -> tuple[str, ...]:
        """The parameters that are said in it, in order."""
        return tuple(PLACE.findall(self.asks))


Phrasings = Annotated[tuple[Phrasing, ...], Field(max_length=MOST_PHRASINGS)]
