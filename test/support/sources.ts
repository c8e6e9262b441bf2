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

/** 192.0.2.0/24 with this desk. */
export const networkOf = (email: string, more: Readonly<Record<string, unknown>> = {}) =>
  rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], email)], more);

export const autnumOf = (email: string) => ({ objectClassName: "autnum", entities: [entity(["abuse"], email)] });

/** A domain at the registrar with this desk. */
export const registered = (email: string | undefined, more: Readonly<Record<string, unknown>> = {}) => ({
  objectClassName: "domain",
  entities: [entity(["registrar"], undefined, { entities: [entity(["abuse"], email)] })],
  ...more,
});
