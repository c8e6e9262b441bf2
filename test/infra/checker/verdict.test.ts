import { expect, test } from "vitest";
import { type Sight, verdictOf } from "../../../infra/checker/verdict.ts";

const page = (status: number, more: Partial<Extract<Sight, { kind: "page" }>> = {}): Sight => ({
  kind: "page",
  status,
  isOwnHost: true,
  showsMarker: false,
  ...more,
});
const failed: Sight = { kind: "nothing", why: "no answer" };
const marked = page(200, { showsMarker: true });

test.each<[string, readonly Sight[], string]>([
  ["404 for every user agent", [page(404), page(404), page(404)], "gone"],
  ["404 and 410", [page(404), page(410)], "gone"],
  ["404 for one, and a page for another: it hides", [page(404), page(200)], "silent"],
  ["404 for one, and the marker for another", [page(404), marked], "still-up"],
  ["404 for one, and no answer for another", [page(404), failed], "silent"],
  ["a 404 of another host that it leads to", [page(404, { isOwnHost: false }), page(404)], "silent"],
  ["the marker on the page of another host", [page(200, { isOwnHost: false, showsMarker: true })], "still-up"],
  ["a page without the marker: it may hide, or be parked", [page(200), page(200)], "silent"],
  ["the marker on an error page", [page(404, { showsMarker: true })], "gone"],
  ["a country's block", [page(451), page(451)], "silent"],
  ...[401, 403, 429, 500, 503].map((status): [string, Sight[], string] => [`${status}`, [page(status)], "silent"]),
  ["no answer", [failed, failed], "silent"],
  ["no visit", [], "silent"],
])("%s", (_, sights, status) => {
  expect(verdictOf(sights).status).toBe(status);
});
