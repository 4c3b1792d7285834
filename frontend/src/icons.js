// Icons of the toolbar (strokes) and shapes of the legend (filled), drawn here so that nothing is loaded.
import { drawing } from "./dom.js";

const STROKES = {
  undo: ["M6.5 3 3 6.5 6.5 10", "M3 6.5h6.5a3.5 3.5 0 0 1 0 7H7"],
  redo: ["M9.5 3 13 6.5 9.5 10", "M13 6.5H6.5a3.5 3.5 0 0 0 0 7H9"],
  fit: ["M2.5 6V2.5H6", "M10 2.5h3.5V6", "M13.5 10v3.5H10", "M6 13.5H2.5V10"],
  zoomIn: ["M8 3v10", "M3 8h10"],
  zoomOut: ["M3 8h10"],
  expand: ["M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z", "M8 6V2", "M9.7 9l3.4 2", "M6.3 9l-3.4 2"],
  collapse: ["M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z", "M2 8h2.500", "M13.5 8H11", "M8 2v1.500", "M8 14v-1.500"],
  only: ["M8 5.5a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5z", "M2.500 5V2.500H5", "M11 2.500h2.500V5", "M13.500 11v2.500H11", "M5 13.500H2.500V11"],
  hide: ["M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4z", "M3 13 13 3"],
  show: ["M2 8s2.2-4 6-4 6 4 6 4-2.2 4-6 4-6-4-6-4z", "M8 6.4a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2z"],
  pin: ["M6 2.5h4", "M6.8 2.5v4L4.5 9h7L9.2 6.500v-4", "M8 9v4.5"],
  box: ["M2.5 2.500h2", "M7 2.500h2", "M11.500 2.500h2v2", "M13.500 7v2", "M13.500 11.500v2h-2", "M9 13.500H7", "M4.500 13.500h-2v-2", "M2.500 9V7", "M2.500 4.500v-2"],
  lines: ["M3 8h10", "M3 8c2-6 8-6 10 0", "M3 8c2 6 8 6 10 0"],
  bundle: ["M8 6.200a1.800 1.800 0 1 0 0 3.600 1.800 1.800 0 0 0 0-3.600z", "M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z"],
  lay_out: ["M2.500 6.500h3v3h-3z", "M10.500 2.500h3v3h-3z", "M10.500 10.500h3v3h-3z", "M5.500 8H8", "M8 4v8", "M8 4h2.500", "M8 12h2.500"],
  style: ["M2.500 4.500h11", "M2.500 8h11", "M2.500 11.500h11", "M6 3v3", "M10.500 6.500v3", "M5 10v3"],
  save: ["M8 2v7.5", "M5 6.7 8 9.7l3-3", "M2.5 11v2.500h11V11"],
  full: ["M9.5 2.500h4v4", "M13.5 2.5 9.2 6.8", "M6.5 13.500h-4v-4", "M2.5 13.500l4.3-4.3"],
};

const DOT = "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z";

const CORNERS = {
  square: [[2.5, 2.5], [13.5, 2.5], [13.5, 13.5], [2.5, 13.5]],
  diamond: [[8, 1.5], [14.5, 8], [8, 14.5], [1.5, 8]],
  triangle: [[8, 2], [14.5, 13.5], [1.5, 13.5]],
  triangleDown: [[8, 14], [1.5, 2.5], [14.5, 2.5]],
  hexagon: [[4.6, 2.2], [11.4, 2.2], [14.8, 8], [11.4, 13.8], [4.6, 13.8], [1.2, 8]],
  star: [[8, 1.2], [10, 5.9], [15, 6.3], [11.2, 9.6], [12.4, 14.5], [8, 11.9], [3.6, 14.5], [4.8, 9.6], [1, 6.3], [6, 5.9]],
};

export const icon = (name) => drawing(16, STROKES[name], { class: "lg-icon" });

export const shape = (name, colour) => drawing(16, [CORNERS[name] ? `M${CORNERS[name].map((at) => at.join(" ")).join("L")}z` : DOT], { class: "lg-shape", fill: colour });

// A shape of the legend as the path of a brush: the same corners, in a square of that size.
export function outline(brush, name, x, y, size) {
  const at = (part) => (part / 16) * size;
  const corners = CORNERS[name];
  if (!corners) return brush.arc(x + at(8), y + at(8), at(6), 0, 2 * Math.PI);
  corners.forEach(([cx, cy], i) => (i ? brush.lineTo(x + at(cx), y + at(cy)) : brush.moveTo(x + at(cx), y + at(cy))));
  brush.closePath();
}
