// The page: a list of articles where there are several, one article at a time, filters, selection, keyboard.

const state = { documents: [], index: 0, view: null, hidden: new Set(), selected: null };
const main = document.getElementById("view");
const live = document.getElementById("live");

function show(documents) {
  Object.assign(state, { documents, index: 0, view: null, selected: null });
  route();
}

function route() {
  const asked = /^#article-(\d+)$/.exec(location.hash);
  const several = state.documents.length > 1;
  const index = asked ? Number(asked[1]) - 1 : 0;
  const document_ = state.documents[index];
  state.selected = null;
  if ((several && !asked) || !document_) overview();
  else if (document_.error) failed(document_);
  else article(index);
  if (asked) main.focus({ preventScroll: true });
  if (asked) window.scrollTo(0, 0);
}

function overview() {
  state.view = null;
  const kinds = ["facts", ...Object.keys(KINDS)];
  const totals = Object.fromEntries(kinds.map((kind) => [kind, 0]));
  let failures = 0;
  const row = (record, index) => {
    const link = (text) => h("a", { href: `#article-${index + 1}` }, text);
    if (record.error) {
      failures += 1;
      return h("tr", { class: "failure" }, h("th", { scope: "row" }, link(record.source.uri ?? record.source.id ?? `article ${index + 1}`)), h("td", {}, record.error.code), h("td", { colspan: kinds.length, class: "why" }, record.error.message));
    }
    for (const kind of kinds) totals[kind] += record[kind].length;
    const cells = kinds.map((kind) => h("td", { class: "number", "data-label": kind === "facts" ? "Facts" : KINDS[kind].label }, record[kind].length));
    return h("tr", {}, h("th", { scope: "row" }, link(titleOf(record))), h("td", { class: "day", "data-label": "Published" }, record.source.published?.value ?? ""), cells);
  };
  const body = h("tbody", {}, state.documents.map(row));
  const search = h("input", { type: "search", id: "search", placeholder: "Find an article", "aria-label": "Find an article", on: { input: (event) => narrow(body, event.target.value) } });
  main.replaceChildren(
    h("section", { class: "card overview", "aria-labelledby": "overview" },
      h("header", {}, h("h1", { id: "overview" }, plural(state.documents.length, "article")), failures ? h("span", { class: "warn" }, `${failures} not read`) : null, search),
      h("div", { class: "scroll" }, h("table", { "aria-labelledby": "overview" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Article"), h("th", { scope: "col" }, "Published"), kinds.map((kind) => h("th", { scope: "col", class: "number" }, kind === "facts" ? "Facts" : KINDS[kind].label)))),
        body,
        h("tfoot", {}, h("tr", {}, h("th", { scope: "row" }, "Total"), h("td", {}), kinds.map((kind) => h("td", { class: "number", "data-total": kind, "data-label": kind === "facts" ? "Facts" : KINDS[kind].label }, totals[kind].toLocaleString("en")))))))));
}

function narrow(body, query) {
  const wanted = query.trim().toLowerCase();
  for (const row of body.rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
}

function failed(failure) {
  state.view = null;
  main.replaceChildren(back(), h("section", { class: "card problem", role: "alert" }, h("h1", {}, failure.source.uri ?? failure.source.id ?? "This article could not be read"), h("p", {}, h("b", {}, failure.error.code), " ", failure.error.message)));
}

function back() {
  return state.documents.length > 1 ? h("nav", { class: "back", "aria-label": "Articles" }, h("a", { href: "#" }, "← All articles")) : null;
}

const actions = {
  select: (id) => select(id),
  goTo: (start, id) => goTo(start, id),
  csv: (kind) => save(`${kind}.csv`, "text/csv;charset=utf-8", csv(tableRows(state.view, kind))),
};

function article(index) {
  const record = state.documents[index];
  const view = (state.view = open(record));
  const { source } = record;
  const facts = [
    source.published && ["Published", `${source.published.value}${source.published.origin === "dateline" ? " (dateline)" : ""}`],
    record.article.issuer && ["Issuer", valueOf(view, record.article.issuer)],
    (source.uri ?? source.id) && ["Source", source.uri ?? source.id],
  ].filter(Boolean);
  const text = view.text === null ? h("p", { class: "hint" }, "These records were made without their text. Run the extraction again with --include-text to see the words in place.") : articleText(view);
  if (view.text !== null) labelMarks(text, view);
  main.replaceChildren(
    ...[back()].filter(Boolean),
    h("div", { class: "title" }, h("h1", {}, titleOf(record)), h("dl", { class: "meta" }, facts.map(([label, value]) => h("div", {}, h("dt", {}, label), h("dd", {}, value)))),
      h("div", { class: "downloads" }, h("button", { type: "button", id: "download-json", on: { click: () => save("record.json", "application/json", json(record) + "\n") } }, "Download JSON"))),
    legend(view),
    h("div", { class: "columns" },
      h("div", { class: "reading" }, h("section", { class: "card article", "aria-label": "Article", on: { click: clicked, keydown: keyed, mouseover: hovered, mouseout: unhovered, focusin: hovered, focusout: unhovered } }, text), warnings(record), tables(view, actions)),
      panel(view)));
  main.querySelector('.text [role="button"]')?.setAttribute("tabindex", "0");
  applyFilter();
}

function warnings(record) {
  if (!record.warnings.length) return null;
  const entry = (w) => h("li", {}, h("code", {}, w.code), " ", w.message);
  return h("section", { class: "card warnings", "aria-labelledby": "warnings" }, h("h2", { id: "warnings" }, plural(record.warnings.length, "warning")), h("ul", {}, record.warnings.map(entry)));
}

function legend(view) {
  const chip = (kind) => {
    const count = view.record[kind].length;
    const toggle = () => {
      state.hidden.has(kind) ? state.hidden.delete(kind) : state.hidden.add(kind);
      applyFilter();
    };
    return h("button", { type: "button", class: `chip kind-${kind}`, "data-filter": kind, "aria-pressed": "true", disabled: !count, on: { click: toggle } }, h("span", { class: "dot", "aria-hidden": "true" }), KINDS[kind].label, h("span", { class: "count" }, count));
  };
  const every = (hide) => () => {
    state.hidden = new Set(hide ? Object.keys(KINDS) : []);
    applyFilter();
  };
  return h("div", { class: "legend", role: "group", "aria-label": "Show kinds" }, Object.keys(KINDS).map(chip),
    h("span", { class: "every" }, h("button", { class: "quiet", type: "button", id: "show-all", on: { click: every(false) } }, "All"), h("button", { class: "quiet", type: "button", id: "show-none", on: { click: every(true) } }, "None")));
}

function applyFilter() {
  for (const chip of main.querySelectorAll("[data-filter]")) chip.setAttribute("aria-pressed", String(!state.hidden.has(chip.dataset.filter)));
  for (const node of main.querySelectorAll(".mark")) {
    const off = state.hidden.has(node.dataset.kind);
    node.classList.toggle("off", off);
    if (node.dataset.kind === "quotes") continue;
    if (off) node.removeAttribute("role");
    else node.setAttribute("role", "button");
  }
  for (const section of main.querySelectorAll("section.table")) section.hidden = state.hidden.has(section.dataset.kind);
  const marks = reachable();
  if (marks.length && !marks.some((node) => node.tabIndex === 0)) rove(marks[0]);
}

function panel(view) {
  const tab = (id, label, selected) => h("button", { type: "button", role: "tab", id: `tab-${id}`, "aria-controls": `pane-${id}`, "aria-selected": String(selected), tabindex: selected ? 0 : -1, on: { click: () => pick(id), keydown: tabKey } }, label);
  return h("aside", { class: "panel card", "aria-label": "Details" },
    h("div", { class: "tabs", role: "tablist", "aria-label": "Details or JSON" }, tab("details", "Details", true), tab("json", "JSON", false), h("button", { type: "button", class: "close", "aria-label": "Close details", on: { click: () => close() } }, "×")),
    h("div", { role: "tabpanel", id: "pane-details", "aria-labelledby": "tab-details" }, details(view, null, actions)),
    h("div", { role: "tabpanel", id: "pane-json", "aria-labelledby": "tab-json", hidden: true }, h("pre", { tabindex: 0, "aria-label": "The record as JSON" }, json(view.record))));
}

function pick(id) {
  for (const name of ["details", "json"]) {
    const tab = document.getElementById(`tab-${name}`);
    tab.setAttribute("aria-selected", String(name === id));
    tab.tabIndex = name === id ? 0 : -1;
    document.getElementById(`pane-${name}`).hidden = name !== id;
  }
  main.querySelector(".panel").classList.toggle("open", id === "json" || state.selected !== null);
}

function tabKey(event) {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  const other = event.target.id === "tab-details" ? "json" : "details";
  pick(other);
  document.getElementById(`tab-${other}`).focus();
}

function select(id) {
  state.selected = id;
  pick("details");
  document.getElementById("pane-details").replaceChildren(...h("div", {}, details(state.view, id, actions)).childNodes);
  for (const node of main.querySelectorAll(".mark")) node.classList.toggle("chosen", node.dataset.id === id);
  uncovered();
  const { kind } = state.view.byId.get(id);
  live.textContent = `${kind === "facts" ? "fact" : KINDS[kind].one}: ${valueOf(state.view, id)}`;
}

// On a small screen the panel lies over the lower part of the page: what was chosen moves out from under it.
function uncovered() {
  const panel = main.querySelector(".panel");
  const node = document.activeElement?.closest?.(".mark.chosen");
  if (node && getComputedStyle(panel).position === "fixed" && node.getBoundingClientRect().bottom > panel.getBoundingClientRect().top) {
    window.scrollBy(0, node.getBoundingClientRect().top - legendHeight() - 40);
  }
}

function legendHeight() {
  return main.querySelector(".legend").offsetHeight;
}

function close() {
  const start = main.querySelector('.mark.chosen[tabindex="0"]') ?? main.querySelector(".mark.chosen");
  state.selected = null;
  pick("details");
  document.getElementById("pane-details").replaceChildren(...h("div", {}, details(state.view, null, actions)).childNodes);
  for (const node of main.querySelectorAll(".mark.chosen")) node.classList.remove("chosen");
  start?.focus();
}

function goTo(start, id) {
  const nodes = [...main.querySelectorAll(".mark")];
  const node = nodes.find((n) => Number(n.dataset.start) === start && n.dataset.id === id) ?? nodes.find((n) => Number(n.dataset.start) >= start);
  if (!node) return;
  if (state.hidden.delete(node.dataset.kind)) applyFilter();
  node.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  if (node.dataset.kind !== "quotes") {
    rove(node);
    node.focus({ preventScroll: true });
  }
}

function reachable() {
  return [...main.querySelectorAll('.text .mark[role="button"]')];
}

// One mention at a time is a tab stop; arrows go on from it (WAI-ARIA, roving tabindex).
function rove(node) {
  for (const other of main.querySelectorAll('.text .mark[tabindex="0"]')) other.tabIndex = -1;
  node.tabIndex = 0;
}

function clicked(event) {
  const node = event.target.closest(".mark:not(.off)");
  if (!node) return;
  if (node.dataset.kind !== "quotes") rove(node);
  select(node.dataset.id);
}

function keyed(event) {
  const node = event.target.closest('.mark[role="button"]');
  if (!node) return;
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    select(node.dataset.id);
    return;
  }
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const marks = reachable();
  const next = marks[marks.indexOf(node) + step];
  if (next) {
    rove(next);
    next.focus();
  }
}

const tip = document.getElementById("tip");

function hovered(event) {
  const node = event.target.closest(".mark:not(.off)");
  if (!node || !state.view) return;
  tip.replaceChildren(h("b", { class: `kind-${node.dataset.kind}` }, KINDS[node.dataset.kind].one), " ", valueOf(state.view, node.dataset.id).slice(0, 120));
  tip.hidden = false;
  const box = node.getClientRects()[0];
  const left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8));
  const above = box.top - tip.offsetHeight - 6;
  tip.style.left = `${left + scrollX}px`;
  tip.style.top = `${(above > 0 ? above : box.bottom + 6) + scrollY}px`;
  for (const other of main.querySelectorAll(".mark")) other.classList.toggle("kin", other.dataset.id === node.dataset.id);
}

function unhovered() {
  tip.hidden = true;
  for (const node of main.querySelectorAll(".mark.kin")) node.classList.remove("kin");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && state.view && main.querySelector(".panel.open")) close();
});
window.addEventListener("hashchange", route);

const data = document.getElementById("data");
if (data) show(JSON.parse(data.textContent));
