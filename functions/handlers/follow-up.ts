import { SNSClient } from "@aws-sdk/client-sns";
import { breakerWord } from "../adapters/breaker-word.ts";
import { clientLimits } from "../adapters/client-limits.ts";
import { lastQuota } from "../adapters/ses-quota.ts";
import {
  burstMessage,
  daySpentMessage,
  expiredMessage,
  holidaysEndMessage,
  inhibitionsMessage,
  onCallMessage,
  pausedMessage,
  refusedMessage,
  settingsEndMessage,
  smokeMessage,
  snsTopic,
  stoppedMessage,
} from "../adapters/sns-on-call.ts";
import { sqsReports } from "../adapters/sqs-reports.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { tableAccount } from "../adapters/table-account.ts";
import { tablePause } from "../adapters/table-pause.ts";
import { tellOfExpired } from "../contact/tell-of-expired.ts";
import { clocksOf } from "../escalation/clocks.ts";
import { tellOfHolidaysEnd } from "../escalation/holidays-end.ts";
import { reach } from "../follow-up/reach.ts";
import { sweep } from "../follow-up/sweep.ts";
import { takeUp } from "../intake/take-up.ts";
import type { Clock } from "../kernel/instant.ts";
import { KeysUnusable } from "../kernel/keys-unusable.ts";
import { errorName, type Log } from "../kernel/log.ts";
import type { Settings } from "../kernel/settings.ts";
import { tellOfBursts } from "../report/burst.ts";
import type { Lane } from "../report/category.ts";
import { tellOfStop } from "../send/breaker-state.ts";
import { tellOfDaySpent } from "../send/day-quota.ts";
import { tellOfPause } from "../send/pause.ts";
import { tellOfRefusal } from "../send/refusal.ts";
import { keptTable, tellOfEnds } from "../settings/tell-of-ends.ts";
import { tellOfInhibitions } from "../settings/tell-of-inhibitions.ts";
import { sweepRun } from "../smoke/sweep-run.ts";
import { readBursts } from "../store/table/bursts.ts";
import { dynamoNotified } from "../store/table/notified.ts";
import { dynamoDuePutOffs } from "../store/table/put-offs.ts";
import { dynamoSettingsReader } from "../store/table/settings-reader.ts";
import { dynamoSmoke } from "../store/table/smoke.ts";
import { dynamoWalk } from "../store/table/walk.ts";
import { caseWork } from "./case-work.ts";
import { required, type Variables } from "./variables.ts";

/** Of its 55 seconds (topology), so that what has begun comes to its end. */
const takesUpUntilMs = 45_000;

/** Run each minute by the schedule. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const base = caseWork(variables, clock, log);
  const { work, environment, table, masterKeys } = base;
  const topic = required(environment.ON_CALL_TOPIC_ARN, "ON_CALL_TOPIC_ARN");
  const tell = snsTopic(new SNSClient(clientLimits), topic);
  const places = { consoleUrl: environment.CONSOLE_URL, runbookUrl: environment.RUNBOOK_URL };
  const tableOfSettings = keptTable(dynamoSettingsReader(table));
  const tellOfSettings = async () => {
    const { rows } = await tableOfSettings();
    const kept = { rows, told: dynamoNotified(table), now: work.clock.now() };
    await tellOfInhibitions(kept, (inhibitions) => tell(inhibitionsMessage(inhibitions, places)));
    await tellOfEnds(kept, (ending) => tell(settingsEndMessage(ending, places)));
  };
  const reputation = breakerWord(table);
  const account = tableAccount({ table, clock, nowMs: Date.now });
  const told = dynamoNotified(table);
  const day = { lastWord: lastQuota(table), told, nowMs: Date.now };
  const tellBursts = async (settings: Settings) =>
    tellOfBursts({ bursts: await readBursts(table), told, now: work.clock.now() }, (reporter, bursts) =>
      tell(burstMessage(reporter, bursts, settings)),
    );
  const smoke = { clock, runs: dynamoSmoke(table) };
  const reportQueue = (lane: Lane) =>
    required(environment.HINT_QUEUE_URLS?.[`report-${lane}`], `HINT_QUEUE_URLS of report-${lane}`);
  const putReports = sqsReports(base.sqs, { urgent: reportQueue("urgent"), standard: reportQueue("standard") });
  const duePutOffs = dynamoDuePutOffs(table);
  const takeUpUntil = (endMs: number) => takeUp({ ...work, duePutOffs, putReports }, () => Date.now() < endMs);
  const walk = dynamoWalk(table);
  return async () => {
    const beganMs = Date.now();
    const { settings } = await base.today();
    // Read anew by a run that lacks them alone: each minute somebody says that they can't be.
    const [keys] = await Promise.allSettled([masterKeys()]);
    // Each by itself: a failure to notify on-call of one must keep nothing else from being done.
    const [swept, ...others] = await Promise.allSettled([
      sweep({ ...work, tellOnCall: (news) => tell(onCallMessage(news, places)) }),
      tellOfStop(reputation, (stop) => tell(stoppedMessage(stop))),
      tellOfSettings(),
      tellOfPause({ pause: tablePause(table), told, now: work.clock.now() }, (stops) =>
        tell(pausedMessage(stops, places)),
      ),
      tellOfRefusal({ account, told, now: work.clock.now() }, (refusals) => tell(refusedMessage(refusals, places))),
      tellOfDaySpent(day, (spent, quota) => tell(daySpentMessage(spent, quota, places))),
      tellOfExpired({ settings, told, now: work.clock.now() }, (expired) => tell(expiredMessage(expired))),
      tellOfHolidaysEnd({ settings, told, now: work.clock.now() }, (ending) => tell(holidaysEndMessage(ending))),
      tellBursts(settings),
      sweepRun(smoke, (run) => tell(smokeMessage(run)).then(() => topic)),
    ]);
    // After the sweep, in the time that it leaves: what was put off waits, what is due must not.
    const [takenUp] = await Promise.allSettled([takeUpUntil(beganMs + takesUpUntilMs)]);
    // Last, as nobody waits for it: what it brings forward is the next sweep's.
    const [reached] = await Promise.allSettled([
      reach({ ...work, walk, clocks: clocksOf(settings) }, () => Date.now() - beganMs < takesUpUntilMs),
    ]);
    const failures = [swept, ...others, takenUp, reached].flatMap((one) =>
      one.status === "rejected" ? [{ error: errorName(one.reason) }] : [],
    );
    for (const failure of failures) work.log.error("unforeseen", failure);
    if (keys.status === "rejected" && keys.reason instanceof KeysUnusable)
      work.log.error("keys.unusable", { code: keys.reason.why });
    // Lambda logs what is thrown, whole: this holds nothing of what was reported.
    if (swept.status === "rejected" || failures.length > 0)
      throw new Error("The sweep failed; the log line before this one says where.");
    return swept.value;
  };
};
