// Adds the two buttons to every number field marked data-quantity; without them one types.

function button(sign, label, step, input) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "quantity__step";
  element.textContent = sign;
  element.setAttribute("aria-label", label);
  element.addEventListener("click", () => {
    const wanted = (Number(input.value) || 0) + step;
    const most = Number(input.max) || Infinity;
    input.value = String(Math.min(Math.max(wanted, Number(input.min) || 1), most));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  return element;
}

function enhance(box) {
  const input = box.querySelector("input");
  if (!input || box.classList.contains("quantity--live")) return;
  input.before(button("−", box.dataset.less, -1, input));
  input.after(button("+", box.dataset.more, 1, input));
  box.classList.add("quantity--live");
}

export function enhanceAll(root = document) {
  root.querySelectorAll("[data-quantity]").forEach(enhance);
}

enhanceAll();
document.addEventListener("htmx:afterSwap", (event) => enhanceAll(event.target));
