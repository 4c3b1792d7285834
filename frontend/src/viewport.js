// Where the reader looks, in the page's address: `view=1~850~-120~44`, which is the version of the form, the zoom in
// thousandths, and the middle in the picture's own measure. Written in place once the reader rests: neither the server
// nor the browser's history is told. Where all of the picture is in the frame, nothing is written.
const FORM = /^1~([1-9]\d{0,4})~(-?\d{1,6})~(-?\d{1,6})$/;
const PART = /(^|&)view=[^&]*/g;
export const RESTS_AFTER = 400; // milliseconds

export function readViewport(search) {
  const [, zoom, x, y] = FORM.exec(new URLSearchParams(search).get("view") ?? "") ?? [];
  return zoom ? { zoom: Number(zoom) / 1000, x: Number(x), y: Number(y) } : null;
}

// The same address with another viewport, an empty one for none; all else stays letter for letter.
export function withViewport(search, text) {
  const rest = search.replace(/^\?/, "").replace(PART, "").replace(/^&/, "");
  const query = [rest, text && `view=${text}`].filter(Boolean).join("&");
  return query ? `?${query}` : "";
}

// What an address says of it, where that can be read.
export function viewportText(search) {
  const text = new URLSearchParams(search).get("view") ?? "";
  return FORM.test(text) ? text : "";
}

export function addViewport(canvas, page = globalThis) {
  const { location, history } = page;
  const path = location.pathname;
  const isHere = () => !canvas.gone && canvas.data.keeps_view && location.pathname === path;
  let timer = 0;
  let drawn = "";
  let led = false;
  let heard;
  let asked = { place: null, moves: -1 };

  const viewport = {
    // Once the first picture is there, and at another size of its frame as long as the reader has moved nothing since:
    // where the address leads, if anywhere.
    open() {
      if (isHere()) follow(readViewport(location.search));
    },
    // The page leads somewhere itself, as when a scene was opened: followed once, and by no canvas that comes later.
    lead(look) {
      const isNew = heard !== undefined && heard !== look?.n;
      heard = look?.n ?? 0;
      if (!isNew) return false;
      led = false;
      const place = readViewport(`view=${look.view}`);
      if (!place) canvas.drawing.fit(false);
      follow(place);
      return true;
    },
    // The frame has another size; true where the picture stands then where it was asked for.
    keep() {
      if (canvas.drawing.moves !== asked.moves) return false;
      goTo(asked.place);
      return Boolean(asked.place);
    },
    // After each frame: whoever moved since is waited for until they rest.
    watch() {
      const now = tell();
      if (now === drawn) return;
      drawn = now;
      viewport.settle();
    },
    settle() {
      clearTimeout(timer);
      timer = setTimeout(write, RESTS_AFTER);
    },
    // The page went where the browser's Back or Forward led, if that is why it came: there the reader looks as then, or
    // has all of the picture in the frame.
    arrive() {
      if (!led) return false;
      led = false;
      if (!viewport.keep()) canvas.drawing.fit();
      return true;
    },
  };

  function tell() {
    const { drawing } = canvas;
    if (!drawing?.touched) return "";
    const { x, y } = drawing.vis.getViewPosition();
    const text = [1, Math.round(drawing.vis.getScale() * 1000), Math.round(x / canvas.stretch), Math.round(y)].join("~");
    return FORM.test(text) ? text : "";
  }

  function write() {
    if (!isHere() || canvas.dragging) return;
    const wanted = withViewport(location.search, tell());
    if (wanted !== location.search) history.replaceState(history.state, "", `${location.pathname}${wanted}`);
  }

  function follow(place) {
    asked = { place, moves: canvas.drawing.moves };
    goTo(place);
  }

  function goTo(place) {
    if (!place) return;
    canvas.drawing.touched = true;
    canvas.drawing.vis.moveTo({ position: { x: place.x * canvas.stretch, y: place.y }, scale: place.zoom, animation: false });
  }

  const hearWalk = () => {
    if (!isHere() || !canvas.drawing) return;
    clearTimeout(timer);
    led = true;
    follow(readViewport(location.search));
  };
  page.addEventListener?.("popstate", hearWalk);
  viewport.stop = () => {
    clearTimeout(timer);
    page.removeEventListener?.("popstate", hearWalk);
  };
  return viewport;
}
