import { type Check, must, report } from "./checks.ts";
import { until } from "./deployed.ts";

const desk = "abuse@baobab.example";
const other = "abuse@canyon.example";

/**
 * The senders rest meanwhile, so that both notices lie on their queue when the person decides; the
 * neighbour's proves that what lay there does go out.
 */
export const optOutStopsWhatIsQueued: Check = {
  holds: "An opt-out that a person records at the command line stops the notice that is queued already",
  sees: async ({ rests, put, caseWhere, waiting, takedown, mailTo, sink }) => {
    const goOn = await rests("notice-urgent");
    try {
      await put("report-urgent", report("R-5", "ncii", "https://baobab-leaks.example/a"));
      await put("report-urgent", report("R-6", "ncii", "https://updates-now.example/b"));
      for (const key of ["hotline/R-5", "hotline/R-6"])
        await caseWhere(key, "its notice queued", ({ notices }) => notices[0]?.state === "queued");
      // A hint is dropped once its case is written, so that a notice is queued a moment earlier.
      await until("both hints on their queue", async () => ((await waiting("notice-urgent")) >= 2 ? true : undefined));
      const said = await takedown("settings", "add", "opt-out", `desk=${desk}`, "--why", "They asked us to stop.");
      must(said.includes("opt-out-"), `The command line says: ${said}`);
    } finally {
      await goOn();
    }
    await mailTo(other);
    const { notices, reviews } = await caseWhere("hotline/R-5", "its notice stopped, and what is next", (state) => {
      const [first, ...next] = state.notices;
      return first?.state === "cancelled" && (next.length > 0 || state.reviews.length > 0);
    });
    const mails = sink.mails().filter(({ recipients }) => recipients.includes(desk)).length;
    must(mails === 0, `${mails} mails went to ${desk}.`);
    const [, next] = notices;
    return (
      `0 mails to ${desk}: ${notices[0]?.problem}; next ` +
      (next ? `${next.to.email} (${next.state})` : `a person is asked: ${reviews[0]?.question}`)
    );
  },
};
