import type { MiddlewareHandler } from "hono";

/**
 * What every answer carries. Nothing but our own stylesheet and our own script is loaded, nothing
 * else runs, the script reads our own pages alone, nothing frames us, nothing is kept in a cache,
 * and no address of ours is told to anybody (ASVS V3.4).
 */
const headers = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Two years, for this host alone: what else stands below the operator's name is not ours to decide.
  // By plain HTTP, as on one machine, browsers pass over it (RFC 6797 §8.1).
  "Strict-Transport-Security": "max-age=63072000",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  // Pages here are for the person on call, and hold what was reported.
  "X-Robots-Tag": "noindex, nofollow",
} as const;

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
};

/**
 * Whether a request that changes something came from one of our own pages. Browsers say so in
 * Sec-Fetch-Site; where one is too old for that, Origin has to be ours. A request that says neither
 * is refused (ASVS V3.5.1).
 */
export const comesFromOurPage = (request: Request): boolean => {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return request.headers.get("origin") === new URL(request.url).origin;
};
