"use strict";
/* Loopt van wijziging naar wijziging en onthoudt de keuzes in het adres. Zonder dit script werken
   de weergaven en het filter ook. */
(() => {
  const vind = (id) => document.getElementById(id);
  const naast = vind("_naast");
  const alleen = vind("_alleen");
  if (!naast) return;

  /* Wat bij elkaar staat is één wijziging: een doorgehaald woord met wat ervoor in de plaats kwam,
     en een reeks hele blokken die samen kwamen, gingen of verhuisden. */
  const lotVan = (m) => (m.closest("[class*='b-']")?.className.match(/\bb-(\w+)/) || [])[1] || "";
  const rijen = [...document.querySelectorAll("main .rij, .noten li")];
  const volgt = (een, ander) => {
    for (let n = een.nextSibling; n; n = n.nextSibling) {
      if (n === ander) return true;
      if (n.textContent.trim()) return false;
    }
    return false;
  };
  const stops = [];
  let vorige = null;
  for (const m of document.querySelectorAll("main .wordt ins, main .wordt del, .noten ins, .noten del")) {
    if (m.parentElement.closest("ins, del")) continue;
    const los = m.classList.contains("los");
    const rij = rijen.indexOf(m.closest(".rij, .noten li"));
    const lot = los ? "" : lotVan(m);
    const samen = vorige && (los && vorige.los ? volgt(vorige.m, m)
      : !los && !vorige.los && lot === vorige.lot && rij - vorige.rij <= 1);
    if (samen) stops.at(-1).push(m);
    else stops.push([m]);
    vorige = { m, los, lot, rij };
  }
  if (stops.length) document.querySelector(".stappen").hidden = false;

  let hier = -1;
  const toon = () => {
    vind("_stand").textContent = hier < 0
      ? (stops.length === 1 ? "1 wijziging" : `${stops.length} wijzigingen`)
      : `${hier + 1} van ${stops.length}`;
  };
  const ga = (stap) => {
    if (!stops.length) return;
    for (const m of stops[hier] || []) m.classList.remove("hier");
    hier = hier < 0 && stap < 0 ? stops.length - 1 : (hier + stap + stops.length) % stops.length;
    for (const m of stops[hier]) m.classList.add("hier");
    const eerste = stops[hier][0];
    const doel = eerste.getClientRects().length ? eerste : eerste.closest(".rij") || eerste;
    doel.scrollIntoView({ block: "center" });
    toon();
  };
  vind("_vorige").addEventListener("click", () => ga(-1));
  vind("_volgende").addEventListener("click", () => ga(1));
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.altKey || e.metaKey || e.target.matches("textarea, select, [type=text]")) return;
    if (e.key === "n") ga(1);
    if (e.key === "p") ga(-1);
  });

  /* In het adres: #_=naast+alleen. Een adres met een anker van de tekst blijft wat het is. */
  const lees = () => {
    if (!location.hash.startsWith("#_=")) return;
    const keuzes = location.hash.slice(3).split("+");
    naast.checked = keuzes.includes("naast");
    vind("_doorlopend").checked = !naast.checked;
    alleen.checked = keuzes.includes("alleen");
  };
  const schrijf = () => {
    const keuzes = [naast.checked ? "naast" : "doorlopend"].concat(alleen.checked ? ["alleen"] : []);
    history.replaceState(null, "", `#_=${keuzes.join("+")}`);
  };
  for (const knop of document.querySelectorAll(".keuze")) knop.addEventListener("change", schrijf);
  addEventListener("hashchange", lees);
  lees();
  toon();
})();
