import { expect, test } from "vitest";
import { plusHours, plusMinutes } from "../../functions/kernel/instant.ts";
import { aFlow, nativeMessage, statusMessage } from "../support/a-flow.ts";

/** A case that was reported at 10:00 as seen at 09:00, and what is known of when it was seen. */
const reported = async () => {
  const flow = aFlow();
  await flow.report(nativeMessage({ seenAt: plusHours(flow.now(), -1) }));
  const seen = async () => {
    const { firstSeenAt, lastSeenAt } = await flow.theCase();
    return { firstSeenAt, lastSeenAt };
  };
  return { ...flow, flow, seen, firstSeenAt: plusHours(flow.now(), -1) };
};

test("is when a reporter said that it is still up; when it was first seen stays", async () => {
  const { flow, seen, firstSeenAt } = await reported();
  await flow.pass({ hours: 30 });
  const said = plusMinutes(flow.now(), -20);
  await flow.report(statusMessage("still-up", said));
  expect(await seen()).toEqual({ firstSeenAt, lastSeenAt: said });
});

test("is never later than the message that says so, whatever its reporter's clock shows", async () => {
  const { flow, seen, firstSeenAt } = await reported();
  await flow.pass({ hours: 30 });
  await flow.report(statusMessage("still-up", plusMinutes(flow.now(), 4)));
  expect(await seen()).toEqual({ firstSeenAt, lastSeenAt: flow.now() });
});

test("is no earlier for a word that comes late", async () => {
  const { flow, seen, firstSeenAt } = await reported();
  await flow.pass({ hours: 2 });
  const old = plusMinutes(flow.now(), -30);
  await flow.report(nativeMessage({ reporter: "cert", reportId: "c-1", seenAt: flow.now() }));
  const lastSeenAt = flow.now();
  await flow.pass({ hours: 1 });
  await flow.report(statusMessage("still-up", old));
  expect(await seen()).toEqual({ firstSeenAt, lastSeenAt });
});

test.each(["gone", "withdrawn", "hold", "release"])("is not moved by '%s'", async (status) => {
  const { flow, seen, firstSeenAt } = await reported();
  await flow.pass({ hours: 2 });
  if (status === "release") await flow.says("hold");
  await flow.says(status);
  expect(await seen()).toEqual({ firstSeenAt, lastSeenAt: firstSeenAt });
});
