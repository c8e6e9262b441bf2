import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { App, Duration, Stack } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import * as sns from "aws-cdk-lib/aws-sns";
import { describe, expect, test } from "vitest";
import { once } from "../../../functions/kernel/once.ts";
import { RunbookAlarm } from "../../../infra/stack/constructs/runbook-alarm.ts";
import { functionNames, queueNames, topology } from "../../../infra/stack/topology.ts";
import { aStage, aWholeStage, boundReporters, everything } from "./a-stage.ts";
import { ofType, synthesise } from "./synthesised.ts";

const { resources } = synthesise(aWholeStage());
const bound = synthesise(
  aStage({}, { ...everything, reporters: [...aStage().settings.reporters, ...boundReporters] }),
).resources;
const runbook = path.join(import.meta.dirname, "../../../infra/guides/runbook");
const pages = readdirSync(runbook).filter((file) => file !== "README.md");
const alarmsIn = (of: typeof resources) =>
  ofType(of, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => ({
    name: String(Properties.AlarmName).replace("takedown-example-", ""),
    description: String(Properties.AlarmDescription),
    properties: Properties,
  }));
const alarms = alarmsIn(resources);
/** Of two reporters' own queues, whose pages serve all such queues. */
const ownAlarms = alarmsIn(bound).filter(({ name }) => !alarms.some((one) => one.name === name));
const ownPages = ["report-by-reporter-dead-letters", "report-by-reporter-waits"];
/** Of a stage that receives in another region, in its stack there. */
const alarmsElsewhere = alarmsIn(
  (synthesise(aStage({ inboundMailRegion: "eu-west-1" })).inbound?.toJSON().Resources ?? {}) as typeof resources,
);
/** Alarms are lost with their region. */
const pagesWithoutAlarm = ["region-lost"];
const page = (name: string) => readFileSync(path.join(runbook, `${name}.md`), "utf8");

describe("the runbook", () => {
  test("has a page for each alarm, and no page without an alarm", () => {
    expect(pages.map((file) => file.slice(0, -".md".length)).sort()).toEqual(
      [...[...alarms, ...alarmsElsewhere].map(({ name }) => name), ...ownPages, ...pagesWithoutAlarm].sort(),
    );
    expect(ownAlarms.map(({ name }) => name).sort()).toEqual([
      "report-by-brands-dead-letters",
      "report-by-brands-waits",
      "report-by-cert-dead-letters",
      "report-by-cert-waits",
    ]);
  });

  test("lists every page", () => {
    const listed = [...page("README").matchAll(/\]\(([a-z-]+\.md)\)/g)].map(([, file]) => file);
    expect(listed.sort()).toEqual([...pages].sort());
  });

  test.each([...alarms, ...alarmsElsewhere, ...ownAlarms])(
    "$name: says what you see, whom it hurts, where to look, what to do",
    ({ name, description }) => {
      const pageName = name.replace(/^report-by-(cert|brands)-/, "report-by-reporter-");
      const text = page(pageName);
      expect(text.split("\n")[0]).toBe(`# ${pageName}`);
      expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
        "What you see",
        "Whom it hurts",
        "Where to look",
        "What to do",
      ]);
      for (const section of text.split(/^## .*$/m).slice(1)) expect(section.trim().length).toBeGreaterThan(40);
      // The sentence that the alarm says is the one that the page says.
      const [hurts = "", where] = description.split(" Runbook: ");
      expect(text).toContain(hurts);
      expect(where).toBe(`infra/guides/runbook/${pageName}.md`);
    },
  );

  test("names no queue, function or alarm that is not there", () => {
    const known = [
      ...queueNames.flatMap((name) => [name, `${name}-dead-letters`]),
      ...functionNames,
      ...alarms.map(({ name }) => name),
      ...alarmsElsewhere.map(({ name }) => name),
      ...ownPages,
      "report-by",
      "webhook",
      "inbound-mail",
      "messages",
      "channel",
      "oidc-client-secret",
      "session-key",
      // The key of the table and the secrets in KMS.
      "records",
      "reporters",
      "standard",
      "urgent",
    ];
    for (const file of ["README.md", ...pages]) {
      const text = readFileSync(path.join(runbook, file), "utf8");
      for (const [, name = ""] of text.matchAll(/takedown-<stage>-([a-z-]+[a-z])/g))
        expect(known, `${file} names ${name}`).toContain(name);
      for (const [, name = ""] of text.matchAll(/\/takedown\/<stage>\/([a-z-]+)/g))
        expect(functionNames, `${file} names ${name}`).toContain(name);
      for (const [, name = ""] of text.matchAll(
        /(?:See|as|\() ?([a-z-]+-(?:rate|waits|fails|throttled|dropped|dead-letters|stopped|late))\b/g,
      ))
        expect(pages, `${file} names ${name}`).toContain(`${name}.md`);
    }
  });
});

describe("a command of the runbook", () => {
  const texts = ["README.md", ...pages].map((file) => readFileSync(path.join(runbook, file), "utf8"));
  const commands = texts.flatMap((text) =>
    [...text.matchAll(/`((?:aws|np[mx]) [^`]+)`/g)].map(([, command = ""]) => command),
  );

  test("filters logs by a plain word or a field: CloudWatch takes no unquoted term with a dot or a hyphen", () => {
    const patterns = commands.flatMap((command) => /--filter-pattern (.*?)(?: --|$)/.exec(command)?.[1] ?? []);
    expect(patterns.length).toBeGreaterThan(20);
    for (const pattern of patterns) expect(pattern).toMatch(/^(\w+|'\{ \$\.log = "[a-z.-]+".* \}')$/);
  });

  test("of this project says which stage it is about, since without that it talks to an npm start", () => {
    const ours = commands.filter(
      (command) => command.startsWith("npx takedown ") && !/^npx takedown (?:lookup|rotate$)/.test(command),
    );
    expect(ours.length).toBeGreaterThan(10);
    for (const command of ours) expect(command).toMatch(/--table <table>|--stage <stage>/);
  });
});

describe("an alarm", () => {
  test.each(queueNames)("rings for %s when messages wait and when one is given up", (name) => {
    const waits = alarms.find((alarm) => alarm.name === `${name}-waits`)?.properties;
    const dead = alarms.find((alarm) => alarm.name === `${name}-dead-letters`)?.properties;
    const longestVisibility = Math.max(
      ...Object.values(topology).map(({ timeoutSeconds, windowSeconds = 0, fedBy }) =>
        typeof fedBy === "string" ? 0 : 6 * timeoutSeconds + windowSeconds,
      ),
    );
    expect(waits).toMatchObject({
      MetricName: "ApproximateAgeOfOldestMessage",
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "notBreaching",
    });
    // One failed receive is no alarm: its message comes right by the next.
    expect(Number(waits?.Threshold)).toBeGreaterThan(longestVisibility);
    expect(dead).toMatchObject({
      MetricName: "ApproximateNumberOfMessagesVisible",
      ComparisonOperator: "GreaterThanThreshold",
      Threshold: 0,
    });
  });

  test("rings for a reporter's own queue after a quarter of an hour, and at the first that is given up", () => {
    const ofCert = (what: string) => ownAlarms.find(({ name }) => name === `report-by-cert-${what}`)?.properties;
    expect(ofCert("waits")).toMatchObject({
      MetricName: "ApproximateAgeOfOldestMessage",
      Threshold: 900,
      TreatMissingData: "notBreaching",
    });
    expect(ofCert("dead-letters")).toMatchObject({ MetricName: "ApproximateNumberOfMessagesVisible", Threshold: 0 });
  });

  test.each(functionNames)("rings for %s when it fails and when it is not let run", (name) => {
    expect(alarms.find((alarm) => alarm.name === `${name}-fails`)?.properties).toMatchObject({
      MetricName: "Errors",
      Threshold: 3,
      TreatMissingData: "notBreaching",
    });
    expect(alarms.find((alarm) => alarm.name === `${name}-throttled`)?.properties).toMatchObject({
      MetricName: "Throttles",
      Threshold: 3,
      TreatMissingData: "notBreaching",
    });
  });

  test("rings where Lambda takes what queues feed for a loop: the function never runs, and no log says so", () => {
    const dropped = alarms.filter(({ properties }) => properties.MetricName === "RecursiveInvocationsDropped");
    const fed = functionNames.filter(
      (name) => !["every-minute", "http", "history"].includes(String(topology[name].fedBy)),
    );
    expect(dropped.map(({ name }) => name)).toEqual(fed.map((name) => `${name}-dropped`));
    for (const { properties } of dropped)
      expect(properties).toMatchObject({ Namespace: "AWS/Lambda", Threshold: 1, TreatMissingData: "notBreaching" });
  });

  test("rings for every rule that brings an event to a queue and can't", () => {
    const rules = ofType(resources, "AWS::Events::Rule").filter(([, { Properties }]) => !Properties.ScheduleExpression);
    const rung = alarms.filter(({ properties }) => properties.MetricName === "FailedInvocations");
    const named = rung.map(({ properties }) => (properties.Dimensions as { Value: { Ref: string } }[])[0]?.Value.Ref);
    expect(named.sort()).toEqual(rules.map(([id]) => id).sort());
  });

  test("rings when the sweep is not asked at all, which reports nothing", () => {
    expect(alarms.find(({ name }) => name === "follow-up-stopped")?.properties).toMatchObject({
      MetricName: "Invocations",
      ComparisonOperator: "LessThanThreshold",
      Threshold: 1,
      TreatMissingData: "breaching",
    });
  });

  test("rings when reporters hear late, long before the stream forgets what they were to hear", () => {
    const late = alarms.find(({ name }) => name === "tell-reporters-late")?.properties;
    expect(late).toMatchObject({
      MetricName: "IteratorAge",
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "notBreaching",
    });
    expect(Number(late?.Threshold)).toBeLessThanOrEqual(60 * 60 * 1000);
  });

  test("rings when what is due is late, by the watchdog's word, and when the watchdog says nothing", () => {
    const late = alarms.find(({ name }) => name === "follow-up-late")?.properties;
    expect(late).toMatchObject({
      ComparisonOperator: "GreaterThanThreshold",
      Threshold: 300,
      Statistic: "Maximum",
      TreatMissingData: "breaching",
    });
  });

  test.each([
    // A host hears late of something urgent: a quarter of an hour after the report.
    ["urgent-notice-late", "NoticeLatencySeconds", [{ Name: "Lane", Value: "urgent" }], "GreaterThanThreshold", 900],
    // Each was a quarter of an hour without evidence before it counts.
    ["unknown-sends", "UnknownSends", undefined, "GreaterThanOrEqualToThreshold", 1],
    ["views-not-kept", "ViewsNotKept", undefined, "GreaterThanOrEqualToThreshold", 1],
    ["review-urgent-waits", "OldestReviewSeconds", [{ Name: "Lane", Value: "urgent" }], "GreaterThanThreshold", 3600],
    [
      "review-standard-waits",
      "OldestReviewSeconds",
      [{ Name: "Lane", Value: "standard" }],
      "GreaterThanThreshold",
      86_400,
    ],
    ["contact-silent", "SilentLookUps", undefined, "GreaterThanOrEqualToThreshold", 10],
    ["ses-refuses", "NoticesRefused", undefined, "GreaterThanOrEqualToThreshold", 1],
    ["standard-lane-stopped", "NoticesStopped", undefined, "GreaterThanOrEqualToThreshold", 1],
    ["wrong-rule-set", "WrongRuleSet", undefined, "GreaterThanOrEqualToThreshold", 1],
    ["no-replies", "NoReplies", undefined, "GreaterThanOrEqualToThreshold", 1],
  ] as const)("%s rings by what the functions say", (name, MetricName, Dimensions, ComparisonOperator, Threshold) => {
    const alarm = alarms.find((one) => one.name === name)?.properties;
    expect(alarm).toMatchObject({
      MetricName,
      Namespace: "Takedown/example",
      ComparisonOperator,
      Threshold,
      TreatMissingData: "notBreaching",
    });
    expect(alarm?.Dimensions).toEqual(Dimensions);
  });

  test("rings while a notice waits for the day's quota, which the sender's log tells", () => {
    const spent = alarms.find(({ name }) => name === "day-quota-spent")?.properties;
    expect(spent).toMatchObject({
      ComparisonOperator: "GreaterThanOrEqualToThreshold",
      Threshold: 1,
      Period: 3600,
      TreatMissingData: "notBreaching",
    });
  });

  test("rings before AWS looks into our reputation", () => {
    expect(alarms.find(({ name }) => name === "bounce-rate")?.properties.Threshold).toBeLessThan(0.05);
    expect(alarms.find(({ name }) => name === "complaint-rate")?.properties.Threshold).toBeLessThan(0.001);
  });

  test("always tells on-call, when it rings and when it is over", () => {
    const [[topic] = []] = ofType(resources, "AWS::SNS::Topic");
    for (const { properties } of alarms)
      expect(properties).toMatchObject({ AlarmActions: [{ Ref: topic }], OKActions: [{ Ref: topic }] });
  });

  const pager = "arn:aws:sns:eu-central-1:123456789012:pager";
  const runbookUrl = "https://git.hotline.example/takedown/blob/main/infra/guides/runbook";
  const linked = once(() => synthesise({ ...aWholeStage(), alarmTopics: [pager], runbookUrl }).resources);

  test("rings the topics of the stage beside on-call's", () => {
    const [[topic] = []] = ofType(linked(), "AWS::SNS::Topic");
    const every = ofType(linked(), "AWS::CloudWatch::Alarm");
    expect(every).toHaveLength(alarms.length);
    for (const [, { Properties }] of every)
      expect(Properties).toMatchObject({ AlarmActions: [{ Ref: topic }, pager], OKActions: [{ Ref: topic }, pager] });
  });

  test("links its page where the stage says that it can be read, and so does what on-call is told", () => {
    const described = ofType(linked(), "AWS::CloudWatch::Alarm").map(([, { Properties }]) =>
      String(Properties?.AlarmDescription),
    );
    for (const text of described) expect(text).toContain(`Runbook: ${runbookUrl}/`);
    const told = ofType(linked(), "AWS::Lambda::Function").filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes("ON_CALL_TOPIC_ARN"),
    );
    expect(told).toHaveLength(2);
    for (const [, { Properties }] of told)
      expect(Properties).toMatchObject({ Environment: { Variables: { RUNBOOK_URL: runbookUrl } } });
  });

  test("cannot be made without a sentence that says whom it hurts", () => {
    const stack = new Stack(new App(), "S");
    const metric = new Metric({ namespace: "N", metricName: "M", period: Duration.minutes(1) });
    expect(
      () =>
        new RunbookAlarm(stack, "A", {
          stage: "s",
          runbookUrl: undefined,
          name: "a",
          hurts: "somebody",
          metric,
          rings: "above",
          threshold: 0,
          periods: 1,
          silence: "good",
          tells: [new sns.Topic(stack, "T")],
        }),
    ).toThrow("needs a sentence that says whom it hurts");
  });
});
