import { expect, test } from "vitest";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { composeNotice } from "../../functions/notice/compose-notice.ts";
import { xarfOf } from "../../functions/notice/xarf.ts";
import type { Category } from "../../functions/report/category.ts";
import { linkProblem, linksPrinted } from "../../functions/report/evidence-links.ts";
import { aDigest, aMember, digestMail, page } from "./a-digest-request.ts";
import { aFullCase, aNotice, aRequest, settings } from "./a-request.ts";

const capture = "https://urlscan.io/result/0e37e828-a9d9-45c0-ac50-1ca579b86c72/";
const detections = `https://www.virustotal.com/gui/url/${"ab".repeat(32)}?nocache=1`;
const links = [capture, detections];

const withLinks = (category: Category, host = "bad.example") => {
  const state = aFullCase(category);
  return { ...state, target: { kind: "host", host } as const, evidence: { ...state.evidence, links } };
};
const mailOf = async (category: Category, stage = settings, given = links) => {
  const state = aFullCase(category);
  const evidence = { ...state.evidence, links: given };
  const request = aRequest(aNotice(), { ...state, evidence }, { settings: stage });
  const composed = await composeNotice(request);
  if (!composed.ok) throw new Error(JSON.stringify(composed.error));
  return composed.value;
};

test("a link of 300 characters is not folded", async () => {
  const long = `https://urlscan.io/${"a".repeat(281)}`;
  expect((await mailOf("phishing", settings, [long])).text.split("\n")).toContain(`  ${long}`);
});

test("a link stands in clear, once, on a line of its own", async () => {
  const lines = (await mailOf("phishing")).text.split("\n");
  for (const link of links) expect(lines.filter((line) => line.includes(link))).toEqual([`  ${link}`]);
  expect(lines[lines.indexOf(`  ${capture}`) - 1]).toMatch(/page\)( \/|:)/);
});

const hostile = [
  ["another host", "https://evil.example/result/1"],
  ["a host that ends alike", "https://noturlscan.io/result/1"],
  ["a listed host as the label of another", "https://urlscan.io.evil.example/"],
  ["no https", "http://urlscan.io/result/1/"],
  ["a user", "https://urlscan.io@evil.example/"],
  ["a user before it", "https://evil@urlscan.io/result/1/"],
  ["a port", "https://urlscan.io:8443/result/1/"],
  ["a search for the reported host", "https://urlscan.io/search/#page.domain:bad.example"],
  ["a whole address behind it", "https://urlscan.io/r?u=https://bad.example/"],
  ["the same, percent-encoded", "https://urlscan.io/r?u=https%3A%2F%2Fbad%2Eexample"],
  ["the reported host in the path", "https://www.virustotal.com/gui/domain/bad.example"],
  ["another host in the path", "https://www.virustotal.com/gui/domain/other.example"],
  ["a homograph", "https://urlѕcan.io/result/1/"],
  ["a host in punycode", "https://xn--urlcan-n9a.urlscan.io/"],
  ["a backslash", "https://urlscan.io\\@evil.example/"],
  ["a line break", "https://urlscan.io/result/1/\nNotifier: somebody"],
  ["a line break at its end", "https://urlscan.io/result/1/\n"],
  ["a control character", "https://urlscan.io/\u0000"],
  ["a right-to-left mark", "https://urlscan.io/\u202egpj"],
  ["a full stop at the host's end", "https://urlscan.io./result/1/"],
  ["a template", "https://urlscan.io/{{phone}}"],
  ["more than 300 characters", `https://urlscan.io/${"a".repeat(300)}`],
] as const;

test.each(hostile)("%s is no link that is printed", (_, link) => {
  expect(linkProblem(link, "phishing", settings, ["bad.example"])).toBeDefined();
});

test.each(["urlscan.io", "www.urlscan.io", "io"])("a link at, above or below the reported host %s", (host) => {
  expect(linksPrinted(withLinks("phishing", host), settings)).toEqual([detections]);
});

const never = ["csam", "csem", "ncii", "terrorism"] as const;

test.each(never)("%s has no link, though the case has some", async (category) => {
  expect(linksPrinted(withLinks(category), settings)).toEqual([]);
  const { text } = await mailOf(category);
  expect(text).not.toContain("urlscan");
  const state = { ...aFullCase(category), evidence: { ...aFullCase(category).evidence, links } };
  expect(JSON.stringify(xarfOf(aRequest(aNotice(), state)))).not.toContain("Captures of it");
});

test("hosts that the stage lists no more are printed no more", async () => {
  const without = settingsSchema.parse({ ...settings, linkHosts: ["urlscan.io"] });
  const { text } = await mailOf("phishing", without);
  expect(text).toContain(capture);
  expect(text).not.toContain("virustotal");
});

test("the machine-readable part has them as evidence", () => {
  const read = xarfOf(aRequest(aNotice(), { ...aFullCase(), evidence: { ...aFullCase().evidence, links } }));
  const evidence = read.ok ? (read.value?.evidence ?? []) : [];
  const item = evidence.find(({ description }) => description === "Captures of it");
  expect(Buffer.from(item?.payload ?? "", "base64").toString()).toBe(links.join("\n"));
});

test("in a mail about several cases each has its own", async () => {
  const other = "https://urlscan.io/result/another/";
  const evidence = { explanation: "The same page again.", links: [other] };
  const { text, list } = await digestMail(aDigest([aMember(1), aMember(2, { evidence })]));
  const [ofFirst, ofSecond] = list.split("TD-0002-0000-0000");
  expect(ofFirst).toContain(aMember(1).case.evidence.links?.[0]);
  expect(ofSecond).toContain(other);
  expect(text.split(other)).toHaveLength(2);
});

test("no link leads to a host that the same mail is about, in its machine-readable parts neither", async () => {
  const evidence = { explanation: "A page.", links: ["https://urlscan.io/result/one/"] };
  const another = page(2, "urlscan.io");
  const { reports } = await digestMail(aDigest([aMember(1, { evidence }), aMember(2, { target: another })]));
  expect(reports).toHaveLength(2);
  expect(JSON.stringify(reports)).not.toContain("Captures of it");
});

test.each([
  ["com", "anybody may have a host below this"],
  ["github.io", "anybody may have a host below this"],
  ["xn--bcher-kva.example", "a host in ASCII letters"],
])("a stage that lists %s hears what to list", (host, says) => {
  const read = settingsSchema.safeParse({ ...settings, linkHosts: [host] });
  expect(JSON.stringify(read.error?.issues)).toContain(says);
});
