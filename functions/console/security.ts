import type { MiddlewareHandler } from "hono";

/**
 * Only our own stylesheet and script load, nothing else runs, the script reads only our own pages,
 * nothing frames us, nothing is cached, and nobody gets an address of ours (ASVS V3.4).
 */
const headers = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; form-action 'self'; " +
    "base-uri 'none'; frame-ancestors 'none'",
  "Cache-Control": "no-store",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  // Two years, this host alone: others are not ours. Ignored over plain HTTP (RFC 6797 §8.1).
  "Strict-Transport-Security": "max-age=63072000",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
  // Pages are for the person on call and hold what was reported.
  "X-Robots-Tag": "noindex, nofollow",
} as const;

export const securityHeaders: MiddlewareHandler = async (context, next) => {
  await next();
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
};

/**
 * Whether a request came from one of our pages, by Sec-Fetch-Site or, in browsers too old for that,
 * Origin. A request with neither is refused (ASVS V3.5.1).
 */
export const comesFromOurPage = (request: Request): boolean => {
  const site = request.headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  return request.headers.get("origin") === new URL(request.url).origin;
};
