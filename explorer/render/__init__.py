"""Drawing without Streamlit: layout, look, and a picture as one HTML page."""

from explorer.render.items import Point
from explorer.render.layout import Positions, lay_out
from explorer.render.picture import Picture, draw
from explorer.render.standalone_html import standalone_html
from explorer.render.theme import DARK, LIGHT, Theme

__all__ = ["DARK", "LIGHT", "Picture", "Point", "Positions", "Theme", "draw", "lay_out", "standalone_html"]
