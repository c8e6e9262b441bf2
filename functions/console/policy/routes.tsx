import { rowsOf } from "../../escalation/policy.ts";
import { previewOf } from "../../notice/preview.ts";
import type { Routes } from "../pages.tsx";
import { courseOfCaseLike, readCaseLike } from "./case-like.ts";
import { CoursePage } from "./course-page.tsx";
import { PolicyPage } from "./policy-page.tsx";
import { PreviewPage, readPreview } from "./preview-page.tsx";

export const policyRoutes: Routes = (app, { work, settings }, { show }) => {
  app.get("/policy", (context) =>
    show(
      context,
      "Policy",
      <PolicyPage rows={[...rowsOf(settings).values()]} settings={settings} now={work.clock.now()} />,
      "policy",
    ),
  );

  app.get("/policy/course", (context) => {
    const { asked, problems } = readCaseLike((name) => context.req.query(name), settings, work.clock.now());
    const played = problems.length > 0 ? undefined : courseOfCaseLike(asked, settings);
    return show(
      context,
      "A case like this",
      <CoursePage {...{ asked, problems, played, settings }} />,
      "policy",
      played ? 200 : 422,
    );
  });

  app.get("/policy/notices", async (context) => {
    const chosen = readPreview((name) => context.req.query(name));
    return show(
      context,
      "Every notice",
      <PreviewPage chosen={chosen} composed={await previewOf(chosen, settings)} />,
      "policy",
    );
  });
};
