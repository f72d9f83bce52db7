// A paper is shown in its place when it is asked for, and not fetched before.
"use strict";

document.addEventListener("toggle", ({ target }) => {
  const { kijk, titel } = target.dataset ?? {};
  if (!kijk || !target.open || target.querySelector("iframe")) return;
  const venster = document.createElement("iframe");
  venster.src = kijk;
  venster.title = titel;
  target.append(venster);
}, true);
