// Filters answer at once: htmx swaps the list when a box is ticked. On phones the sheet stays open meanwhile.

let sheetWasOpen = false;
let scrolled = 0;

const sheet = () => document.querySelector("[data-filters]");
const isOpen = () => sheet()?.matches(":target, .filters--open") ?? false;

document.addEventListener("htmx:beforeSwap", () => {
  sheetWasOpen = isOpen();
  scrolled = sheet()?.querySelector("[data-filters-body]")?.scrollTop ?? 0;
});

document.addEventListener("htmx:afterSwap", () => {
  if (!sheetWasOpen) return;
  sheet().classList.add("filters--open");
  sheet().querySelector("[data-filters-body]").scrollTop = scrolled;
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-filters-open]")) {
    event.preventDefault();
    sheet().classList.add("filters--open");
    sheet().querySelector("a, input")?.focus();
  } else if (event.target.closest("[data-filters-close]")) {
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
