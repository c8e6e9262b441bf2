import { describe, expect, it } from "vitest";
import { caseNumber, findCases } from "../../functions/console/cases/find-cases.ts";
import { anAnswer, aReport, aSettings } from "../support/a-case.ts";
import { aConsole, firstNotice } from "./a-console.ts";

const console = aConsole();
const caseId = await console.opened(aReport());
const wholeHost = await console.opened(
  aReport({ reportId: "r-2", category: "fraud", target: { kind: "host", host: "bad.example" } }),
);
const twice = await console.opened(aReport({ reportId: "r-3", category: "malware" }));
const find = (query: string) => findCases(console.store, aSettings(), query);

describe("finding a case", () => {
  it("takes a number as it is heard over the phone", async () => {
    expect(caseNumber("td 7k3m 9qxz-4b2n")).toBe("TD-7K3M-9QXZ-4B2N");
    expect(caseNumber("TDOIL0OIL0OIL0")).toBe("TD-0110-0110-0110");
    expect(caseNumber("7K3M")).toBeUndefined();
    expect(await find(` ${caseId.toLowerCase()} `)).toEqual([caseId]);
    expect(await find("TD-0000-0000-0000")).toEqual([]);
  });

  it("takes a report's id, with or without its reporter", async () => {
    expect(await find("hotline/r-2")).toEqual([wholeHost]);
    expect(await find("r-2")).toEqual([wholeHost]);
    expect(await find("cert/r-2")).toEqual([]);
  });

  it("takes exactly one URL, in clear, defanged, or without its scheme, and gives every category's case", async () => {
    for (const query of [
      "https://shop.bad.example/login",
      "hxxps://shop[.]bad[.]example/login",
      "shop.bad.example/login",
      "HTTPS://SHOP.BAD.EXAMPLE/login#top",
    ]) {
      expect(await find(query), query).toEqual([caseId, twice]);
    }
    expect(await find("https://shop.other.example/other")).toEqual([]);
  });

  it("takes the beginning of a number, four signs at least", async () => {
    expect(await find(caseId.slice(0, 7))).toEqual([caseId]);
    expect(await find(`td ${caseId.slice(3, 9).toLowerCase()}`)).toEqual([caseId]);
    expect(await find(caseId.slice(0, 6))).toEqual([]);
    expect(await find(`${caseId.slice(0, 7)}-ZZZZ`)).toEqual([]);
  });

  it("takes another page of a host that was reported, and gives what is known of the host", async () => {
    expect(new Set(await find("https://shop.bad.example/other"))).toEqual(new Set([caseId, twice]));
  });

  it("takes what a desk calls it, and a desk's mailbox", async () => {
    const asked = await console.opened(aReport({ reportId: "r-9", target: { kind: "host", host: "c.example" } }));
    const told = await console.happened(asked, { type: "contact-answered", at: console.now(), answer: anAnswer() });
    await console.happened(asked, {
      type: "replied",
      at: console.now(),
      noticeId: firstNotice(told),
      replyClass: "acknowledgement",
      authenticated: true,
      mailHash: "one",
      ticket: "ABUSE-4711",
    });
    for (const words of ["abuse-4711", " ABUSE-4711 ", "Abuse@network.example"])
      expect(await find(words)).toEqual([asked]);
    await console.happened(asked, { type: "closed", at: console.now(), outcome: "gone", why: "x" });
    expect(await find("c[.]example")).toEqual([asked]);
  });

  it("takes a whole host or a registered domain, and what stands below it", async () => {
    expect(new Set(await find("bad[.]example"))).toEqual(new Set([wholeHost, caseId, twice]));
    expect(new Set(await find("shop.bad.example"))).toEqual(new Set([caseId, twice]));
    expect(await find("other.bad.example")).toEqual([]);
  });

  it.each(["", "   ", "%", "http://", "javascript:alert(1)", "../../x", "a".repeat(9000)])(
    "finds nothing by %j",
    async (query) => {
      expect(await find(query)).toEqual([]);
    },
  );
});
