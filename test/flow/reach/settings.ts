import { expect } from "vitest";
import { modelReader } from "../../../functions/adapters/model-reader.ts";
import { takeInReplies } from "../../../functions/answers/take-in-reply.ts";
import type { ContactAnswer } from "../../../functions/case/candidate.ts";
import { readDirectory } from "../../../functions/contact/directory.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { mailDomainOf } from "../../../functions/kernel/mailbox.ts";
import { checkerId } from "../../../functions/report/own-queue.ts";
import type { reachTables } from "../../../infra/guides/families/settings-reach.ts";
import { aMail, judged } from "../../answers/a-mail.ts";
import { aFlow, nativeMessage } from "../../support/a-flow.ts";
import { countries } from "./countries.ts";
import {
  aHostedFlow,
  all,
  asked,
  closed,
  csam,
  days,
  directory,
  type Flow,
  letsWithdrawalGo,
  mails,
  minutesToReach,
  network,
  type Proofs,
  read,
  settings,
  steps,
  stopsFirst,
  stopsWithdrawal,
  told,
  untouched,
  untouchedClosed,
  upstream,
  waiting,
} from "./proof.ts";
import { reporters } from "./reporters.ts";

/** A desk answers the last mail, at the address that it names. */
const answers = async (flow: Flow, text: string) => {
  const { replyTo = [] } = await read(flow.mails.at(-1) ?? expect.fail("no mail went out"));
  const address = replyTo[0]?.address ?? "";
  const work = {
    ...flow.work,
    settings: flow.sending.settings,
    replyKeys: flow.sending.replyKeys,
    readMailBytes: async () =>
      judged(
        mailDomainOf(network.email),
        aMail({ From: network.email, To: address, "Message-ID": `<${text.length}@x.example>` }, text),
      ),
    reader: modelReader,
  };
  const receipt = {
    recipients: [address],
    dmarcVerdict: { status: "PASS" },
    action: { type: "S3", bucketName: "replies", objectKey: `in/${text.length}` },
  };
  expect(await takeInReplies(work, JSON.stringify({ notificationType: "Received", receipt }))).toBe("done");
  await flow.run();
};
const replies = async (flow: Flow) =>
  (await flow.store.history((await flow.theCase()).id)).flatMap(({ events }) =>
    events.filter((event) => event.type === "replied"),
  );

/** An answer to the domain of before, while it stands there and when it was taken out. */
const answeredAtFormer = async (flow: Flow) => {
  flow.settingsBecome({ replyDomain: "answers.dispatch.example", formerReplyDomains: ["reply.dispatch.example"] });
  await answers(flow, "We have received your report.");
  expect(await replies(flow)).toHaveLength(1);
  flow.settingsBecome({ replyDomain: "answers.dispatch.example" });
  await answers(flow, "We have received your report, and look at it.");
  expect(await replies(flow)).toHaveLength(1);
};
const optedOut = settings({ optedOut: ["@network.example"] });
const abroad = { ownCountry: "DE", hostsAbroad: "left-to-hotlines" } as const;
const isProtected = settings({ protectedDomains: ["bad.example"] });
const ours = settings({ formerSenderAddresses: ["notices@network.example"] });

const aWindow = async (digests: boolean, then: boolean) => {
  const flow = aHostedFlow({ digests });
  await flow.takeIn(nativeMessage());
  await flow.runOne();
  flow.settingsBecome({ digests: then });
  await flow.run();
  return flow;
};

/** By whom a host is found, where the directory alone knows. */
const byDirectory = (flow: Flow) => {
  flow.contacts(
    (): Partial<ContactAnswer> => ({
      candidates: readDirectory(
        flow.sending.settings,
        { host: "shop.bad.example", aliases: [], addresses: ["192.0.2.10"], origins: [] },
        flow.now(),
      ).candidates,
    }),
  );
};
const entry = (email: string) =>
  directory({ name: "Example Platform", matches: ["bad.example"], scope: "platform", email });
const onion = (reportId: string) =>
  nativeMessage({ ...{ reportId }, target: { url: `http://${"a".repeat(54)}id.onion/` } });

const retention = async (then: number, isForgottenOn: readonly (readonly [number, boolean])[]) => {
  const flow = await closed();
  const { closed: end } = await flow.theCase();
  flow.settingsBecome({ forgetAfterDays: { phishing: then } });
  await flow.pass({ minutes: minutesToReach });
  for (const [day, is] of isForgottenOn) {
    await flow.leap(plusHours(end?.at ?? "", days(day)));
    expect([day, (await flow.theCase()).forgottenAt !== undefined]).toEqual([day, is]);
  }
};

/** What a change of each setting reaches. */
export const settingsProofs = {
  stage: untouched(settings({ stage: "other" })),
  organisation: mails(settings({ organisation: "Another Hotline" }), ({ from }) => from?.name, [
    "Example Hotline",
    "Another Hotline",
  ]),
  senderAddress: mails(
    settings({ senderAddress: "reports@elsewhere.example", formerSenderAddresses: ["notices@dispatch.example"] }),
    ({ from }) => from?.address,
    ["notices@dispatch.example", "reports@elsewhere.example"],
  ),
  formerSenderAddresses: { open: stopsFirst(ours, "no-contact"), closed: stopsWithdrawal(ours) },
  dryRunMailbox: mails(settings({ dryRunMailbox: "dry-run@dispatch.example" }), ({ recipient }) => recipient, [
    network.email,
    "dry-run@dispatch.example",
  ]),
  replyDomain: mails(
    settings({ replyDomain: "answers.dispatch.example", formerReplyDomains: ["reply.dispatch.example"] }),
    ({ replyTo }) => replyTo?.[0]?.address?.split("@")[1],
    ["reply.dispatch.example", "answers.dispatch.example"],
  ),
  formerReplyDomains: {
    open: async () => answeredAtFormer(await told()),
    closed: async () => answeredAtFormer(await closed()),
  },
  verifyBy: mails(
    settings({ verifyBy: "+99 9999 999999" }),
    ({ text = "" }) => ["+00 0000 000000", "+99 9999 999999"].filter((number) => text.includes(number)),
    [["+00 0000 000000"], ["+99 9999 999999"]],
  ),
  phone: mails(settings({ phone: "+99 9999 999999" }), ({ text = "" }) => text.includes("Phone: +99 9999 999999"), [
    false,
    true,
  ]),
  configurationSets: untouched(settings({ configurationSets: { urgent: "u", standard: "s" } })),
  reporters: reporters.organisation,
  webhooks: untouched(
    settings({ webhooks: [{ name: "rtir", url: "https://rtir.hotline.example/takedown", hears: ["on-call"] }] }),
  ),
  signIn: untouched(
    settings({
      signIn: {
        issuer: "https://id.example",
        clientId: "x",
        scopes: ["openid"],
        groupsClaim: "groups",
        reviewers: ["on-call"],
        readers: [],
        sessionHours: 8,
      },
    }),
  ),
  protectedDomains: {
    open: all(stopsFirst(isProtected, "protected-target"), async () => {
      const flow = await told();
      isProtected(flow);
      await flow.pass({ hours: 60 });
      expect([flow.told(), await asked(flow)]).toEqual([[network.email], ["protected-target"]]);
    }),
    closed: letsWithdrawalGo(isProtected),
  },
  optedOut: {
    open: async () => {
      const flow = await told();
      optedOut(flow);
      await flow.pass({ hours: 60 });
      expect(await steps(flow)).toEqual([`first ${network.email}`, `escalation ${upstream.email}`]);
    },
    closed: stopsWithdrawal(optedOut),
  },
  digests: {
    open: async () => {
      // Queued in the minute of the change.
      const stays = await aWindow(true, false);
      expect(stays.told()).toEqual([]);
      await stays.pass({ minutes: 16 });
      expect(stays.told()).toEqual([network.email]);
      const waits = await aWindow(false, true);
      expect(waits.told()).toEqual([network.email]);
      await waits.takeIn(nativeMessage({ reportId: "r-2", target: { url: "https://other.bad.example/" } }));
      await waits.run();
      expect(waits.told()).toEqual([network.email]);
      await waits.pass({ minutes: 16 });
      expect(waits.told()).toEqual([network.email, network.email]);
    },
    closed: untouchedClosed(settings({ digests: true })),
  },
  autoSubmitted: mails(
    settings({ autoSubmitted: true }),
    ({ headers }) => headers.find(({ key }) => key === "auto-submitted")?.value,
    [undefined, "auto-generated"],
  ),
  linkHosts: mails(
    settings({ linkHosts: [] }),
    ({ text = "" }) => text.includes("https://urlscan.io/result/a1/"),
    [true, false],
    { message: { evidence: { links: ["https://urlscan.io/result/a1/"] } } },
  ),
  directory: {
    open: async () => {
      const flow = aFlow(entry("one@platform.example"));
      byDirectory(flow);
      await flow.report(nativeMessage());
      flow.settingsBecome(entry("two@platform.example"));
      await flow.pass({ hours: 20 });
      await flow.report(nativeMessage({ reportId: "r-2", target: { url: "https://other.bad.example/" } }));
      expect(flow.told()).toEqual(["one@platform.example", "two@platform.example"]);
    },
    closed: untouchedClosed(settings(entry("two@platform.example"))),
  },
  countries: countries.holidays,
  ownCountry: {
    open: async () => {
      const flow = aFlow({ countries: [{ country: "NL", cert: { name: "CERT NL", email: "cert@nl.example" } }] });
      await flow.takeIn(onion("r-1"));
      flow.settingsBecome({ ownCountry: "NL" });
      await flow.pass({ hours: 1 });
      expect((await flow.theCase()).reviews.map(({ reason }) => reason.includes("CERT NL"))).toEqual([false]);
    },
    closed: untouchedClosed(settings({ ownCountry: "NL" })),
  },
  hostsAbroad: {
    open: all(stopsFirst(settings(abroad), "no-contact", { message: csam }), async () => {
      const flow = await told({ message: csam });
      flow.settingsBecome(abroad);
      await flow.pass({ hours: 60 });
      expect(flow.told()).toEqual([network.email]);
    }),
    closed: letsWithdrawalGo(settings(abroad), { message: csam }),
  },
  approveNewContacts: {
    open: async () => {
      const flow = await waiting();
      flow.settingsBecome({ approveNewContacts: { phishing: 60 } });
      await flow.run();
      expect(flow.told()).toEqual([network.email]);
      await flow.pass({ hours: 48.5 });
      expect(await asked(flow)).toEqual(["new-contact"]);
      await flow.pass({ hours: 2 });
      expect(flow.told()).toEqual([network.email, network.email, upstream.email]);
    },
    closed: untouchedClosed(settings({ approveNewContacts: { phishing: 60 } })),
  },
  clocks: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome({ clocks: { phishing: { escalatesAfterHours: 30 } } });
      await flow.pass({ hours: 29 });
      expect(flow.told()).toEqual([network.email, network.email]);
      await flow.pass({ hours: 2 });
      expect(flow.told()).toEqual([network.email, network.email, upstream.email]);
    },
    closed: untouchedClosed(settings({ clocks: { phishing: { escalatesAfterHours: 30 } } })),
  },
  forgetAfterDays: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome({ forgetAfterDays: { phishing: 1 } });
      await flow.pass({ minutes: minutesToReach });
      await flow.leap(plusHours(flow.now(), days(20)));
      expect([(await flow.theCase()).forgottenAt, (await flow.theCase()).closed]).toEqual([undefined, undefined]);
    },
    closed: all(
      () =>
        retention(30, [
          [29, false],
          [30, true],
        ]),
      () =>
        retention(300, [
          [191, false],
          [300, true],
        ]),
    ),
  },
  channels: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome({ channels: { godaddy: {} } });
      await flow.pass({ hours: 1 });
      expect(flow.told()).toEqual([network.email]);
    },
    closed: untouchedClosed(settings({ channels: { godaddy: {} } })),
  },
  checker: {
    open: async () => {
      const flow = await told();
      flow.settingsBecome({ checker: {} });
      await flow.pass({ hours: 18 });
      expect((await flow.theCase()).checks?.open?.reporters).toEqual([checkerId]);
    },
    closed: untouchedClosed(settings({ checker: {} })),
  },
  allowReserved: untouched(settings({ allowReserved: false })),
} satisfies Record<keyof typeof reachTables.settings, Proofs>;
