import { createServer } from "node:http";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { open } from "../../../functions/case/advance.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { changeOf } from "../../../functions/store/change-of.ts";
import { storeAt } from "../../../infra/command/connection.ts";
import { desk } from "../../../infra/command/desk.ts";
import { showSettingsAudit } from "../../../infra/command/settings.ts";
import { closeHttp, listenOnLoopback } from "../../../infra/local/servers/loopback.ts";
import { anOpening, aSettings, morning } from "../../support/a-case.ts";
import { besideATable } from "../../support/beside-a-table.ts";

const { folder, said, tableName } = besideATable();
const why = "Their postmaster says that it works again.";

type Address = { readonly EmailAddress: string; readonly Reason: string; readonly LastUpdateTime: number };
const at = (email: string, Reason = "BOUNCE", day = 20): Address => ({
  EmailAddress: email,
  Reason,
  LastUpdateTime: Date.UTC(2026, 10, day) / 1000,
});
let list: readonly Address[] = [];
let asked: string[] = [];
let refuses = false;

/** SES and STS, by the paths of SES API v2; a page holds two addresses. */
const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://ses");
  if (request.method === "POST")
    return void response.end("<Arn>arn:aws:sts::123456789012:assumed-role/OnCall/jane</Arn>");
  asked.push(`${request.method} ${decodeURIComponent(pathname)}`);
  const one = decodeURIComponent(/addresses\/(.+)$/.exec(pathname)?.[1] ?? "");
  const found = list.find(({ EmailAddress }) => EmailAddress === one);
  if (one === "") {
    const from = Number(searchParams.get("NextToken") ?? 0);
    const NextToken = from + 2 < list.length ? String(from + 2) : undefined;
    return void response.end(JSON.stringify({ SuppressedDestinationSummaries: list.slice(from, from + 2), NextToken }));
  }
  if (!found) return void response.writeHead(404, { "x-amzn-errortype": "NotFoundException" }).end("{}");
  if (request.method === "DELETE" && refuses)
    return void response.writeHead(403, { "x-amzn-errortype": "AccessDeniedException" }).end('{"message":"no"}');
  if (request.method === "DELETE") list = list.filter((other) => other !== found);
  response.end(JSON.stringify(request.method === "DELETE" ? {} : { SuppressedDestination: found }));
});
afterAll(() => closeHttp(server));
const port = await listenOnLoopback(server, 0);
beforeEach(() => {
  [asked, refuses] = [[], false];
  for (const service of ["SESV2", "STS"]) vi.stubEnv(`AWS_ENDPOINT_URL_${service}`, `http://127.0.0.1:${port}`);
});
afterEach(() => void vi.unstubAllEnvs());

const where = () => ({ folder, table: tableName(), keys: "master-keys" });
const told = async (run: Promise<void>) => {
  said.length = 0;
  await run;
  return JSON.parse(said.at(-1) ?? "");
};
const wroteTo = async (email: string) => {
  const change = changeOf(open(anOpening(), policyOf(aSettings())), morning);
  const { id: caseId } = change.next;
  const outcome = { email, caseId, noticeId: "n", at: morning, what: "delivered" } as const;
  await storeAt({ folder }).commit({ ...change, deskOutcomes: [outcome] });
};

describe("whom SES suppresses", () => {
  test("is listed over all pages, the newest first: desks that a case wrote to, and how many are others'", async () => {
    await wroteTo("abuse@network.example");
    list = [at("abuse@network.example", "BOUNCE", 3), at("a@shop.example"), at("b@shop.example"), at("c@shop.example")];
    await desk(undefined, { ...where(), suppressed: true });
    expect(said.join("\n")).toMatch(
      /^mailbox +reason +since\s+abuse@network\.example +bounce +2026-11-03T00:00:00\.000Z/,
    );
    expect(said.at(-1)).toBe("3 more of the account's addresses are no desks of ours; --all lists them.");
    expect(asked).toEqual(["GET /v2/email/suppression/addresses", "GET /v2/email/suppression/addresses"]);
    const all = await told(desk(undefined, { ...where(), suppressed: true, all: true, json: true }));
    expect([all.others, all.suppressed.map(({ email, isOurs }: never) => [email, isOurs])]).toEqual([
      0,
      [
        ["a@shop.example", false],
        ["b@shop.example", false],
        ["c@shop.example", false],
        ["abuse@network.example", true],
      ],
    ]);
  });

  test("are desks also where no case is remembered, as the list of providers names them", async () => {
    list = [at("abuse@github.com")];
    const { suppressed } = await told(desk(undefined, { ...where(), suppressed: true, json: true }));
    expect(suppressed).toMatchObject([{ email: "abuse@github.com", reason: "bounce", isOurs: true }]);
  });

  test("is nobody, and is said so", async () => {
    list = [];
    await desk(undefined, { ...where(), suppressed: true });
    expect(said).toEqual(["SES suppresses no desk of ours."]);
  });

  test("is said of one mailbox, with why and since when, and what takes it off", async () => {
    list = [at("abuse@network.example", "COMPLAINT")];
    await desk("abuse[at]network.example", { ...where(), suppressed: true });
    expect(said[0]).toContain("abuse@network.example (complaint, since 2026-11-20T00:00:00.000Z)");
    expect(said[0]).toContain("--lift complaint");
    await desk("abuse@other.example", { ...where(), suppressed: true });
    expect(said[1]).toContain("is not on SES's suppression list");
  });

  test("is not known on this machine, where there is no account", async () => {
    await expect(desk(undefined, { folder, suppressed: true })).rejects.toThrow("name a stage in AWS with --stage");
    await expect(desk(undefined, { folder })).rejects.toThrow("Name a mailbox");
  });
});

describe("a mailbox is taken off the list", () => {
  const email = "abuse@network.example";

  test("by whom IAM names, with why, and the audit has it", async () => {
    list = [at(email), at("other@network.example")];
    await desk(email, { ...where(), lift: "bounce", why });
    expect(list.map(({ EmailAddress }) => EmailAddress)).toEqual(["other@network.example"]);
    expect(said[0]).toContain(`SES sends to ${email} again`);
    const line = await told(showSettingsAudit({ folder, limit: 1, json: true }));
    expect(line).toMatchObject({ does: "lift", by: ["jane"], why, ids: [] });
    expect(line.before).toBe(`${email} (bounce, since 2026-11-20T00:00:00.000Z)`);
    said.length = 0;
    await showSettingsAudit({ folder, limit: 1 });
    expect(said[0]).toContain(`Taken off SES’s suppression list ${email} (bounce`);
  });

  test.each([
    ["that is there for another reason than was seen", "COMPLAINT", why, "for another reason than bounce"],
    ["that is not there", "none", why, "Nothing was lifted"],
    ["without a reason", "BOUNCE", " ", "Give the reason with --why"],
  ])("no mailbox %s, and nothing is noted", async (_, reason, because, says) => {
    list = reason === "none" ? [] : [at(email, reason)];
    const before = list;
    await expect(desk(email, { ...where(), lift: "bounce", why: because })).rejects.toThrow(says);
    expect(list).toBe(before);
    await showSettingsAudit({ folder, limit: 1 });
    expect(said).toEqual(["Nobody has changed anything yet."]);
  });

  test("in nobody's name is refused", async () => {
    list = [at(email)];
    vi.stubEnv("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
    await expect(desk(email, { ...where(), lift: "bounce", why })).rejects.toThrow();
    expect(asked).toEqual([]);
  });

  test("not without its line in the audit, also where SES then refuses", async () => {
    list = [at(email)];
    refuses = true;
    await expect(desk(email, { ...where(), lift: "bounce", why })).rejects.toThrow("no");
    expect(list).toHaveLength(1);
    expect((await told(showSettingsAudit({ folder, limit: 1, json: true }))).does).toBe("lift");
  });
});
