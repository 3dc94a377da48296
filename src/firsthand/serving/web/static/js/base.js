// What no form or link can do: the theme's button. Everything else works without scripts.
const THEMES = ["auto", "light", "dark"];

function apply(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  for (const button of document.querySelectorAll("[data-theme-button]")) button.textContent = `Theme: ${theme}`;
}

function recall() {
  try {
    const kept = localStorage.getItem("theme");
    return THEMES.includes(kept) ? kept : "auto";
  } catch {
    return "auto"; // a browser that keeps nothing
  }
}

let theme = recall();
apply(theme);
document.addEventListener("DOMContentLoaded", () => apply(theme));
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-theme-button]")) return;
  theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
  try {
    localStorage.setItem("theme", theme);
  } catch {
    // not kept
  }
  apply(theme);
});
