import { expect, it } from "vitest";
import { restingServers } from "../../functions/adapters/resting-servers.ts";
import type { Asked } from "../../functions/contact/sources.ts";

it("leaves a server alone for as long as it asked for, and no other", async () => {
  let now = 0;
  const asked: string[] = [];
  const replies: Asked<string>[] = [
    { kind: "silent", server: "a", detail: "HTTP 429", retryAfterMs: 5000 },
    { kind: "answer", server: "b", value: "yes" },
    { kind: "answer", server: "a", value: "again" },
  ];
  const ask = restingServers<string, string>(
    (server) => {
      asked.push(server);
      return Promise.resolve(replies[asked.length - 1] ?? { kind: "none", server, detail: "" });
    },
    (server) => server,
    () => now,
  );
  expect((await ask("a")).kind).toBe("silent");
  now = 4999;
  expect(await ask("a")).toMatchObject({ kind: "silent", detail: expect.stringContaining("Left alone") });
  expect((await ask("b")).kind).toBe("answer");
  now = 5000;
  expect((await ask("a")).kind).toBe("answer");
  expect(asked).toEqual(["a", "b", "a"]);
});

it("goes on asking a server that was only slow", async () => {
  let times = 0;
  const ask = restingServers<string, string>(
    (server) => {
      times++;
      return Promise.resolve({ kind: "silent", server, detail: "No answer in time." });
    },
    (server) => server,
    () => 0,
  );
  await ask("a");
  await ask("a");
  expect(times).toBe(2);
});
