import { expect } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import type { ProseReader } from "../../functions/answers/prose/read-prose.ts";
import { takeInReplies } from "../../functions/answers/take-in-reply.ts";
import type { LogCode, LogFields } from "../../functions/kernel/log.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import { replyAddress } from "../../functions/notice/reply-address.ts";
import { aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aMail, judged } from "./a-mail.ts";

export const keys = { current: "k1", keys: { k1: "a key for tests that opens nothing" } };
export const domain = aSettings().replyDomain;
/** A key that was added after the inbox had read its keys. */
const addedSince = "k2";
export const withAdded = {
  current: addedSince,
  keys: { ...keys.keys, [addedSince]: "another key for tests that opens nothing" },
};

/** The domain that SES judges of a mail whose From is plain. */
const domainIn = (bytes: Uint8Array): string =>
  /^From:[^\r\n]*@([^\s<>@]+)>?\r?$/im.exec(Buffer.from(bytes.subarray(0, 64 * 1024)).toString("latin1"))?.[1] ?? "";

/**
 * A case of the standard lane whose notice went to abuse@network.example, and what comes in to its
 * reply address. `beside` reads beside the rules; `report` spoils the report.
 */
export const anInbox = async ({
  reader = modelReader,
  settings = {},
  report = {},
}: {
  readonly reader?: () => ProseReader;
  readonly settings?: Partial<Settings>;
  readonly report?: Record<string, unknown>;
} = {}) => {
  const flow = aFlow();
  await flow.report(nativeMessage(report));
  const state = await flow.theCase();
  const notice = state.notices[0];
  if (!notice) throw new Error("the notice went out");
  const address = replyAddress({ caseId: state.id, notice }, keys, domain);
  const logged: { readonly code: LogCode; readonly fields: LogFields }[] = [];
  const say = (code: LogCode, fields: LogFields = {}) => void logged.push({ code, fields });
  const keysTaken: string[] = [];
  const take = async (
    bytes: Uint8Array,
    {
      recipients,
      dmarc = "PASS",
      judges = domainIn(bytes),
    }: { readonly recipients?: readonly string[]; readonly dmarc?: string; readonly judges?: string } = {},
  ) => {
    const receipt = {
      recipients: recipients ?? [address],
      dmarcVerdict: { status: dmarc },
      action: { type: "S3", bucketName: "replies", objectKey: `in/${keysTaken.push("")}` },
    };
    const replyKeys = async (wanted?: string) => (wanted === addedSince ? withAdded : keys);
    const work = {
      ...flow.work,
      settings: aSettings(settings),
      reader,
      replyKeys,
      readMailBytes: async () => judged(judges, bytes, dmarc.toLowerCase()),
      log: { info: say, error: say },
    };
    expect(await takeInReplies(work, JSON.stringify({ notificationType: "Received", receipt }))).toBe("done");
    await flow.run();
  };
  const from = (sender: string, headers: Record<string, string> = {}, body = "We have removed the content.") =>
    aMail({ From: sender, To: address, ...headers }, body);
  return {
    flow,
    address,
    notice,
    caseId: state.id,
    logged,
    take,
    from,
    closed: async () => (await flow.theCase()).closed?.outcome,
    events: async () => (await flow.store.history(state.id)).flatMap((line) => line.events),
    questions: async () => (await flow.theCase()).reviews.map(({ question }) => question),
  };
};
