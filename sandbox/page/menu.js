// A small panel beside the thing that opened it; closes on Escape and on a press elsewhere.
import { h, icon } from "./dom.js";

const MARGIN_PX = 8;
let current = null;

export function closeMenu(refocus = true) {
  if (!current) return;
  const { panel, anchor, stop } = current;
  current = null;
  stop.abort();
  panel.remove();
  anchor.setAttribute?.("aria-expanded", "false");
  if (refocus && anchor.isConnected) anchor.focus({ preventScroll: true });
}

// `content(close)` gives the nodes; `point` (a mouse event) wins over the anchor as the place.
export function openMenu(anchor, content, { point, role = "dialog", className = "" } = {}) {
  const again = current?.anchor === anchor && !point;
  closeMenu(false);
  if (again) return;
  const stop = new AbortController();
  const panel = h("div", { class: `menu ${className}`, role, tabindex: "-1" }, content(closeMenu));
  current = { panel, anchor, stop };
  (anchor.closest("dialog[open]") ?? document.body).append(panel);
  anchor.setAttribute("aria-expanded", "true");
  place(panel, point ? { left: point.clientX, right: point.clientX, top: point.clientY, bottom: point.clientY } : anchor.getBoundingClientRect());
  panel.querySelector("button, input, [href]")?.focus({ preventScroll: true });
  const { signal } = stop;
  panel.addEventListener("keydown", (event) => keys(event, panel), { signal });
  document.addEventListener("pointerdown", (event) => {
    if (!panel.contains(event.target) && !anchor.contains(event.target)) closeMenu(false);
  }, { signal, capture: true });
  addEventListener("resize", () => closeMenu(false), { signal });
}

function place(panel, spot) {
  const { width, height } = panel.getBoundingClientRect();
  const below = spot.bottom + MARGIN_PX + height <= innerHeight;
  const top = below ? spot.bottom + 4 : Math.max(MARGIN_PX, spot.top - height - 4);
  const left = Math.max(MARGIN_PX, Math.min(spot.left, innerWidth - width - MARGIN_PX));
  panel.style.top = `${Math.min(top, Math.max(MARGIN_PX, innerHeight - height - MARGIN_PX))}px`;
  panel.style.left = `${left}px`;
}

function keys(event, panel) {
  const items = [...panel.querySelectorAll("[role=menuitem]")];
  const index = items.indexOf(document.activeElement);
  if (event.key === "Escape") closeMenu();
  else if (event.key === "ArrowDown" && index >= 0) items[(index + 1) % items.length].focus();
  else if (event.key === "ArrowUp" && index >= 0) items.at(index - 1).focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

export function menuItem(mark, label, action, className = "") {
  return h("button", {
    type: "button", role: "menuitem", class: `menu-item ${className}`,
    onclick: () => {
      closeMenu();
      action();
    },
  }, mark && icon(mark), h("span", {}, label));
}

export const openItems = (anchor, items, options = {}) =>
  openMenu(anchor, () => items.filter(Boolean), { role: "menu", ...options });
