// Selecting by drawing a box: with Shift held, or with a finger once the toolbar's box is pressed. A press without a
// drag adds what lies there to the selection, or takes it out. vis-network hears nothing of such a press.
import { element } from "./dom.js";

const STILL = 5;

export function listenToBoxes(canvas, net) {
  const frame = element("div", { class: "lg-box", hidden: true });
  canvas.surface.append(frame);
  let start = null;

  const place = ({ clientX, clientY }) => {
    const { x, y } = net.getBoundingClientRect();
    return { x: clientX - x, y: clientY - y };
  };

  const stop = () => {
    start = null;
    frame.hidden = true;
  };

  net.addEventListener(
    "pointerdown",
    (event) => {
      if (!(event.shiftKey || canvas.boxing) || event.button !== 0) return;
      take(event);
      canvas.surface.focus({ preventScroll: true });
      start = place(event);
      net.setPointerCapture?.(event.pointerId);
    },
    true,
  );
  net.addEventListener(
    "pointermove",
    (event) => {
      if (!start) return;
      take(event);
      show(frame, rectangle(start, place(event)));
    },
    true,
  );
  net.addEventListener(
    "pointerup",
    (event) => {
      if (!start) return;
      take(event);
      const box = rectangle(start, place(event));
      stop();
      if (box.right - box.left < STILL && box.bottom - box.top < STILL) return canvas.toggle(canvas.idAt({ x: box.left, y: box.top }));
      const inside = canvas.drawing.nodesWithin(box).flatMap((id) => canvas.graph.stoodFor(id));
      canvas.choose([...canvas.view.chosen, ...inside]);
    },
    true,
  );
  net.addEventListener("pointercancel", stop, true);
}

// Touch would scroll the page, and vis-network would move the picture.
function take(event) {
  event.stopPropagation();
  event.preventDefault();
}

export const rectangle = (a, b) => ({ left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) });

function show(frame, { left, right, top, bottom }) {
  frame.hidden = false;
  Object.assign(frame.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
}
