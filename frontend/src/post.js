// Says to the server what the reader did: numbered, and again with each message until it was heard, so that nothing is
// lost and nothing is done twice. `epoch` is the server's name for this session: a new one hears nothing of an old one.
export function createPost(send, listChosen = () => []) {
  const post = { epoch: null, n: 0, asked: [] };
  let timer = 0;

  // Takes note of how far the server has heard; true where that is all, so that its view is the newest.
  post.hear = (epoch, n) => {
    if (epoch !== post.epoch) Object.assign(post, { epoch, n, asked: [] });
    post.asked = post.asked.filter(([number]) => number > n);
    return n >= post.n;
  };

  // Sent after a while: at once for a click, later while a key is held down.
  post.say = (selected, action, delay = 0) => {
    post.n += 1;
    if (action) post.asked.push([post.n, ...action]);
    clearTimeout(timer);
    timer = setTimeout(() => send({ epoch: post.epoch, n: post.n, selected, chosen: listChosen(), asked: post.asked }), delay);
  };

  return post;
}
