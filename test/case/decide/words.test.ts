import { describe, expect, test } from "vitest";
import type { FailureSource } from "../../../functions/case/contact-source.ts";
import {
  heardSoFar,
  namedUnconfirmed,
  timeIsOver,
  whyFurther,
  whyNoContact,
} from "../../../functions/case/decide/words.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, type anAnswer, aSettings } from "../../support/a-case.ts";
import { aNotice } from "../../support/a-notice.ts";
import { found, later, opened, sent, told } from "../../support/laws.ts";

const acknowledged = aNotice("delivered", { acknowledgedAt: later(1), to: aCandidate({ email: "noc@first.example" }) });
const handedOver = aNotice("delivered", {
  acknowledgedAt: later(1),
  passedOn: { at: later(1) },
  to: aCandidate({ email: "noc@fourth.example" }),
});
const answered = aNotice("delivered", {
  answer: "refused",
  answeredAt: later(1),
  to: aCandidate({ email: "abuse@second.example" }),
});
const answeredLater = aNotice("delivered", {
  answer: "not-ours",
  answeredAt: later(2),
  to: aCandidate({ email: "abuse@third.example" }),
});
const withNotices = (...notices: readonly ReturnType<typeof aNotice<"delivered" | "sent">>[]) => ({ ...told, notices });

describe("what a person reads of what desks said", () => {
  test("is the last answer, whichever desk was told first", () => {
    const words = "abuse@third.example answered that the host is not theirs; it is not known to be gone.";
    for (const notices of [
      [sent, answered, answeredLater],
      [answeredLater, sent, answered],
    ])
      expect(heardSoFar(withNotices(...notices))).toBe(words);
  });

  test("is a receipt where there is no more", () => {
    expect(heardSoFar(withNotices(sent, acknowledged))).toBe(
      "noc@first.example acknowledged the notice and has said nothing more.",
    );
    expect(heardSoFar(withNotices(acknowledged, answered))).toMatch(/^abuse@second\.example answered/);
  });

  test("is that it was passed on, where the desk said so and no more", () => {
    expect(heardSoFar(withNotices(sent, acknowledged, handedOver))).toBe(
      "noc@fourth.example passed the notice on to its customer and has said nothing more.",
    );
    expect(heardSoFar(withNotices(handedOver, answered))).toMatch(/^abuse@second\.example answered/);
  });

  test("is silence where there is neither", () => expect(heardSoFar(told)).toBe("No desk has answered."));

  test("stands in the history as why the next escalation level is told", () => {
    expect(whyFurther(told)).toBe("no answer");
    expect(whyFurther(withNotices(sent, acknowledged))).toBe("acknowledged, and no answer");
    expect(whyFurther(withNotices(acknowledged, handedOver))).toBe("passed on to its customer, and no answer");
    expect(whyFurther(withNotices(sent, acknowledged, answered))).toBe(
      "a desk answered, and it is not known to be gone",
    );
  });
});

describe("that the policy's time is over", () => {
  const policy = policyOf(aSettings())(told);
  const over = (hours: number, keptMs?: number) =>
    timeIsOver(
      { ...told, ...(keptMs !== undefined && { kept: { ms: keptMs } }) },
      { ...policy, row: { ...policy.row, onCallAfterHours: hours } },
    );
  test.each([
    [24, "1 day"],
    [72, "3 days"],
    [1, "1 hour"],
    [36, "36 hours"],
  ])("is said in days where they are whole: %i hours", (hours, words) => {
    expect(over(hours)).toBe(`The ${words} that the policy gives from the report are over.`);
  });

  test("says how long the case was kept, to the hour", () => {
    expect(over(24, 5.4 * 3_600_000)).toBe(
      "The 1 day that the policy gives from the report are over, and 5 hours for which a hold, " +
        "a question or a stop of sending kept the case do not count.",
    );
    expect(over(24, 1_000)).toBe("The 1 day that the policy gives from the report are over.");
  });
});

describe("mailboxes that nothing confirms are named", () => {
  test("each with its owner, where that is known", () => {
    const { name: _, ...nameless } = aCandidate({ email: "noc@other.example" });
    expect(namedUnconfirmed([aCandidate(), nameless])).toBe(
      " Example Network's mailbox abuse@network.example is not confirmed by any registry, and was not told." +
        " Its mailbox noc@other.example is not confirmed by any registry, and was not told.",
    );
    expect(namedUnconfirmed([])).toBe("");
  });
});

describe("why nobody is told", () => {
  const failure = (source: FailureSource, outcome: "silent" | "none" | "refused", detail = "detail") => ({
    source,
    outcome,
    detail,
  });
  const says = (answer: Parameters<typeof anAnswer>[0]) => whyNoContact(found({ candidates: [], ...answer }));

  test("counts the contacts that may not be written to", () => {
    expect(says({ candidates: [aCandidate()] })).toBe("1 contact was found, none of which may be written to.");
    expect(says({ candidates: [aCandidate(), aCandidate()], failures: [failure("dns", "refused")] })).toBe(
      "2 contacts were found, none of which may be written to.",
    );
  });

  test("names the sources that gave no answer, each once", () => {
    const failures = [
      failure("rdap", "silent"),
      failure("whois", "refused"),
      failure("rdap", "silent"),
      failure("directory", "none"),
    ];
    expect(says({ failures })).toBe("No contact was found; these sources stayed silent: rdap, whois.");
  });

  test("says what DNS says, where it is DNS that has no place for it", () => {
    const failures = [
      failure("dns", "refused", "It is private."),
      failure("dns", "refused", "It is ours."),
      failure("rdap", "refused", "Not now."),
      failure("dns", "silent", "Nothing."),
    ];
    expect(says({ failures })).toBe("It is private. It is ours.");
  });

  test("is that no source names anybody, where all have answered", () => {
    for (const state of [opened, found({ candidates: [], failures: [failure("directory", "none")] })])
      expect(whyNoContact(state)).toBe("No source names a contact for this host.");
  });
});
