// The form of the service's page: text or a file to /extract, the record to the view. Nothing else is asked of any host.

const form = document.getElementById("form");
const field = (id) => document.getElementById(id);
let file = null;

function choose(picked) {
  file = picked ?? null;
  field("chosen").textContent = file ? `${file.name}, ${plural(Math.ceil(file.size / 1024), "kB").replace(/s$/, "")}` : "";
  field("text").disabled = file !== null;
  if (file) clearButton();
}

function clearButton() {
  const remove = h("button", { type: "button", class: "quiet", "aria-label": "Remove the file", on: { click: () => ((field("file").value = ""), choose(null), field("text").focus()) } }, "×");
  field("chosen").append(" ", remove);
}

async function send() {
  const published = field("published").value || null;
  if (!file) {
    const body = JSON.stringify({ text: field("text").value, published });
    return fetch("extract?include_text=true", { method: "POST", headers: { "content-type": "application/json" }, body });
  }
  const body = new FormData();
  body.append("file", file);
  if (published) body.append("published", published);
  return fetch("extract?include_text=true", { method: "POST", body });
}

function tell(message) {
  field("problem").textContent = message;
  field("problem").hidden = !message;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  if (!file && !field("text").value.trim()) {
    tell("Paste an article or choose a file first.");
    field("text").focus();
    return;
  }
  tell("");
  field("send").disabled = true;
  form.setAttribute("aria-busy", "true");
  try {
    const answer = await send();
    const result = await answer.json();
    if (result.error) tell(result.error.message);
    else {
      show([result]);
      live.textContent = `Done: ${plural(open(result).mentions.length, "mention")}.`;
      main.scrollIntoView({ block: "start" });
      main.focus({ preventScroll: true });
    }
  } catch {
    tell("The service does not answer. Is it still running?");
  }
  field("send").disabled = false;
  form.removeAttribute("aria-busy");
});

field("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
field("file").addEventListener("change", (event) => choose(event.target.files[0]));
for (const name of ["dragover", "dragleave", "drop"]) {
  form.addEventListener(name, (event) => {
    event.preventDefault();
    form.classList.toggle("over", name === "dragover");
    if (name === "drop" && event.dataTransfer.files.length) choose(event.dataTransfer.files[0]);
  });
}
