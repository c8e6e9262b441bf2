import { describe, expect, test } from "vitest";
import { readReport } from "../../functions/report/read-report.ts";
import type { Target } from "../../functions/report/report.ts";
import { nativeMessage } from "../support/a-flow.ts";

/* Targets as people report them: links of apps, mail addresses, swarms, content without a host. */

const rules = { allowReserved: true, reporters: [{ id: "hotline", contact: "desk@hotline.example" }] };
const targetOf = (target: object): Target => {
  const read = readReport(nativeMessage({ target }), rules);
  if (!read.ok || read.value.kind !== "report")
    throw new Error(read.ok ? "no report" : `${read.error.field}: ${read.error.reason} ${read.error.fix}`);
  return read.value.target;
};
const refusalOf = (target: object) => {
  const read = readReport(nativeMessage({ target }), rules);
  if (read.ok) throw new Error("it was read");
  return read.error;
};

describe("a link of an app is read as the web address that its service gives for the same", () => {
  test.each([
    ["tg://resolve?domain=bad_channel", "https://t.me/bad_channel"],
    ["tg:resolve?domain=bad_channel&post=17", "https://t.me/bad_channel/17"],
    ["TG://join?invite=AAAAAE-x", "https://t.me/+AAAAAE-x"],
    ["tg://privatepost?channel=1234567&post=8", "https://t.me/c/1234567/8"],
    ["tg://resolve?phone=+15550100", "https://t.me/+15550100"],
    ["whatsapp://send?phone=15550100&text=hello", "https://wa.me/15550100"],
    ["whatsapp://chat?code=AbCdEf", "https://chat.whatsapp.com/AbCdEf"],
    [
      "discord://-/channels/81384788765712384/81384788765712385",
      "https://discord.com/channels/81384788765712384/81384788765712385",
    ],
    ["discord://-/invite/AbCdEf", "https://discord.com/invite/AbCdEf"],
    ["instagram://user?username=somebody", "https://www.instagram.com/somebody"],
    ["twitter://user?screen_name=somebody", "https://x.com/somebody"],
    ["snapchat://add/somebody", "https://www.snapchat.com/add/somebody"],
  ])("%s", (link, url) => {
    expect(targetOf({ url: link })).toEqual({ kind: "url", url, host: new URL(url).hostname });
  });

  test.each([
    ["tg://resolve?domain=../@evil.example"],
    ["tg://resolve?domain=.."],
    ["tg://user?id=1"],
    ["discord://-/settings"],
    ["whatsapp://app"],
  ])("and one that names nothing on the web, as %s, is refused with what to report instead", (link) => {
    expect(refusalOf({ url: link })).toMatchObject({
      field: "target.url",
      noHost: true,
      fix: expect.stringContaining("target.account"),
    });
  });
});

describe("an address at a host is read as an account there", () => {
  test.each([
    ["mailto:drop@mail.example?subject=x", "mail.example", "drop@mail.example"],
    ["xmpp:seller@chat.example?message", "chat.example", "seller@chat.example"],
    ["sip:caller@voice.example:5060", "voice.example", "caller@voice.example"],
    ["acct:somebody@social.example", "social.example", "somebody@social.example"],
    ["matrix:u/somebody:chat.example", "chat.example", "@somebody:chat.example"],
    ["matrix:r/room:chat.example?action=join", "chat.example", "#room:chat.example"],
  ])("%s", (url, host, account) => {
    expect(targetOf({ url })).toEqual({ kind: "account", host, account });
  });

  test("and a mail address without its scheme is refused with how to report it", () => {
    for (const target of [
      { host: "drop@mail.example" },
      { account: { service: "drop@mail.example", account: "drop" } },
    ])
      expect(refusalOf(target)).toMatchObject({
        reason: "This is a mail address, and not a host.",
        fix: expect.stringContaining("target.account"),
      });
  });
});

describe("an account's service may be named as people name it", () => {
  test.each([
    ["Telegram", "t.me"],
    ["Twitter", "x.com"],
    ["social.example", "social.example"],
  ])("%s", (service, host) => {
    expect(targetOf({ account: { service, account: "somebody" } })).toEqual({
      kind: "account",
      host,
      account: "somebody",
    });
  });

  test("but one that nobody knows is refused: no host is made up", () => {
    expect(refusalOf({ account: { service: "Nobody's Chat", account: "x" } })).toMatchObject({
      field: "target.account.service",
      reason: "No service is known by this name.",
    });
    expect(refusalOf({ account: { service: "constructor", account: "x" } }).reason).toBe(
      "No service is known by this name.",
    );
  });
});

describe("what names nobody's host is refused with what to report instead", () => {
  const cid = `bafybei${"a".repeat(52)}`;
  const hash = "0".repeat(40);
  test.each([
    ["content of IPFS", { url: `ipfs://${cid}/a.jpg` }, "gateway"],
    ["a name of IPNS", { url: `ipns://docs.bad.example/` }, "gateway"],
    ["a bare path of IPFS", { url: `/ipfs/${cid}` }, "gateway"],
    ["a bare CID", { url: cid }, "gateway"],
    ["a bare CID in a host's place", { host: `Qm${"a".repeat(44)}` }, "gateway"],
    ["a magnet link", { url: `magnet:?xt=urn:btih:${hash}&dn=name` }, "target.peer"],
    ["a magnet link in a host's place", { host: `magnet:?xt=urn:btih:${hash}` }, "target.peer"],
    ["a link of eMule", { url: `ed2k://|file|a.avi|1|${hash}|/` }, "target.peer"],
    ["a group of Signal", { url: "sgnl://signal.group/#CjQKIA" }, "https address"],
    ["a Freenet key", { url: "freenet:USK@abc/site/1" }, "target.peer"],
    ["a wallet", { url: "bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT" }, "page that asks for the money"],
  ])("%s", (_, target, instead) => {
    expect(refusalOf(target)).toMatchObject({ noHost: true, fix: expect.stringContaining(instead) });
  });

  test("the https address of a gateway is a page as any other", () => {
    expect(targetOf({ url: `https://${cid}.ipfs.dweb.link/a.jpg` })).toMatchObject({
      kind: "url",
      host: `${cid}.ipfs.dweb.link`,
    });
  });

  test("and what no rule knows is refused as a message that can't be read, not as a report", () => {
    expect(refusalOf({ url: "javascript:alert(1)" }).noHost).toBeUndefined();
    expect(refusalOf({ url: "bad.example:8080/x" })).toMatchObject({
      reason: "This is not a URL: before the host stands no scheme such as https://.",
    });
    expect(refusalOf({ host: "192.0.2.7:8080" }).fix).toContain("a machine in a swarm or chat is a peer");
  });
});
