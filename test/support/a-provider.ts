import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { closeHttp, listenOnLoopback } from "../../infra/local/servers/loopback.ts";
import { oidcProviderRoutes } from "../../infra/local/servers/oidc-provider.ts";

export type { Spoilt } from "../../infra/local/servers/oidc-provider.ts";
export const issuer = "https://id.provider.example";
export const client = { id: "takedown", secret: "a secret of the provider's, with % and +" } as const;

/**
 * An OIDC provider on loopback. `fetch` leads to it from the address that it claims, and nowhere
 * else.
 */
export const aProvider = async () => {
  const routes = await oidcProviderRoutes(issuer, client);
  let isDown = false;
  const server = createServer(getRequestListener(routes.app.fetch));
  const port = await listenOnLoopback(server, 0);
  const ask: typeof fetch = (url, options) => {
    const at = new URL(String(url));
    if (at.origin !== issuer) throw new Error(`Nobody may ask ${at.origin}.`);
    // The port of nobody: what a provider that is down looks like.
    return fetch(`http://127.0.0.1:${isDown ? 9 : port}${at.pathname}${at.search}`, { ...options, redirect: "manual" });
  };
  return {
    ...routes,
    fetch: ask,
    goesDown: (down: boolean) => {
      isDown = down;
    },
    close: () => closeHttp(server),
  };
};
export type Provider = Awaited<ReturnType<typeof aProvider>>;
