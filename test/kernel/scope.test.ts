import { expect, test } from "vitest";
import { byScope, directoryScopes, nationalScopes, scopes } from "../../functions/kernel/scope.ts";

test("kinds of recipient stand in one order, with a place of its own for each", () => {
  expect(scopes.toSorted(byScope)).toEqual(["platform", "network", "registrar", "upstream", "hotline", "cert", "site"]);
  expect(scopes.filter((one) => scopes.some((other) => other !== one && byScope(one, other) === 0))).toEqual([]);
});

test("the directory names providers' desks, and the country rows a country's", () => {
  expect(directoryScopes).toEqual(["platform", "network", "upstream", "registrar"]);
  expect(nationalScopes).toEqual(["hotline", "cert"]);
});
