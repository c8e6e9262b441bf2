import { plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { FunctionName } from "../../stack/topology.ts";
import { began, benchRegistries, flowSettings, playReplies, reportOn, reportToAsk, seeClocks } from "../cost/flow.ts";
import type { Heard } from "../cost/meter.ts";
import { meteredStand } from "../cost/metered-stand.ts";

/** One message to one function, with every call that it made of AWS and what was answered. */
export type Recording = {
  readonly name: FunctionName;
  readonly what: string;
  readonly event: unknown;
  /** The moment at which it was handed over; whoever plays it again has the same clock. */
  readonly nowMs: number;
  readonly calls: readonly Heard[];
  readonly environment: Readonly<Record<string, string>>;
  /** What lies beside a bundle of the stage that was recorded. */
  readonly settings: typeof flowSettings;
};

/** Cases before a person while the console is asked. */
const waiting = 25;

/** What is recorded where a hundred cases are due, by name. */
export const recorded = [
  "follow-up, nothing due",
  "take-in-report",
  "find-contact, known block",
  "send-notice",
  "take-in-delivery",
  "follow-up, 100 due",
  "take-in-reply",
  `console, ${waiting} waiting`,
] as const;

/** What the HTTP API hands the console for a page that somebody of on-call asks for; payload format 2.0. */
const pageOf = (rawPath: string) => ({
  version: "2.0",
  routeKey: "$default",
  rawPath,
  rawQueryString: "",
  headers: { host: "console.takedown.example", accept: "text/html" },
  requestContext: {
    accountId: "123456789012",
    domainName: "console.takedown.example",
    http: { method: "GET", path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.7", userAgent: "bench" },
    authorizer: { iam: { userArn: "arn:aws:iam::123456789012:user/oncall" } },
    stage: "$default",
  },
  isBase64Encoded: false,
});

/**
 * Plays the flow on servers of loopback and keeps the last invocation of each kind: a report, a
 * look-up in a known block, a notice, a delivery, a sweep with nothing due and one with a hundred
 * due (or as many as are asked for), a reply, the console's page of what waits. What a process
 * reads once, at its start, is kept with each, so that a fresh one can be answered as well.
 */
export const recordFlow = async (
  onDone: (recordings: readonly Recording[]) => Promise<void>,
  due = 100,
): Promise<void> => {
  const registries = await benchRegistries();
  const calls: Heard[] = [];
  const atStart = new Map<string, Heard>();
  const last = new Map<FunctionName, Omit<Recording, "what" | "environment" | "settings">>();
  const metered = await meteredStand(
    began,
    flowSettings,
    registries,
    { together: () => 1, cameTogether: true, linesTogether: 100 },
    {
      heard: (call) => {
        calls.push(call);
        if (call.service === "SecretsManager" || /^(GetItem|GetSendQuota)$/.test(call.operation))
          atStart.set(`${call.service} ${call.body}`, call);
      },
      invoked: ({ name, event, nowMs }) => last.set(name, { name, event, nowMs, calls: calls.splice(0) }),
    },
  );
  const { stand, clock, invoke, put, settle, delivered, environment } = metered;
  const kept: Recording[] = [];
  const keep = (name: FunctionName, what: string) => {
    const found = last.get(name);
    if (!found) throw new Error(`${name} was not invoked.`);
    const own = new Set(found.calls.map(({ service, body }) => `${service} ${body}`));
    const before = [...atStart].filter(([asked]) => !own.has(asked)).map(([, call]) => call);
    kept.push({ ...found, what, calls: [...found.calls, ...before], environment, settings: flowSettings });
  };
  try {
    await seeClocks(metered);
    await invoke("follow-up", {});
    keep("follow-up", "follow-up, nothing due");
    for (let number = 0; number < due; number++) await put("report-standard", reportOn(number));
    await settle();
    keep("take-in-report", "take-in-report");
    keep("find-contact", "find-contact, known block");
    keep("send-notice", "send-notice");
    await delivered(stand.ses.mails());
    keep("take-in-delivery", "take-in-delivery");
    const answering = stand.ses.mails().slice(-1);
    const all = (await stand.store.due(plusHours(began, 24 * 6), 2 * due)).map(({ dueAt }) => dueAt).sort();
    const hundredth = all[due - 1];
    if (hundredth === undefined) throw new Error(`Only ${all.length} of ${due} cases are due in six days.`);
    clock.jumpTo(plusMinutes(hundredth, 1));
    await invoke("follow-up", {});
    keep("follow-up", `follow-up, ${due} due`);
    await playReplies(metered, answering);
    keep("take-in-reply", "take-in-reply");
    for (let number = 0; number < waiting; number++) await put("report-standard", reportToAsk(number));
    await settle();
    // Once more, for what a process asks once.
    for (let turn = 0; turn < 2; turn++) await invoke("console", pageOf("/?state=open"));
    keep("console", `console, ${waiting} waiting`);
    await onDone(kept);
  } finally {
    await metered.close();
    await registries.close();
  }
};
