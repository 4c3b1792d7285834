"""The choices that a reader has of how a picture is drawn, in words, as menus, legend and history say them."""

from collections.abc import Iterable
from typing import Final, TypedDict

from explorer.render.picture_style import CHOICES, Aspect, Marked, Measure, Style

TITLES: Final = {
    Aspect.SIZE: "Size of nodes",
    Aspect.WIDTH: "Width of lines",
    Aspect.COLOUR: "Colour of nodes",
    Aspect.BINDING: "What binds no money",
    Aspect.ORIGINS: "What rests on one origin",
    Aspect.SIDES: "Other readings of disputed lines",
}
MARKS_TITLE = "Disagreements marked"
WORDS: Final = {
    (Aspect.SIZE, "ties"): "by relationships",
    (Aspect.SIZE, "origins"): "by independent origins",
    (Aspect.WIDTH, "plain"): "all alike",
    (Aspect.COLOUR, "kind"): "by kind",
    (Aspect.COLOUR, "stage"): "of deals, by stage",
    (Aspect.COLOUR, "whose_money"): "of deals, by whose money",
    (Aspect.COLOUR, "agency"): "by agency that funds",
    (Aspect.BINDING, "dashed"): "dashed",
    (Aspect.BINDING, "plain"): "not told apart",
    (Aspect.ORIGINS, "plain"): "not marked",
    (Aspect.ORIGINS, "marked"): "marked",
    (Aspect.SIDES, "plain"): "not drawn",
    (Aspect.SIDES, "drawn"): "drawn",
}
MARKED_WORDS: Final = {
    Marked.NONE: "none",
    Marked.DECIDES: "those that decide",
    Marked.WEIGHTY: "those that decide or matter",
    Marked.ALL: "all, details too",
}


class ChoicePayload(TypedDict):
    """One choice as the component offers it; `fields` are those of the action."""

    words: str
    fields: dict[str, str]
    chosen: bool


class AspectPayload(TypedDict):
    """What can be chosen of one aspect, by which action."""

    title: str
    action: str
    choices: list[ChoicePayload]


def describe_choice(aspect: Aspect, choice: str) -> str:
    """A choice in words: `by USD, committed`."""
    measure = Measure.read(choice)
    return f"by {measure.words}" if measure else WORDS.get((aspect, choice), choice)


def list_choices(style: Style, measures: Iterable[Measure]) -> list[AspectPayload]:
    """All that can be chosen of a picture in which there are such figures to compare."""
    found = tuple(map(str, measures))
    marks: AspectPayload = {
        "title": MARKS_TITLE,
        "action": "mark",
        "choices": [
            {"words": MARKED_WORDS[which], "fields": {"which": which}, "chosen": style.marks is which}
            for which in Marked
        ],
    }
    return [marks, *(_list_aspect(aspect, style, found) for aspect in Aspect)]


def _list_aspect(aspect: Aspect, style: Style, measures: tuple[str, ...]) -> AspectPayload:
    now = style.choice_of(aspect)
    by_money = measures if aspect in (Aspect.SIZE, Aspect.WIDTH) else ()
    offered = dict.fromkeys((*CHOICES[aspect], *by_money, now))
    return {
        "title": TITLES[aspect],
        "action": "restyle",
        "choices": [
            {"words": describe_choice(aspect, c), "fields": {"aspect": aspect, "choice": c}, "chosen": c == now}
            for c in offered
        ],
    }
