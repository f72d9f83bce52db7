// Goes from change to change: with the buttons, or with n and p.
"use strict";

const balk = document.querySelector(".stappen");
// What stands together is one stop: a word that was struck with the one that came instead.
const stops = [];
for (const rij of document.querySelectorAll(".vergelijking .wordt, .vergelijking .noten li")) {
  if (rij.querySelector("ins, del") && !rij.parentElement.closest(".wordt")) stops.push(rij);
}
if (balk && stops.length) {
  const stand = balk.querySelector("[role=status]");
  let hier = -1;
  const ga = (stap) => {
    stops[hier]?.classList.remove("hier-nu");
    hier = hier < 0 && stap < 0 ? stops.length - 1 : (hier + stap + stops.length) % stops.length;
    stops[hier].classList.add("hier-nu");
    stops[hier].scrollIntoView({ block: "center" });
    stand.textContent = `${hier + 1} van ${stops.length}`;
  };
  balk.hidden = false;
  stand.textContent = stops.length === 1 ? "1 plaats" : `${stops.length} plaatsen`;
  balk.addEventListener("click", (event) => {
    const stap = event.target.dataset.stap;
    if (stap) ga(Number(stap));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("textarea, select, input")) return;
    if (event.key === "n") ga(1);
    if (event.key === "p") ga(-1);
  });
}
