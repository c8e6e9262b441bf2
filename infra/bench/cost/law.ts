/*
 * What a million first notices cost. Twice: a million spread evenly over a month, with the batches that
 * Lambda's readers then gather, and messages that fill every batch. The law is on the first.
 * X-Ray's traces are in it where the stage `example`, which takes every default, has them; beside
 * it stands what they would cost.
 *
 * SES's own price stands apart: it is the same however notices are sent. Beside ours stands the
 * same flow as one execution of Step Functions Standard for each case, by its transitions alone.
 */
import { tableText } from "../../local/tally.ts";
import { readStage, type Stage } from "../../stack/stages.ts";
import { type FunctionName, functionsOf, queuesOf, topology } from "../../stack/topology.ts";
import { type Bill, billOf, fixedOf, plus, rotationsOf, traced, transitionsOf } from "./bill.ts";
import { type Flow, playFlow, playGathered } from "./flow.ts";
import type { Reading } from "./meter.ts";
import { spreadOf } from "./month.ts";
import { costOptions } from "./options.ts";
import { monthly, priceList, prices, provisionedPrices } from "./prices.ts";
import { resourcesOf } from "./resources.ts";
import { whyOf } from "./why.ts";

const million = 1_000_000;
const repliesShare = 0.3;
/** Dollars for a million first notices, SES apart. */
const atMost = {
  onDemand: { notice: 40, withFollowUp: 80, gathered: 35 },
  provisioned: { notice: 30, withFollowUp: 60 },
  /** A month of a stage in which nothing happens. */
  idle: 15,
};

const { cases, calls } = costOptions(process.argv);

const dollars = (amount: number): string => amount.toFixed(2);

const stage = readStage("example");

const bills = (
  { notice, followUp, replies, firstNotices }: Flow,
  { traces }: Pick<Stage, "traces">,
  pricesOf: typeof provisionedPrices = prices,
) => {
  const bill = (reading: Reading) =>
    billOf(traces ? traced(reading, million / firstNotices) : reading, million / firstNotices, pricesOf);
  return { notice: bill(notice), withFollowUp: bill(plus(notice, followUp, replies)) };
};

const tableOf = ({ notice, withFollowUp }: { readonly notice: Bill; readonly withFollowUp: Bill }): string =>
  tableText([
    ["US dollars", "first notice", `with one follow-up and ${repliesShare} replies`],
    ...withFollowUp.lines.map(([service, sum]): readonly [string, string, string] => [
      service,
      dollars(notice.lines.find(([name]) => name === service)?.[1] ?? 0),
      dollars(sum),
    ]),
    ["platform", dollars(notice.platform), dollars(withFollowUp.platform)],
    ["SES's own price", dollars(notice.ses), dollars(withFollowUp.ses)],
  ]);

const xRayIn = ({ lines }: Bill): number => lines.find(([service]) => service === "X-Ray")?.[1] ?? 0;

const callsOf = ({ notice, followUp, replies, firstNotices }: Flow): string =>
  Object.entries({ "first notice": notice, "follow-up": followUp, replies })
    .map(
      ([name, { calls: of }]) =>
        `${name}:\n${tableText(
          Object.entries(of)
            .map(([call, times]) => [call.replace(/\s+/g, " "), times] as const)
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([call, times]) => [call, (times / firstNotices).toFixed(2), whyOf(call)] as const),
        )}`,
    )
    .join("\n");

const batchSizeOf = (name: FunctionName): number => topology[name].batchSize ?? 1;
const spread = spreadOf(million);
const evenly = await playFlow({ cases, repliesShare, ...spread });
const law = bills(evenly, stage);

console.log(
  `For ${million} first notices, from ${cases} cases played; prices of ${priceList.region} on ${priceList.readOn}.`,
);
const gathered = functionsOf({}).flatMap((name) => {
  const { fedBy } = topology[name];
  const queues = typeof fedBy === "string" ? [] : fedBy.filter((queue) => spread.together(name, queue) > 1);
  return queues.map((queue) => `${spread.together(name, queue)} messages of ${queue}`);
});
console.log(
  "\nSpread evenly over a month; " +
    `together come ${[...gathered, `${spread.linesTogether} lines of the history`].join(", ")}, all else one by one:`,
);
console.log(tableOf(law));
const provisioned = bills(evenly, stage, provisionedPrices);
console.log(
  "  The platform, with provisioned capacity of the table, half used: " +
    `${dollars(provisioned.notice.platform)} and ${dollars(provisioned.withFollowUp.platform)}.`,
);
const inTraces = bills(evenly, { traces: true });
console.log(
  `  X-Ray's traces, ${stage.traces ? "on" : "off"} by default: ${dollars(xRayIn(inTraces.notice))} ` +
    `and ${dollars(xRayIn(inTraces.withFollowUp))}.`,
);
console.log("\nMessages fill each batch:");
console.log(
  tableOf(
    bills(
      await playFlow({
        cases,
        repliesShare,
        together: batchSizeOf,
        cameTogether: true,
        linesTogether: batchSizeOf("tell-reporters"),
      }),
      stage,
    ),
  ),
);
const gathering = await playGathered({ cases, ...spread });
const gatheredBill = billOf(gathering.notice, million / cases);
console.log(
  `\nGathered in digests, ${cases} cases on ${gathering.desks} desks in ${gathering.mails} mails, for a million cases:`,
);
console.log(
  tableText([
    ...gatheredBill.lines.map(([service, sum]): readonly [string, string] => [service, dollars(sum)]),
    ["platform", dollars(gatheredBill.platform)],
    ["SES's own price", dollars(gatheredBill.ses)],
  ]),
);
const transitions = [
  transitionsOf({ followUps: 0, replies: 0 }),
  transitionsOf({ followUps: 1, replies: repliesShare }),
] as const;
console.log("\nThe same flow as one execution of Step Functions Standard for each case, its transitions alone:");
console.log(
  tableText([
    ["each case", "first notice", `with one follow-up and ${repliesShare} replies`],
    ["transitions of one case", ...transitions.map((entered) => entered.toFixed(1))],
    ["US dollars", ...transitions.map((entered) => dollars(entered * million * prices["stepFunctions.transitions"]))],
  ]),
);
console.log("\nA month, whatever happens:");
const resources = await resourcesOf(stage);
const fixed = fixedOf(resources, { queues: queuesOf({}).length, idleMinute: evenly.idleMinute });
const idle = fixed.reduce((sum, [, amount]) => sum + amount, 0);
console.log(tableText([...fixed, ["together", idle] as const].map(([name, amount]) => [name, dollars(amount)])));
console.log(`From the third year on keys cost ${dollars(rotationsOf(resources))} more: two rotations of each.`);
const stored =
  (((evenly.notice.used["dynamoDb.storedBytes"] ?? 0) + (evenly.followUp.used["dynamoDb.storedBytes"] ?? 0)) /
    evenly.firstNotices) *
  million;
const storedGigabytes = stored / 1024 ** 3;
const storedDollars = storedGigabytes * monthly.storedGigabyte;
console.log(
  `A million cases with one follow-up lie in the table as ${storedGigabytes.toFixed(2)} GB, index entries apart: ` +
    `${dollars(storedDollars)} a month, ${dollars(6 * storedDollars)} for the half year that they are kept.`,
);
if (calls) console.log(`\nCalls for one first notice, spread evenly:\n${callsOf(evenly)}`);

const held = [
  ["a million first notices", law.notice.platform, atMost.onDemand.notice],
  ["with their follow-ups", law.withFollowUp.platform, atMost.onDemand.withFollowUp],
  ["cases whose notices are gathered with others", gatheredBill.platform, atMost.onDemand.gathered],
  ["first notices, provisioned", provisioned.notice.platform, atMost.provisioned.notice],
  ["with their follow-ups, provisioned", provisioned.withFollowUp.platform, atMost.provisioned.withFollowUp],
  ["a month in which nothing happens", idle, atMost.idle],
] as const;
const missed = held.filter(([, is, most]) => is > most);
console.log("\nThe platform's part, and what it is to be at most:");
console.log(
  tableText(held.map(([what, is, most]) => [what, dollars(is), dollars(most), is > most ? "not met" : "met"])),
);
if (missed.length > 0)
  console.log(
    "Why not: each step of a case is a transaction of its state and a line of its history, at two units an item, " +
      "as that is what keeps a notice from going out twice; --calls says what each call is for.",
  );
process.exitCode = missed.length === 0 ? 0 : 1;
