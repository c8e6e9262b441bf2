import { handle } from "hono/aws-lambda";
import * as z from "zod";
import { dynamoSettings } from "../adapters/dynamo-settings.ts";
import { sealedCookies } from "../adapters/sealed-cookie.ts";
import { secretText } from "../adapters/secret-text.ts";
import { sqsDeadLetters } from "../adapters/sqs-dead-letters.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { tableSending } from "../adapters/table-sending.ts";
import { consoleApp } from "../console/app.tsx";
import { noticeTextOf } from "../console/case/notice-text.ts";
import type { Person } from "../console/gate.tsx";
import { readCookie, type Seals, sessionSchema } from "../console/sign-in/session.ts";
import { type Clock, msOf } from "../kernel/instant.ts";
import { errorName, type Log } from "../kernel/log.ts";
import { personByArn } from "../kernel/person.ts";
import { messageIdDomain } from "../notice/request.ts";
import type { InForce } from "../settings/in-force.ts";
import { caseWork } from "./case-work.ts";
import { required, type Variables } from "./variables.ts";

/**
 * The event of an HTTP API with IAM authorisation; API Gateway writes it after it has checked the
 * signature.
 */
const signedBy = z.object({
  requestContext: z.object({ authorizer: z.object({ iam: z.object({ userArn: z.string() }) }) }),
});

/** Who signed the request. */
export const callerOf = (env: unknown): string | undefined => {
  const read = z.object({ event: signedBy }).safeParse(env);
  return read.success ? personByArn(read.data.event.requestContext.authorizer.iam.userArn) : undefined;
};

/**
 * Who asks: whoever signed the request, or else whose cookie it carries, where browsers may sign
 * in.
 */
export const askedBy =
  (seals: Seals | undefined): Person =>
  async (request, env) => {
    const caller = callerOf(env);
    if (caller !== undefined) return { name: caller, mayDecide: true, by: "signature" };
    const session = seals && (await readCookie(seals, request, "session", sessionSchema));
    return session && { name: session.person, mayDecide: session.mayDecide, by: "cookie" };
  };

type By = Pick<InForce, "settings" | "policyOf">;

/**
 * Fed by the HTTP API whose requests IAM signs, and by the one that browsers open; payload format
 * 2.0.
 */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const { work, today, environment, region, sqs, table, secrets } = caseWork(variables, clock, log);
  const { settings, TABLE_NAME: TableName } = environment;
  const sessionKey = () =>
    secretText(secrets, required(environment.SESSION_KEY_SECRET, "SESSION_KEY_SECRET"), () => msOf(clock.now()));
  const person = askedBy(settings.signIn && sealedCookies(sessionKey(), clock));
  const urls = required(environment.DEAD_LETTER_URLS, "DEAD_LETTER_URLS");
  const appBy = (current: By) =>
    handle(
      consoleApp({
        work: { ...work, policyOf: current.policyOf },
        settings: current.settings,
        decided: { stage: settings, store: dynamoSettings(table, TableName) },
        log: work.log,
        person,
        noticeText: noticeTextOf(current.settings, clock, region, work.store),
        sending: tableSending(table, TableName),
        messageIdDomain: messageIdDomain(region),
        deadLetters: sqsDeadLetters({ sqs, table, TableName, urls }),
      }),
    );
  // Until what is in force was read once, only pages stand that decide nothing by it.
  const unread: By = { settings, policyOf: work.policyOf };
  let made: { readonly by: By; readonly app: ReturnType<typeof appBy> } = { by: unread, app: appBy(unread) };
  return async (...request: Parameters<ReturnType<typeof appBy>>) => {
    const by = await today().catch((error: unknown) => {
      work.log.error("unforeseen", { error: errorName(error), source: "settings" });
      return made.by;
    });
    if (made.by !== by) made = { by, app: appBy(by) };
    return made.app(...request);
  };
};
