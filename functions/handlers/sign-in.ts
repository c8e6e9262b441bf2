import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { handle } from "hono/aws-lambda";
import { clientLimits } from "../adapters/client-limits.ts";
import { readSettings } from "../adapters/environment.ts";
import { jsonLog } from "../adapters/json-log.ts";
import { oidcProvider } from "../adapters/oidc-provider.ts";
import { sealedCookies } from "../adapters/sealed-cookie.ts";
import { secretText } from "../adapters/secret-text.ts";
import { systemClock } from "../adapters/system-clock.ts";
import { signInApp } from "../console/sign-in/sign-in-app.tsx";
import { type Clock, msOf } from "../kernel/instant.ts";
import type { Log } from "../kernel/log.ts";
import { required, type Variables } from "./variables.ts";

/**
 * Fed by the HTTP API that browsers open, payload format 2.0. It talks to the operator's OIDC provider and
 * anybody may call it, so it has no right on the table or any queue: what it makes is a cookie.
 */
export const make = (
  variables: Variables,
  clock: Clock = systemClock,
  log: Log = jsonLog(clock),
  ask?: typeof fetch,
) => {
  const settings = readSettings(required(variables.SETTINGS_FILE, "SETTINGS_FILE"), variables.SETTINGS_HASH);
  const rules = required(settings.signIn, "signIn in the settings");
  const secrets = new SecretsManagerClient(clientLimits);
  const nowMs = () => msOf(clock.now());
  const secret = (name: string) => secretText(secrets, required(variables[name], name), nowMs);
  const origin = required(variables.BROWSER_CONSOLE_URL, "BROWSER_CONSOLE_URL");
  return handle(
    signInApp({
      provider: oidcProvider({
        rules,
        clientSecret: secret("OIDC_CLIENT_SECRET"),
        origin,
        nowMs,
        ...(ask && { fetch: ask }),
      }),
      seals: sealedCookies(secret("SESSION_KEY_SECRET"), clock),
      clock,
      rules,
      settings,
      log,
    }),
  );
};
