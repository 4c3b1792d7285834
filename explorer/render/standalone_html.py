"""A page that holds the picture and everything it needs, made by pyvis and made safe."""

import base64
import hashlib
import html
import re

from explorer.render.badge_script import BADGES
from explorer.render.legend import Legend
from explorer.render.picture import Picture
from explorer.render.picture_types import KeyPayload

REMOTE = re.compile(
    r"(?P<inline><script(?![^>]*\bsrc\b)[^>]*>.*?</script>)"
    r"|<link\b[^>]*>|<script\b[^>]*>\s*</script>|<!--.*?-->|<center>.*?</center>",
    re.DOTALL,
)
"""Inline scripts, which stay; and what pyvis leaves to load from elsewhere even so, with its empty headings."""

SIGN = re.compile(r"<svg .*?</svg>", re.DOTALL)
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

STROKE = 'fill="none" stroke="#5f6470" stroke-width="1.6"'
SIGNS = {
    "dashed": f'<path d="M1 6H19" {STROKE} stroke-dasharray="5 3"/>',
    "dotted": f'<path d="M1 6H19" {STROKE} stroke-dasharray="1.5 3"/>',
    "size": f'<circle cx="4" cy="8" r="2.5" {STROKE}/><circle cx="13" cy="6" r="5" {STROKE}/>',
    "width": '<path d="M1 3H19" stroke="#5f6470"/><path d="M1 8H19" stroke="#5f6470" stroke-width="4.5"/>',
    "hollow": f'<circle cx="10" cy="6" r="5" {STROKE}/>',
    "gathered": '<circle cx="10" cy="6" r="4.5" fill="none" stroke="#5f6470" stroke-width="3"/>',
    "side": '<path d="M1 6H19" stroke="#C24E00" stroke-width="1.6" stroke-dasharray="2 3"/>',
}
"""How each line, size or mark is drawn in small: the same as in the component's legend."""


def write_standalone_html(picture: Picture, heading: str, note: str = "", evidence: str = "") -> str:
    """One HTML page with the network inside; it opens anywhere, asks no server, and runs no text of a record.

    `evidence`: the part below the network that `evidence_list.write_evidence_list` makes, with all of it escaped.

    pyvis escapes what it puts into its script. On top of that the page's policy names each script by its hash, so
    that a handler or script which a record brought along would not run. Write it with UTF-8.
    """
    page = REMOTE.sub(lambda found: found["inline"] or "", picture.network.generate_html())
    head = f"<title>{html.escape(heading)}</title><style>{STYLE}</style>"
    page = page.replace("<html>", '<!DOCTYPE html>\n<html lang="en">', 1)
    begin, end, rest = page.rpartition("</body>")
    page = f"{begin}<script>{BADGES}</script>{end}{rest}"
    page = _insert_after(page, '<meta charset="utf-8">', _make_policy(page) + head)
    page = _insert_after(page, "<body>", f"<header><h1>{html.escape(heading)}</h1><p>{html.escape(note)}</p></header>")
    before, end, after = page.rpartition("</body>")
    return before + write_legend(picture.legend) + evidence + end + after


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


def write_legend(legend: Legend) -> str:
    """The legend as a list: each label with its colour and shape, then what marks, lines and sizes mean."""
    entries = [
        f'<li><svg width="14" height="14" fill="{html.escape(e.colour)}" aria-hidden="true">'
        f"{SHAPES.get(e.shape, SHAPES['dot'])}</svg>{html.escape(e.plural)} ({e.count})</li>"
        for e in legend.labels
    ]
    entries += [
        f'<li title="{html.escape(key["meaning"])}">{_draw_sign(key)}{html.escape(key["text"])}</li>'
        for key in legend.keys
    ]
    return f"<ul>{''.join(entries)}</ul>"


def write_legend_of_images(legend: Legend) -> str:
    """The same for a place where no SVG element may stand: each sign is an image of its own."""
    return SIGN.sub(_make_image, write_legend(legend))


def _make_image(sign: re.Match[str]) -> str:
    svg = sign[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    packed = base64.b64encode(svg.encode()).decode()
    return f'<img alt="" src="data:image/svg+xml;base64,{packed}"> '


def _draw_sign(key: KeyPayload) -> str:
    """The sign that stands before a key: as it is drawn in the picture."""
    if badge := key.get("badge"):
        colour = html.escape(badge["colour"])
        fill, letter = (colour, "#fff") if badge["filled"] else ("#fff", colour)
        return (
            f'<svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.5" fill="{fill}" '
            f'stroke="{colour}" stroke-width="1.5"/><text x="8" y="11.5" text-anchor="middle" font-size="10" '
            f'font-weight="700" fill="{letter}">{html.escape(badge["text"])}</text></svg>'
        )
    if key["sign"] == "colour":
        return (
            f'<svg width="14" height="14" aria-hidden="true">'
            f'<rect width="14" height="14" rx="3" fill="{html.escape(key["colour"])}"/></svg>'
        )
    return f'<svg width="20" height="12" aria-hidden="true">{SIGNS.get(key["sign"], "")}</svg>'
