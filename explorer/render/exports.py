"""All formats in which an answer is taken along: those that are written (`cypher.exports`), and those drawn here."""

from typing import TYPE_CHECKING

from cypher.exports import FORMATS as WRITTEN
from cypher.exports import ExportFormat

if TYPE_CHECKING:
    from cypher.saved import QueryAnswer


def _write_html(answer: "QueryAnswer") -> str:
    from explorer.render.layout import lay_out  # slow to import, and most answers are not drawn
    from explorer.render.picture import draw_picture
    from explorer.render.standalone_html import write_standalone_html
    from explorer.render.without_claims import drop_claims

    drawn = drop_claims(answer.subgraph)
    picture = draw_picture(drawn, lay_out(drawn), answer.model)
    return write_standalone_html(picture, answer.query.title, " ".join((answer.query.question, *answer.notes)))


HTML = ExportFormat("html", "Picture as one HTML file", "text/html", _write_html, draws=True)
DRAWN = (HTML,)

EXPORT_FORMATS: tuple[ExportFormat, ...] = (*WRITTEN, *DRAWN)
