import { beforeAll, describe, expect, it } from "vitest";
import { abouts, previewsIn } from "../../functions/notice/preview.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { aConsole, aNight } from "./a-console.ts";

const console = aConsole();
let night: Awaited<ReturnType<typeof aNight>>;
beforeAll(async () => {
  night = await aNight(console);
});

const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const preview = async (query: string) => (await console.get(`/policy/notices${query}`)).text;

describe("the preview of every notice", () => {
  it("shows the chosen one as its desk reads it, and keeps the choice", async () => {
    const html = await preview("?category=malware&to=registrar&step=escalation&language=de&about=one");
    const read = textOf(html);
    expect(read).toContain(
      "Eskalation / Escalation - ABUSE: Schadsoftware / malware - shop[.]bad[.]example - 2026-11-23 " +
        "[TD-7K3M-9QXZ-4B2N]",
    );
    expect(read).toContain(
      "To abuse@registrar.example Attached xarf-malware-TD-7K3M-9QXZ-4B2N.json (XARF 4.2), with the exact address",
    );
    expect([...html.matchAll(/<option value="([^"]+)" selected/g)].map(([, value]) => value)).toEqual([
      "malware",
      "registrar",
      "escalation",
      "de",
      "one",
    ]);
  });

  it("shows a mail about several cases with its list", async () => {
    const read = textOf(await preview("?category=phishing&to=network&step=first&language=ja&about=several"));
    expect(read).toContain("3 URLs on shop[.]bad[.]example");
  });

  it("is leafed through by links alone, every notice once and round again", async () => {
    const all = previewsIn("en").length;
    const seen = new Set<string>();
    let next = "?category=csam&to=platform&step=first&language=en&about=one";
    for (let count = 0; count < 40; count++) {
      const html = await preview(next);
      expect(textOf(html)).toContain(`${count + 1} of ${all}`);
      seen.add(next);
      next = (
        /href="\/policy\/notices(\?[^"]+)"> Next|href="\/policy\/notices(\?[^"]+)">\s*Next/
          .exec(html)
          ?.slice(1)
          .find(Boolean) ?? ""
      ).replaceAll("&amp;", "&");
    }
    expect(seen.size).toBe(40);
  });

  it("says of what is never sent that it is not, and why", async () => {
    expect(textOf(await preview("?category=csam&to=site&about=one"))).toContain("Such a notice is never sent.");
    expect(textOf(await preview("?category=ncii&to=network&about=several"))).toContain(
      "Urgent notices and messages are never batched: each is a mail of its own.",
    );
    expect(textOf(await preview("?category=phishing&to=registrar&about=peer"))).toContain(
      "There is no sample of this kind for such a recipient or category. Look at one case instead.",
    );
  });

  it.each([
    ["peer", "copyright", "network", "192.0.2.7, port 51413"],
    ["account", "csem", "platform", '"bad[.]seller_7", chat[.]example'],
    ["ipv6", "phishing", "network", "hxxps://[2001[:]db8[:][:]7]/page?session=1"],
    ["live", "csem", "platform", "LIVE"],
    ["two-networks", "phishing", "network", "198.51.100.9"],
  ])("shows a sample about %s", async (about, category, to, shown) => {
    const html = await preview(`?category=${category}&to=${to}&step=first&language=en&about=${about}`);
    expect(textOf(html).replaceAll("&quot;", '"')).toContain(shown);
    expect(html).toContain(`<option value="${about}" selected`);
  });

  it("holds no link to what is reported, in any language", async () => {
    for (const { language } of languages)
      for (const about of abouts) {
        const html = await preview(`?language=${language}&about=${about}`);
        expect(html).not.toMatch(/https?:\/\/shop|shop\.bad\.example/);
        expect(
          [...html.matchAll(/href="([^"]+)"/g)].filter(
            ([, href = ""]) => !href.startsWith("/") && !href.startsWith("#"),
          ),
        ).toEqual([]);
      }
  });

  it("is reached from the policy", async () => {
    expect((await console.get("/policy")).text).toContain('href="/policy/notices"');
  });
});

it("the dossier of a case says whom we told and what came of it, and why ICANN would not take it", async () => {
  const { text, status } = await console.get(`/cases/${night.quiet}/dossier`);
  const read = textOf(text);
  expect(status).toBe(200);
  expect(read).toContain("Location, defanged: hxxp://203[.]0[.]113[.]80/drop.bin");
  expect(read).toContain("- first to network: abuse@network.example (Example Network), sent 2026-11-24");
  expect(read).toContain("Message-ID: &lt;0100-1@eu-central-1.amazonses.com&gt;");
  expect(read).toContain("Delivery: accepted by its mail server");
  expect(read).toContain("its contracts cover names under generic top-level domains alone");
  expect(text).not.toMatch(/http:\/\/203|203\.0\.113\.80/);
});
