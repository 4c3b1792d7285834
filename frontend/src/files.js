// The files that the server writes of what is seen: fetched by the name of what the page shows now, and saved.
import { download } from "./download.js";

const LOST = "The file did not come. Load the page again, and save it once more.";
const TELLS_FOR = 8_000; // milliseconds
const AGAIN_AFTER = 1_000;

export function addFiles(canvas, told, { get = (path) => fetch(path), wait = pause, save = download } = {}) {
  let timer = 0;

  canvas.saveFile = async ({ name, file }) => {
    tell("");
    for (const isLast of [false, true]) {
      const answer = await get(`${canvas.data.files.name}/${name}`).catch(() => null);
      if (answer?.ok) return save(await answer.blob(), file);
      if (answer?.status === 503) return tell(await answer.text());
      if (isLast) return tell(LOST);
      if (answer?.status === 404) canvas.streamlit.setStateValue("missing", `${canvas.data.files.name} ${Date.now()}`); // the page puts it there anew
      await wait(AGAIN_AFTER);
    }
  };

  function tell(text) {
    clearTimeout(timer);
    Object.assign(told, { textContent: text, hidden: !text });
    if (text) timer = setTimeout(() => (told.hidden = true), TELLS_FOR);
    timer?.unref?.(); // a test need not wait for it
  }
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
