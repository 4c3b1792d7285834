"""All formats in which an answer is taken along: those that are written (`cypher.exports`), and those drawn here."""

from typing import TYPE_CHECKING

from cypher.exports import FORMATS as WRITTEN
from cypher.exports import ExportFormat

if TYPE_CHECKING:
    from cypher.protocols import Reader
    from cypher.rests_on import RestsOn
    from cypher.saved import QueryAnswer


def _write_html(answer: "QueryAnswer") -> str:
    from explorer.render.layout import lay_out  # slow to import, and most answers are not drawn
    from explorer.render.picture import draw_picture
    from explorer.render.standalone_html import write_standalone_html
    from explorer.render.without_claims import drop_claims

    drawn = drop_claims(answer.subgraph)
    picture = draw_picture(drawn, lay_out(drawn), answer.model)
    return write_standalone_html(picture, answer.query.title, " ".join((answer.query.question, *answer.notes)))


def _ask_for_card(graph: "Reader", answer: "QueryAnswer") -> str:
    from cypher.rests_on import read_what_it_rests_on

    return _write_card(answer, read_what_it_rests_on(graph, answer))


def _write_card(answer: "QueryAnswer", rests_on: "RestsOn | None" = None) -> str:
    from datetime import UTC, datetime

    from explorer.render.answer_card import write_card

    return write_card(answer, rests_on, datetime.now(UTC).date())


HTML = ExportFormat("html", "Picture as one HTML file", "text/html", _write_html, draws=True, needs_nodes=True)
CARD = ExportFormat("card", "Answer card", "text/html", _write_card, ending="html", write_asking=_ask_for_card)
DRAWN = (HTML, CARD)

EXPORT_FORMATS: tuple[ExportFormat, ...] = (*WRITTEN, *DRAWN)
