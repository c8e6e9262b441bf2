import type { Clock } from "../kernel/instant.ts";

export const systemClock: Clock = { now: () => new Date().toISOString() };
