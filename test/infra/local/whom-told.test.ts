import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registrySources } from "../../../functions/adapters/registries.ts";
import { isEntry } from "../../../functions/store/queue-entry.ts";
import { keptSources } from "../../../infra/command/foresee/kept-sources.ts";
import { playReport } from "../../../infra/command/scenarios/play-report.ts";
import { sampleRegistries } from "../../../infra/local/sample/registries.ts";
import { type Registries, registriesVariable, startRegistries } from "../../../infra/local/sample/registry-servers.ts";
import { sampleReports } from "../../../infra/local/sample/reports.ts";
import { sampleSettings, withChannels } from "../../../infra/local/sample/settings.ts";
import { whomStories } from "../../../infra/local/sample/whom.ts";
import { byApi, cloud, registrars } from "../../../infra/local/sample/world.ts";
import type { Story } from "../../../infra/local/tally.ts";
import { whomTold } from "../../../infra/local/whom-told.ts";

const began = "2026-11-24T10:00:00.000Z";
let registries: Registries;
let told: readonly Story[];

/**
 * The samples' own reports of the stories, for three weeks in which no desk answers: further up the
 * escalation path than `--once` comes, whose desks do.
 */
beforeAll(async () => {
  registries = await startRegistries(sampleRegistries("2026-11-24T10:00:00.000Z"));
  const sources = keptSources(registrySources(registriesVariable(registries), true)("urgent"));
  const play = async ({ host }: { readonly host: string }): Promise<Story> => {
    const [message] = sampleReports(began).filter(({ body }) => body.includes(`"https://${host}/`));
    if (!message) throw new Error(`No sample is about ${host}.`);
    const { state, events } = await playReport({
      message: message.body,
      lane: "standard",
      settings: sampleSettings,
      sources,
      began,
    });
    if (isEntry(state)) throw new Error(`The sample about ${host} opened no case.`);
    return { state, history: [{ version: 1, at: began, events }] };
  };
  told = await Promise.all(whomStories.map(play));
});
afterAll(() => registries.close());

test.each([
  [byApi.suffix, "godaddy"],
  [cloud.page, "aws"],
])("a report that the API of %s took is among what was told, and nothing waits for it", async (suffix, channel) => {
  const sources = keptSources(registrySources(registriesVariable(registries), true)("standard"));
  const [message] = sampleReports(began).filter(({ body }) => body.includes(suffix));
  if (!message) throw new Error("No sample is about the provider with an API.");
  const { mails } = await playReport({
    message: message.body,
    lane: "standard",
    settings: withChannels,
    sources,
    began,
  });
  expect(mails[0]).toMatchObject({ to: { channel }, step: "first" });
});

/** One story's case with a further mail that went to this mailbox. */
const withMailTo = (host: string, email: string): readonly Story[] =>
  told.map((one) => {
    if (one.state.kind !== "case" || one.state.target.host !== host) return one;
    const { notices } = one.state;
    const [any] = told.flatMap(({ state }) => (state.kind === "case" ? state.notices : []));
    if (!any) throw new Error("Nobody was told at all.");
    const mail = {
      ...any,
      id: "spoilt",
      level: 9,
      state: "delivered",
      sentAt: any.notBefore,
      to: { ...any.to, email, scope: "registrar" },
    } as const;
    return { ...one, state: { ...one.state, notices: [...notices, mail] } };
  });

describe("the samples' stories of whom we tell", () => {
  test("come out as the sample world says, at every step of the escalation path", () => {
    expect(whomTold(told).faults).toEqual([]);
  });

  test("are a fault where the registrar of a platform's name has a mail", () => {
    expect(whomTold(withMailTo("bank-login.easel.example", registrars.two.abuse)).faults).toEqual([
      "abuse@registrar-two.example had a mail about bank-login.easel.example, of which it must never hear",
      "abuse@registrar-two.example (registrar) had a mail about bank-login.easel.example, which is none of its matters",
    ]);
  });

  test("are a fault where nobody is told who should be, and where no case is about the host", () => {
    const [, ...others] = told;
    expect(whomTold(others).faults).toEqual(["no case is about bank-login.easel.example"]);
    const unsent = told.map((one) =>
      one.state.kind === "case" ? { ...one, state: { ...one.state, notices: [] } } : one,
    );
    expect(whomTold(unsent).faults).toContain(
      "storage.trellis.example was told to nobody first, not to abuse@trellis.example",
    );
  });
});

test("the guide's table of stories is what they come to", () => {
  const { rows } = whomTold(told);
  const table = whomStories.map(
    ({ shows, host, never }, at) => `| ${shows} | \`${host}\` | ${rows[at]?.[1]} | ${never.join(", ") || "–"} |`,
  );
  expect(readFileSync("infra/guides/whom-it-tells.md", "utf8")).toContain(table.join("\n"));
});
