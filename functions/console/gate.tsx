import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { page } from "./layout.tsx";
import { comesFromOurPage } from "./security.ts";
import { SentencePage } from "./small-pages.tsx";

/** Who is signed in; `env` is what the server hands beside the request (in Lambda: the event). Nobody sees anything without it. */
export type Person = (request: Request, env: unknown) => string | undefined;

export type Vars = { Variables: { person: string } };

/** A verdict is a sentence and an answer, a search one URL. */
const bodyBytesAtMost = 64 * 1024;

const refuse = (context: Context, status: 403 | 413 | 415, title: string, says: string, back = true) =>
  context.html(page({ title, children: <SentencePage title={title} says={says} back={back} /> }), status);

/** Lets nobody in who is not signed in, and notes who it is for the history. */
export const signedIn =
  (person: Person): MiddlewareHandler<Vars> =>
  async (context, next) => {
    const who = person(context.req.raw, context.env)?.trim();
    if (!who) return refuse(context, 403, "Not signed in", "This console shows nothing to anybody who is not signed in.", false);
    context.set("person", who);
    return next();
  };

const bounded = bodyLimit({
  maxSize: bodyBytesAtMost,
  onError: (context) => refuse(context, 413, "Too long", "The form is longer than this console takes. Nothing was recorded."),
});

/** A request that changes something has to be a form of our own pages, and a short one. */
export const ownFormsOnly: MiddlewareHandler<Vars> = async (context, next) => {
  if (context.req.method !== "POST") return next();
  if (!comesFromOurPage(context.req.raw))
    return refuse(
      context,
      403,
      "Not from here",
      "This request did not come from a page of this console, so nothing was recorded. Open the case and decide there.",
    );
  if (!/^application\/x-www-form-urlencoded\b/i.test(context.req.header("content-type") ?? ""))
    return refuse(context, 415, "Not a form", "Only this console’s own forms are read.");
  return bounded(context, next);
};
