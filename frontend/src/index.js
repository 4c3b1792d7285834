// Streamlit calls the default export at the first mount and again at every run with new data or another theme.
import "./canvas.css";
import { createCanvas } from "./canvas.js";

const canvases = new WeakMap();

export default function render(component) {
  const { parentElement, data } = component;
  let canvas = canvases.get(parentElement);
  if (!canvas) {
    canvas = createCanvas(parentElement);
    canvases.set(parentElement, canvas);
  }
  canvas.update(data, component);
  return () => setTimeout(() => removeIfGone(parentElement), 0);
}

// Streamlit also cleans up after a call that a newer one overtook: then the canvas is still on the page and stays.
function removeIfGone(parentElement) {
  if ((parentElement.host ?? parentElement).isConnected) return;
  canvases.get(parentElement)?.destroy();
  canvases.delete(parentElement);
}
