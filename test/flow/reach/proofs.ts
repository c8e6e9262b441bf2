import type { reachTables } from "../../../infra/guides/families/settings-reach.ts";
import { countries } from "./countries.ts";
import { policyProofs } from "./policy.ts";
import type { Proofs } from "./proof.ts";
import { reporters } from "./reporters.ts";
import { settingsProofs } from "./settings.ts";

/** What proves each row of the page of reach, by its table and its name. */
export const proofs: { readonly [Table in keyof typeof reachTables]: Readonly<Record<string, Proofs>> } = {
  settings: settingsProofs,
  reporters,
  countries,
  policy: policyProofs,
};
