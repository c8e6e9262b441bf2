import { playedSecrets } from "../local/servers/channels/plays.ts";
import { type PlayedChannels, startChannels } from "../local/servers/channels/start.ts";
import { type Check, must, report } from "./checks.ts";
import { aws, changeVariables, type Environment } from "./cloud.ts";

/** Providers' APIs on loopback; whatever they are asked about, they have acted by then. */
export const playProviders = (): Promise<PlayedChannels> => startChannels(0, Date.now, () => "ACTIONED");

/** Enters each provider's secret as an operator does. */
export const enterSecrets = async (environment: Environment): Promise<void> => {
  for (const [provider, secret] of Object.entries(playedSecrets))
    await aws(
      environment,
      "secretsmanager",
      "put-secret-value",
      ...["--secret-id", `takedown-rehearsal-channel-${provider}`],
      ...["--secret-string", JSON.stringify(secret)],
    );
};

/** Says to the function where providers' APIs are played. */
export const introduceProviders = (environment: Environment, { url }: PlayedChannels): Promise<void> =>
  changeVariables(environment, "tell-channel", { PLAYED_CHANNELS: url });

/** What the deployed function does with a provider that is told by its API. */
export const tellsByApi = (played: PlayedChannels): Check => ({
  holds: "A provider is told by its API, once and by no mail; the status that it gives moves the case",
  sees: async ({ put, caseWhere, age, hurried, sink }) => {
    const mails = sink.mails().length;
    await put("report-standard", report("R-10", "phishing", "https://gift-card.parcel.example/verify"));
    const told = await caseWhere("hotline/R-10", "the report taken by the API", ({ notices }) =>
      notices.some(({ state, to }) => state === "sent" && to.channel === "godaddy"),
    );
    const [taken, ...more] = played.submitted("godaddy");
    must(taken !== undefined && more.length === 0, `GoDaddy's API has ${played.submitted("godaddy").length} reports.`);
    must(told.notices[0]?.ticket === taken.id, `The case has the number ${told.notices[0]?.ticket}.`);
    await age(told.id, 1.1);
    const { closed, notices } = await hurried(
      caseWhere(
        "hotline/R-10",
        "the provider's word on record",
        (state) => state.notices.some(({ answer }) => answer !== undefined) || state.closed !== undefined,
      ),
    );
    must(played.submitted("godaddy").length === 1, "It was put to the API again.");
    must(
      sink
        .mails()
        .slice(mails)
        .every(({ recipients }) => !recipients.join().includes("invalid")),
      "A mail went to a provider that is told by its API.",
    );
    return `${taken.id}: ${taken.type}; ACTIONED (${notices[0]?.answer ?? closed?.outcome ?? "on record"})`;
  },
});

/** Off and on again, as the runbook's page channel-shut has it done. */
export const pausesAndGoesOn = (played: PlayedChannels, redeploy: (paused: boolean) => Promise<void>): Check => ({
  holds: "A provider that is paused is told nothing, a person gets its form; it goes on by the secret that it had",
  sees: async ({ put, caseWhere }) => {
    const page = "https://gift-card.parcel.example";
    const before = played.submitted("godaddy").length;
    await redeploy(true);
    await put("report-standard", report("R-11", "phishing", `${page}/paused`));
    await caseWhere("hotline/R-11", "the question for its form", ({ reviews }) =>
      reviews.some(({ question }) => question === "form-only"),
    );
    must(played.submitted("godaddy").length === before, "A provider that is paused was told.");
    await redeploy(false);
    await put("report-standard", report("R-12", "phishing", `${page}/goes-on`));
    await caseWhere("hotline/R-12", "the report taken by the API", ({ notices }) =>
      notices.some(({ state, to }) => state === "sent" && to.channel === "godaddy"),
    );
    return "two deployments; its queues and its secret stayed";
  },
});
