// Who carries whom: what hangs on the name, mark or line that is pointed at, or has the focus, is brought out.
const drawing = document.querySelector("svg.ways");

function bringOut(element) {
  const asked = element?.closest("[data-node], [data-ends]") ?? document.activeElement.closest("svg.ways [data-node]");
  const node = asked?.dataset.node;
  drawing.classList.toggle("asked", Boolean(asked));
  for (const way of drawing.querySelectorAll(".way")) {
    way.classList.toggle("meant", way === asked || (node !== undefined && way.dataset.ends.split(" ").includes(node)));
  }
}

if (drawing) {
  for (const name of ["pointerover", "focusin"]) drawing.addEventListener(name, (event) => bringOut(event.target));
  drawing.addEventListener("pointerleave", () => bringOut(null));
  drawing.addEventListener("focusout", () => setTimeout(() => bringOut(null)));
}
