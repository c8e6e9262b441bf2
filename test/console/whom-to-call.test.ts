import { beforeEach, expect, it } from "vitest";
import { aCandidate, aReport, aSettings } from "../support/a-case.ts";
import { aConsole, reviewOf } from "./a-console.ts";

const settings = {
  ...aSettings(),
  countries: [
    {
      country: "NL",
      hotline: { name: "Hotline NL", email: "hotline@nl.example", phone: "+31 20 555 0100" },
      police: { name: "Police <b>NL</b>", contact: "+31 20 555 0111" },
    },
    { country: "DE", police: { name: "Police DE", contact: "+49 30 555 0100" } },
  ],
};
let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole({ settings });
});

const asked = async (country: string, candidates = [aCandidate({ email: "abuse@network.example" })]) => {
  const id = await console.opened(aReport({ category: "phishing" }));
  await console.asks(id, "no-contact", "Nobody is known.");
  await console.lookedUp(id, { country, candidates });
  return id;
};

it("names whom to call in the host's country alone, as text, and the rule with its source", async () => {
  const { text } = await console.get(`/cases/${await asked("nl")}`);
  for (const said of ["Hotline NL", "+31 20 555 0100", "Police &lt;b&gt;NL&lt;/b&gt;", "+31 20 555 0111"])
    expect(text).toContain(said);
  expect(text).not.toContain("Police DE");
  expect(text).toContain('href="/policy#policy-phishing"');
  expect((await console.get("/policy")).text).toContain('id="policy-phishing"');
});

it("has a desk's number from the provider's own entry, beside the question that asks to call", async () => {
  const entry = { matches: ["a.example"], name: "Example Network", scope: "network", kind: "contact", xarf: "single" };
  const directory = [{ ...entry, email: "abuse@network.example", phone: "+1 555 0199" }] as typeof settings.directory;
  console = aConsole({ settings: { ...settings, countries: [], directory } });
  const id = await asked("US");
  await console.asks(id, "live", "It is said to happen now.", { blocking: false });
  const { text } = await console.get(`/cases/${id}`);
  const question = /<article[^>]*data-mark="live\.9".*?<\/article>/s.exec(text)?.[0] ?? "";
  expect(question).toContain('Example Network: <strong id="call-live.9-0">+1 555 0199</strong>');
  expect(question).toContain('data-copies="call-live.9-0"');
});

it("names nobody where the operator gave nobody, and says where to add one", async () => {
  const id = await asked("FR");
  await console.asks(id, "live", "It is said to happen now.", { blocking: false });
  const { text } = await console.get(`/cases/${id}`);
  expect(text).not.toContain("Whom to call");
  expect(text).toContain("No phone number of this host is in the settings");
});

it("offers the mailboxes that were found, so that nobody types one, and takes no two at once", async () => {
  const id = await asked("NL");
  expect((await console.get(`/cases/${id}`)).text).toContain('<option value="abuse@network.example">');
  const answer = async (fields: Record<string, string>) => {
    const review = reviewOf(await console.read(id), "no-contact");
    await console.post(`/cases/${id}/reviews/${review}`, { decision: "send-to", why: "It is theirs.", ...fields });
    const events = (await console.store.history(id)).flatMap((line) => line.events);
    return events.findLast(({ type }) => type === "verdict-given");
  };
  const both = { contact: "abuse@network.example", email: "other@network.example" };
  expect(await answer(both)).toBeUndefined();
  expect(await answer({ contact: "abuse@network.example", email: "" })).toMatchObject({
    verdict: { decision: "send-to", email: "abuse@network.example" },
  });
});

it("has an anchor for each category's policy", async () => {
  const { text } = await console.get("/policy");
  for (const category of ["csam", "csem", "phishing", "malware", "fraud", "copyright"])
    expect(text).toContain(`id="policy-${category}"`);
});
