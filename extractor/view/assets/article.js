// The article's text with its mentions as buttons. Quotes are a ground that mentions stand on; nothing is nested wrongly where spans cross.

function articleText(view) {
  const { cut, length } = slicer(view.text);
  const box = h("div", { class: "text", lang: view.record.source.language ?? "en" });
  const sections = view.record.article.sections;
  let at = 0;
  const piece = (start, end, kind) => {
    if (start >= end) return;
    const inside = view.mentions.filter((m) => m.end > start && m.start < end).map((m) => ({ ...m, start: Math.max(m.start, start), end: Math.min(m.end, end) }));
    const part = h("div", { class: `part part-${kind}` }, marked(cut, start, end, inside));
    if (kind === "body") spaced(part);
    box.append(part);
  };
  for (const section of sections) {
    piece(at, section.start, "gap");
    piece(Math.max(at, section.start), section.end, section.kind);
    at = Math.max(at, section.end);
  }
  piece(at, length, "gap");
  return box;
}

// Lines as long as paragraphs get the distance of paragraphs; hard-wrapped lines stay close. The text itself is not touched.
function spaced(part) {
  const lines = part.textContent.split("\n").filter((line) => line.trim());
  if (lines.reduce((sum, line) => sum + line.length, 0) < 110 * lines.length) return;
  for (const node of [...part.childNodes]) {
    if (node.nodeType !== Node.TEXT_NODE || !node.data.includes("\n")) continue;
    node.replaceWith(...node.data.split(/(?<=\n)/).flatMap((piece) => (piece.endsWith("\n") ? [piece, h("span", { class: "pause" })] : [piece])));
  }
}

function marked(cut, start, end, mentions) {
  const nodes = [];
  const waiting = [...mentions];
  let at = start;
  while (waiting.length) {
    const outer = waiting.shift();
    if (outer.start < at) outer.start = at;
    if (outer.end <= outer.start) continue;
    const inner = [];
    const rest = [];
    while (waiting.length && waiting[0].start < outer.end) {
      const m = waiting.shift();
      // One that sticks out is cut in two, both pieces belong to it.
      if (m.end > outer.end) rest.push({ ...m, start: outer.end });
      inner.push({ ...m, end: Math.min(m.end, outer.end) });
    }
    waiting.unshift(...rest);
    if (outer.start > at) nodes.push(cut(at, outer.start));
    nodes.push(mark(outer, marked(cut, outer.start, outer.end, inner)));
    at = outer.end;
  }
  if (at < end) nodes.push(cut(at, end));
  return nodes;
}

function mark(mention, content) {
  const attributes = { class: `mark kind-${mention.kind}`, "data-id": mention.id, "data-kind": mention.kind, "data-start": mention.start };
  if (mention.kind === "quotes") return h("span", attributes, content);
  return h("span", { ...attributes, role: "button", tabindex: -1, "aria-haspopup": "true" }, content);
}

function labelMarks(box, view) {
  for (const node of box.querySelectorAll('[role="button"]')) {
    const { id, kind } = node.dataset;
    node.setAttribute("aria-label", `${oneLine(node.textContent)}, ${KINDS[kind].one}: ${valueOf(view, id)}`);
  }
}
