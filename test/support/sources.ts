export { playedSources } from "../../infra/command/scenarios/played-sources.ts";

export const entity = (
  roles: readonly string[],
  email: string | undefined,
  more: Readonly<Record<string, unknown>> = {},
) => ({
  objectClassName: "entity",
  roles,
  vcardArray: [
    "vcard",
    [["version", {}, "text", "4.0"], ["fn", {}, "text", "Desk"], ...(email ? [["email", {}, "text", email]] : [])],
  ],
  ...more,
});

export const rdapNetwork = (
  range: readonly [string, string],
  entities: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
) => ({
  objectClassName: "ip network",
  startAddress: range[0],
  endAddress: range[1],
  country: "NL",
  entities,
  ...more,
});
