import { describe, expect, test } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { askAboutSuspect, askForForms, escalateOrAsk } from "../../../functions/case/decide/escalate.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { aCandidate, aSettings, morning } from "../../support/a-case.ts";
import { aNotice } from "../../support/a-notice.ts";
import { beforeAPerson, form, found, hotline, later, network, opened, told, upstream } from "../../support/laws.ts";

const policy = policyOf(aSettings())(opened);
const wanted = (state: Case): readonly string[] => {
  const { record = [], wakes = [], isLast } = escalateOrAsk("a test")(state, policy, morning);
  const words = record.map((event) => {
    switch (event.type) {
      case "escalated":
        return `escalates to ${event.level}`;
      case "notice-queued":
        return `queues ${event.to.email}`;
      case "asked":
        return [
          `asks ${event.question}${event.blocking ? ", and waits" : ""}`,
          ...(event.forms ?? []).map(({ url }) => url),
        ].join(" ");
      default:
        return event.type;
    }
  });
  expect(isLast).toBe(true);
  return [...words, ...wakes.flatMap((at) => (at ? `waits until ${at}` : []))];
};
const ofHost = "escalates to 0";
const toNetwork = `queues ${network.email}`;
const toUpstream = [`escalates to 1`, `queues ${upstream.email}`];
const ofUpstream = { url: "https://carrier.example/abuse", scope: "upstream" } as const;
const ofPlatform = { url: "https://pages.example/abuse", scope: "platform" } as const;
const onFirstLevel: Case = { ...told, level: 0 };
const knows = (state: Case, answer: Parameters<typeof found>[0]): Case => {
  const { contact } = found(answer);
  return contact ? { ...state, contact } : state;
};

describe("a form in the place of the first mailbox", () => {
  const state = found({ candidates: [upstream], forms: [form] });

  test("is filled in before anybody further up is told", () => {
    expect(wanted(state)).toEqual([`asks form-only, and waits ${form.url}`]);
  });

  test("that was filled in has as long to answer as a mail", () => {
    const filledIn: Case = { ...state, cleared: ["form-only"] };
    expect(wanted({ ...filledIn, waitUntil: later(48) })).toEqual([`waits until ${later(48)}`]);
    expect(wanted(filledIn)).toEqual(toUpstream);
    expect(wanted({ ...filledIn, waitUntil: later(-1) })).toEqual(toUpstream);
  });

  test("keeps nobody where others were told already", () => {
    expect(wanted(knows(onFirstLevel, { candidates: [upstream], forms: [form] }))).toEqual(toUpstream);
  });

  test("a wait without a form keeps nobody here", () => {
    expect(wanted({ ...found({}), waitUntil: later(48) })).toEqual([ofHost, toNetwork]);
  });
});

describe("a form beside those who are told", () => {
  test("is asked for with the escalation, and nothing waits for it", () => {
    expect(wanted(found({ candidates: [network], forms: [ofPlatform] }))).toEqual([
      ofHost,
      toNetwork,
      `asks form-only ${ofPlatform.url}`,
    ]);
  });

  test("of the next level is asked for with its escalation, and that of the level before is not again", () => {
    const state = knows(onFirstLevel, { candidates: [network, hotline, upstream], forms: [form, ofUpstream] });
    const withMailToo = wanted(state);
    expect(withMailToo).toEqual(toUpstream);
    const cert = aCandidate({ email: "cert@nl.example", scope: "cert" });
    const further = wanted(knows(onFirstLevel, { candidates: [network, cert], forms: [form, ofUpstream] }));
    expect(further).toContain(`asks form-only ${ofUpstream.url}`);
  });

  test("is not asked for again", () => {
    const state = found({ candidates: [network], forms: [ofPlatform] });
    const asked = beforeAPerson(state, "form-only");
    const about = (url: string): Case => ({
      ...asked,
      reviews: asked.reviews.map((review) => ({ ...review, forms: [{ url, scope: "platform" as const }] })),
    });
    expect(wanted(about(ofPlatform.url))).toEqual([ofHost, toNetwork]);
    expect(wanted(about("https://other.example/form"))).toContain(`asks form-only ${ofPlatform.url}`);
    expect(wanted({ ...state, cleared: ["form-only"] })).toEqual([ofHost, toNetwork]);
  });
});

describe("what is asked about a form", () => {
  const reason = (forms: Parameters<typeof askForForms>[3], blocking = true) => {
    const asked = askForForms(opened, policy, morning, forms, blocking);
    return asked.type === "asked" ? asked.reason : undefined;
  };
  test("says whether others are told meanwhile", () => {
    expect(reason([form])).toBe("This provider takes reports by its form only.");
    expect(reason([form], false)).toBe("A provider beside those who are told takes reports by its form only.");
  });

  test("names the interfaces for programs, each once", () => {
    const byApi = (api: string) => ({ ...form, api });
    expect(reason([byApi("Abuse API"), byApi("XARF"), form, byApi("XARF")])).toBe(
      "This provider takes reports by its form only. It also takes some reports from programs: Abuse API, XARF.",
    );
  });
});

describe("others are told, and the platform's mailbox is not sure enough", () => {
  const unsure = aCandidate({
    email: "abuse@pages.example",
    scope: "platform",
    source: "directory",
    confidence: "guess",
  });
  const state = found({ candidates: [unsure, network] });

  test("a person is asked about it, once, and nothing waits", () => {
    expect(wanted(state)).toEqual([ofHost, toNetwork, "asks unconfirmed-desk"]);
    expect(wanted(beforeAPerson(state, "unconfirmed-desk"))).toEqual([ofHost, toNetwork]);
  });

  test("with its form, where it has one", () => {
    expect(wanted(found({ candidates: [unsure, network], forms: [ofPlatform] }))).toEqual([
      ofHost,
      toNetwork,
      `asks form-only ${ofPlatform.url}`,
    ]);
  });

  test("and not on an escalation level above", () => {
    expect(wanted(knows(onFirstLevel, { candidates: [unsure, network, upstream] }))).toEqual(toUpstream);
  });
});

describe("others are told, and the host's only desk may be the suspect's own", () => {
  const suspect = aCandidate({ email: "abuse@bad.example" });
  const cert = aCandidate({ email: "cert@nl.example", scope: "cert" });
  const state = found({ candidates: [suspect, cert] });
  const asks = (of: Case, ...told_: readonly ReturnType<typeof aCandidate>[]) =>
    askAboutSuspect(
      of,
      told_.map((to) => ({
        type: "notice-queued",
        at: morning,
        noticeId: "x",
        level: 0,
        step: "first",
        to,
        notBefore: morning,
      })),
      policy,
      morning,
    );

  test("a person is asked who is behind it, and nothing waits", () => {
    const [asked, ...others] = asks(state, cert);
    expect(others).toEqual([]);
    expect(asked).toMatchObject({
      question: "contact-may-be-suspect",
      blocking: false,
      reason: "Others are told; the host's only desk, abuse@bad.example, may be the suspect's own.",
    });
    expect(wanted(state).at(-1)).toBe("asks contact-may-be-suspect");
  });

  test.each<readonly [string, Case, readonly ReturnType<typeof aCandidate>[]]>([
    ["a desk of the host's is told with it", state, [cert, network]],
    ["the network above the host is", state, [upstream]],
    ["one was told before", { ...state, notices: [aNotice("sent")] }, [cert]],
    ["a person is asked already", beforeAPerson(state, "contact-may-be-suspect"), [cert]],
    ["no desk of the host's is suspect", found({ candidates: [network, cert] }), [cert]],
    ["the suspect's desk is no host's", found({ candidates: [{ ...suspect, scope: "registrar" }, cert] }), [cert]],
    ["nothing was looked up yet", opened, [cert]],
  ])("nobody is asked where %s", (_, of, told_) => expect(asks(of, ...told_)).toEqual([]));
});
