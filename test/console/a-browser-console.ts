import { oidcProvider } from "../../functions/adapters/oidc-provider.ts";
import { sealedCookies } from "../../functions/adapters/sealed-cookie.ts";
import { consoleApp } from "../../functions/console/app.tsx";
import { signInApp } from "../../functions/console/sign-in/sign-in-app.tsx";
import { askedBy } from "../../functions/handlers/console.ts";
import { msOf } from "../../functions/kernel/instant.ts";
import { settingsSchema } from "../../functions/kernel/settings.ts";
import { combine } from "../../functions/settings/combine.ts";
import { aSettings } from "../support/a-case.ts";
import { client, issuer, type Provider } from "../support/a-provider.ts";
import { aConsole } from "./a-console.ts";

export const origin = "https://console.hotline.example";
const hotline = { id: "hotline", organisation: "Example Hotline", contact: "desk@hotline.example" };

/**
 * The console as browsers open it: what signs in and what shows cases, side by side as the HTTP API
 * puts them.
 */
export const aBrowserConsole = (
  provider: Provider,
  given: { readonly secret?: string; readonly people?: readonly string[] } = {},
) => {
  const settings = settingsSchema.parse({
    ...aSettings(),
    reporters: [
      { ...hotline, people: given.people ?? [] },
      { id: "cert", organisation: "Example CERT", contact: "desk@cert.example" },
    ],
    signIn: { issuer, clientId: client.id, reviewers: ["on-call"], readers: ["auditors"] },
  });
  const rules = settings.signIn;
  if (!rules) throw new Error("there is no sign-in");
  const house = aConsole({ settings });
  const clock = { now: house.now };
  let sessionKey = "a session key of sixty-four letters";
  let sealedTimes = 1;
  const seals = sealedCookies(async () => sessionKey, clock);
  const nowMs = () => msOf(clock.now());
  const signIn = signInApp({
    provider: oidcProvider({
      rules,
      clientSecret: async () => given.secret ?? client.secret,
      origin,
      nowMs,
      fetch: provider.fetch,
    }),
    seals,
    clock,
    rules,
    settings,
    log: house.deps.log,
  });
  const ends = async () => {
    const { rows } = await house.deps.decided.store.read();
    return combine(settings, rows, house.now()).settings.sessionEnds ?? [];
  };
  const pages = consoleApp({ ...house.deps, person: askedBy(seals, ends) });
  const answer = async (request: Request, env?: object): Promise<Response> =>
    /^\/sign-(in|out)(\/|$)/.test(new URL(request.url).pathname) ? signIn.fetch(request) : pages.fetch(request, env);
  return {
    house,
    answer,
    sealedAnew: () => {
      sealedTimes += 1;
      sessionKey = `session key ${sealedTimes}, of as many letters as it takes`;
    },
  };
};

export type BrowserConsole = ReturnType<typeof aBrowserConsole>;

/** A browser: keeps cookies, follows to the provider and back where it is told to. */
export const aBrowser = (console: BrowserConsole, provider: Provider) => {
  const jar = new Map<string, string>();
  const open = async (path: string, fields?: Readonly<Record<string, string>>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const form = fields && {
      method: "POST",
      body: new URLSearchParams(fields).toString(),
      headers: { cookie, "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "same-origin" },
    };
    const response = await console.answer(new Request(new URL(path, origin), form ?? { headers: { cookie } }));
    const cookies = response.headers.getSetCookie();
    for (const line of cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    }
    return {
      status: response.status,
      text: await response.text(),
      location: response.headers.get("location"),
      cookies,
      headers: response.headers,
    };
  };
  /** Begins to sign in: what the provider would send the browser back with. */
  const toTheProvider = async (path = "/sign-in"): Promise<URL> => {
    const begun = await open(path);
    const back = await provider.app.request(begun.location ?? "");
    return new URL(back.headers.get("location") ?? "");
  };
  const comesBack = (by: URL) => open(by.pathname + by.search);
  return { jar, open, toTheProvider, comesBack, signIn: async (path?: string) => comesBack(await toTheProvider(path)) };
};
