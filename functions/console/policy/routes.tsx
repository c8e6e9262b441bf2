import { rowsOf } from "../../escalation/policy.ts";
import { previewOf } from "../../notice/preview.ts";
import { saidLeftOut } from "../left-out.ts";
import type { Routes } from "../pages.tsx";
import { courseOfCaseLike, isChoice, readCaseLike } from "./case-like.ts";
import { CoursePage } from "./course-page.tsx";
import { PolicyPage } from "./policy-page.tsx";
import { PreviewPage, readPreview } from "./preview-page.tsx";

export const policyRoutes: Routes = (app, { work, settings }, { show }) => {
  app.get("/policy", (context) =>
    show(context, "Policy", <PolicyPage rows={[...rowsOf(settings).values()]} settings={settings} />, "policy"),
  );

  app.get("/policy/course", (context) => {
    const asked = readCaseLike((name) => context.req.query(name), settings, work.clock.now());
    const played = courseOfCaseLike(asked, settings);
    const said = saidLeftOut(new URL(context.req.url).searchParams, isChoice(settings), "It is played without.");
    return show(context, "A case like this", <CoursePage {...{ asked, played, settings, said }} />, "policy");
  });

  app.get("/policy/notices", async (context) => {
    const chosen = readPreview((name) => context.req.query(name));
    const composed = await previewOf(chosen, settings);
    return show(context, "Every notice", <PreviewPage chosen={chosen} composed={composed} />, "policy");
  });
};
