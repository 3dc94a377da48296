// Where one corrects: the choices open in a dialog, and the page shows at once what a correction changes.
// Without this every choice is a page, and every correction leads to one that says what changed.

const LATE = 3000; // milliseconds in which late parts of a page come again

document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail?.ctx?.target;
  const dialog = document.getElementById("correcting-dialog");
  if (target?.id === "correcting" && !dialog.open) dialog.showModal();
  if (target?.id === "messages" && dialog.open) dialog.close();
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-close]")) event.target.closest(".message, .problem")?.remove();
});

document.addEventListener("corrected", async () => {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } });
  if (!answer.ok) return; // what the page was about is not there any more: the message says why
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById("main");
  const main = document.getElementById("main");
  if (!fresh || !main) return;
  if (answer.redirected) history.replaceState(history.state, "", answer.url);
  const kept = remember(main);
  main.style.minHeight = `${main.offsetHeight}px`; // so that nothing jumps while late parts come again
  main.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  window.htmx.process(main);
  recall(main, kept);
  setTimeout(() => (main.style.minHeight = ""), LATE);
});

// What is open and what has the focus, in terms that hold when the page comes anew.
function remember(main) {
  const open = new Set([...main.querySelectorAll("details[open]:not(.menu)")].map((each) => nameDetails(main, each)));
  const focused = main.contains(document.activeElement) ? document.activeElement : null;
  return { open, focused: focused && nameFocused(focused), hadFocus: focused !== null && focused !== main, y: scrollY };
}

function recall(main, kept) {
  for (const each of main.querySelectorAll("details")) if (kept.open.has(nameDetails(main, each))) each.open = true;
  if (kept.hadFocus) {
    const again = kept.focused && main.querySelector(kept.focused);
    again?.focus({ preventScroll: true });
    if (document.activeElement !== again) (again?.closest("details")?.querySelector("summary") ?? main).focus({ preventScroll: true });
  }
  scrollTo({ top: kept.y, behavior: "instant" });
}

function nameDetails(main, details) {
  if (details.id) return `#${details.id}`;
  const words = details.querySelector("summary")?.textContent.trim() ?? "";
  const alike = [...main.querySelectorAll("details")].filter((each) => each.querySelector("summary")?.textContent.trim() === words);
  return `${words} ${alike.indexOf(details)}`;
}

function nameFocused(element) {
  if (element.id) return `#${CSS.escape(element.id)}`;
  const href = element.getAttribute("href");
  if (href) return `a[href="${CSS.escape(href)}"]`;
  const fields = [...(element.closest("form.correct-pair")?.querySelectorAll("input[type=hidden]") ?? [])];
  if (!fields.length) return null;
  return `form${fields.map((each) => `:has([name="${each.name}"][value="${CSS.escape(each.value)}"])`).join("")} button`;
}
