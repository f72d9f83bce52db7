// Verwijzingen show what they lead to, for who points at them or comes by with the keyboard.
"use strict";

let kijkje = null;
let wacht = 0;

function sluit() {
  clearTimeout(wacht);
  kijkje?.remove();
  kijkje = null;
}

async function toon(link) {
  const naar = new URL(link.href);
  const adres = decodeURIComponent(naar.hash.slice(1));
  if (naar.origin !== location.origin || !naar.pathname.startsWith("/tekst") || !adres) return;
  const vraag = new URLSearchParams(naar.search);
  vraag.set("adres", adres);
  const antwoord = await fetch(`/tekst/kijk?${vraag}`);
  if (!antwoord.ok || !(link.matches(":hover") || link === document.activeElement)) return;
  sluit();
  kijkje = document.createElement("div");
  kijkje.className = "kijkje tekst";
  kijkje.setAttribute("aria-hidden", "true"); // who hears the page follows the link instead
  kijkje.innerHTML = await antwoord.text();
  for (const een of kijkje.querySelectorAll("a, [tabindex]")) een.setAttribute("tabindex", "-1");
  const plek = link.getBoundingClientRect();
  const breed = Math.min(480, document.documentElement.clientWidth - 32);
  kijkje.style.left = `${Math.max(16, Math.min(plek.left, document.documentElement.clientWidth - breed - 16)) + scrollX}px`;
  kijkje.style.top = `${plek.bottom + scrollY + 4}px`;
  kijkje.addEventListener("mouseleave", sluit);
  document.body.append(kijkje);
}

for (const link of document.querySelectorAll(".tekst a.verwijzing")) {
  const straks = () => {
    clearTimeout(wacht);
    wacht = setTimeout(() => toon(link), 250);
  };
  link.addEventListener("mouseenter", straks);
  link.addEventListener("focus", straks);
  link.addEventListener("blur", sluit);
  link.addEventListener("mouseleave", () => {
    clearTimeout(wacht);
    wacht = setTimeout(() => { if (!kijkje?.matches(":hover")) sluit(); }, 200);
  });
}
document.addEventListener("keydown", (event) => { if (event.key === "Escape") sluit(); });

// While somebody edits, what changes is shown beside it; the button does the same without a script.
const bewerk = document.querySelector("form[data-vooruit]");
const beeld = document.querySelector("[data-beeld]");
if (bewerk && beeld) {
  let straks = 0;
  let nummer = 0;
  const vernieuw = async () => {
    const mijn = ++nummer;
    const data = new URLSearchParams({ tekst: bewerk.elements.tekst.value, deel: "ja" });
    const antwoord = await fetch(bewerk.dataset.vooruit, { method: "POST", body: data });
    if (!antwoord.ok || mijn !== nummer) return;
    beeld.innerHTML = await antwoord.text();
    // Who hears the page gets the outcome, not the whole text with each pause.
    document.querySelector("[data-melding]").textContent = beeld.querySelector("[data-kort]")?.textContent ?? "";
  };
  bewerk.elements.tekst.addEventListener("input", () => {
    clearTimeout(straks);
    straks = setTimeout(vernieuw, 350);
  });
}
