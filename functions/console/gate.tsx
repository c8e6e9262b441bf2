import type { Context, HonoRequest, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Child } from "hono/jsx";
import { isSamePerson } from "../kernel/person.ts";
import type { SignInSettings } from "../kernel/settings.ts";
import type { SendingState } from "../send/sending.ts";
import { page } from "./layout.tsx";
import type { SignedIn } from "./parts.tsx";
import { writtenBy } from "./post-form.tsx";
import { comesFromOurPage } from "./security.ts";
import { NotPaused, pauseAddress } from "./sending/pause-sending.tsx";
import { SentencePage } from "./sentence-page.tsx";
import { shown, shownWords } from "./shown.ts";
import { ownPath, ownSessionsAddress } from "./sign-in/session.ts";
import { type Next, type SentForm, SignInPage } from "./sign-in/sign-in-page.tsx";

/** Who is signed in. `env`: what the server passes beside the request (in Lambda: the event). */
export type Person = (request: Request, env: unknown) => SignedIn | undefined | Promise<SignedIn | undefined>;

/** `sending`: what holds notices back, where it could be read. */
export type Vars = { Variables: { signedIn: SignedIn; sending?: SendingState | undefined } };

/** A verdict is a sentence and an answer, a search one URL. */
const bodyBytesAtMost = 64 * 1024;
/** A file of reports: below what a Lambda takes (6 MB, a third of it lost to Base64). */
const fileBytesAtMost = 1536 * 1024;
const takesAFile = ["/report", "/settings/import"];
/** More than our longest list sends. Each comes back as a line to whoever is not signed in. */
const fieldsBackAtMost = 2000;

/** A page without a frame: to whoever sees it nothing of a case is shown. */
export const showUnframed = (context: Context, status: 403 | 409 | 413 | 415 | 500, title: string, content: Child) =>
  context.html(page({ title, alert: alertFor(context), children: content }), status);

const refuse = (context: Context, status: 403 | 413 | 415, title: string, says: string, back?: false) =>
  showUnframed(context, status, title, <SentencePage {...{ title, says, ...(back === false && { back }) }} />);

/** Whoever is refused must not take sending for paused. */
const alertFor = ({ req }: Context) => (req.method === "POST" && req.path === pauseAddress ? <NotPaused /> : undefined);

/** Refuses whoever is not signed in, and sets who it is. `rules`: where a browser signs in. */
export const signedIn =
  (person: Person, rules: SignInSettings | undefined): MiddlewareHandler<Vars> =>
  async (context, next) => {
    const who = await person(context.req.raw, context.env);
    if (!who?.name.trim())
      return rules ? askToSignIn(context) : refuse(context, 403, "Not signed in", notSignedInSays, false);
    context.set("signedIn", { ...who, name: who.name.trim() });
    return next();
  };

const notSignedInSays = "This console shows nothing to anybody who is not signed in.";

const notOurs = "This request did not come from a page of this console, so nothing was recorded.";

const underWhoseName = ({ fields }: SentForm): string =>
  fields.some(([name]) => name === writtenBy)
    ? "It names who wrote it: whoever else signs in can’t send it."
    : "It does not say who wrote it, so it is then recorded under the name of whoever is signed in.";

const askToSignIn = async (context: Context) => {
  const { pathname, search } = new URL(context.req.url);
  const isForm = context.req.method === "POST";
  // Nobody is asked to send it again: another site may have made it.
  if (isForm && !comesFromOurPage(context.req.raw)) return refuse(context, 403, "Not from here", notOurs);
  const again = isForm ? await writtenIn(context, pathname + search) : undefined;
  const says = !isForm
    ? notSignedInSays
    : again
      ? "You are not signed in any more, so nothing was recorded. What you wrote is still here: sign in again in a " +
        `new tab, then send it from this one. ${underWhoseName(again)}`
      : "You are not signed in any more, so nothing was recorded. Sign in again in a new tab, then reload " +
        "this page: the browser offers to send the form once more.";
  const next: Next = {
    text: "Sign in",
    href: isForm ? "/sign-in" : `/sign-in?to=${encodeURIComponent(ownPath(pathname + search))}`,
    inNewTab: isForm,
  };
  const title = "Not signed in";
  return showUnframed(context, 403, title, <SignInPage {...{ title, says, next, again }} />);
};

/** One of our forms, to be sent again and not acted upon. Nothing if it has a file or is too long. */
const writtenIn = async ({ req }: Context, action: string): Promise<SentForm | undefined> => {
  const isShort = Number(req.header("content-length") ?? 0) <= bodyBytesAtMost;
  if (!isShort || !isForm(req) || ownPath(action) !== action) return undefined;
  // What is no form is nobody's to send again.
  const form = await req.formData().catch(() => new FormData());
  const isFile = (value: File | string): value is File => typeof value !== "string";
  const fields = [...form].flatMap(([name, value]): [string, string][] => (isFile(value) ? [] : [[name, value]]));
  const hasFile = [...form.values()].some((value) => isFile(value) && value.size > 0);
  const characters = fields.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  const isTooMuch = characters > bodyBytesAtMost || fields.length > fieldsBackAtMost;
  return hasFile || isTooMuch || fields.length === 0 ? undefined : { action, fields };
};

const mayHaveFile = ({ path }: Pick<HonoRequest, "path">): boolean => takesAFile.includes(path);

const isForm = (req: HonoRequest): boolean => {
  const type = req.header("content-type");
  return isFields(type) || (mayHaveFile(req) && /^multipart\/form-data\b/i.test(type ?? ""));
};

const isFields = (type = ""): boolean => /^application\/x-www-form-urlencoded\b/i.test(type);

const boundedBy = (maxSize: number, says: string) =>
  bodyLimit({ maxSize, onError: (context) => refuse(context, 413, "Too long", says) });
const bounded = boundedBy(bodyBytesAtMost, "The form is longer than this console takes. Nothing was recorded.");
const boundedFile = boundedBy(
  fileBytesAtMost,
  "The file is larger than the 1.5 MB that this console takes, so none of it was taken in. Use the command line, " +
    "which takes more: npx takedown report --csv FILE, or npx takedown settings import FILE",
);

/** A request that changes something must be a short form of our own pages. */
export const ownFormsOnly: MiddlewareHandler = async (context, next) => {
  if (context.req.method !== "POST") return next();
  if (!comesFromOurPage(context.req.raw))
    return refuse(context, 403, "Not from here", `${notOurs} Open the case and decide there.`);
  if (!isForm(context.req)) return refuse(context, 415, "Not a form", "Only this console’s own forms are read.");
  return mayHaveFile(context.req) ? boundedFile(context, next) : bounded(context, next);
};

/**
 * Records a form only in the name of whom its page was shown to: somebody else may have signed in since and
 * sent it. They see whose it is and what it says. A form that names nobody is its sender's.
 */
export const inOwnNameOnly: MiddlewareHandler<Vars> = async (context, next) => {
  const { req } = context;
  if (req.method !== "POST") return next();
  const { name } = context.get("signedIn");
  const form = mayHaveFile(req) ? await req.formData() : new URLSearchParams(await req.text());
  const writers = form.getAll(writtenBy).map((writer) => (typeof writer === "string" ? writer : ""));
  const writer = writers.find((one) => !isSamePerson(one, name));
  if (writer === undefined) return next();
  const wrote = [...form].flatMap(([field, value]) =>
    field === writtenBy || typeof value !== "string" || value === "" ? [] : [`${field}: ${value}`],
  );
  const { pathname, search } = new URL(req.url);
  const address = ownPath(pathname + search);
  const says =
    `${shown(writer) || "Somebody else"} wrote this form, and you are signed in as ${shown(name)}. Nothing was ` +
    "recorded. To do what it says in your own name, do so on its page.";
  const back = [address, "To its page"] as const;
  const page = <SentencePage title="Not sent" {...{ says, back }} wrote={shownWords(wrote.join("\n"))} by="they" />;
  return showUnframed(context, 409, "Not sent", page);
};

/** A search posts only to keep its words out of logs. Saved lists and sessions are people's own. */
const readersForms: readonly string[] = ["/search", "/lists", ownSessionsAddress];

/** Whoever may only read changes nothing by any form. */
export const decidersOnly: MiddlewareHandler<Vars> = async (context, next) => {
  if (context.req.method !== "POST" || readersForms.includes(context.req.path) || context.get("signedIn").mayDecide)
    return next();
  return refuse(
    context,
    403,
    "For reviewers",
    "You may read everything here and decide nothing. Nothing was recorded.",
  );
};
