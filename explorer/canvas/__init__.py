"""The interactive network as a Streamlit component, and the address in the browser's bar."""

from explorer.canvas.component import CanvasEvents, Expand, find_current_view, show_canvas

__all__ = ["CanvasEvents", "Expand", "find_current_view", "show_canvas"]
