// A chosen commune fills the field and closes the list; the review repeats what was typed above it.

const form = document.querySelector("[data-checkout]");
const options = document.querySelector("[data-commune-options]");
const field = document.querySelector("[data-commune-text]");

options?.addEventListener("change", (event) => {
  const row = event.target.closest("[data-label]");
  if (!row || !field) return;
  field.value = row.dataset.label;
  for (const other of options.querySelectorAll("[data-label]")) {
    if (other !== row) other.remove();
  }
  options.querySelector(".commune-options__count")?.remove(); // it counted the rows that are gone
  const group = field.closest(".field--error");
  group?.classList.remove("field--error");
  group?.querySelector(".field__error")?.remove();
  field.removeAttribute("aria-invalid");
});

// Enter in the list's field goes to the first commune, and on a commune chooses it; it must not send the whole form.
field?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== "ArrowDown") return;
  event.preventDefault();
  options.querySelector("input")?.focus();
});

// Arrows walk through the list without choosing: a chosen place closes it.
options?.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!event.target.matches("input") || (!step && event.key !== "Enter")) return;
  event.preventDefault();
  const rows = [...options.querySelectorAll("input")];
  if (step) rows[rows.indexOf(event.target) + step]?.focus();
  else event.target.click();
});

function mirror() {
  for (const place of document.querySelectorAll("[data-mirror]")) {
    place.textContent = form.elements[place.dataset.mirror]?.value.trim() || place.dataset.empty;
  }
}

form?.addEventListener("input", mirror);
document.addEventListener("htmx:afterSettle", mirror);

// One press, one order: the second press of an impatient finger does nothing. The server keeps to it, too.
form?.addEventListener("submit", (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => form && delete form.dataset.sent);

document.querySelector("#loi")?.focus();
