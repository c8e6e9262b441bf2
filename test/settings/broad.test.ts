import { expect, test } from "vitest";
import { misspelt } from "../../functions/settings/broad.ts";

test.each([
  ["AS0", "AS0 is no system; its number is from 1 to 4294967295"],
  ["as4294967296", "as4294967296 is no system; its number is from 1 to 4294967295"],
  ["AS99999999999", "AS99999999999 is no system; its number is from 1 to 4294967295"],
  ["192.0.2.5/24", "192.0.2.5/24 begins within its network; write 192.0.2.0/24, or 192.0.2.5 alone"],
  ["2001:db8::1/32", "2001:db8::1/32 begins within its network; write 2001:db8::/32, or 2001:db8::1 alone"],
  ["192.0.2.0/024", "192.0.2.0/024 has a length that begins with 0; write 192.0.2.0/24"],
])("%s is misspelt", (written, says) => {
  expect(misspelt(written)).toBe(says);
});

test.each([
  "AS1",
  "AS4294967295",
  "192.0.2.0/24",
  "192.0.2.5",
  "192.0.2.5/32",
  "2001:db8::/32",
  "@as0.example",
  "pages.example",
])("%s is taken as it is written", (written) => {
  expect(misspelt(written)).toBeUndefined();
});
