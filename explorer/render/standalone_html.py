"""A page that holds the picture and everything it needs, made by pyvis and made safe."""

import base64
import hashlib
import html
import re

from explorer.render.legend import Legend
from explorer.render.picture import Picture
from explorer.render.style import DISPUTED

REMOTE = re.compile(
    r"(?P<inline><script(?![^>]*\bsrc\b)[^>]*>.*?</script>)"
    r"|<link\b[^>]*>|<script\b[^>]*>\s*</script>|<!--.*?-->|<center>.*?</center>",
    re.DOTALL,
)
"""Inline scripts, which stay; and what pyvis leaves to load from elsewhere even so, with its empty headings."""

SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)

STYLE = """
html, body { margin: 0; height: 100%; font: 13px system-ui, sans-serif; color: #31333f; }
body { display: flex; flex-direction: column; }
.card { flex: 1 0 auto; height: 82vh; } .card #mynetwork { float: none; border: 0; height: 100%; }
header { padding: 12px 18px 0; } h1 { font-size: 18px; margin: 0; } p { margin: 4px 0; color: #5f6470; }
ul { display: flex; flex-wrap: wrap; gap: 4px 16px; list-style: none; margin: 0; padding: 8px 18px 12px; }
li svg { vertical-align: -2px; margin-right: 6px; }
.evidence { padding: 4px 18px 24px; max-width: 60em; } h2 { font-size: 15px; }
summary { cursor: pointer; padding: 4px 0; } details > * { margin-left: 16px; }
.evidence ul { display: block; padding: 0 0 0 16px; } .evidence li { list-style: disc; }
.dispute { border-left: 3px solid #d55e00; padding-left: 10px; } .id { font-size: 11px; }
div.vis-tooltip { max-width: 320px; white-space: pre-line; font: 13px system-ui, sans-serif; background: #fff; }
"""

SHAPES = {
    "dot": '<circle cx="7" cy="7" r="6"/>',
    "square": '<rect x="1.5" y="1.5" width="11" height="11"/>',
    "diamond": '<path d="M7 0.5 13.5 7 7 13.5 0.5 7z"/>',
    "triangle": '<path d="M7 1 13 12.5H1z"/>',
    "triangleDown": '<path d="M7 13 1 1.5H13z"/>',
    "hexagon": '<path d="M3.7 1.3H10.3L13.6 7 10.3 12.7H3.7L.4 7z"/>',
    "star": '<path d="M7 .6 8.9 5 13.6 5.3 10 8.4 11.1 13 7 10.5 2.9 13 4 8.4 .4 5.3 5.1 5z"/>',
}


def write_standalone_html(picture: Picture, heading: str, note: str = "", evidence: str = "") -> str:
    """One HTML page with the network inside; it opens anywhere, asks no server, and runs no text of a record.

    `evidence`: the part below the network that `evidence_list.write_evidence_list` makes, with all of it escaped.

    pyvis escapes what it puts into its script. On top of that the page's policy names each script by its hash, so
    that a handler or script which a record brought along would not run. Write it with UTF-8.
    """
    page = REMOTE.sub(lambda found: found["inline"] or "", picture.network.generate_html())
    head = f"<title>{html.escape(heading)}</title><style>{STYLE}</style>"
    page = page.replace("<html>", '<!DOCTYPE html>\n<html lang="en">', 1)
    page = _insert_after(page, '<meta charset="utf-8">', _make_policy(page) + head)
    page = _insert_after(page, "<body>", f"<header><h1>{html.escape(heading)}</h1><p>{html.escape(note)}</p></header>")
    before, end, after = page.rpartition("</body>")
    return before + _write_legend(picture.legend) + evidence + end + after


def _insert_after(page: str, place: str, text: str) -> str:
    before, found, rest = page.partition(place)
    if not found:
        raise RuntimeError(f"pyvis's page has no {place}: its template has changed, so that the export is not safe")
    return before + found + text + rest


def _make_policy(page: str) -> str:
    """Nothing may load; of scripts only these very ones may run."""
    hashes = " ".join(f"'sha256-{_hash_script(script)}'" for script in SCRIPT.findall(page))
    rules = f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _hash_script(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _write_legend(legend: Legend) -> str:
    entries = [
        f'<li><svg width="14" height="14" fill="{html.escape(e.colour)}" aria-hidden="true">'
        f"{SHAPES.get(e.shape, SHAPES['dot'])}</svg>{html.escape(e.plural)} ({e.count})</li>"
        for e in legend.labels
    ]
    if legend.disputed:
        entries.append(f'<li><span style="color:{DISPUTED}">┄┄</span> disputed</li>')
    return f"<ul>{''.join(entries)}</ul>"
