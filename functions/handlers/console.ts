import { handle } from "hono/aws-lambda";
import { sealedCookies } from "../adapters/sealed-cookie.ts";
import { secretText } from "../adapters/secret-text.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { consoleApp } from "../console/app.tsx";
import type { Person } from "../console/gate.tsx";
import { isEnded, readCookie, type Seals, sessionSchema } from "../console/sign-in/session.ts";
import type { SessionEnd } from "../kernel/in-force.ts";
import { type Clock, msOf } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { personByArn } from "../kernel/signed-in.ts";
import * as z from "../kernel/zod.ts";
import { caseWork } from "./case-work.ts";
import { consoleInForce } from "./console-in-force.ts";
import { required, type Variables } from "./variables.ts";

/** An HTTP API event with IAM authorisation: API Gateway writes it after checking the signature. */
const signedBy = z.object({
  requestContext: z.object({ authorizer: z.object({ iam: z.object({ userArn: z.string() }) }) }),
});

/** Who signed the request. */
export const callerOf = (env: unknown): string | undefined => {
  const read = z.object({ event: signedBy }).safeParse(env);
  return read.success ? personByArn(read.data.event.requestContext.authorizer.iam.userArn) : undefined;
};

/**
 * Whoever signed the request, else whose cookie it carries, where browsers may sign in and nobody ended the
 * session. Throws where that can't be read: then no cookie lets anybody in, and a signed request does.
 */
export const askedBy =
  (seals: Seals | undefined, ends: () => Promise<readonly SessionEnd[]>): Person =>
  async (request, env) => {
    const caller = callerOf(env);
    if (caller !== undefined) return { name: caller, mayDecide: true, by: "signature" };
    const session = seals && (await readCookie(seals, request, "session", sessionSchema));
    if (!session || isEnded(session, await ends())) return undefined;
    return { name: session.person, mayDecide: session.mayDecide, by: "cookie" };
  };

/** Fed by the HTTP API whose requests IAM signs and the one browsers open; payload format 2.0. */
export const make = (variables: Variables, clock: Clock = systemClock, log?: Log) => {
  const base = caseWork(variables, clock, log);
  const { SESSION_KEY_SECRET, settings } = base.environment;
  const nowMs = () => msOf(clock.now());
  const sessionKey = () => secretText(base.secrets, required(SESSION_KEY_SECRET, "SESSION_KEY_SECRET"), nowMs);
  // As it is now: a session ended a moment ago opens no more pages.
  const ends = async () => (await base.inForce.now()).settings.sessionEnds ?? [];
  const person = askedBy(settings.signIn && sealedCookies(sessionKey(), clock), ends);
  const answerNow = consoleInForce(base, (deps) => handle(consoleApp({ ...deps, person })));
  const answer: ReturnType<typeof handle> = async (...request) => (await answerNow())(...request);
  return answer;
};
