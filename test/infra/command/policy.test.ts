import { describe, expect, it, test } from "vitest";
import { courseOfCaseLike } from "../../../functions/console/policy/case-like.ts";
import { askedFor, courseAsJson, type PolicyOptions, sayCourse } from "../../../infra/command/policy.ts";
import { sampleSettings } from "../../../infra/local/sample/settings.ts";

const now = "2026-12-23T19:00:30.000Z";
const played = (options: Partial<PolicyOptions> = {}) =>
  courseOfCaseLike(
    askedFor({ category: "copyright", standing: "proxy", country: "de", ...options }, sampleSettings, now),
    sampleSettings,
  );

describe("takedown policy", () => {
  it("says what would happen to a case, moment by moment", () => {
    expect(sayCourse(played())).toBe(`Copyright infringement, behind a proxy, Germany
Standard lane. It goes out on working days, 8 to 18 o’clock by the clock of Europe/Berlin.

At once             23 Dec 2026, 19:00 UTC (Wed 20:00 in Europe/Berlin)
                    The report comes in, and it is looked up who answers for the host.
                    The mail to abuse@proxy.example is written and waits: nobody is at work in the host’s country.
After 12 h          24 Dec 2026, 07:00 UTC (Thu 08:00 in Europe/Berlin)
                    The first notice to abuse@proxy.example goes out.
After 3 days 12 h   27 Dec 2026, 07:00 UTC (Sun 08:00 in Europe/Berlin)
                    The mail to abuse@proxy.example is written and waits: nobody is at work in the host’s country.
After 4 days 12 h   28 Dec 2026, 07:00 UTC (Mon 08:00 in Europe/Berlin)
                    The reminder to abuse@proxy.example goes out.
After 5 days 12 h   29 Dec 2026, 07:00 UTC (Tue 08:00 in Europe/Berlin)
                    Escalated to the network above the host.
                    The mail to abuse@upstream.example is written and waits: others to the same desk may go with it.
After 5 days 13 h   29 Dec 2026, 08:00 UTC (Tue 09:00 in Europe/Berlin)
                    The escalation to abuse@upstream.example goes out.
After 8 days 13 h   1 Jan 2027, 08:00 UTC (Fri 09:00 in Europe/Berlin)
                    The mail to abuse@upstream.example is written and waits: nobody is at work in the host’s country.
After 11 days 12 h  4 Jan 2027, 07:00 UTC (Mon 08:00 in Europe/Berlin)
                    The reminder to abuse@upstream.example goes out.
                    You are asked “No confirmation that it was removed. What next?”
                    The case waits until 18 Jan 2027, 07:00 UTC; then its silent desks are reminded.
After 25 days 12 h  18 Jan 2027, 07:00 UTC (Mon 08:00 in Europe/Berlin)
                    The silent desks are reminded, and the case waits until 15 Feb 2027, 07:00 UTC.
                    The mail to abuse@upstream.example is written and waits: others to the same desk may go with it.
                    The mail to abuse@proxy.example is written and waits: others to the same desk may go with it.
After 25 days 13 h  18 Jan 2027, 08:00 UTC (Mon 09:00 in Europe/Berlin)
                    The reminder to abuse@upstream.example goes out.
                    The reminder to abuse@proxy.example goes out.
After 53 days 12 h  15 Feb 2027, 07:00 UTC (Mon 08:00 in Europe/Berlin)
                    The silent desks are reminded, and the case waits until 15 Mar 2027, 07:00 UTC.
                    The mail to abuse@upstream.example is written and waits: others to the same desk may go with it.
                    The mail to abuse@proxy.example is written and waits: others to the same desk may go with it.
After 53 days 13 h  15 Feb 2027, 08:00 UTC (Mon 09:00 in Europe/Berlin)
                    The reminder to abuse@upstream.example goes out.
                    The reminder to abuse@proxy.example goes out.

Then                Nothing more goes out by itself; it stays before a person until somebody answers.
                    Closed at that moment, what was reported is forgotten 190 days later: 24 Aug 2027.
Days off            25 Dec 2026, 1 Jan 2027
`);
  });

  it("says the same to a program, with minutes from the report on", () => {
    const json = courseAsJson(played({ category: "csam", standing: "network", country: "NL" }));
    expect(json).toMatchObject({ version: 2, lane: "urgent", quietHours: "never", timeZone: "Europe/Amsterdam" });
    expect(json.moments.map(({ afterMinutes }) => afterMinutes)).toEqual([0, 1440, 2880]);
  });

  test.each([
    [{ country: "ZZ" }, /^Nothing is known of ZZ: leave --country out/],
    [{ country: "Germany" }, /^--country takes the country's two-letter code, like DE for Germany, and not Germany\./],
    [{ reporter: "nobody" }, /^There is no reporter nobody\. There are: hotline, /],
    [{ at: "tomorrow" }, /^--at is a moment with its zone, like /],
  ] as const)("refuses %o and says what there is", (options, says) => {
    expect(() => played(options)).toThrow(says);
  });

  it("takes what nobody said from the settings and the clock", () => {
    expect(askedFor({ category: "csam", standing: "network" }, sampleSettings, now)).toEqual({
      category: "csam",
      lane: "urgent",
      standing: "network",
      domainIsMalicious: false,
      reporter: "hotline",
      arrivesAt: "2026-12-23T19:00:00.000Z",
    });
  });
});
