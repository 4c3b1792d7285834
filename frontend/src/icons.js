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
  style: ["M2.500 4.500h11", "M2.500 8h11", "M2.500 11.500h11", "M6 3v3", "M10.500 6.500v3", "M5 10v3"],
  full: ["M9.5 2.500h4v4", "M13.5 2.5 9.2 6.8", "M6.5 13.500h-4v-4", "M2.5 13.500l4.3-4.3"],
};

const SHAPES = {
  dot: ["M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z"],
  square: ["M2.5 2.500h11v11h-11z"],
  diamond: ["M8 1.5 14.5 8 8 14.5 1.5 8z"],
  triangle: ["M8 2 14.5 13.500h-13z"],
  triangleDown: ["M8 14 1.5 2.500h13z"],
  hexagon: ["M4.6 2.200h6.800L14.8 8l-3.4 5.800H4.600L1.2 8z"],
  star: ["M8 1.2 10 5.900l5 .4-3.8 3.3 1.2 4.900L8 11.900l-4.4 2.6 1.2-4.900L1 6.300l5-.4z"],
};

export const icon = (name) => drawing(16, STROKES[name], { class: "lg-icon" });

export const shape = (name, colour) => drawing(16, SHAPES[name] ?? SHAPES.dot, { class: "lg-shape", fill: colour });
