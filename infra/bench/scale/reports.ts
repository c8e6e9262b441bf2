import type { Store } from "dynalite/db/index.js";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { tableName } from "../../local/stand.ts";
import {
  began,
  benchRegistries,
  casesAnHour,
  deskOf,
  flowSettings,
  reportOn,
  seeClocks,
  withinAnHour,
} from "../cost/flow.ts";
import type { Heard } from "../cost/meter.ts";
import { type MeteredStand, meteredStand } from "../cost/metered-stand.ts";
import { prices } from "../cost/prices.ts";
import { fill } from "./fill.ts";

/** What one report takes, up to its delivered notice, and a sweep, while so many cases wait. */
export type AtScale = {
  readonly waiting: number;
  readonly writeUnits: number;
  readonly readUnits: number;
  /** Of DynamoDB, for a million such reports. */
  readonly dollarsOfAMillion: number;
  /** Of each report, by all functions. */
  readonly processorMs: readonly number[];
  readonly sweepReadUnits: number;
  readonly sweepWriteUnits: number;
  readonly sweepMs: readonly number[];
};

const desks = 192;
const sweeps = 5;
/** So many of those that wait are looked for in the index before anything is measured. */
const looked = 1_000;

/** A query asks for a list, and a list may grow: each that is asked has to be one that was filled. */
const listAsked = ({ operation, body }: Heard): string | undefined => {
  if (operation !== "Query") return undefined;
  const { IndexName, ExpressionAttributeValues = {} } = JSON.parse(body) as {
    readonly IndexName?: string;
    readonly ExpressionAttributeValues?: Readonly<Record<string, { readonly S?: string }>>;
  };
  const [partition = ""] = Object.values(ExpressionAttributeValues).flatMap(({ S }) => (S === undefined ? [] : [S]));
  return IndexName ?? partition.split("#")[0];
};

type Playing = MeteredStand & { readonly tookMs: (number | undefined)[]; readonly sites: { next: number } };

const take = (taken: (number | undefined)[]): number => taken.splice(0).reduce<number>((sum, ms) => sum + (ms ?? 0), 0);

const playSweeps = async ({ invoke, count, tookMs }: Playing) => {
  await invoke("follow-up", {});
  count.take();
  take(tookMs);
  const sweepMs: number[] = [];
  for (let sweep = 0; sweep < sweeps; sweep++) {
    await invoke("follow-up", {});
    sweepMs.push(take(tookMs));
  }
  const { used } = count.take();
  return {
    sweepReadUnits: (used["dynamoDb.readUnits"] ?? 0) / sweeps,
    sweepWriteUnits: (used["dynamoDb.writeUnits"] ?? 0) / sweeps,
    sweepMs,
  };
};

/** Reports on so many hosts, on each as many as its desk gets one by one. */
const playReports = async (playing: Playing, waiting: number, hosts: number): Promise<AtScale> => {
  const { put, settle, delivered, stand, count, tookMs, sites } = playing;
  const processorMs: number[] = [];
  const swept = await playSweeps(playing);
  for (let host = 0; host < hosts; host++, sites.next++) {
    const before = stand.ses.mails().length;
    for (let at = 0; at < casesAnHour; at++)
      await put("report-standard", reportOn(withinAnHour(sites.next * casesAnHour + at)));
    await settle();
    const mails = stand.ses.mails().slice(before);
    if (mails.length !== casesAnHour)
      throw new Error(`${casesAnHour} reports led to ${mails.length} notices while ${waiting} cases wait.`);
    await delivered(mails);
    processorMs.push(take(tookMs) / casesAnHour);
  }
  const { used } = count.take();
  const reports = hosts * casesAnHour;
  const [writes, reads] = [used["dynamoDb.writeUnits"] ?? 0, used["dynamoDb.readUnits"] ?? 0];
  return {
    waiting,
    writeUnits: writes / reports,
    readUnits: reads / reports,
    dollarsOfAMillion:
      ((writes * prices["dynamoDb.writeUnits"] + reads * prices["dynamoDb.readUnits"]) / reports) * 1_000_000,
    processorMs,
    ...swept,
  };
};

/**
 * Plays reports through the deployed bundles on a table in which ever more cases wait, and looks at
 * what each takes. The table is DynamoDB's double on this machine; units are what AWS charges for
 * what it was asked.
 */
export const reportsAtScale = async (
  scales: readonly number[],
  hosts: number,
  say: (words: string) => void,
): Promise<{ readonly rows: readonly AtScale[]; readonly lists: readonly string[] }> => {
  const registries = await benchRegistries();
  const tookMs: (number | undefined)[] = [];
  const lists = new Set<string>();
  let store: Store | undefined;
  const metered = await meteredStand(
    began,
    flowSettings,
    registries,
    { together: () => 1, cameTogether: true, linesTogether: 100 },
    {
      heard: (call) => {
        const list = listAsked(call);
        if (list !== undefined) lists.add(list);
      },
      invoked: ({ processorMs }) => tookMs.push(processorMs),
      onTable: (opened) => {
        store = opened;
      },
    },
  );
  const playing: Playing = { ...metered, tookMs, sites: { next: 0 } };
  try {
    await seeClocks(metered);
    // What each process does once is none of it.
    await playReports(playing, 0, 1);
    lists.clear();
    const rows: AtScale[] = [];
    let waiting = 0;
    for (const scale of scales) {
      say(`${scale} cases wait …`);
      const next = Array.from({ length: hosts }, (_, at) => deskOf(playing.sites.next + at));
      if (!store) throw new Error("The table was not opened.");
      const each = Math.ceil(scale / desks);
      await fill(store, { table: tableName, now: metered.clock.now(), from: waiting, to: scale, desks: next, each });
      waiting = scale;
      const expected = Math.min(scale, looked);
      const inTenDays = plusHours(metered.clock.now(), 24 * 11);
      const seen = expected === 0 ? [] : await metered.stand.store.due(inTenDays, expected);
      if (seen.length < expected) throw new Error(`Of ${scale} cases only ${seen.length} are in the index.`);
      rows.push(await playReports(playing, scale, hosts));
    }
    return { rows, lists: [...lists].sort() };
  } finally {
    await metered.close();
    await registries.close();
  }
};
