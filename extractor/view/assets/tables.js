// One table a kind, each as CSV too; the dates on a line of time above theirs.

const COLUMNS = {
  facts: [
    ["Subject", (f, v) => (f.subject?.ref ? valueOf(v, f.subject.ref) : f.subject && oneLine(f.subject.text))],
    ["Measure", (f) => oneLine(f.measure.text)],
    ["Value", (f, v) => valueOf(v, f.value), "number"],
    ["Change", (f, v) => changeOf(v, f)],
    ["Before", (f, v) => valueOf(v, f.previous), "number"],
    ["Period", (f, v) => valueOf(v, f.period)],
    ["Certainty", (f) => f.certainty],
  ],
  money: [
    ["Amount", (m) => range(m.amount, m.low, m.high), "number"],
    ["Currency", (m) => m.currency],
    ["Per", (m) => m.per],
    ["Qualifier", (m) => m.qualifier && words(m.qualifier)],
    ["In the text", (m) => oneLine(m.text)],
    ["Found by", (m) => m.found_by],
  ],
  dates: [
    ["Value", (d) => d.value],
    ["First day", (d) => d.earliest],
    ["Last day", (d) => d.latest],
    ["Type", (d) => words(d.type)],
    ["In the text", (d) => oneLine(d.text)],
    ["Found by", (d) => d.found_by],
  ],
  organizations: [
    ["Name", (o) => o.name],
    ["Also called", (o) => o.aliases.join(", ")],
    ["Kind", (o) => words(o.kind)],
    ["Listed", (o) => o.tickers.map((t) => (t.exchange ? `${t.exchange}: ${t.symbol}` : t.symbol)).join(", ")],
    ["Mentions", (o) => o.mentions.length, "number"],
  ],
  people: [
    ["Name", (p) => p.name],
    ["Roles", (p, v) => p.roles.map((r) => r.title + (r.organization ? `, ${valueOf(v, r.organization)}` : "")).join("; ")],
    ["Mentions", (p) => p.mentions.length, "number"],
  ],
  programs: [["Name", (p) => p.name], ["Also called", (p) => p.aliases.join(", ")], ["Mentions", (p) => p.mentions.length, "number"]],
  places: [["Name", (p) => p.name], ["Kind", (p) => p.kind], ["Mentions", (p) => p.mentions.length, "number"]],
  percentages: [
    ["Value", (p) => VALUE.percentages(p), "number"],
    ["Of", (p) => p.of && oneLine(p.of.text)],
    ["Qualifier", (p) => p.qualifier && words(p.qualifier)],
    ["In the text", (p) => oneLine(p.text)],
    ["Found by", (p) => p.found_by],
  ],
  quantities: [
    ["Value", (q) => range(q.value, q.low, q.high), "number"],
    ["Unit", (q) => q.unit],
    ["Qualifier", (q) => q.qualifier && words(q.qualifier)],
    ["In the text", (q) => oneLine(q.text)],
    ["Found by", (q) => q.found_by],
  ],
  quotes: [["Speaker", (q, v) => (q.speaker ? valueOf(v, q.speaker) : "")], ["Words", (q) => oneLine(q.text)], ["Form", (q) => (q.direct ? "direct" : "reported")]],
};

function tables(view, actions) {
  const out = [];
  for (const [kind, columns] of Object.entries(COLUMNS)) {
    const items = view.record[kind];
    if (!items.length) continue;
    const label = kind === "facts" ? "Facts" : KINDS[kind].label;
    const title = h("h2", { id: `table-${kind}` }, h("span", { class: "dot", "aria-hidden": "true" }), label, h("span", { class: "count" }, items.length));
    const button = h("button", { class: "quiet", type: "button", "data-csv": kind, "aria-label": `Download ${label} as CSV`, on: { click: () => actions.csv(kind) } }, "CSV");
    out.push(
      h("section", { class: `card table kind-${kind}`, "data-kind": kind, "aria-labelledby": `table-${kind}` }, h("header", {}, title, button), kind === "dates" && timeline(view, items, actions), table(view, columns, items, actions, `table-${kind}`)),
    );
  }
  return out;
}

// The first cell is a button: a row can be reached and opened with the keyboard.
function table(view, columns, items, actions, labelled) {
  const row = (item) => {
    const cell = ([label, value, type], index) => {
      const content = value(item, view) ?? "";
      const inner = index === 0 ? h("button", { type: "button", "data-row": item.id, on: { click: () => actions.select(item.id) } }, String(content) || "—") : String(content);
      return h(index === 0 ? "th" : "td", { scope: index === 0 ? "row" : null, class: type, "data-label": label }, inner);
    };
    return h("tr", {}, columns.map(cell));
  };
  return h("div", { class: "scroll" },
    h("table", { "aria-labelledby": labelled }, h("thead", {}, h("tr", {}, columns.map(([label, , type]) => h("th", { scope: "col", class: type }, label)))), h("tbody", {}, items.map(row))));
}

function tableRows(view, kind) {
  const plainNumber = { money: (m) => m.amount ?? [m.low, m.high].join(".."), quantities: (q) => q.value ?? [q.low, q.high].join("..") }[kind];
  const columns = COLUMNS[kind];
  const head = ["id", ...columns.map(([label]) => label.toLowerCase().replaceAll(" ", "_")), "start", "end"];
  const row = (item) => {
    const spot = item.mentions?.[0] ?? item.sentence ?? item;
    // A file holds digits, not their grouping.
    const cells = columns.map(([, value], index) => (index === 0 && plainNumber ? plainNumber(item) : value(item, view)));
    return [item.id, ...cells, spot.start, spot.end];
  };
  return [head, ...view.record[kind].map(row)];
}

const DAY = 86_400_000;

// Each value once, from its first to its last day, on one scale.
function timeline(view, dates, actions) {
  const known = new Map();
  for (const d of dates) if (d.earliest && d.latest && !known.has(d.value)) known.set(d.value, { id: d.id, label: d.value, from: Date.parse(d.earliest), to: Date.parse(d.latest) + DAY });
  const bars = [...known.values()].filter((b) => Number.isFinite(b.from) && Number.isFinite(b.to)).sort((a, b) => a.from - b.from || a.to - b.to);
  if (bars.length < 2) return null;
  const first = Math.min(...bars.map((b) => b.from));
  const span = Math.max(...bars.map((b) => b.to)) - first;
  const bar = (b) => {
    const track = h("span", { class: "bar" });
    track.style.left = `${(100 * (b.from - first)) / span}%`;
    track.style.width = `${(100 * (b.to - b.from)) / span}%`;
    return h("li", {}, h("button", { type: "button", on: { click: () => actions.select(b.id) } }, h("span", { class: "when" }, b.label), h("span", { class: "track", "aria-hidden": "true" }, track)));
  };
  const edge = (time) => new Date(time).toISOString().slice(0, 10);
  return h("div", { class: "timeline" },
    h("p", { class: "axis", "aria-hidden": "true" }, h("span", {}, edge(first)), h("span", {}, edge(first + span - DAY))),
    h("ol", { "aria-label": "Dates in order of time" }, bars.map(bar)));
}
