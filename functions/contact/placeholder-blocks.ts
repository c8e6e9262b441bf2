import { pattern } from "../kernel/pattern.ts";

const placeholder = pattern("i", [
  "NON-RIPE-NCC-MANAGED",
  "^STUB-",
  "^IANA-",
  "^ERX-NETBLOCK",
  "^APNIC-ERX",
  "^AFRINIC-ERX",
  "^EU-ZZ-",
  "NOT-ALLOCATED",
  "^UNALLOCATED",
  "^(RIPE|APNIC|LACNIC|AFRINIC)-(ERX|CIDR-BLOCK)",
]);

/** Blocks that a registry lists only as somebody else's. */
export const isPlaceholderName = (name: string): boolean => placeholder.test(name);
