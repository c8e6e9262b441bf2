import { plusHours, plusMinutes } from "../../../functions/kernel/instant.ts";
import type { FunctionName } from "../../stack/topology.ts";
import { began, benchRegistries, flowSettings, playReplies, reportOn, seeClocks } from "../cost/flow.ts";
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

/**
 * Plays the flow on servers of loopback and keeps the last invocation of each kind: a report, a
 * look-up in a known block, a notice, a delivery, a sweep with nothing due and one with a hundred
 * due (or as many as are asked for), a reply. What a process reads once, at its start, is kept with
 * each, so that a fresh one can be answered as well.
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
    await onDone(kept);
  } finally {
    await metered.close();
    await registries.close();
  }
};
