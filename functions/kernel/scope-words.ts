import type { Scope } from "./scope.ts";

/** Kinds of recipient, for a person. */
export const scopeWords: Record<Scope, string> = {
  platform: "platform",
  network: "hosting network",
  upstream: "network above the host",
  registrar: "domain’s registrar",
  site: "the site’s own mailbox",
  hotline: "national hotline",
  cert: "national CERT",
};
