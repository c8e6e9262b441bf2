import { describe, expect, test } from "vitest";
import { readRemarks } from "../../functions/contact/remarks.ts";

describe("a remark that forbids one mailbox and names the one to use", () => {
  test.each([
    ["peering@lir.example is not for abuse, use abuse@lir.example", ["peering@lir.example"]],
    ["Do not send abuse reports to noc@lir.example but to abuse@lir.example", ["noc@lir.example"]],
    ["For abuse contact abuse@lir.example, never send abuse reports to noc@lir.example", ["noc@lir.example"]],
    ["Complaints not sent to abuse@lir.example will be IGNORED", []],
    ["Do not use noc@lir.example for abuse: do not send spam reports to sales@lir.example", ["noc@lir.example", "sales@lir.example"]],
    ["Complaints to noc@lir.example will be IGNORED", ["noc@lir.example"]],
  ])("forbids no other: %s", (line, forbidden) => {
    expect(readRemarks([line]).forbidden).toEqual(forbidden);
  });
});
