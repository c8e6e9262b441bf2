import type { Context } from "hono";
import type { Case } from "../../case/case.ts";
import type { NotDone } from "../../review/by-hand.ts";
import { correctCase, foreseeCorrection } from "../../review/correct.ts";
import { type GivenHold, holdCase, releaseCase } from "../../review/hold.ts";
import { reopenCase } from "../../review/reopen.ts";
import type { CaseWork } from "../../store/work.ts";
import type { Vars } from "../gate.tsx";
import type { Here, Routes } from "../pages.tsx";
import type { Said } from "../parts.tsx";
import { hostsOf, shown } from "../shown.ts";
import { type Deed, type DeedRefused, type ReadDeed, readDeed } from "./by-hand-part.tsx";
import { CorrectionPage, type ToTell } from "./correction-page.tsx";
import { showsCase } from "./show-case.tsx";
import { contended } from "./take-verdict.ts";

/** Hold, release and reopen by hand. A correction is seen as its mails first. */
export const deedRoutes: Routes = (app, deps, pages) => {
  const { work, log, noticeText } = deps;
  const showCase = showsCase(deps, pages);

  const recorded = (context: Here, does: Deed, caseId: string) => {
    log.info(deedOf[does].code, { caseId });
    return context.redirect(`/cases/${encodeURIComponent(caseId)}?recorded=${deedOf[does].recorded}`, 303);
  };
  const refuse = (context: Here, state: Case, deedRefused: DeedRefused, error?: NotDone) => {
    const beside = wroteBeside(state, deedRefused);
    if (!error)
      return showCase(context, state, { said: { ...notRecorded(deedRefused), ...beside }, deedRefused, status: 422 });
    if (error.kind !== "refused") return showCase(context, state, { said: contended, deedRefused, status: 503 });
    const { field, reason } = error;
    const isOfForm = field === "until" || field === "explanation";
    const back = { ...deedRefused, problems: isOfForm ? { [field]: reason } : {} };
    const said: Said = field === undefined ? { kind: "bad", title: "Not recorded", text: reason } : notRecorded(back);
    return showCase(context, state, { said: { ...said, ...beside }, deedRefused: back, status: 422 });
  };

  const takeDeed = (does: AtOnce) => async (context: Context<Vars, "/cases/:id/hold">) => {
    const caseId = context.req.param("id");
    const by = context.get("signedIn").name;
    const read = readDeed(does, new URLSearchParams(await context.req.text()));
    const done = read.ok ? await deedOf[does].record(work, { caseId, by, ...read.value }) : undefined;
    if (done?.ok) return recorded(context, does, caseId);
    const state = await work.store.read(caseId);
    if (!state) return pages.noSuchCase(context);
    return read.ok
      ? refuse(context, state, { does, filled: filledOf(read.value), problems: {} }, done?.error)
      : refuse(context, state, { does, ...read.error });
  };
  for (const does of atOnce) app.post(`/cases/:id/${does}`, takeDeed(does));

  app.post("/cases/:id/correct", async (context) => {
    const caseId = context.req.param("id");
    const form = new URLSearchParams(await context.req.text());
    const read = readDeed("correct", form);
    const before = await work.store.read(caseId);
    if (!before) return pages.noSuchCase(context);
    if (!read.ok) return refuse(context, before, { does: "correct", ...read.error });
    const { why, explanation } = read.value;
    const given = { caseId, by: context.get("signedIn").name, why, explanation };
    const deedRefused: DeedRefused = { does: "correct", filled: filledOf(read.value), problems: {} };
    const done =
      form.get("confirmed") === "yes" ? await correctCase(work, { ...given, seen: form.get("seen") ?? "" }) : undefined;
    if (done?.ok) return recorded(context, "correct", caseId);
    const state = (done && (await work.store.read(caseId))) ?? before;
    const changed = done?.error.kind === "refused" && done.error.field === "seen" ? done.error.reason : undefined;
    if (done && changed === undefined) return refuse(context, state, deedRefused, done.error);
    const now = work.clock.now();
    const foreseen = foreseeCorrection(state, given, work.policyOf, now);
    if (!foreseen.ok) return refuse(context, state, deedRefused, { kind: "refused", ...foreseen.error });
    const mails: ToTell[] = [];
    for (const notice of foreseen.value.mails) {
      const mail = await noticeText(foreseen.value.next, notice.id);
      if (!mail.ok)
        return refuse(context, state, deedRefused, { kind: "refused", field: "explanation", reason: mail.error });
      mails.push({ notice, mail: mail.value });
    }
    return pages.show(
      context,
      `${changed === undefined ? "" : "Not recorded: "}Send this correction? – ${caseId}`,
      <CorrectionPage {...{ foreseen: foreseen.value, mails, filled: { explanation, why }, changed, now }} />,
    );
  });
};

/** Need no second look: they only narrow, or another undoes them. */
const atOnce = ["hold", "release", "reopen"] as const;
type AtOnce = (typeof atOnce)[number];

const deedOf = {
  hold: {
    record: (work: CaseWork, { caseId, by, why, until }: GivenHold) =>
      holdCase(work, { caseId, by, why, ...(until && { until }) }),
    code: "case.held",
    recorded: "held",
  },
  release: {
    record: (work: CaseWork, { caseId, by, why }: GivenHold) => releaseCase(work, { caseId, by, why }),
    code: "case.released",
    recorded: "released",
  },
  correct: {
    code: "case.corrected",
    recorded: "corrected",
  },
  reopen: {
    record: (work: CaseWork, { caseId, by, why }: GivenHold) => reopenCase(work, { caseId, by, why }),
    code: "case.reopened",
    recorded: "reopened",
  },
} as const;

const filledOf = ({ why, until = "", explanation }: ReadDeed): DeedRefused["filled"] => ({
  why,
  until: until.slice(0, 16),
  explanation,
});

/** What they typed, if the case no longer shows that form. */
const wroteBeside = (state: Case, { does, filled }: DeedRefused): Pick<Said, "wrote"> => {
  const isClosed = state.closed !== undefined;
  if (isClosed === (does === "reopen")) return {};
  return { wrote: shown([filled.explanation, filled.why].filter((words) => words !== "").join("\n"), hostsOf(state)) };
};

const notRecorded = ({ does, problems }: Pick<DeedRefused, "does" | "problems">): Said => ({
  kind: "bad",
  title: "Not recorded",
  fields: Object.entries(problems).map(([field, says]) => ({ id: `${field}-${does}`, says })),
});
