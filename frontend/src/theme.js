// The page's own colours, so that the canvas looks right in a light, a dark or a custom theme.
export function readTheme(root) {
  const style = getComputedStyle(root);
  const value = (name, otherwise) => style.getPropertyValue(name).trim() || otherwise;
  const background = value("--st-background-color", "#ffffff");
  const text = value("--st-text-color", "#31333f");
  return {
    background,
    text,
    line: mix(text, background, 0.42),
    dim: mix(text, background, 0.36),
    faint: mix(text, background, 0.17),
    accent: value("--st-primary-color", "#0072b2"),
    font: value("--st-font", "sans-serif"),
    dark: lightness(background) < 0.5,
  };
}

export const sameTheme = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// A colour between two, in sRGB: `part` of the first.
export function mix(first, second, part) {
  const [a, b] = [channels(first), channels(second)];
  const mixed = a.map((value, i) => Math.round(value * part + b[i] * (1 - part)));
  return `rgb(${mixed.join(", ")})`;
}

const lightness = (colour) => channels(colour).reduce((sum, c, i) => sum + (c / 255) * [0.3, 0.59, 0.11][i], 0);

// Any CSS colour as red, green, blue: the browser reads it, once.
function channels(colour) {
  if (!read.has(colour)) {
    const brush = document.createElement("canvas").getContext("2d");
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    read.set(colour, [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3));
  }
  return read.get(colour);
}

const read = new Map();

export const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
