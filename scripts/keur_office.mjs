// Has the Open XML SDK validate Word and Excel files, all in one process, for starting it takes seconds.
//
//     node scripts/keur_office.mjs FOUT BESTAND…
//
// Prints every file that has an objection, with the objections. FOUT is a file that must have one: it comes
// last, and when nothing is wrong with it the validator does not work. Ends with 1 when anything is amiss.
import { readFile } from "node:fs/promises";

const map = new URL("../.werk/npm/node_modules/@ooxml-tools/validate/dist/npm/", import.meta.url);
const { default: valideer, getFileFormatFromName } = await import(new URL("index.js", map));

async function bezwaren(pad) {
    try {
        return await valideer(await readFile(pad), getFileFormatFromName(pad), "Microsoft365");
    } catch (fout) {
        return [String(fout)];
    }
}

const [fout, ...bestanden] = process.argv.slice(2);
let goed = true;
for (const pad of bestanden) {
    const gevonden = await bezwaren(pad);
    if (gevonden.length > 0) {
        goed = false;
        console.log(`${pad}\n${JSON.stringify(gevonden, null, 2)}`);
    }
}
if ((await bezwaren(fout)).length === 0) {
    goed = false;
    console.log(`${fout}\nhier is iets mis mee, en er is geen bezwaar`);
}
process.exit(goed ? 0 : 1);
