// The places that the server marks in a statement, by line and column from 1, as places of the editor's text.
export function placeMarks(marks, doc) {
  return marks.flatMap(({ line, column, length, says, refuses }) => {
    if (line > doc.lines) return [];
    const { from, to, text } = doc.line(line);
    const signs = [...text]; // the server counts whole signs, a text of the browser counts halves of some
    const start = Math.min(to, from + signs.slice(0, column - 1).join("").length);
    const end = from + signs.slice(0, column - 1 + length).join("").length;
    const word = /^\$?[\p{L}\p{N}_]+/u.exec(text.slice(start - from))?.[0].length ?? 0;
    const until = Math.max(Math.min(to, end), length > 1 ? 0 : start + word);
    return [{ from: start, to: until, severity: refuses ? "error" : "warning", message: says }];
  });
}
