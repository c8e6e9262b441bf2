import type { Context } from "hono";
import type { CaseWork } from "../../matters/work.ts";
import { correctCase, type GivenCorrection } from "../../review/correct.ts";
import { type GivenHold, holdCase, releaseCase } from "../../review/hold.ts";
import { reopenCase } from "../../review/reopen.ts";
import type { Vars } from "../gate.tsx";
import type { Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { type Deed, type DeedRefused, deeds, readDeed } from "./by-hand-part.tsx";
import { showsCase } from "./show-case.tsx";

/** A hold, a release, a correction, and a closed case opened again, by hand. */
export const deedRoutes: Routes = (app, deps, pages) => {
  const { work, log } = deps;
  const showCase = showsCase(deps, pages);

  const takeDeed = (does: Deed) => async (context: Context<Vars, "/cases/:id/hold">) => {
    const caseId = context.req.param("id");
    const by = context.get("signedIn").name;
    const read = readDeed(does, new URLSearchParams(await context.req.text()));
    const done = read.ok ? await deedOf[does].record(work, { caseId, by, ...read.value }) : undefined;
    if (done?.ok) {
      log.info(deedOf[does].code, { caseId });
      return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${deedOf[does].recorded}`, 303);
    }
    const state = await work.store.read(caseId);
    if (!state) return pages.noSuchCase(context);
    if (!read.ok)
      return showCase(context, state, {
        said: notRecorded(read.error.problems, does),
        deedRefused: { does, ...read.error },
        status: 422,
      });
    const { why, until = "", explanation } = read.value;
    const filled = { why, until: until.slice(0, 16), explanation };
    if (done?.error.kind !== "refused") {
      const text =
        "Others changed this case in the same moment, again and again. What you wrote is still here: " +
        "send it once more.";
      return showCase(context, state, {
        said: { kind: "bad", title: "Not recorded", text },
        deedRefused: { does, filled, problems: {} },
        status: 503,
      });
    }
    const { field, reason } = done.error;
    const problems = field === "until" || field === "explanation" ? { [field]: reason } : {};
    const said: Said =
      field === undefined ? { kind: "bad", title: "Not recorded", text: reason } : notRecorded(problems, does);
    return showCase(context, state, { said, deedRefused: { does, filled, problems }, status: 422 });
  };
  for (const does of deeds) app.post(`/cases/:id/${does}`, takeDeed(does));
};

const deedOf = {
  hold: {
    record: (work: CaseWork, { caseId, by, why, until }: GivenDeed) =>
      holdCase(work, { caseId, by, why, ...(until && { until }) }),
    code: "case.held",
    recorded: "held",
  },
  release: {
    record: (work: CaseWork, { caseId, by, why }: GivenDeed) => releaseCase(work, { caseId, by, why }),
    code: "case.released",
    recorded: "released",
  },
  correct: {
    record: (work: CaseWork, { caseId, by, why, explanation }: GivenDeed) =>
      correctCase(work, { caseId, by, why, explanation }),
    code: "case.corrected",
    recorded: "corrected",
  },
  reopen: {
    record: (work: CaseWork, { caseId, by, why }: GivenDeed) => reopenCase(work, { caseId, by, why }),
    code: "case.reopened",
    recorded: "reopened",
  },
} as const;
type GivenDeed = GivenHold & GivenCorrection;

const notRecorded = (problems: DeedRefused["problems"], does: Deed): Said => ({
  kind: "bad",
  title: "Not recorded",
  fields: Object.entries(problems).map(([field, says]) => ({ id: `${field}-${does}`, says })),
});
