import { atLimits } from "../checks/checked-stages.ts";
import { sampleSettings } from "../local/sample/settings.ts";
import type { StageRow } from "../stack/stages.ts";
import { region as home, type Rehearsed } from "./cloud.ts";
import { clientId } from "./sign-in.ts";

const { stage: _stage, configurationSets: _sets, allowReserved: _reserved, ...settings } = sampleSettings;

/** What the stage is told where nothing else is said. */
export const asRehearsed: Rehearsed = {
  issuer: "https://id.takedown.example",
};

/**
 * The stage that is rehearsed, in the form in which an operator writes theirs: the sample world's
 * names, which are reserved ones.
 */
export const rehearsalRow = ({
  issuer,
  paused = false,
  region = home,
  atLimits: zone = "",
}: Rehearsed & { readonly region?: string | undefined }): StageRow => {
  const row: StageRow = {
    region,
    onCall: ["on-call@takedown.example"],
    inboundMail: true,
    settings: {
      ...settings,
      signIn: { issuer, clientId, reviewers: ["on-call"] },
      channels: { cloudflare: {}, godaddy: { paused }, aws: {} },
    },
  };
  return zone === "" ? row : asFarAsPlayed(atLimits(row), zone);
};

/** Without what the emulator can't make (`gaps.ts`), and not as a dry run, which writes to no desk. */
const asFarAsPlayed = (row: StageRow, hostedZoneId: string): StageRow => ({
  ...row,
  dns: row.dns && { ...row.dns, hostedZoneId },
  account: undefined,
  isolated: undefined,
  monthlyBudgetUsd: undefined,
  keepSesEventsDays: undefined,
  backup: undefined,
  settings: { ...row.settings, dryRunMailbox: undefined },
});
