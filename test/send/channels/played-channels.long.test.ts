import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelClient } from "../../../functions/adapters/channel-client.ts";
import { type ApiProvider, apiProviders } from "../../../functions/kernel/channels.ts";
import { type AnswerWord, answerWords } from "../../../functions/send/channels/answer-words.ts";
import type { Provider } from "../../../functions/send/channels/provider.ts";
import { providers } from "../../../functions/send/channels/providers.ts";
import { settleByList } from "../../../functions/send/channels/settle.ts";
import { playedSecrets } from "../../../infra/local/servers/channels/plays.ts";
import { type PlayedChannels, startChannels, type Trouble } from "../../../infra/local/servers/channels/start.ts";
import { aTelling } from "./a-telling.ts";

const now = "2026-11-24T10:00:00.000Z";
let nowMs = Date.parse(now);
let played: PlayedChannels;
let count = 0;

beforeAll(async () => {
  played = await startChannels(0, () => nowMs);
});
afterAll(() => played.close());

const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "played" };
const { config: aws } = new SecretsManagerClient({ region: "eu-central-1", credentials });
const secrets: Partial<Record<ApiProvider, Readonly<Record<string, string>>>> = playedSecrets;
const secretsOf = (provider: ApiProvider) => secrets[provider];
/** Those that know us by a secret, with its fields. */
const bySecret = apiProviders.flatMap((provider) => {
  const { access }: Provider = providers[provider];
  return access.kind === "secret" ? [{ provider, fields: access.fields }] : [];
});

const askWith = (secretOf: (provider: ApiProvider) => Readonly<Record<string, string>> | undefined) =>
  channelClient({
    aws,
    secretOf: async (provider) => secretOf(provider),
    onlyBase: played.baseOf,
    deadlineMs: 300,
  });
const ask = (...asked: Parameters<ReturnType<typeof askWith>>) => askWith(secretsOf)(...asked);

/** Each at a host of its own, so that one test's reports are none of another's. */
const somebody = () => {
  count += 1;
  const host = `page-${count}.bad.example`;
  return aTelling({
    host,
    key: `TD-1_${count}`,
    url: `https://${host}/login`,
    replyAddress: `r.${count}@reply.dispatch.example`,
  });
};
const tell = async (provider: ApiProvider, telling = somebody()) => {
  const request = providers[provider].toRequest(telling);
  if (!request.ok) throw new Error(request.error.why);
  return providers[provider].fromAnswer(await ask(provider, request.value));
};
const lastOf = (provider: ApiProvider) => {
  const last = played.submitted(provider).at(-1);
  if (!last) throw new Error("Nothing was submitted.");
  return last;
};
const statusOf = async (provider: ApiProvider, standsAlone = false) => {
  const { id, urls, body } = lastOf(provider);
  const [url = ""] = urls;
  const about = { id, key: String(body["correlationId"]), host: new URL(url).hostname, url, standsAlone };
  return providers[provider].fromStatus(await ask(provider, providers[provider].statusRequest(id)), about);
};

describe.each(apiProviders.map((provider) => ({ provider })))("$provider's API", ({ provider }) => {
  it("takes what fits", async () => {
    const before = played.submitted(provider).length;
    const telling = somebody();
    const told = await tell(provider, telling);
    expect(told.kind).toBe("accepted");
    expect(played.submitted(provider)).toHaveLength(before + 1);
    expect(lastOf(provider).urls).toEqual([telling.url]);
  });

  it.each<[Trouble]>([["lost"], ["silent"], ["html"], ["error"], ["redirect"], ["huge"], ["broken-json"], ["empty"]])(
    "that answers a report by %s is asked once, and nobody knows",
    async (trouble) => {
      const before = played.submitted(provider).length;
      played.spoil(provider, trouble);
      const told = await tell(provider);
      expect(told).toMatchObject({ kind: "uncertain", why: expect.stringContaining(providers[provider].name) });
      expect(played.submitted(provider)).toHaveLength(before + 1);
    },
  );

  it("that has too many took nothing, and says how long to wait", async () => {
    const before = played.submitted(provider).length;
    played.spoil(provider, "too-many");
    expect(await tell(provider)).toMatchObject({ kind: "later", retryAfterMs: 60_000 });
    expect(played.submitted(provider)).toHaveLength(before);
  });

  it.each<[Trouble]>([
    ["lost"],
    ["silent"],
    ["html"],
    ["error"],
    ["redirect"],
    ["huge"],
    ["broken-json"],
    ["too-many"],
  ])("that answers for the status by %s moves nothing, and is asked again", async (trouble) => {
    await tell(provider);
    played.decide(provider, lastOf(provider).id, provider === "godaddy" ? "ACTIONED" : "content_removed");
    played.spoil(provider, trouble);
    expect(await statusOf(provider)).toMatchObject({
      kind: "silent",
      why: expect.stringContaining(providers[provider].name),
    });
  });

  it("whose answer has no status is a person's", async () => {
    await tell(provider);
    played.spoil(provider, "empty");
    expect(await statusOf(provider)).toMatchObject({ kind: "person" });
  });

  it("that has not decided is waited for", async () => {
    await tell(provider);
    expect(await statusOf(provider)).toEqual({ kind: "waiting" });
  });

  it("whose word nobody knows is a person's, who reads the provider and the word", async () => {
    await tell(provider);
    played.decide(provider, lastOf(provider).id, "SHRUGGED");
    const status = await statusOf(provider);
    expect(status.kind).toBe("person");
    expect(status).toMatchObject({ why: expect.stringMatching(`${providers[provider].name}.*SHRUGGED`) });
  });

  it("that has no such report, or answers about another, is a person's", async () => {
    await tell(provider);
    const other = lastOf(provider).id;
    const { fromStatus, statusRequest } = providers[provider];
    const about = { id: "another", key: "another", host: "page.bad.example", standsAlone: true };
    expect(fromStatus(await ask(provider, statusRequest("nobody's")), about).kind).toBe("person");
    expect(fromStatus(await ask(provider, statusRequest(other)), about)).toEqual({
      kind: "person",
      why: expect.stringMatching(`^${providers[provider].name} answered about another (page|report)`),
    });
  });

  it("is asked at no path that escalates out of its own", async () => {
    expect(await ask(provider, { method: "GET", path: "/../elsewhere" })).toMatchObject({ kind: "unreached" });
  });
});

describe.each(bySecret)("$provider's API", ({ provider, fields }) => {
  it("lets nobody in by a wrong secret", async () => {
    const before = played.submitted(provider).length;
    const request = providers[provider].toRequest(somebody());
    if (!request.ok) throw new Error(request.error.why);
    const wrong = Object.fromEntries(fields.map((field) => [field, "wrong"]));
    const answer = await askWith(() => (provider === "cloudflare" ? { ...wrong, account: "played" } : wrong))(
      provider,
      request.value,
    );
    expect(providers[provider].fromAnswer(answer)).toMatchObject({ kind: "not-let-in" });
    expect(played.submitted(provider)).toHaveLength(before);
  });

  it("is not asked without its secret, nor with half of it", async () => {
    const request = providers[provider].statusRequest("1");
    for (const secret of [undefined, {}])
      expect(await askWith(() => secret)(provider, request)).toMatchObject({ kind: "unreached" });
  });

  it("was not reached where its secret makes no header", async () => {
    const broken = Object.fromEntries(fields.map((field) => [field, "a\nb"]));
    const answer = await askWith(() => broken)(provider, providers[provider].statusRequest("1"));
    expect(answer).toMatchObject({ kind: "unreached" });
  });
});

describe("a word of a list", () => {
  const classes: Record<AnswerWord, string> = {
    ACTIONED: "removed",
    content_removed: "removed",
    content_unavailable: "removed",
    CONTENT_DOWN_OR_INACCESSIBLE: "removed",
    NOT_RESOLVABLE_TO_AWS: "not-ours",
    REVIEWED_NO_AWS_ACTION: "refused",
    NEED_MORE_INFORMATION: "unclear",
    NOT_REGISTERED_HOSTED_HERE: "not-ours",
    not_on_cloudflare: "not-ours",
    FORWARDED_COMPLAINT: "acknowledgement",
    duplicate_report: "acknowledgement",
    FALSE_POSITIVE: "refused",
    no_abuse_found: "refused",
    unable_to_confirm: "not-found",
    RECLASSIFIED: "unclear",
    wrong_report_category: "unclear",
    incomplete_report: "unclear",
    direct_url_required: "unclear",
    missing_original_work: "unclear",
    report_details_mismatch: "unclear",
    law_enforcement_referral_required: "unclear",
    domain_dispute_process_required: "unclear",
  };

  it.each(answerWords.map((word) => [word]))("%s needs no reader", async (word) => {
    const provider = /^[A-Z_]+$/.test(word) ? "godaddy" : "cloudflare";
    await tell(provider);
    played.decide(provider, lastOf(provider).id, word);
    expect(await statusOf(provider)).toMatchObject({ kind: "answer", word, replyClass: classes[word] });
  });

  it.each([
    [true, "removed"],
    [false, "acknowledgement"],
  ])("that Cloudflare acted is, where it stands alone (%s), %s", async (standsAlone, replyClass) => {
    await tell("cloudflare");
    played.decide("cloudflare", lastOf("cloudflare").id, "accepted");
    expect(await statusOf("cloudflare", standsAlone)).toMatchObject({ kind: "answer", word: "accepted", replyClass });
  });
});

describe("a report whose answer was lost", () => {
  it.each(apiProviders.map((provider) => [provider]))("is found in the list of %s", async (provider) => {
    const telling = somebody();
    played.spoil(provider, "lost");
    expect((await tell(provider, telling)).kind).toBe("uncertain");
    expect(await settleByList(ask, provider, { telling, askedAt: now })).toEqual({
      kind: "found",
      id: lastOf(provider).id,
    });
  });

  it("is found at GoDaddy though it is closed already", async () => {
    const telling = somebody();
    await tell("godaddy", telling);
    played.decide("godaddy", lastOf("godaddy").id, "ACTIONED");
    expect((await settleByList(ask, "godaddy", { telling, askedAt: now })).kind).toBe("found");
  });

  it.each(apiProviders.map((provider) => [provider]))("and never came stands in no list of %s", async (provider) => {
    expect((await settleByList(ask, provider, { telling: somebody(), askedAt: now })).kind).toBe("not-listed");
  });

  it.each(["cloudflare", "godaddy"] as const)(
    "is none of another day's about the same page at %s",
    async (provider) => {
      const telling = somebody();
      nowMs -= 86_400_000;
      await tell(provider, telling);
      nowMs += 86_400_000;
      expect((await settleByList(ask, provider, { telling, askedAt: now })).kind).toBe("not-listed");
    },
  );

  it.each(["cloudflare", "aws"] as const)("is none of another notice's about the same page at %s", async (provider) => {
    const telling = somebody();
    await tell(provider, { ...telling, key: "another", replyAddress: "another@reply.dispatch.example" });
    expect((await settleByList(ask, provider, { telling, askedAt: now })).kind).toBe("not-listed");
  });

  it("is taken by AWS once, however often it is put, and never in other words", async () => {
    const telling = somebody();
    const first = await tell("aws", telling);
    expect(await tell("aws", telling)).toEqual(first);
    const other = aTelling({ key: telling.key, url: "https://other.bad.example/" });
    expect(await tell("aws", other)).toMatchObject({ kind: "uncertain" });
    expect(played.submitted("aws").filter(({ body }) => body["clientToken"] === telling.key)).toHaveLength(1);
  });

  it("stays uncertain where the list has it twice", async () => {
    const telling = somebody();
    await tell("godaddy", telling);
    await tell("godaddy", telling);
    expect(await settleByList(ask, "godaddy", { telling, askedAt: now })).toEqual({
      kind: "unsettled",
      why: "GoDaddy lists several such reports.",
    });
  });

  it.each(apiProviders.map((provider) => [provider]))("stays uncertain where %s's list fails", async (provider) => {
    const telling = somebody();
    await tell(provider, telling);
    played.spoil(provider, "html");
    expect((await settleByList(ask, provider, { telling, askedAt: now })).kind).toBe("unsettled");
  });
});

it("an API that breaks the definition's rules is answered by a sentence with the rule", async () => {
  const answer = await ask("godaddy", {
    method: "POST",
    path: "/v2/abuse/tickets",
    body: { type: "SPAM", source: "https://bad.example/" },
  });
  expect(providers.godaddy.fromAnswer(answer)).toEqual({
    kind: "refused",
    why: "GoDaddy answered HTTP 422 (INVALID_BODY; INVALID_BODY at type): it does not take the report.",
  });
});

it("nothing is sent to an API whose name leads to an address that is not public", async () => {
  const client = channelClient({
    aws,
    secretOf: async (provider) => secretsOf(provider),
    resolveAll: async () => [{ address: "10.0.0.9", family: 4 }],
    deadlineMs: 300,
  });
  expect(await client("godaddy", providers.godaddy.statusRequest("1"))).toEqual({
    kind: "unreached",
    detail: "The server's name leads to an address that is not public.",
  });
});

it("no name but the providers' own is ever looked up, whatever is asked", async () => {
  const names: string[] = [];
  const client = channelClient({
    aws,
    secretOf: async (provider) => ({ ...secretsOf(provider), account: "a/../../@elsewhere.example:1/?#" }),
    resolveAll: async (name) => {
      names.push(name);
      return [{ address: "10.0.0.9", family: 4 }];
    },
    deadlineMs: 300,
  });
  const paths = ["/a", "@elsewhere.example/", "//elsewhere.example/", ":8443/", ".elsewhere.example/", "/{account}/b"];
  for (const provider of apiProviders) for (const path of paths) await client(provider, { method: "GET", path });
  expect([...new Set(names)].sort()).toEqual([
    "abuse.us-east-1.amazonaws.com",
    "api.cloudflare.com",
    "api.godaddy.com",
  ]);
});

it("an API that nobody listens at was not reached", async () => {
  const client = channelClient({
    aws,
    secretOf: async (provider) => secretsOf(provider),
    onlyBase: () => "http://127.0.0.1:1",
    deadlineMs: 300,
  });
  expect((await client("godaddy", providers.godaddy.statusRequest("1"))).kind).toBe("unreached");
});
