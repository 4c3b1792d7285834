"""A page inside a notebook: in a frame of its own, which can touch nothing around it."""

import base64
import gzip
from html import escape

HEIGHT = "520px"

# the drawing library is most of a page: packed, a notebook with a picture stays a quarter of the size
UNPACK = """<!DOCTYPE html><meta charset="utf-8"><script>
(async () => {
  const packed = Uint8Array.from(atob("%s"), c => c.charCodeAt(0));
  const page = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  const text = await new Response(page).text();
  document.open(); document.write(text); document.close();
})();
</script>"""


def framed(page: str, title: str, height: str = HEIGHT) -> str:
    """A frame that shows the page. Its scripts run as those of a stranger, without a way to the notebook."""
    packed = base64.b64encode(gzip.compress(page.encode(), mtime=0)).decode()
    style = f"width:100%;height:{height};border:1px solid #ddd"
    return (
        f'<iframe sandbox="allow-scripts" title="{escape(title)}" style="{escape(style)}" '
        f'srcdoc="{escape(UNPACK % packed)}"></iframe>'
    )
