import { Hono } from "hono";
import { DamagedCase, sayDamaged } from "../store/damaged-case.ts";
import { deedRoutes } from "./case/deeds.tsx";
import { caseRoutes } from "./case/routes.tsx";
import { casesRoutes } from "./cases/routes.tsx";
import { deadLetterRoutes } from "./dead-letters/routes.tsx";
import { entryRoutes } from "./entry/routes.tsx";
import { formAddressRoutes } from "./form-addresses.ts";
import { decidersOnly, inOwnNameOnly, ownFormsOnly, showUnframed, signedIn, type Vars } from "./gate.tsx";
import { keysScript } from "./keys.ts";
import { listRoutes } from "./list/routes.tsx";
import { takeBackRoutes, togetherRoutes } from "./list/together-routes.tsx";
import { overviewRoutes } from "./overview/routes.tsx";
import { overviewStyle } from "./overview/style.ts";
import { type ConsoleDeps, pagesOf, type Routes } from "./pages.tsx";
import { policyRoutes } from "./policy/routes.tsx";
import { renewalScript } from "./renewal.ts";
import { reportRoutes } from "./report/routes.tsx";
import { securityHeaders } from "./security.ts";
import { sendingRoutes } from "./sending/routes.tsx";
import { SentencePage } from "./sentence-page.tsx";
import { settingsRoutes } from "./settings/routes.tsx";
import { stoppedDeskRoutes } from "./stopped-desks/routes.tsx";
import { stylesheet } from "./style.ts";
import { timesScript } from "./times.ts";

const rooms: readonly Routes[] = [
  // Before the settings, who answer for all below them.
  formAddressRoutes,
  listRoutes,
  togetherRoutes,
  takeBackRoutes,
  sendingRoutes,
  casesRoutes,
  caseRoutes,
  entryRoutes,
  deedRoutes,
  overviewRoutes,
  reportRoutes,
  policyRoutes,
  settingsRoutes,
  deadLetterRoutes,
  stoppedDeskRoutes,
];

/**
 * Server-rendered, loads nothing from elsewhere, works without its script, puts others' words in
 * text nodes only. Writes verdicts by `recordVerdict` alone.
 */
export const consoleApp = (deps: ConsoleDeps): Hono<Vars> => {
  const app = new Hono<Vars>();
  const { settings, log } = deps;
  const pages = pagesOf(settings);

  app.use(securityHeaders);
  app.get("/style.css", (context) =>
    context.body(stylesheet + overviewStyle, 200, { "Content-Type": "text/css; charset=utf-8" }),
  );
  app.get("/script.js", (context) =>
    context.body(timesScript + keysScript + renewalScript, 200, { "Content-Type": "text/javascript; charset=utf-8" }),
  );
  app.use(signedIn(deps.person, settings.signIn));
  app.use(ownFormsOnly);
  app.use(decidersOnly);
  app.use(inOwnNameOnly);

  app.use(async (context, next) => {
    // The page of sending reads it anew. If it can't be read, what needs no table works.
    if (!/^\/sending\b/.test(context.req.path))
      context.set("sending", await deps.sending.lately().catch(() => undefined));
    await next();
  });

  for (const room of rooms) room(app, deps, pages);

  app.notFound((context) => pages.sayOnly(context, 404, "No such page", "There is nothing at this address."));
  app.onError((error, context) => {
    // A message may hold what was reported, so only the error's class is logged.
    const caseId = error instanceof DamagedCase ? error.caseId : undefined;
    log.error("unforeseen", { ...(caseId !== undefined && { caseId }), error: error.name, source: "console" });
    if (caseId !== undefined)
      return pages.sayOnly(context, 503, "This case was damaged", `${sayDamaged(caseId)} No other is touched by it.`);
    const title = "Something failed";
    const says =
      "Nobody foresaw this, and it is in the log. Whether a decision was recorded stands in the case’s " +
      "timeline; look there before you decide again.";
    return showUnframed(context, 500, title, <SentencePage title={title} says={says} />);
  });
  return app;
};
