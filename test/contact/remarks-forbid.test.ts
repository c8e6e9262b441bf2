import { describe, expect, test } from "vitest";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readRemarks } from "../../functions/contact/remarks.ts";
import { readRpsl } from "../../functions/contact/whois-rpsl.ts";
import { entity, rdapNetwork } from "../support/sources.ts";

test.each([
  ["peering@lir.example is not for abuse, use abuse@lir.example", ["peering@lir.example"]],
  ["Do not send abuse reports to noc@lir.example but to abuse@lir.example", ["noc@lir.example"]],
  ["For abuse contact abuse@lir.example, never send abuse reports to noc@lir.example", ["noc@lir.example"]],
  ["Complaints not sent to abuse@lir.example will be IGNORED", []],
  [
    "Do not use noc@lir.example for abuse: do not send spam reports to sales@lir.example",
    ["noc@lir.example", "sales@lir.example"],
  ],
  ["Complaints to noc@lir.example will be IGNORED", ["noc@lir.example"]],
])("a remark that forbids one mailbox and names the one to use forbids no other: %s", (line, forbidden) => {
  expect(readRemarks([line]).forbidden).toEqual(forbidden);
});

const mailbox = "abuse@lir.example";
/**
 * What an answer's RPSL text gives, where its role, which has the abuse mailbox, says this beside
 * it.
 */
const left = (remark: string): readonly string[] =>
  readRpsl(
    [
      "inetnum: 192.0.2.0 - 192.0.2.255",
      "netname: LIR-NET",
      "abuse-c: AR1-TEST",
      "",
      "role: LIR Abuse",
      `abuse-mailbox: ${mailbox}`,
      "nic-hdl: AR1-TEST",
      ...remark.split("\n").map((line) => `remarks: ${line}`),
      "",
    ].join("\n"),
  ).candidates.map(({ email }) => email);

test.each([
  "Complaints will be IGNORED.",
  "Abuse reports by e-mail are not processed.",
  "Mail to this mailbox is NOT PROCESSED",
  "This role does not handle abuse.",
  "We do not accept abuse reports by e-mail",
  "E-mails to this address will not be answered.",
  "abuse@lir.example -> /dev/null",
  "Goes to /dev/null.",
  "This mailbox is unmonitored.",
  "This inbox is not monitored.",
  "Reports sent here are never read.",
  "Do not use for abuse.",
  "Reports\nwill be discarded",
  "Les plaintes seront ignorées.",
  "Les messages envoyés à cette adresse seront ignorés.",
  "Les signalements\nseront supprimés",
  "Cette boîte n'est pas surveillée.",
  "Les courriels ne sont pas lus.",
  "Ne pas utiliser pour les abus.",
  "Beschwerden werden ignoriert.",
  "Meldungen werden nicht bearbeitet!",
  "Dieses Postfach wird nicht gelesen.",
  "Nicht für Abuse.",
  "Las quejas serán ignoradas.",
  "Los correos serán ignorados.",
  "Este buzón no se monitorea.",
  "No usar para abusos.",
  "As reclamações serão ignoradas.",
  "Os e-mails serão ignorados",
  "Esta caixa não é monitorada.",
  "Não usar para abuse.",
  "Le segnalazioni saranno ignorate.",
  "Klachten worden genegeerd.",
  "Skargi będą ignorowane.",
  "Жалобы игнорируются.",
  "Complaints will be\nIGNORED",
  "Complaints\nwill be\nIGNORED",
  "This mailbox is not\nfor abuse",
  "For ARIN use\nonly",
  "Mail sent here is not for\nabuse complaints",
  "Les plaintes seront\nignorées",
  "Complaints will be <b>IGNORED</b>",
  "Complaints&nbsp;will&nbsp;be&nbsp;IGNORED",
  "Complaints will<br/>be <font color='red'>IGNORED</font>",
  "We ignore abuse complaints.",
  "We just delete all spam reports",
  "Abuse mails are automatically deleted.",
  "Complaints will be totally ignored",
  "Not an abuse contact.",
  "This is not a valid abuse contact",
  "Not used for abuse",
  "This mailbox is not used for abuse",
])("remarks that make the mailbox beside them no contact: %j", (remark) => {
  expect(left(remark)).toEqual([]);
});

test.each([
  "Unsolicited mail without evidence will be ignored.",
  "Complaints without logs will be ignored.",
  "Reports that lack an IP address are not processed unless it is added.",
  "Incomplete reports will not be answered.",
  "Anonymous complaints are not processed.",
  "Mail to other addresses is not processed.",
  "Abuse reports sent elsewhere will not be answered.",
  "Mail to the admin-c is not monitored.",
  "Reports are read but will not be answered individually.",
  "All abuse reports are investigated, though they are not answered.",
  "This mailbox is not monitored 24/7.",
  "Commercial e-mails are discarded.",
  "Reports by fax are not accepted.",
  "Requests about routing are not handled.",
  "Les plaintes sans preuves seront ignorées.",
  "Les messages envoyés à d'autres adresses seront ignorés.",
  "Beschwerden ohne Logs werden ignoriert.",
  "Unvollständige Meldungen werden nicht bearbeitet.",
  "Meldungen werden nicht einzeln beantwortet.",
  "Las quejas sin pruebas serán ignoradas.",
  "Reclamações sem provas serão ignoradas.",
  "Reclamações incompletas ou sem logs não serão processadas.",
  "Segnalazioni senza prove saranno ignorate.",
  "Klachten zonder bewijs worden genegeerd.",
  "Zgłoszenia bez dowodów będą ignorowane.",
  "Жалобы без доказательств игнорируются.",
  "Complaints without logs will be\nIGNORED",
  "Abuse reports by fax are\nnot accepted",
  "This network is not used for spam.",
  "Our IP addresses are not used for abuse",
  "We delete abusive accounts.",
  "We ignore reports without logs",
  "Phishing sites are\ndeleted within a day",
  "If you are not the abuse contact of the sender",
  "Write about abuse\nnot: about peering",
  "Please send abuse reports to abuse@lir.example. Mail to this object's contacts will be ignored.",
  "Do not use noc@lir.example for abuse, use abuse@lir.example",
  "noc@lir.example is not monitored, use abuse@lir.example instead",
  "Mail to noc@lir.example is not processed. Send abuse reports to abuse@lir.example",
  "abuse@lir.example is for abuse, noc@lir.example is not monitored",
  "Les plaintes à noc@lir.example seront ignorées, utilisez abuse@lir.example",
  "Beschwerden an noc@lir.example werden ignoriert, bitte abuse@lir.example verwenden",
  "Las quejas a noc@lir.example serán ignoradas, utilice abuse@lir.example",
  "Reclamações para noc@lir.example serão ignoradas, utilize abuse@lir.example",
])("remarks that are a condition, or about something else, and leave the mailbox a contact: %j", (remark) => {
  expect(left(remark)).toEqual([mailbox]);
});

test.each(["remarks-line", "next-line"])(
  "the same is heard in RDAP, where the registry wraps the line: %s",
  (where) => {
    const description =
      where === "next-line" ? ["This mailbox is not", "for abuse"] : ["This mailbox is not\nfor abuse"];
    const desk = entity(["abuse"], mailbox, { remarks: [{ description }] });
    expect(
      readRdap("ip", { status: 200, headers: {}, body: rdapNetwork(["192.0.2.0", "192.0.2.255"], [desk]) }).candidates,
    ).toEqual([]);
  },
);

describe("abuse sent to another mailbox than the registry's own field names", () => {
  const redirects = `${mailbox} is not for abuse, use helpdesk@elsewhere.example`;
  const inWhois = (beside: { readonly block?: string; readonly desk?: string }) =>
    readRpsl(
      "inetnum: 192.0.2.0 - 192.0.2.255\nabuse-c: " +
        `AR1-TEST\n${beside.block ? `remarks: ${beside.block}\n` : ""}\nrole: LIR Abuse\nabuse-mailbox: ${mailbox}\n` +
        `nic-hdl: AR1-TEST\n${beside.desk ? `remarks: ${beside.desk}\n` : ""}`,
    ).candidates.map(({ email, confidence }) => `${email} ${confidence}`);
  const inRdap = (beside: { readonly block?: string; readonly desk?: string }) => {
    const desk = entity(["abuse"], mailbox, beside.desk ? { remarks: [{ description: [beside.desk] }] } : {});
    const network = rdapNetwork(["192.0.2.0", "192.0.2.255"], [desk]);
    const body = beside.block ? { ...network, remarks: [{ description: [beside.block] }] } : network;
    return readRdap("ip", { status: 200, headers: {}, body }).candidates.map(
      ({ email, confidence }) => `${email} ${confidence}`,
    );
  };

  test.each([
    ["WHOIS", inWhois],
    ["RDAP", inRdap],
  ] as const)("is the other mailbox's where the desk itself says so, in %s", (_, read) => {
    expect(read({ desk: redirects })).toEqual(["helpdesk@elsewhere.example low"]);
  });

  test.each([
    ["WHOIS", inWhois],
    ["RDAP", inRdap],
  ] as const)("is a person's to weigh, with both named, where the text beside the block says so, in %s", (_, read) => {
    expect(read({ block: redirects }).sort()).toEqual([`${mailbox} guess`, "helpdesk@elsewhere.example guess"]);
    expect(read({ block: "peering@lir.example is not for abuse, use abuse@lir.example" })).toEqual([`${mailbox} high`]);
  });
});
