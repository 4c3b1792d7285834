"""Texts of others in our own sentences: a value is repeated so that one sees which, never at any length."""

LONGEST = 60


def shorten(value: object, longest: int = LONGEST) -> str:
    """A value on one line, cut with an ellipsis where it is longer."""
    text = " ".join(str(value).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
