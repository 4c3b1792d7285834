// Just enough of a page for the modules that build elements: no browser, no socket.
class FakeElement {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, listeners: {}, children: [], hidden: false, disabled: false, style: {}, text: "" });
    this.classList = { toggle: (name, on) => (this.attributes[name] = on) };
  }
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  addEventListener(name, listener) {
    this.listeners[name] = listener;
  }
  append(...children) {
    this.children.push(...children);
  }
  remove() {
    this.removed = true;
  }
  focus() {
    this.listeners.focus?.({});
  }
  replaceChildren(...children) {
    this.children = children;
  }
  set textContent(value) {
    this.text = String(value);
    this.children = [];
  }
  get textContent() {
    return this.text + this.children.map((child) => child?.textContent ?? String(child)).join("");
  }
  set innerHTML(value) {
    throw new Error("text of records would become markup");
  }
  getRootNode() {
    return { activeElement: null };
  }
  querySelector() {
    return null;
  }
  click() {
    if (!this.disabled) this.listeners.click?.({});
  }
  all() {
    return [this, ...this.children.flatMap((child) => (child instanceof FakeElement ? child.all() : []))];
  }
}

// Colours are read from a painted dot, as the browser would: here only `#rrggbb` and `rgb(r, g, b)`.
function brush() {
  let fill = "#000000";
  return {
    set fillStyle(value) {
      fill = value;
    },
    fillRect() {},
    getImageData: () => ({ data: fill.startsWith("#") ? [1, 3, 5].map((i) => parseInt(fill.slice(i, i + 2), 16)) : fill.match(/\d+/g).map(Number) }),
  };
}

export function fakePage() {
  const make = (tag) => Object.assign(new FakeElement(tag), tag === "canvas" ? { getContext: brush } : {});
  globalThis.document = { createElement: make, createElementNS: (_, tag) => make(tag), fullscreenElement: null };
  globalThis.CSS = { escape: (text) => text };
  return make("div");
}
