"""The style of an answer card: light and dark as the reader has it, and black on white on paper."""

STYLE = """
:root { --paper: #fff; --text: #25272e; --faint: #5f6470; --line: #d6d9e0; --soft: #f4f5f8; --edge: #8b92a1;
  --accent: #b84500; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161c; --text: #e7e9ee; --faint: #a4abb8; --line: #3a3f4b; --soft: #1d2028; --edge: #8b92a1;
    --accent: #ff9a5c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 14px/1.45 system-ui, sans-serif; }
main { max-width: 1180px; margin: 0 auto; padding: 24px 28px 48px; }
h1 { font-size: 24px; line-height: 1.2; margin: 0 0 6px; } h2 { font-size: 17px; margin: 28px 0 8px; }
h3 { font-size: 14px; margin: 14px 0 2px; } p { margin: 4px 0; }
header { border-bottom: 2px solid var(--text); padding-bottom: 10px; }
.kind { color: var(--faint); font-size: 12px; letter-spacing: .04em; text-transform: uppercase; margin: 0 0 4px; }
.question { font-size: 16px; max-width: 52em; }
.small, .asked { color: var(--faint); font-size: 13px; } ul { margin: 4px 0; padding-left: 18px; }
li { max-width: 75em; overflow-wrap: anywhere; }
figure { margin: 8px 0 14px; } figure > ul { display: flex; flex-wrap: wrap; gap: 2px 16px; list-style: none;
  padding: 0; font-size: 12px; color: var(--faint); }
li svg { vertical-align: -2px; margin-right: 5px; }
.picture { display: block; max-width: 100%; height: auto; margin: 0 auto; border: 1px solid var(--line);
  border-radius: 6px; }
.picture .line { fill: none; stroke: var(--edge); } .picture .arrow { fill: var(--edge); }
.picture text { text-anchor: middle; font-family: system-ui, sans-serif; }
.picture .caption { font-size: 13px; fill: var(--text); stroke: var(--paper); stroke-width: 3px; paint-order: stroke; }
.picture .badge { font-size: 9px; font-weight: 700; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 12.5px; }
th, td { text-align: left; vertical-align: top; padding: 3px 8px 3px 0; border-bottom: 1px solid var(--line); }
td { min-width: 4em; overflow-wrap: break-word; } th { color: var(--faint); font-weight: 600; }
.date, .number { white-space: nowrap; }
.number { text-align: right; font-variant-numeric: tabular-nums; } .sum td { font-weight: 700; border-top: 2px solid; }
.record, .dispute { padding: 6px 0 6px 12px; border-left: 3px solid var(--line); margin: 8px 0; max-width: 75em; }
.dispute { border-left-color: var(--accent); } .dispute li { margin: 3px 0; }
.record h3, .dispute h3 { margin-top: 2px; }
.weight { color: var(--accent); font-weight: 700; }
.id, .print { font: 11px ui-monospace, monospace; color: var(--faint); overflow-wrap: anywhere; }
a { color: inherit; } .refs { white-space: normal; font-size: 12px; }
pre { background: var(--soft); padding: 12px; border-radius: 6px; font: 12px/1.4 ui-monospace, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
@media print {
  :root { --paper: #fff; --text: #000; --faint: #444; --line: #bbb; --soft: #fff; --edge: #777; --accent: #000; }
  @page { margin: 14mm; }
  body { font-size: 9.5pt; } main { max-width: none; padding: 0; } h1 { font-size: 16pt; } h2 { font-size: 12pt; }
  table { font-size: 7.5pt; } .wide { overflow: visible; }
  th, td { min-width: 0; padding-right: 5px; overflow-wrap: anywhere; hyphens: auto; }
  h2, h3 { break-after: avoid; } tr, .record, .dispute, figure { break-inside: avoid; }
  thead { display: table-header-group; }
  .picture { max-height: 170mm; } pre { border: 1px solid #bbb; } a { text-decoration: none; }
  * { print-color-adjust: exact; }
}
"""
