import { expect, test } from "vitest";
import { readRdap } from "../../functions/contact/read-rdap.ts";
import { readRemarks } from "../../functions/contact/remarks.ts";
import { entity, rdapNetwork } from "../support/sources.ts";

const unread = (remark: string): boolean => readRemarks(remark.split("\n")).unread;

test.each([
  "E-mail to this desk is not read.",
  "Please do not send e-mail.",
  "Abuse reports by web form only.",
  "Abuse reports by the web\nForm only",
  "Please use the web form only, other reports are ignored.",
  "Reports sent by other means than our web form will be ignored.",
  "If you want to report abuse, use the web form only.",
  "Mail is not read. For other questions see our site.",
  "For other questions see https://pine.example/help\nMail is not read.",
  "E-mails will be discarded, please use the form if you want to report abuse.",
  "Emails are no longer processed",
])("a remark that says that a desk does not read mail: %j", (remark) => {
  expect(unread(remark)).toBe(true);
});

test.each([
  "Complaints sent to any other contact will be ignored.",
  "Complaints sent to any other POC will be ignored.",
  "Complaints sent to any other\nPOC will be ignored.",
  "Complaints sent to any other\naddress will be ignored.",
  "Anything sent elsewhere will be discarded!",
  "Reports without an IP address will not be processed.",
  "Reports without logs are no longer accepted; send them to us with logs.",
  "Please do not send e-mails to our other contacts.",
  "Please do not send mail without evidence.",
  "Duplicates will be deleted.",
  "Unsolicited commercial mail will be deleted",
  "For sales and other matters use the portal only.",
  "Reports are read but will not be answered individually.",
  "Complaints which are not sent to the abuse desk will be ignored.",
  "Any message sent to an address different *\n* from the following will be ignored!",
  "noc@lir.example is not monitored, use abuse@lir.example instead",
  "Mail to noc@lir.example is not processed. Send abuse reports to abuse@lir.example",
  "Les plaintes sans preuves seront ignorées.",
  "Meldungen an andere Adressen werden ignoriert.",
])("a remark that says so of other mail, and leaves the desk one that reads its own: %j", (remark) => {
  expect(unread(remark)).toBe(false);
});

test("a network that prefers its form, and ignores its other contacts, is notified by mail at its abuse desk", () => {
  const description = [
    "Report abuse fastest at https://pine.example/abuse-form.",
    "Complaints can also be sent to the abuse desk (abuse@pine.example), which takes longer.",
    "Complaints sent to any other POC will be ignored.",
  ];
  for (const remarks of [[{ description }], [{ description: [description.join("  ")] }]]) {
    const body = rdapNetwork(
      ["192.0.2.0", "192.0.2.255"],
      [
        entity(["registrant"], undefined, {
          remarks,
          entities: [entity(["abuse"], "abuse@pine.example")],
        }),
      ],
    );
    expect(
      readRdap("ip", { status: 200, headers: {}, body }).candidates.map(
        ({ email, confidence }) => `${email} ${confidence}`,
      ),
    ).toEqual(["abuse@pine.example medium"]);
  }
});
