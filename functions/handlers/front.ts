import { timingSafeEqual } from "node:crypto";
import type { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { Hono } from "hono";
import { handle } from "hono/aws-lambda";
import { secretText } from "../adapters/secret-text.ts";
import { securityHeaders } from "../console/security.ts";
import { once } from "../kernel/once.ts";
import * as z from "../kernel/zod.ts";
import { required, type Variables } from "./variables.ts";

/**
 * CloudFront sets it on whatever it hands on, in the place of any that a browser sent (CloudFront
 * Developer Guide, "Add custom headers to origin requests"). API Gateway writes headers' names in
 * lower case.
 */
const provenBy = "x-takedown-front";

const browsersEvent = once(() => z.object({ headers: z.object({ [provenBy]: z.string() }) }));
const signedEvent = once(() => z.object({ requestContext: z.object({ authorizer: z.object({ iam: z.object({}) }) }) }));

type Answer = ReturnType<typeof handle>;
/** What CloudFront proves itself by, and the host that people see in their browser. */
type Front = { readonly secret: () => Promise<string>; readonly host: string };

const sameText = (one: string, other: string): boolean => {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
};

const refuse = handle(
  new Hono().use(securityHeaders).all("*", (context) => context.text("This is not the console's address.\n", 403)),
);

/** The front of a stage that has one; its firewall stands there. Asks for the secret at the first request. */
export const frontOf = (
  variables: Variables,
  secrets: SecretsManagerClient,
  nowMs: () => number,
): Front | undefined => {
  const { FRONT_SECRET, BROWSER_CONSOLE_URL } = variables;
  if (FRONT_SECRET === undefined) return undefined;
  const { host } = new URL(required(BROWSER_CONSOLE_URL, "BROWSER_CONSOLE_URL"));
  return { secret: secretText(secrets, FRONT_SECRET, nowMs), host };
};

/**
 * Answers what came by the front alone, as at the front's own address: API Gateway's, behind it, would
 * pass the firewall by. What IAM has signed comes by an API of its own and needs no front. Throws where
 * the secret can't be read, so that nobody gets in then.
 */
export const behind = (front: Front | undefined, answer: Answer): Answer =>
  front === undefined
    ? answer
    : async (event, context) => {
        if (signedEvent().safeParse(event).success) return answer(event, context);
        const read = browsersEvent().safeParse(event);
        if (!read.success || !sameText(read.data.headers[provenBy], await front.secret()))
          return refuse(event, context);
        const { requestContext } = event;
        return answer(
          { ...event, requestContext: { ...requestContext, domainName: front.host } } as typeof event,
          context,
        );
      };
