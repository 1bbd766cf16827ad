// Nodes and numbers. Text always enters the page as text nodes: no string of an article is ever read as HTML.

function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === "on") for (const [event, run] of Object.entries(value)) node.addEventListener(event, run);
    else node.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) if (child !== null && child !== undefined && child !== false) node.append(child);
  return node;
}

// "10980000000" -> "10,980,000,000", on the digits themselves: a float would round them.
function grouped(decimal) {
  const [whole, part] = decimal.replace("-", "").split(".");
  const sign = decimal.startsWith("-") ? "−" : "";
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}

function range(single, low, high) {
  if (single !== null) return grouped(single);
  if (low !== null && high !== null) return `${grouped(low)} – ${grouped(high)}`;
  if (low !== null) return `from ${grouped(low)}`;
  if (high !== null) return `up to ${grouped(high)}`;
  return null;
}

function words(code) {
  return code.toLowerCase().replaceAll("_", " ");
}

function oneLine(text) {
  return text.replace(/\s+/g, " ").trim();
}

function plural(count, word) {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

// Record offsets count code points; JavaScript's strings count UTF-16 units. Gives a cutter that speaks the record's language.
function slicer(text) {
  if (!/[\ud800-\udfff]/.test(text)) return { length: text.length, cut: (start, end) => text.slice(start, end) };
  const points = Array.from(text);
  return { length: points.length, cut: (start, end) => points.slice(start, end).join("") };
}

function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = h("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

// RFC 4180. Cells that a spreadsheet would run as a formula get an apostrophe; numbers stay numbers.
function csv(rows) {
  const cell = (value) => {
    let text = value === null || value === undefined ? "" : String(value);
    if (/^[=+@\t\r-]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text)) text = `'${text}`;
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}
