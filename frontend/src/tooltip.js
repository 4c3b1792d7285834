// The full name and a few lines of text beside the pointer.
import { element } from "./dom.js";

const DELAY = 180;

export function createTooltip(surface) {
  const tip = element("div", { class: "lg-tip", role: "tooltip", hidden: true });
  surface.append(tip);
  let timer = 0;

  const hide = () => {
    clearTimeout(timer);
    tip.hidden = true;
  };

  const show = ({ x, y }, [heading, ...lines]) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      tip.replaceChildren(line("strong", heading), ...lines.map((text) => line("span", text)));
      tip.hidden = false;
      place(tip, surface, x, y);
    }, DELAY);
  };

  return { show, hide };
}

function line(tag, text) {
  const made = element(tag);
  made.textContent = text;
  return made;
}

function place(tip, surface, x, y) {
  const left = x + 16 + tip.offsetWidth > surface.clientWidth ? x - 12 - tip.offsetWidth : x + 16;
  const top = Math.min(y + 12, surface.clientHeight - tip.offsetHeight - 8);
  tip.style.left = `${Math.max(8, left)}px`;
  tip.style.top = `${Math.max(8, top)}px`;
}
