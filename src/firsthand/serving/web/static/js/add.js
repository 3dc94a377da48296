// What the forms of adding can't say by themselves: which files are chosen, whether they are too large, that they are
// being sent. Files dropped on the field are the browser's own work.
const MEGABYTE = 1e6;

function wordSize(bytes) {
  return bytes < MEGABYTE ? `${Math.ceil(bytes / 1000).toLocaleString("en-GB")} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function makeLine(words, size) {
  const line = document.createElement("li");
  line.append(Object.assign(document.createElement("span"), { textContent: words }));
  line.append(Object.assign(document.createElement("span"), { textContent: size }));
  return line;
}

function check(form, input) {
  const files = [...input.files];
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const [limit, most] = [Number(form.dataset.limit), Number(form.dataset.most)];
  if (total > limit * MEGABYTE) return `${wordSize(total)} are more than ${limit} MB: send them in parts, or use firsthand add`;
  if (files.length > most) return `${files.length} files are more than ${most}: send them in parts`;
  return "";
}

for (const input of document.querySelectorAll("input.drop")) {
  const form = input.form;
  const list = form.querySelector("[data-chosen]");
  input.addEventListener("change", () => {
    const problem = check(form, input);
    input.setCustomValidity(problem);
    const lines = [...input.files].map((file) => makeLine(file.name, wordSize(file.size)));
    if (problem) lines.unshift(Object.assign(makeLine(problem, ""), { className: "bad" }));
    list.replaceChildren(...lines);
  });
  for (const name of ["dragenter", "dragover"]) input.addEventListener(name, () => input.classList.add("over"));
  for (const name of ["dragleave", "drop"]) input.addEventListener(name, () => input.classList.remove("over"));
}

for (const form of document.querySelectorAll(".adding form")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button.primary");
    button.textContent = "Sending …";
    button.disabled = true;
  });
}

// A page that the browser kept comes back as it was left: the button is to work again.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
