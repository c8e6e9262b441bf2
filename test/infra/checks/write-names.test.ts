import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { namesFile } from "../../../infra/checks/write-names.ts";

const folder = mkdtempSync(path.join(tmpdir(), "takedown-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lists: Readonly<Record<string, readonly string[]>> = {
  "dynamic-dns": [".dyn.com", ".a.dyn.com", "MÜLLER.de", "com.np", "uk.com", "x.onion", "*.wild.net", "no dots"],
  "link-in-bio": ["links.io"],
  "lots-project": ["www.files.net", "sites.files.org", ".github.io"],
  "public-ipfs-gateways": ["links.io"],
  "url-shortener": ["sho.rt.info"],
  "bank-website": [".bank.com", "online.bank.de", "links.io"],
  "google-chrome-crux-1million": ["www.visited.com", "gov.uk"],
  majestic_million: ["linked.com", "city.gov", "alone.com"],
  tranco10k: [
    "visited.com",
    "linked.com",
    "malware.com",
    "gov.uk",
    "github.com",
    "files.net",
    "blogspot.com",
    "gob.mx",
  ],
};
mkdirSync(path.join(folder, "pymispwarninglists-9.8.7.dist-info"));
for (const [name, list] of Object.entries(lists)) {
  const place = path.join(folder, "pymispwarninglists/data/misp-warninglists/lists", name);
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, "list.json"), JSON.stringify({ version: 5, list }));
}

describe("lists of names are written from MISP's warning lists", () => {
  const written = JSON.parse(namesFile(folder));

  test("with where they come from", () => {
    expect(written.source).toBe("pymispwarninglists 9.8.7");
    expect(written.lists).toEqual(Object.fromEntries(Object.keys(lists).map((name) => [name, 5])));
  });

  test("shared: valid names in their canonical form, none below another, no suffix", () => {
    expect(written.shared).toEqual({
      com: "dyn",
      de: "xn--mller-kva",
      "files.org": "sites",
      io: "github links",
      net: "files",
      "rt.info": "sho",
    });
  });

  test("well-known: banks, governments and what two lists know, without shared names and platforms", () => {
    expect(written.wellKnown).toEqual({ com: "bank linked visited", gov: "city", mx: "gob", uk: "gov" });
  });

  test("in the order in which they are written again", () => expect(namesFile(folder)).toBe(namesFile(folder)));
});

// The package is no dependency; `npm run generate -- names` says where it lies.
test.runIf(process.env.WARNING_LISTS)("the lists are what the script makes of the package", { timeout: 60_000 }, () => {
  expect(readFileSync("functions/contact/listed-names.json", "utf8")).toBe(namesFile(process.env.WARNING_LISTS ?? ""));
});
