// A brush that writes SVG: as much of a canvas's 2D context as vis-network, the marks and the sheet around them use.
// Places are taken through the transformation when they are added, as a canvas does; scales are the same both ways.
const START = { m: [1, 0, 0, 1, 0, 0], fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", dash: [], globalAlpha: 1, font: "10px sans-serif", textAlign: "start", textBaseline: "alphabetic" };
const ANCHORS = { center: "middle", right: "end", end: "end" };
const BASELINES = { middle: "central", top: "text-before-edge", hanging: "hanging", bottom: "text-after-edge" };
const SET = Object.keys(START).filter((name) => name !== "m" && name !== "dash");
const TURN = 2 * Math.PI;

export class SvgBrush {
  // `measure`: the width of a text in a font, as a browser knows it.
  constructor(measure) {
    this.measure = measure;
    Object.assign(this, { parts: [], path: [], kept: [], clips: 0, m: [...START.m], dash: [] });
    for (const name of SET) this[name] = START[name];
  }

  save() {
    this.kept.push(Object.fromEntries([...SET, "m", "dash", "clips"].map((name) => [name, this[name]])));
  }

  restore() {
    const before = this.kept.pop();
    if (!before) return;
    for (let open = this.clips; open > before.clips; open--) this.parts.push("</g>");
    Object.assign(this, before);
  }

  setTransform(...m) {
    this.m = m;
  }

  transform(a, b, c, d, e, f) {
    const [A, B, C, D, E, F] = this.m;
    this.m = [A * a + C * b, B * a + D * b, A * c + C * d, B * c + D * d, A * e + C * f + E, B * e + D * f + F];
  }

  translate(x, y) {
    this.transform(1, 0, 0, 1, x, y);
  }

  scale(x, y) {
    this.transform(x, 0, 0, y, 0, 0);
  }

  rotate(angle) {
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    this.transform(cos, sin, -sin, cos, 0, 0);
  }

  setLineDash(lengths) {
    this.dash = [...lengths];
  }

  getLineDash() {
    return [...this.dash];
  }

  beginPath() {
    this.path = [];
  }

  moveTo(x, y) {
    this.path.push(`M${this.place(x, y)}`);
  }

  lineTo(x, y) {
    this.path.push(`${this.path.length ? "L" : "M"}${this.place(x, y)}`);
  }

  quadraticCurveTo(cx, cy, x, y) {
    this.path.push(`Q${this.place(cx, cy)} ${this.place(x, y)}`);
  }

  bezierCurveTo(ax, ay, bx, by, x, y) {
    this.path.push(`C${this.place(ax, ay)} ${this.place(bx, by)} ${this.place(x, y)}`);
  }

  arc(x, y, radius, from, to, isBack = false) {
    const at = (angle) => [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    const span = isBack ? -spanOf(to, from) : spanOf(from, to);
    this.lineTo(...at(from));
    for (const part of Math.abs(span) > Math.PI ? [0.5, 1] : [1]) {
      const r = round(radius * this.size());
      this.path.push(`A${r} ${r} 0 0 ${isBack ? 0 : 1} ${this.place(...at(from + span * part))}`);
    }
  }

  rect(x, y, width, height) {
    this.moveTo(x, y);
    for (const [a, b] of [[x + width, y], [x + width, y + height], [x, y + height]]) this.lineTo(a, b);
    this.closePath();
  }

  closePath() {
    if (this.path.length) this.path.push("Z");
  }

  // What follows is drawn inside the path only, until `restore`.
  clip() {
    const id = `clip${this.parts.length}`;
    this.parts.push(`<clipPath id="${id}"><path d="${this.path.join("")}"/></clipPath><g clip-path="url(#${id})">`);
    this.clips += 1;
  }

  fill() {
    this.write(`fill="${escape(this.fillStyle)}"`);
  }

  stroke() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.map((n) => round(n * this.size())).join(" ")}"` : "";
    const ends = `stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"`;
    this.write(`fill="none" stroke="${escape(this.strokeStyle)}" stroke-width="${round(this.lineWidth * this.size())}" ${ends}${dash}`);
  }

  fillRect(x, y, width, height) {
    this.apart(() => this.rect(x, y, width, height), () => this.fill());
  }

  strokeRect(x, y, width, height) {
    this.apart(() => this.rect(x, y, width, height), () => this.stroke());
  }

  clearRect() {} // there is nothing below to be seen

  fillText(text, x, y) {
    this.text(text, x, y, `fill="${escape(this.fillStyle)}"`);
  }

  strokeText(text, x, y) {
    this.text(text, x, y, `fill="none" stroke="${escape(this.strokeStyle)}" stroke-width="${round(this.lineWidth)}" stroke-linejoin="${this.lineJoin}"`);
  }

  measureText(text) {
    return { width: this.measure(this.font, text) };
  }

  // The whole as a file: it holds no script, and no text of a record is markup in it.
  finish(width, height, title) {
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    const head = `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"><title>${escape(title)}</title>`;
    return `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${this.parts.join("\n")}\n</svg>\n`;
  }

  place(x, y) {
    const [a, b, c, d, e, f] = this.m;
    return `${round(a * x + c * y + e)} ${round(b * x + d * y + f)}`;
  }

  size() {
    return Math.hypot(this.m[0], this.m[1]);
  }

  apart(draw, paint) {
    const { path } = this;
    this.path = [];
    draw();
    paint();
    this.path = path;
  }

  write(paint) {
    if (this.path.length) this.parts.push(`<path d="${this.path.join("")}" ${paint}${this.faintness()}/>`);
  }

  text(text, x, y, paint) {
    const at = `transform="matrix(${this.m.map(round).join(" ")})" x="${round(x)}" y="${round(y)}"`;
    const width = round(this.measure(this.font, String(text)));
    const long = width ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : ""; // whoever opens it may lack the font
    const anchor = `text-anchor="${ANCHORS[this.textAlign] ?? "start"}" dominant-baseline="${BASELINES[this.textBaseline] ?? "auto"}"`;
    this.parts.push(`<text ${at} ${anchor} style="font: ${escape(this.font)}" xml:space="preserve"${long} ${paint}${this.faintness()}>${escape(text)}</text>`);
  }

  faintness() {
    return this.globalAlpha < 1 ? ` opacity="${this.globalAlpha}"` : "";
  }
}

const round = (number) => Math.round(number * 100) / 100 + 0; // never -0

const spanOf = (from, to) => (to - from >= TURN ? TURN : (((to - from) % TURN) + TURN) % TURN);

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

// Characters that XML has no place for are left out.
const escape = (text) => String(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (sign) => ESCAPES[sign]);
