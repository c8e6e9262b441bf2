import { expect, test } from "vitest";
import type { ApiProvider } from "../../../functions/kernel/channels.ts";
import { providers } from "../../../functions/send/channels/providers.ts";

const about = {
  id: "r-1",
  key: "TD-1_n-1",
  host: "shop.bad.example",
  url: "https://shop.bad.example/login",
  standsAlone: true,
};
const report = {
  cloudflare: {
    id: "r-1",
    cdate: "",
    domain: "shop.bad.example",
    status: "accepted",
    type: "PHISH",
    urls: ["https://shop.bad.example/login"],
  },
  godaddy: {
    ticketId: "r-1",
    closed: true,
    closeReason: "ACTIONED",
    source: "https://shop.bad.example/login",
    type: "PHISHING",
    createdAt: "",
  },
  aws: {
    reportId: "a".repeat(20),
    correlationId: "TD-1_n-1",
    status: "COMPLETED",
    description: "Done.",
    reasonCode: "ACTIONED",
  },
} as const satisfies Record<ApiProvider, object>;

const statusOf = (provider: ApiProvider, spoilt: object = {}) => {
  const told = { ...report[provider], ...spoilt };
  const json = provider === "cloudflare" ? { result: told } : told;
  return providers[provider].fromStatus(
    { kind: "answered", status: 200, json },
    provider === "aws" ? { ...about, id: report.aws.reportId } : about,
  );
};
const another = (provider: ApiProvider) => ({
  kind: "person",
  why: `${providers[provider].name} answered about another page than was reported.`,
});

test.each<[ApiProvider, string, object]>([
  ["cloudflare", "the very page", {}],
  ["cloudflare", "the domain above it and the page", { domain: "bad.example" }],
  [
    "cloudflare",
    "the page among others, in another spelling",
    { urls: ["https://x/", "HTTPS://SHOP.bad.example/login"] },
  ],
  ["cloudflare", "the host alone, where it lists no address", { urls: undefined }],
  ["godaddy", "the very page", {}],
  ["aws", "the very notice", {}],
  ["godaddy", "the page in another spelling", { source: "https://SHOP.bad.example:443/login" }],
])("counts where %s names %s", (provider, _, spoilt) => {
  expect(statusOf(provider, spoilt)).toMatchObject({ kind: "answer", replyClass: "removed" });
});

test.each<[ApiProvider, string, object]>([
  ["cloudflare", "another domain", { domain: "another.example", urls: ["https://another.example/"] }],
  ["cloudflare", "our page at another domain", { domain: "another.example" }],
  ["cloudflare", "another page of ours", { urls: ["https://shop.bad.example/"] }],
  ["cloudflare", "the domain above alone", { domain: "bad.example", urls: undefined }],
  ["cloudflare", "no domain at all", { domain: "", urls: undefined }],
  ["cloudflare", "another page that waits", { status: "submitted", urls: ["https://another.example/"] }],
  ["cloudflare", "another page that is denied", { status: "denied", denial_reason: "not_on_cloudflare", urls: ["x"] }],
  ["godaddy", "another host", { source: "https://another.example/login" }],
  ["godaddy", "another page", { source: "https://shop.bad.example/" }],
  ["godaddy", "the host alone", { source: "shop.bad.example" }],
  ["godaddy", "nothing", { source: "" }],
  ["godaddy", "another page that is open", { source: "https://another.example/", closed: false }],
  ["aws", "another notice", { correlationId: "TD-2_n-1" }],
  ["aws", "another notice that waits", { correlationId: "TD-2_n-1", status: "QUEUED" }],
  ["aws", "no notice", { correlationId: undefined }],
])("is a person's where %s names %s", (provider, _, spoilt) => {
  expect(statusOf(provider, spoilt)).toEqual(another(provider));
});
