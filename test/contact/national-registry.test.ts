import { expect, it } from "vitest";
import { bundledBootstrap } from "../../functions/contact/bootstrap.ts";
import { entity, playedSources, rdapNetwork } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

type World = Parameters<typeof playedSources>[0];

const find = async (world: World) => {
  const sources = {
    ...playedSources(world),
    registries: () =>
      Promise.resolve({
        ...bundledBootstrap(),
        registryOfAddress: () => bundledBootstrap().registryOfAddress("1.0.0.1"),
      }),
  };
  const answer = await lookUp("203.0.113.1", sources);
  return answer.candidates.map(({ email, confidence }) => `${email} ${confidence}`);
};

const apnic = (desk: string, ...more: readonly unknown[]): World["rdap"] => ({
  "ip/203.0.113.1": rdapNetwork(["203.0.113.0", "203.0.113.255"], [entity(["abuse"], desk), ...more]),
});

/** Each registry's own desk, its WHOIS, and the operator's mailbox in the layout that it has there. */
const nationals: readonly (readonly [string, string, string, string])[] = [
  [
    "KRNIC",
    "irt@nic.or.kr",
    "whois.kisa.or.kr 203.0.113.1",
    "IPv4 Address       : 203.0.113.0 - 203.0.113.255 (/24)\nName : IP Manager\nE-Mail : ip@pine.example\n",
  ],
  [
    "TWNIC",
    "hostmaster@twnic.tw",
    "whois.twnic.net 203.0.113.1",
    "   Netname: PINE-NET\n   Netblock: 203.0.113.0/24\n\n   Technical contact:\n      ip@pine.example\n",
  ],
  [
    "VNNIC",
    "hm-changed@vnnic.vn",
    "whois.vnnic.vn 203.0.113.1",
    "inetnum: 203.0.113.0 - 203.0.113.255\nnetname: PINE-VN\ntech-c: PN1-VN\n\nperson: Pine NOC\n" +
      "nic-hdl: PN1-VN\ne-mail: ip@pine.example\n",
  ],
  [
    "CNNIC",
    "ipas@cnnic.cn",
    "ipwhois.cnnic.net.cn 203.0.113.1",
    "inetnum: 203.0.113.0 - 203.0.113.255\nnetname: PINE-CN\ntech-c: PN1-CN\n\nperson: Pine NOC\n" +
      "nic-hdl: PN1-CN\ne-mail: ip@pine.example\n",
  ],
];

it.each(nationals)(
  "%s: its own WHOIS names the operator, whose mailbox is told; the registry's own desk is a guess",
  async (_, desk, question, text) => {
    expect(await find({ rdap: apnic(desk), whois: { [question]: text } })).toEqual([
      "ip@pine.example low",
      `${desk} guess`,
    ]);
  },
);

it.each([
  ...nationals.map(([name, desk]) => [name, desk]),
  ["IRINN", "irt@irinn.in"],
  ["IDNIC", "abuse@idnic.net"],
  ["NIC México", "abuse@nic.mx"],
])(
  "%s: has the operator's own mailbox of the regional answer told, and nobody where there is none",
  async (_, desk) => {
    expect(await find({ rdap: apnic(desk, entity(["technical"], "noc@pine.example")) })).toEqual([
      "noc@pine.example low",
      `${desk} guess`,
    ]);
    expect(await find({ rdap: apnic(desk) })).toEqual([`${desk} guess`]);
  },
);

it("is known by the registry's handle, where the regional answer names no mailbox of its", async () => {
  const rdap = {
    "ip/203.0.113.1": rdapNetwork(
      ["203.0.113.0", "203.0.113.255"],
      [entity(["registrant"], undefined, { handle: "IRT-KRNIC-KR" })],
    ),
  };
  const whois = { "whois.kisa.or.kr 203.0.113.1": nationals[0]?.[3] ?? "" };
  expect(await find({ rdap, whois })).toEqual(["ip@pine.example low"]);
});

it("leaves its WHOIS unasked where the regional answer names the operator's desk", async () => {
  const whois = { "whois.kisa.or.kr 203.0.113.1": nationals[0]?.[3] ?? "" };
  expect(await find({ rdap: apnic("abuse@pine.example"), whois })).toEqual(["abuse@pine.example high"]);
});

it("is asked for the record behind its contact's handle", async () => {
  const jpnic = {
    "whois.nic.ad.jp 203.0.113.1/e":
      "Network Information:\na. [Network Number]             203.0.113.0/24\n" +
      "n. [Technical Contact]          JP00012345\n",
    "whois.nic.ad.jp JP00012345/e":
      "Group Contact Information:\n[Group Handle]                  JP00012345\n" +
      "[E-Mail]                        ip@pine.example\n",
  };
  expect(await find({ rdap: apnic("hostmaster@nic.ad.jp"), whois: jpnic })).toEqual([
    "ip@pine.example low",
    "hostmaster@nic.ad.jp guess",
  ]);
  const twnic = {
    "whois.twnic.net 203.0.113.1":
      "   Netname: PINE-NET\n   Netblock: 203.0.113.0/24\n\n   Technical contact:\n      PN12-TW\n",
    "whois.twnic.net PN12-TW": "   Contact Handle: PN12-TW\n   Name: Pine NOC\n   E-mail: abuse@pine.example\n",
  };
  expect(await find({ rdap: apnic("hostmaster@twnic.tw"), whois: twnic })).toEqual([
    "abuse@pine.example medium",
    "hostmaster@twnic.tw guess",
  ]);
  const nicbr = {
    "whois.registro.br 203.0.113.1": "inetnum: 203.0.113.0/24\nowner: Pine Telecom\nabuse-c: PNTEL\n",
    "whois.registro.br PNTEL": "nic-hdl-br: PNTEL\nperson: Pine NOC\ne-mail: abuse@pine.example\n",
  };
  expect(await find({ rdap: apnic("abuse@registro.br"), whois: nicbr })).toEqual([
    "abuse@pine.example medium",
    "abuse@registro.br guess",
  ]);
});

it("does not have an end customer told whom NIC.br lists for another role", async () => {
  const whois = {
    "whois.registro.br 203.0.113.1":
      "inetnum: 203.0.113.0/24\nowner: Shop\ntech-c: SHOPX\n\nnic-hdl-br: SHOPX\nperson: " +
      "Owner\ne-mail: owner@shop.example\n",
  };
  const rdap = {
    "ip/203.0.113.1": rdapNetwork(
      ["203.0.113.0", "203.0.113.255"],
      [entity(["registrant"], undefined, { handle: "NIC-BR" })],
    ),
  };
  expect(await find({ rdap, whois })).toEqual(["owner@shop.example guess"]);
});
