import { Agent } from "undici";
import { type Guard, guardedLookup } from "./guarded-lookup.ts";

export const guardedAgent = (guard: Guard, deadlineMs: number): Agent =>
  new Agent({
    connect: { lookup: guardedLookup(guard), timeout: Math.min(deadlineMs, 3000) },
    maxHeaderSize: 16_384,
    headersTimeout: deadlineMs,
    bodyTimeout: deadlineMs,
    keepAliveTimeout: 4000,
    pipelining: 0,
  });
