// The basket answers at once: afterwards the number in the header is right and the focus is where it was.

import { showBasketCount } from "./site_header.js";

let focused = null;

document.addEventListener("htmx:beforeSwap", () => {
  const element = document.activeElement;
  const line = element?.closest("[data-line]");
  focused = line && { line: line.dataset.line, label: element.getAttribute("aria-label"), id: element.id };
});

document.addEventListener("htmx:afterSettle", () => {
  showBasketCount();
  const line = focused && document.querySelector(`[data-line="${focused.line}"]`);
  if (!line) return;
  const same = [...line.querySelectorAll("button, input")].find(
    (element) => (focused.id && element.id === focused.id) || element.getAttribute("aria-label") === focused.label,
  );
  same?.focus();
});
