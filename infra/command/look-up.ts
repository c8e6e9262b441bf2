import { registrySources } from "../../functions/adapters/registries.ts";
import { systemContact } from "../../functions/contact/network-contact.ts";
import { defangHost } from "../../functions/kernel/defang.ts";
import type { Settings } from "../../functions/kernel/settings.ts";
import type { Category } from "../../functions/report/category.ts";
import { plain, targetOf } from "../../functions/report/plain.ts";
import { readEndpoints } from "../local/endpoints.ts";
import { liveSettings } from "../local/live-settings.ts";
import { sampleSettings } from "../local/sample/settings.ts";
import { asIndentedJson } from "./as-json.ts";
import { type NamedStage, stageOf } from "./connection.ts";
import { foresee } from "./foresee/foresee.ts";
import { sayForeseen } from "./foresee/say-foreseen.ts";
import { print, printErrorLine, printText } from "./print.ts";
import { CommandProblem } from "./problem.ts";
import { sayContact } from "./say-contact.ts";
import { settingsWith } from "./settings.ts";

type Options = {
  readonly folder: string;
  readonly category: Category;
  readonly domainIsMalicious?: true;
  readonly json?: true;
  readonly explain?: true;
  /** A proposal that waits for a second person, as if it were in force. */
  readonly with?: string;
  readonly table?: string;
} & NamedStage;

/**
 * By whose settings, and which registries: those of the running `npm start`, of a stage in
 * `infra/stack/stages.ts`, or none but the list of providers; with a proposal what its table says, too.
 */
const ask = async ({
  with: proposal,
  ...where
}: Options): Promise<{ readonly settings: Settings; readonly registries: string | undefined }> => {
  const registries = where.stage === undefined ? readEndpoints(where.folder)?.registries : undefined;
  if (proposal !== undefined) return { settings: await settingsWith(proposal, where), registries };
  if (where.stage !== undefined) return { settings: stageOf(where).settings, registries };
  return { settings: registries === undefined ? liveSettings : sampleSettings, registries };
};

/**
 * Prints whom a report of this host would tell, and why. Asks the sample registries of the `npm
 * start` that runs with this folder, else the real registries. Network: registries and DNS, never
 * the host itself. Writes to nobody.
 */
export const lookUp = async (what: string, options: Options): Promise<void> => {
  const { category, domainIsMalicious = false, json, explain } = options;
  const { settings, registries } = await ask(options);
  const sources = registrySources(registries, settings.allowReserved)("urgent");
  const now = new Date().toISOString();
  const asked = plain(what);
  const saysWhom = registries === undefined ? "the registries" : "the sample registries";
  printErrorLine(`Looking up ${defangHost(asked)} in ${saysWhom} …`);
  const asn = /^as(\d{1,10})$/i.exec(asked)?.[1];
  if (asn) {
    const answer = { askedAt: now, addresses: [], retry: false, ...(await systemContact(sources, asn)) };
    printText(json ? asIndentedJson(answer) : sayContact(answer, asked.toUpperCase()));
    return;
  }
  const foreseen = await foresee({ target: targetOf(asked), category, domainIsMalicious, settings, sources, now });
  if (!foreseen.ok) {
    const { reason, fix } = foreseen.error;
    const isSample = registries === undefined && isReservedName(asked);
    const known = `Names of the samples are known while npm start runs with the folder ${options.folder}.`;
    throw new CommandProblem(`"${what}": ${reason} ${isSample ? known : fix}`);
  }
  const { contact } = foreseen.value;
  if (json) printText(asIndentedJson(foreseen.value));
  else print(`${sayForeseen(foreseen.value)}${explain && contact ? `\n${sayContact(contact)}` : ""}`);
};

const isReservedName = (asked: string): boolean => /^([a-z]+:\/\/)?[^/]*\.example(:\d+)?([/?#]|$)/i.test(asked);
