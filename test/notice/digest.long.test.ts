import { expect, test } from "vitest";
import { walkMail } from "../../functions/answers/walk-mail.ts";
import { refang } from "../../functions/kernel/defang.ts";
import { uriOf } from "../../functions/notice/xarf-known.ts";
import { aDigest, aMember, digestMail, page } from "./a-digest-request.ts";
import { officialErrors } from "./official-xarf.ts";

test("a digest of a thousand says each once for people and once for machines, and all systems take it", async () => {
  const members = Array.from({ length: 1000 }, (_, at) =>
    aMember(at, {
      target: page(at, `shop${at}.example`),
      evidence: { explanation: `Page number ${at} copies a bank's sign-in page.` },
    }),
  );
  const { list, reports, mime } = await digestMail(aDigest(members));
  const urls = members.map(({ case: { target } }) => (target.kind === "url" ? target.url : ""));
  expect([...list.matchAll(/^ {2}(hxxps:\S+)$/gm)].map(([, written = ""]) => refang(written))).toEqual(urls);
  expect([...list.matchAll(/^(TD-\S+)/gm)].map(([, id]) => id)).toEqual(members.map(({ case: { id } }) => id));
  expect(reports.map(({ url }) => url)).toEqual(urls);
  // A tenth of what mail systems take at most, and far below the 250 parts at which large ones
  // stop.
  expect(mime.length).toBeLessThan(2_500_000);
  expect(walkMail(mime).type).toBe("multipart/report");
});

test("the official XARF v4 schemas take a thousand on strange hosts and paths, each address once", async () => {
  const hosts = ["bad.example", "a_b.example", "a--b.example", "xn--bcher-kva.example", "192.0.2.9", "[2001:db8::9]"];
  const paths = [
    "",
    "a b",
    "{x}|^`",
    "100%",
    "%zz",
    "ü/日本",
    '?q=<script>&r="x"',
    "#a#b",
    "..//..",
    "@user:pass",
    "https://other.example/",
  ];
  const urls = [
    ...new Set(
      Array.from(
        { length: 1000 },
        (_, at) => new URL(`https://${hosts[at % hosts.length]}/${at}/${paths[at % paths.length]}`).href,
      ),
    ),
  ];
  const members = urls.map((url, at) =>
    aMember(at, { target: { kind: "url", url, host: new URL(url).hostname.replace(/^\[|\]$/g, "") } }),
  );
  const { reports, list } = await digestMail(aDigest(members));
  const errorsOf = officialErrors();
  expect(reports.flatMap(errorsOf)).toEqual([]);
  expect(reports.map(({ url }) => url)).toEqual(urls.map(uriOf));
  expect([...list.matchAll(/^ {2}(hxxps:.*)$/gm)].map(([, written = ""]) => refang(written))).toEqual(urls);
});
