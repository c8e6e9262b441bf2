import { describe, expect, it } from "vitest";
import { entity, playedSources, rdapNetwork } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

type World = Parameters<typeof playedSources>[0];

const find = async (world: World) => {
  const answer = await lookUp("203.0.113.1", playedSources(world));
  return {
    desks: answer.candidates.map(
      ({ email, scope, confidence, beside }) => `${email} ${scope} ${confidence}${beside ? " beside" : ""}`,
    ),
    forms: answer.forms.map(({ url, scope }) => `${url} ${scope}`),
  };
};

const range = ["203.0.113.0", "203.0.113.255"] as const;
const saying = (...description: readonly string[]) => ({ remarks: [{ description }] });
const announcedBy = (autnum: object): World => ({
  texts: { "1.113.0.203.origin.asn.cymru.com": ["64500 | 203.0.113.0/24 | NL | ripencc | 2001-01-01"] },
  rdap: { "autnum/64500": { objectClassName: "autnum", handle: "AS64500", ...autnum } },
});
const onForm = { desks: ["abuse@pine.example network guess"], forms: ["https://pine.example/abuse-form network"] };

describe("a remark that mail is not read, and where the form is", () => {
  it.each([
    ["Abuse reports by web form only: https://pine.example/abuse-form", "Mail is discarded unread."],
    [
      "Please use https://pine.example/abuse-form to report abuse.",
      "E-mail sent to our abuse mailbox is deleted unread.",
    ],
    ["Abuse reports by e-mail are no longer accepted.", "Use https://pine.example/abuse-form"],
    ["Report abuse at https://pine.example/abuse-form", "Messages sent to the abuse mailbox are not monitored."],
  ])("%s %s: counts on the block, its organisation, its desk and in WHOIS", async (...lines) => {
    const desk = entity(["abuse"], "abuse@pine.example");
    const ip = (entities: readonly unknown[], more = {}) => ({
      rdap: { "ip/203.0.113.1": rdapNetwork(range, entities, more) },
    });
    const organisation = entity(["registrant"], undefined, {
      handle: "ORG-PINE",
      ...saying(...lines),
      entities: [desk],
    });
    expect(await find(ip([desk], saying(...lines)))).toEqual(onForm);
    expect(await find(ip([organisation]))).toEqual(onForm);
    expect(await find(ip([entity(["abuse"], "abuse@pine.example", saying(...lines))]))).toEqual(onForm);
    const text =
      "inetnum: 203.0.113.0 - 203.0.113.255\nnetname: " +
      `PINE\n${lines.map((line) => `remarks: ${line}\n`).join("")}abuse-c: AC1\n\nrole: Abuse\nnic-hdl: AC1\n` +
      "abuse-mailbox: abuse@pine.example\n";
    expect(await find({ whois: { "whois.apnic.net 203.0.113.1": text } })).toEqual(onForm);
  });

  const lines = ["Abuse reports by web form only: https://pine.example/abuse-form", "Mail is discarded unread."];

  it("counts for the block where its system names the same desk, and where the block names none", async () => {
    const system = announcedBy({ entities: [entity(["abuse"], "abuse@pine.example")], ...saying(...lines) });
    const block = { "ip/203.0.113.1": rdapNetwork(range, [entity(["abuse"], "abuse@pine.example")]) };
    expect(await find({ ...system, rdap: { ...system.rdap, ...block } })).toEqual(onForm);
    expect(await find({ ...system, rdap: { ...system.rdap, "ip/203.0.113.1": rdapNetwork(range, []) } })).toEqual(
      onForm,
    );
  });

  it("is the carrier's alone where the block is somebody else's", async () => {
    const system = announcedBy({ entities: [entity(["abuse"], "abuse@pine.example")], ...saying(...lines) });
    const block = { "ip/203.0.113.1": rdapNetwork(range, [entity(["abuse"], "abuse@harbour.example")]) };
    expect(await find({ ...system, rdap: { ...system.rdap, ...block } })).toEqual({
      desks: ["abuse@harbour.example network high", "abuse@pine.example upstream guess"],
      forms: ["https://pine.example/abuse-form upstream"],
    });
  });
});

describe("a desk that the registry doubts", () => {
  const parent = (desk: string) => ({
    "ip/203.0.112.0": rdapNetwork(["203.0.112.0", "203.0.113.255"], [entity(["abuse"], desk)]),
  });
  const up = { links: [{ rel: "up", href: "https://rdap.arin.net/registry/ip/203.0.112.0" }] };
  const unanswered = saying(
    "ARIN has attempted to validate the data for this POC, but has received no response from the POC since 2019-01-01",
  );
  const invalid = saying("abuse@pine.example is invalid");

  it.each([
    [
      "did not answer",
      unanswered,
      ["abuse@carrier.example network medium", "abuse@pine.example network medium beside"],
    ],
    ["does not work", invalid, ["abuse@carrier.example network medium", "abuse@pine.example network low beside"]],
  ])("%s: is told together with the desk of the block around it", async (_, remarks, desks) => {
    const rdap = {
      "ip/203.0.113.1": rdapNetwork(range, [entity(["abuse"], "abuse@pine.example", remarks)], up),
      ...parent("abuse@carrier.example"),
    };
    expect((await find({ rdap })).desks).toEqual(desks);
  });

  it("is told alone where the block around it names the same, or nobody", async () => {
    const block = rdapNetwork(range, [entity(["abuse"], "abuse@pine.example", unanswered)], up);
    for (const around of [parent("abuse@pine.example"), {}])
      expect((await find({ rdap: { "ip/203.0.113.1": block, ...around } })).desks).toEqual([
        "abuse@pine.example network medium",
      ]);
  });

  it("leaves the block around it unasked where another desk of the block is in no doubt", async () => {
    const rdap = {
      "ip/203.0.113.1": rdapNetwork(
        range,
        [entity(["abuse"], "abuse@pine.example", unanswered), entity(["abuse"], "soc@pine.example")],
        up,
      ),
      ...parent("abuse@carrier.example"),
    };
    expect((await find({ rdap })).desks.join()).not.toContain("carrier");
  });
});
