// Filters answer at once: htmx swaps the list when a box is ticked. On phones the sheet stays open meanwhile.

const sheet = () => document.querySelector("[data-filters]");
const body = () => sheet()?.querySelector("[data-filters-body]");
const isOpen = () => sheet()?.matches(":target, .filters--open") ?? false;
let before = { open: false, scrolled: 0, focused: "" };

document.addEventListener("htmx:configRequest", ({ detail }) => {
  for (const [name, value] of Object.entries(detail.parameters)) {
    if (value === "" || (name === "sort" && value === "newest")) delete detail.parameters[name];
  }
});

document.addEventListener("htmx:beforeSwap", () => {
  before = { open: isOpen(), scrolled: body()?.scrollTop ?? 0, focused: document.activeElement?.id ?? "" };
});

document.addEventListener("htmx:afterSwap", () => {
  if (!before.open) return;
  sheet().classList.add("filters--open", "filters--still");
  body().scrollTop = before.scrolled;
  document.getElementById(before.focused)?.focus({ preventScroll: true });
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-filters-open]")) {
    event.preventDefault();
    sheet().classList.add("filters--open");
    sheet().querySelector("[data-filters-close]").focus();
  } else if (event.target.closest("[data-filters-close]")) {
    event.preventDefault();
    close();
  }
});

document.addEventListener("submit", (event) => {
  // The list behind the sheet already shows what is asked for.
  if (event.target === sheet() && event.target.matches(".filters--still")) {
    event.preventDefault();
    close();
  }
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && isOpen()) close();
});

function close() {
  sheet().classList.remove("filters--open");
  if (location.hash) history.replaceState(null, "", location.pathname + location.search);
  document.querySelector("[data-filters-open]")?.focus();
}
