import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { movableClock } from "../../../infra/local/clock.ts";
import { type Delivery, openDeliveries } from "../../../infra/local/deliveries.ts";

describe("the movable clock", () => {
  let realMs = 0;
  const began = "2026-11-24T10:00:00.000Z";
  beforeEach(() => {
    realMs = 5000;
  });
  const clock = (speed: number) => movableClock(began, speed, () => realMs);

  it("runs at its speed", () => {
    const fast = clock(3600);
    realMs += 1000;
    expect(fast.now()).toBe("2026-11-24T11:00:00.000Z");
  });

  it("stands still until it is moved by hand", () => {
    const still = clock(0);
    realMs += 1_000_000;
    expect(still.now()).toBe(began);
    still.jumpTo("2026-11-26T00:00:00.000Z");
    expect(still.now()).toBe("2026-11-26T00:00:00.000Z");
  });

  it("never goes back by hand", () => {
    const fast = clock(1000);
    realMs += 60_000;
    const then = fast.now();
    fast.jumpTo(began);
    realMs += 5;
    expect(fast.now() > then).toBe(true);
  });

  it("runs in real time for as long as it is slowed, however seldom it is read, then at its speed again", () => {
    const fast = clock(600);
    realMs += 1000;
    fast.slowFor(60_000);
    expect(fast.speed()).toBe(1);
    realMs += 59_000;
    expect(fast.now()).toBe("2026-11-24T10:10:59.000Z");
    realMs += 2000;
    expect([fast.now(), fast.speed()]).toEqual(["2026-11-24T10:21:00.000Z", 600]);
  });
});

describe("the schedule of deliveries", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "deliveries-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const at = (id: string, hour: string): Delivery => ({
    id,
    at: `2026-11-24T${hour}:00:00.000Z`,
    does: { kind: "event", mailNumber: 1, outcome: { kind: "Delivery" } },
  });

  it("gives what is due, oldest first, once", () => {
    const deliveries = openDeliveries(folder);
    deliveries.plan([at("c", "12"), at("a", "10"), at("b", "11")]);
    expect(deliveries.dueAt()).toBe("2026-11-24T10:00:00.000Z");
    expect(deliveries.takeDue("2026-11-24T11:00:00.000Z").map(({ id }) => id)).toEqual(["a", "b"]);
    expect(deliveries.takeDue("2026-11-24T11:00:00.000Z")).toEqual([]);
    expect([deliveries.count(), deliveries.dueAt()]).toEqual([1, "2026-11-24T12:00:00.000Z"]);
  });

  it("goes on after a restart, and does not plan again what it had before", () => {
    const first = openDeliveries(folder);
    first.plan([at("a", "10"), at("b", "11")]);
    first.takeDue("2026-11-24T10:00:00.000Z");
    const second = openDeliveries(folder);
    second.plan([at("a", "10"), at("b", "11"), at("c", "12")]);
    expect(second.takeDue("2026-11-24T23:00:00.000Z")).toEqual([at("b", "11"), at("c", "12")]);
    expect(second.dueAt()).toBeUndefined();
  });

  it("says what to do about a file that is not a schedule", () => {
    writeFileSync(join(folder, "deliveries.json"), "{");
    expect(() => openDeliveries(folder)).toThrow(/is not a schedule of deliveries; remove it to begin anew/);
  });
});
