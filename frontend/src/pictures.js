// Pictures come by a route of their own: each is fetched once, by the name that the server gives it, and kept for
// going back and forth. What the page sends at a click is small for that reason.
const MOST_KEPT = 12;
const WAITS = [300, 700, 1500, 3000]; // milliseconds before another try

export function createPictures(get = (path) => fetch(path), wait = pause) {
  const kept = new Map(); // by revision: a promise of the picture, then the picture

  async function tryAgain(path, tellMissing) {
    for (const delay of [...WAITS, null]) {
      try {
        const answer = await get(path);
        if (answer.ok) return await answer.json();
        if (answer.status === 404) tellMissing(); // the server forgot it, or is another one: it puts it there anew
      } catch {
        // no connection: later
      }
      if (delay !== null) await wait(delay);
    }
    throw new Error("the picture did not come");
  }

  return {
    // The picture where it is here already.
    find: (revision) => {
      const picture = kept.get(revision);
      return picture instanceof Promise ? undefined : picture;
    },

    fetch: ({ revision, picture: path }, tellMissing) => {
      if (kept.has(revision)) return Promise.resolve(kept.get(revision));
      const coming = tryAgain(path, tellMissing).then(
        (picture) => {
          kept.set(revision, picture);
          return picture;
        },
        (error) => {
          kept.delete(revision);
          throw error;
        },
      );
      kept.set(revision, coming);
      for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return coming;
    },
  };
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
