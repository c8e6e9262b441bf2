import { mkdirSync } from "node:fs";
import { createServer } from "node:https";
import { getRequestListener } from "@hono/node-server";
import { selfSigned } from "../local/servers/certificate.ts";
import { closeHttp, listenOnLoopback, loopback } from "../local/servers/loopback.ts";
import { oidcProviderRoutes } from "../local/servers/oidc-provider.ts";
import { type Check, must } from "./checks.ts";
import { aws, changeVariables, type Environment } from "./cloud.ts";

export const clientId = "takedown";
const client = { id: clientId, secret: "entered by the operator" };

type Routes = Awaited<ReturnType<typeof oidcProviderRoutes>>;
export type RehearsedProvider = {
  readonly issuer: string;
  readonly routes: Routes;
  readonly certificate: string;
  readonly close: () => Promise<void>;
};

/**
 * An OIDC provider over HTTPS on loopback, by a certificate that it makes in `folder`. Signs in one
 * person, who is on call.
 */
export const startProvider = async (folder: string): Promise<RehearsedProvider> => {
  mkdirSync(folder, { recursive: true });
  const { key, cert, file } = selfSigned(folder, `IP:${loopback}`);
  let routes: Routes | undefined;
  const server = createServer({ key, cert }, (request, response) => {
    if (routes) void getRequestListener(routes.app.fetch)(request, response);
    else response.writeHead(503).end();
  });
  const issuer = `https://${loopback}:${await listenOnLoopback(server, 0)}`;
  routes = await oidcProviderRoutes(issuer, client);
  routes.knows({ sub: "00u1", name: "Jane Doe", email: "jane@hotline.example", groups: ["on-call"] });
  return { issuer, routes, certificate: file, close: () => closeHttp(server) };
};

/**
 * What an operator does after the deployment: enters the secret. The certificate is the rehearsal's
 * own, so the function must be told of it.
 */
export const introduce = async (environment: Environment, { certificate }: RehearsedProvider): Promise<void> => {
  await aws(
    environment,
    "secretsmanager",
    "put-secret-value",
    "--secret-id",
    "takedown-rehearsal-oidc-client-secret",
    "--secret-string",
    client.secret,
  );
  await changeVariables(environment, "sign-in", { NODE_EXTRA_CA_CERTS: certificate });
};

/**
 * Goes the way that a browser goes, with its cookies, and follows no address but the provider's.
 */
export const signsIn = (provider: RehearsedProvider): Check => ({
  holds: "A browser comes in by the operator's OIDC provider, over HTTPS; without its session nobody sees a case",
  sees: async ({ caseOf, browserConsole }) => {
    const { id } = await caseOf("hotline/R-1");
    const cookies = new Map<string, string>();
    const open = async (path: string) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
      const answer = await fetch(`${browserConsole.address}${path}`, {
        redirect: "manual",
        headers: { ...(cookie && { cookie }) },
      });
      for (const [, name = "", value = ""] of answer.headers
        .getSetCookie()
        .flatMap((set) => [/^([^=]+)=([^;]*)/.exec(set) ?? []]))
        cookies.set(name, value);
      return { status: answer.status, location: answer.headers.get("location") ?? "", html: await answer.text() };
    };
    const stranger = await open(`/cases/${id}`);
    must(
      stranger.status === 403 && !stranger.html.includes("pictures"),
      `Without a session the page answered ${stranger.status}: ${stranger.html.slice(0, 300)}`,
    );
    const sent = await open(`/sign-in?to=/cases/${id}`);
    must(
      sent.location.startsWith(`${provider.issuer}/authorize?`),
      `The sign-in answered ${sent.status} ${sent.location}: ${sent.html.slice(0, 300)}`,
    );
    const back = (await provider.routes.app.request(sent.location)).headers.get("location") ?? "";
    must(
      back.startsWith(`${browserConsole.origin}/sign-in/return?`),
      `The provider was told to send people to ${back}.`,
    );
    const returned = await open(back.slice(browserConsole.origin.length));
    must(
      returned.location === `/cases/${id}`,
      `The return answered ${returned.status} ${returned.location}: ${returned.html.slice(0, 300)}`,
    );
    const page = await open(returned.location);
    must(
      page.status === 200 && page.html.includes("pictures[.]example") && page.html.includes("Jane Doe"),
      `The page answered ${page.status}.`,
    );
    cookies.set("__Host-session", `${cookies.get("__Host-session")?.slice(0, -4)}AAAA`);
    const forged = await open(`/cases/${id}`);
    must(forged.status === 403, `With a forged session the page answered ${forged.status}.`);
    return "403 → sign-in → provider → the case, as Jane Doe; a forged session sees nothing";
  },
});
