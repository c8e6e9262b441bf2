import type { Lane } from "../../../functions/report/category.ts";
import { tableText } from "../../local/tally.ts";
import { chosenStage } from "../../stack/stage-file.ts";
import { optionWords } from "../../stack/stages.ts";
import { queuesOf } from "../../stack/topology.ts";
import { fixedOf, rotationsOf } from "./bill.ts";
import { playFlow } from "./flow.ts";
import { monthOf, spreadOf } from "./month.ts";
import type { costOptions } from "./options.ts";
import { monthly, priceList } from "./prices.ts";
import { resourcesOf } from "./resources.ts";

const repliesShare = 0.3;
const dollars = (amount: number): string => amount.toFixed(2);
const gigabyte = 1024 ** 3;

type Asked = ReturnType<typeof costOptions> & { readonly reports: number };

/** Prints what a month of a team's own numbers costs, on its own stage. Plays each lane that the month has. */
export const sayOwnMonth = async ({ cases, reports, shareUrgent = 0.1, stage: named, stageFile }: Asked) => {
  const stage = chosenStage(named, stageFile, optionWords);
  const urgent = Math.round(reports * shareUrgent);
  const play = async (lane: Lane, of: number) =>
    of === 0
      ? undefined
      : { reports: of, played: await playFlow({ cases: Math.min(cases, of), repliesShare, lane, ...spreadOf(of) }) };
  const [ofUrgent, ofStandard] = [await play("urgent", urgent), await play("standard", reports - urgent)];
  const played = (ofStandard ?? ofUrgent)?.played;
  if (!played) throw new Error("A month without reports has nothing to play.");
  const { notice, withFollowUp, storedBytes } = monthOf(
    { ...(ofUrgent && { urgent: ofUrgent }), ...(ofStandard && { standard: ofStandard }) },
    stage,
  );
  const resources = await resourcesOf(stage);
  const standing = fixedOf(resources, {
    queues: queuesOf(stage.settings).length,
    idleMinute: played.idleMinute,
  });
  const always = standing.reduce((sum, [, amount]) => sum + amount, 0);
  const all = [notice, withFollowUp].map(({ platform, ses }) => platform + ses + always);

  console.log(
    `${reports} reports in a month, ${urgent} of them urgent, each a case of its own with a mail of its own, on the ` +
      `stage ${stage.name}; prices of ${priceList.region} on ${priceList.readOn}, no free tier.\n`,
  );
  console.log(
    tableText([
      ["US dollars a month", "first notice", `with one follow-up and ${repliesShare} replies`],
      ...withFollowUp.lines.map(([service, sum]): readonly [string, string, string] => [
        service,
        dollars(notice.lines.find(([name]) => name === service)?.[1] ?? 0),
        dollars(sum),
      ]),
      ["SES's own price", dollars(notice.ses), dollars(withFollowUp.ses)],
      ["whatever happens", dollars(always), dollars(always)],
      ["together", ...(all.map(dollars) as [string, string])],
      ["cents for a report", ...(all.map((sum) => ((100 * sum) / reports).toFixed(3)) as [string, string])],
    ]),
  );
  console.log("\nWhatever happens, by what it is:");
  console.log(tableText(standing.map(([name, amount]) => [name, dollars(amount)] as const)));
  console.log(`From the third year on keys cost ${dollars(rotationsOf(resources))} more: two rotations of each.`);
  const stored = storedBytes / gigabyte;
  const kept = dollars(stored * monthly.storedGigabyte);
  console.log(
    `\nA month's cases lie in the table as ${stored.toFixed(3)} GB: ${kept} in each month that they are kept, ` +
      "index entries apart.\nReports that join a case, and notices that share a mail " +
      "(digests), cost less than this; questions to persons, look-ups beyond DNS and registries, cold starts and " +
      "traffic are not counted.",
  );
};
