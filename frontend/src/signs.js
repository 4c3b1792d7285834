// The small signs of the legend's keys: each looks as what it stands for is drawn. The HTML export has the same ones.
import { drawing, element } from "./dom.js";

const STROKES = {
  dashed: { paths: ["M1 8H15"], "stroke-dasharray": "4 2.5" },
  dotted: { paths: ["M1 8H15"], "stroke-dasharray": "1.500 2.500" },
  size: { paths: ["M3.500 8a2.500 2.500 0 1 0 .01 0z", "M11 4a4.500 4.500 0 1 0 .01 0z"] },
  width: { paths: ["M1 4.500H15", "M1 10H15M1 11H15M1 12H15"] },
  hollow: { paths: ["M8 3a5 5 0 1 0 .01 0z"] },
  gathered: { paths: ["M8 4a4 4 0 1 0 .01 0z"], "stroke-width": "3" },
  side: { paths: ["M1 8H15"], "stroke-dasharray": "2 3", style: "stroke: #c24e00" },
};

export function sign(key) {
  if (key.badge) {
    const made = element("i", { class: key.badge.filled ? "lg-badge lg-filled" : "lg-badge" });
    made.style.borderColor = key.badge.colour;
    if (key.badge.filled) made.style.background = key.badge.colour;
    made.textContent = key.badge.text;
    return made;
  }
  if (key.sign === "colour") {
    const made = element("i", { class: "lg-swatch" });
    made.style.background = key.colour;
    return made;
  }
  const { paths, ...attributes } = STROKES[key.sign] ?? { paths: [] };
  return drawing(16, paths, { class: "lg-sign", ...attributes });
}
