/*
 * npm run bench:cost: what a million first notices cost, or with --reports a month of your own,
 * from the calls that the deployed bundles make on servers on loopback (`cost/flow.ts`) and a dated
 * price list (`cost/prices.ts`, which also holds what is assumed). Not counted: cold starts,
 * traffic, look-ups beyond DNS and registries.
 */
import { costOptions } from "./cost/options.ts";

const { reports, ...options } = costOptions(process.argv);
if (reports === undefined) await import("./cost/law.ts");
else await import("./cost/own-month.ts").then(({ sayOwnMonth }) => sayOwnMonth({ ...options, reports }));
