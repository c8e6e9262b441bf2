import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { lookUp } from "../../../infra/command/look-up.ts";
import { addSetting } from "../../../infra/command/settings.ts";
import { readEndpoints, writeEndpoints } from "../../../infra/local/endpoints.ts";
import { sampleRegistries } from "../../../infra/local/sample/registries.ts";
import { type Registries, registriesVariable, startRegistries } from "../../../infra/local/sample/registry-servers.ts";
import { besideATable } from "../../support/beside-a-table.ts";

/* What a look-up would say if the second person agreed, while nothing of it is in force. */

const { folder, said } = besideATable();
let registries: Registries;
beforeAll(async () => {
  registries = await startRegistries(sampleRegistries("2026-11-24T10:00:00.000Z"));
});
afterAll(() => registries.close());
beforeEach(() => {
  const endpoints = readEndpoints(folder);
  if (endpoints) writeEndpoints(folder, { ...endpoints, registries: registriesVariable(registries) });
});

const told = async (proposal?: string): Promise<readonly string[]> => {
  said.length = 0;
  await lookUp("account-check.example", {
    folder,
    category: "phishing",
    json: true,
    ...(proposal !== undefined && { with: proposal }),
  });
  const answer: { readonly told: readonly { readonly email: string }[] } = JSON.parse(said.join(""));
  return answer.told.map(({ email }) => email);
};

const corrects = (kind: string, ...words: readonly string[]) =>
  addSetting(kind, words, { folder, why: "Their desk told us on the phone." });

test("a corrected contact is told in a look-up with its proposal, and in no other", async () => {
  await corrects(
    "provider",
    "name=Harbour",
    "matches=account-check.example",
    "scope=platform",
    "email=new@harbour.example",
  );
  expect(said[0]).toContain("proposal-1 waits for a week");
  expect((await told("proposal-1"))[0]).toBe("new@harbour.example");
  expect((await told())[0]).toBe("abuse@harbour.example");
});

test("a proposal that is not there, or in force already, is refused with where they stand", async () => {
  await corrects("opt-out", "desk=abuse@network.example");
  for (const id of ["proposal-7", "opt-out-1"])
    await expect(told(id)).rejects.toThrow(`There is no ${id}, or it is over. All are listed by`);
});
