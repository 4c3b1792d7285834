"""The interactive network as a Streamlit component."""

from explorer.canvas.component import CanvasEvents, Expand, find_current_view, show_canvas

__all__ = ["CanvasEvents", "Expand", "find_current_view", "show_canvas"]
