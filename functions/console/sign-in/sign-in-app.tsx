import { type Context, Hono } from "hono";
import type { Clock } from "../../kernel/instant.ts";
import type { Log } from "../../kernel/log.ts";
import type { Settings, SignInSettings } from "../../kernel/settings.ts";
import { ownFormsOnly } from "../gate.tsx";
import { page } from "../layout.tsx";
import { securityHeaders } from "../security.ts";
import type { NotBelieved, Provider } from "./provider.ts";
import { cookieHeader, ownPath, readCookie, type Seals, sessionOf, underWaySchema } from "./session.ts";
import { type Next, SignInPage } from "./sign-in-page.tsx";

export type SignInDeps = {
  readonly provider: Provider;
  readonly seals: Seals;
  readonly clock: Clock;
  readonly rules: SignInSettings;
  readonly settings: Pick<Settings, "organisation" | "stage">;
  readonly log: Log;
};

/** Enough to look for a second factor. */
const underWaySeconds = 10 * 60;

type Answers = ReturnType<typeof answersOf>;

/** What a browser sees if it is not led on. */
const answersOf = ({ settings, log }: Pick<SignInDeps, "settings" | "log">) => {
  const say = (
    context: Context,
    status: 200 | 400 | 403 | 404 | 500 | 503,
    title: string,
    says: string,
    next: Next = { text: "Sign in", href: "/sign-in" },
  ) =>
    context.html(
      page({
        title: `${title} · ${settings.organisation}`,
        children: <SignInPage title={title} says={says} next={next} />,
      }),
      status,
    );
  const notSignedIn = (context: Context, { kind, code }: NotBelieved) => {
    log.info("sign-in.refused", { outcome: kind, code });
    switch (kind) {
      case "silent":
        return say(context, 503, "The sign-in can’t be reached", silentSays, { text: "Try again", href: "/sign-in" });
      case "refused":
        return say(
          context,
          403,
          "Not signed in",
          `The sign-in of ${settings.organisation} said no (${code}). Sign in again; ` +
            "if it says no again, ask who looks after it.",
        );
      case "wrong":
        return say(
          context,
          400,
          "Not signed in",
          "What came back from the sign-in is not what this console asked for, so nobody was signed in. " +
            "Begin again from here.",
        );
      default:
        return kind satisfies never;
    }
  };
  return { say, notSignedIn };
};

const forget = (context: Context, use: "session" | "underWay") =>
  context.header("Set-Cookie", cookieHeader(use, "", 0), { append: true });

/** `GET /sign-in`: to the provider, with a sealed note of where to go then. */
const begin = async (context: Context, { provider, seals }: SignInDeps, { notSignedIn }: Answers) => {
  const begun = await provider.begin();
  if (!begun.ok) return notSignedIn(context, begun.error);
  const { address, ...rest } = begun.value;
  const sealed = await seals.seal("underWay", { ...rest, to: ownPath(context.req.query("to")) }, underWaySeconds);
  context.header("Set-Cookie", cookieHeader("underWay", sealed, underWaySeconds));
  return context.redirect(address, 303);
};

/** `GET /sign-in/return`: a session by the provider's claims. */
const finish = async (context: Context, deps: SignInDeps, { say, notSignedIn }: Answers) => {
  const { provider, seals, clock, rules, log } = deps;
  const underWay = await readCookie(seals, context.req.raw, "underWay", underWaySchema);
  forget(context, "underWay");
  if (!underWay)
    return say(
      context,
      400,
      "Begin again",
      "This sign-in took longer than ten minutes, was finished before, or began in another browser.",
    );
  const { to, ...begun } = underWay;
  const claims = await provider.finish(new URL(context.req.url).search, begun);
  if (!claims.ok) return notSignedIn(context, claims.error);
  const session = sessionOf(claims.value, rules, clock.now());
  if (!session.ok) {
    log.info("sign-in.refused", { outcome: "no-group" });
    return say(
      context,
      403,
      "Not allowed",
      `You are signed in as ${session.error.person}, and in no group that may open this console. ${groupSays(rules)}`,
    );
  }
  const seconds = rules.sessionHours * 60 * 60;
  log.info("sign-in.done", { outcome: session.value.mayDecide ? "reviewer" : "reader" });
  context.header("Set-Cookie", cookieHeader("session", await seals.seal("session", session.value, seconds), seconds), {
    append: true,
  });
  return context.redirect(to, 303);
};

/** `POST /sign-out`: forgets the session here, and links to the provider's sign-out. */
const signOut = async (context: Context, { provider }: SignInDeps, { say }: Answers) => {
  forget(context, "session");
  const address = await provider.signOutAddress();
  // A link, no redirect: browsers apply the page's `form-action` to where a form's answer leads, too.
  const also = address ? { text: "Sign out there, too", href: address } : undefined;
  return say(
    context,
    200,
    "Signed out",
    `You are signed out of this console${also ? ", and still signed in where you signed in" : ""}.`,
    also,
  );
};

/**
 * Authorization code flow with PKCE, state and nonce (OpenID Connect Core §3.1, RFC 9700 §2.1). Reads and
 * writes the two cookies and nothing else, and reaches no case.
 */
export const signInApp = (deps: SignInDeps): Hono => {
  const { log } = deps;
  const answers = answersOf(deps);
  const { say } = answers;
  const app = new Hono();

  app.use(securityHeaders);
  app.use(ownFormsOnly);

  app.get("/sign-in", (context) => begin(context, deps, answers));
  app.get("/sign-in/return", (context) => finish(context, deps, answers));
  app.post("/sign-out", (context) => signOut(context, deps, answers));

  app.notFound((context) =>
    say(context, 404, "No such page", "There is nothing at this address.", { text: "To what waits", href: "/" }),
  );
  app.onError((error, context) => {
    // A message may hold a token, so only its class is kept.
    log.error("unforeseen", { error: error.name, source: "sign-in" });
    return say(context, 500, "Something failed", "Nobody foresaw this, and it is in the log. Nobody was signed in.", {
      text: "Try again",
      href: "/sign-in",
    });
  });
  return app;
};

const silentSays =
  "The service by which you sign in did not answer. Cases go on by themselves meanwhile. Try again in " +
  "a minute; if it stays so, who has access to the AWS account can open the console by a request that " +
  "IAM signed (runbook, “The console”).";

const groupSays = ({ reviewers, readers }: SignInSettings): string =>
  "Ask whoever looks after its groups to put you into " +
  `${[...reviewers, ...readers].map((group) => `“${group}”`).join(" or ")}, then sign in again.`;
