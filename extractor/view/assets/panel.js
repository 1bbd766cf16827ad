// The panel beside the article: what was clicked, and the record as JSON.

function details(view, id, actions) {
  if (!id) {
    const count = view.mentions.filter((m) => m.kind !== "quotes").length;
    return [
      h("p", { class: "hint" }, `${plural(count, "mention")} marked. Choose one in the text or a row of a table to see its value and what found it.`),
      h("p", { class: "hint keys" }, h("kbd", {}, "←"), h("kbd", {}, "→"), " from mention to mention, ", h("kbd", {}, "Enter"), " opens, ", h("kbd", {}, "Esc"), " closes"),
    ];
  }
  const { kind, item } = view.byId.get(id);
  const entity = KINDS[kind]?.entity;
  const spot = entity ? item.mentions[0] : kind === "facts" ? item.sentence : item;
  return [
    h("p", { class: `kind kind-${kind}` }, kind === "facts" ? "fact" : KINDS[kind].one, h("span", { class: "id" }, item.id)),
    h("h3", { class: "value", tabindex: -1 }, valueOf(view, id)),
    entity || kind === "quotes" ? null : h("p", { class: "printed" }, "“", oneLine(item.text ?? item.measure.text), "”"),
    h("dl", {}, rowsOf(view, kind, item).map(([label, value]) => [h("dt", {}, label), h("dd", {}, value)])),
    entity ? mentionList(view, item, actions) : view.text && h("button", { class: "quiet", type: "button", on: { click: () => actions.goTo(spot.start, id) } }, "Show in the text"),
    kind === "facts" ? null : factList(view, id, actions),
    h("details", {}, h("summary", {}, "JSON of this item"), h("pre", { tabindex: 0 }, JSON.stringify(item, null, 2))),
  ];
}

function mentionList(view, item, actions) {
  const title = h("h4", {}, plural(item.mentions.length, "mention"));
  const context = view.text ? slicer(view.text) : null;
  const entry = (m) => {
    const around = context && [before(context, m.start), h("b", {}, oneLine(m.text)), behind(context, m.end)];
    const line = context ? h("button", { type: "button", "data-goto": m.start, on: { click: () => actions.goTo(m.start, item.id) } }, around) : h("b", {}, m.text);
    return h("li", {}, line, h("span", { class: "by" }, m.found_by));
  };
  return [title, h("ol", { class: "mentions" }, item.mentions.map(entry))];
}

// Some words around a mention, cut between words.
function before(context, at) {
  const start = Math.max(0, at - 40);
  const piece = context.cut(start, at).replace(/\s+/g, " ");
  return start > 0 ? piece.replace(/^\S*/, "…") : piece;
}

function behind(context, at) {
  const piece = context.cut(at, at + 40).replace(/\s+/g, " ");
  return at + 40 < context.length ? piece.replace(/\S*$/, "…") : piece;
}

function factList(view, id, actions) {
  const facts = factsOf(view, id);
  if (!facts.length) return null;
  const entry = (f) => h("li", {}, h("button", { type: "button", on: { click: () => actions.select(f.id) } }, [oneLine(f.measure.text), valueOf(view, f.value), changeOf(view, f)].filter(Boolean).join(" · ")));
  return [h("h4", {}, plural(facts.length, "fact")), h("ul", { class: "mentions" }, facts.map(entry))];
}

function json(record) {
  const { text, ...rest } = record;
  return JSON.stringify(rest, null, 2);
}
