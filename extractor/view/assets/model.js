// What a record says, in the words the page shows.

const KINDS = {
  organizations: { label: "Organizations", one: "organization", entity: true },
  people: { label: "People", one: "person", entity: true },
  programs: { label: "Programmes", one: "programme", entity: true },
  places: { label: "Places", one: "place", entity: true },
  dates: { label: "Dates", one: "date" },
  money: { label: "Money", one: "money" },
  percentages: { label: "Percentages", one: "percentage" },
  quantities: { label: "Quantities", one: "quantity" },
  quotes: { label: "Quotes", one: "quote" },
};

const VALUE = {
  money: (m) => {
    const amount = range(m.amount, m.low, m.high) ?? "amount not stated";
    return `${m.currency ?? "currency open:"} ${amount}${m.per ? ` per ${m.per}` : ""}`;
  },
  percentages: (p) => `${range(p.value, p.low, p.high) ?? "?"}${p.unit === "percent" ? " %" : ` ${words(p.unit)}s`}`,
  quantities: (q) => `${range(q.value, q.low, q.high) ?? "?"} ${q.unit}`,
  dates: (d) => d.value,
};

// A record with its items by id, and its mentions in text order.
function open(record) {
  const byId = new Map();
  const mentions = [];
  for (const kind of Object.keys(KINDS)) {
    for (const item of record[kind]) {
      byId.set(item.id, { kind, item });
      for (const m of KINDS[kind].entity ? item.mentions : [item]) mentions.push({ kind, id: item.id, start: m.start, end: m.end, text: m.text, by: m.found_by });
    }
  }
  for (const fact of record.facts) byId.set(fact.id, { kind: "facts", item: fact });
  // Longer ones first where two begin together: they hold the shorter.
  mentions.sort((a, b) => a.start - b.start || b.end - a.end);
  return { record, byId, mentions, text: record.text ?? null };
}

function valueOf(view, id) {
  const found = id === null ? undefined : view.byId.get(id);
  if (!found) return "";
  const { kind, item } = found;
  if (KINDS[kind]?.entity) return item.name;
  if (kind === "quotes") return oneLine(item.text);
  if (kind === "facts") return oneLine(item.measure.text);
  return VALUE[kind](item);
}

function titleOf(record) {
  const text = record.article.headline ?? (record.text ? opening(oneLine(record.text), 90) : null);
  return text ?? record.source.uri ?? record.source.id ?? record.id.slice(0, 19);
}

function opening(text, length) {
  return text.length <= length ? text : `${text.slice(0, text.lastIndexOf(" ", length) + 1 || length).trimEnd()} …`;
}

// The rows of the panel: [label, words].
function rowsOf(view, kind, item) {
  const rows = [];
  const add = (label, value) => value !== null && value !== undefined && value !== "" && rows.push([label, value]);
  if (kind === "organizations") {
    add("Kind", words(item.kind));
    add("Legal form", item.legal_form);
    add("Listed", item.tickers.map((t) => (t.exchange ? `${t.exchange}: ${t.symbol}` : t.symbol)).join(", "));
    if (view.record.article.issuer === item.id) add("Part", "issuer of this release");
  }
  if (kind === "places") add("Kind", { gpe: "country, region or city", location: "landscape", facility: "facility" }[item.kind]);
  if (kind === "people") for (const role of item.roles) add("Role", role.title + (role.organization ? `, ${valueOf(view, role.organization)}` : ""));
  if (KINDS[kind]?.entity) add("Also called", item.aliases.join(", "));
  if (kind === "dates") {
    add("Type", words(item.type));
    add("First day", item.earliest);
    add("Last day", item.latest);
    add("Granularity", item.granularity);
    add("Modifier", item.modifier && words(item.modifier));
    add("Counted", item.anchored ? "from another date" : null);
  }
  if (kind === "money" && !item.currency_certain && item.currency) add("Currency", "read from the context");
  if (kind === "money" && item.equivalent_to) add("Same amount as", valueOf(view, item.equivalent_to));
  if (kind === "percentages" && item.of) add("Of", oneLine(item.of.text));
  if (item.qualifier) add("Qualifier", words(item.qualifier));
  if (kind === "quotes") {
    add("Speaker", item.speaker ? valueOf(view, item.speaker) : "not told");
    add("Form", item.direct ? "in quotation marks" : "reported");
  }
  if (kind === "facts") {
    add("Subject", item.subject && oneLine(item.subject.text));
    add("Value", valueOf(view, item.value));
    add("Change", changeOf(view, item));
    add("Before", valueOf(view, item.previous));
    add("Of", item.of && oneLine(item.of.text));
    add("Period", valueOf(view, item.period));
    add("Certainty", item.certainty);
  }
  if (item.found_by) add("Found by", item.found_by);
  return rows;
}

function changeOf(view, fact) {
  if (!fact.change) return "";
  const arrow = { up: "▲ up", down: "▼ down", flat: "■ flat" }[fact.change.direction];
  return fact.change.by ? `${arrow} ${valueOf(view, fact.change.by)}` : arrow;
}

// Facts that an item takes part in.
function factsOf(view, id) {
  return view.record.facts.filter((f) => [f.subject?.ref, f.value, f.change?.by, f.previous, f.period].includes(id));
}
