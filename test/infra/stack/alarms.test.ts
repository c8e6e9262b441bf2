import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { App, Duration, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import * as sns from "aws-cdk-lib/aws-sns";
import { describe, expect, test } from "vitest";
import { once } from "../../../functions/kernel/once.ts";
import { RunbookAlarm } from "../../../infra/stack/constructs/runbook-alarm.ts";
import { TakedownDispatcher } from "../../../infra/stack/dispatcher.ts";
import { readStage } from "../../../infra/stack/stages.ts";
import { functionNames, queueNames, topology } from "../../../infra/stack/topology.ts";
import { alarmsAtMost, listAlarms } from "../checks/listed-alarms.ts";
import { aStage, aWholeStage, boundReporters, everything } from "./a-stage.ts";
import { inApp, ofType, type Resources, readable, synthesise, theOne } from "./synthesised.ts";

type Query = {
  readonly Expression?: string;
  readonly MetricStat?: {
    readonly Period: number;
    readonly Stat: string;
    readonly Metric: {
      readonly Namespace: string;
      readonly MetricName: string;
      readonly Dimensions?: readonly { readonly Name: string; readonly Value: unknown }[];
    };
  };
};

const alarmsIn = (of: Resources) =>
  ofType(of, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => {
    const description = String(Properties.AlarmDescription);
    const [, severity = "", impact = "", watches = "", page = ""] =
      /^\[(\w+)\] (.*?)(?: Watches: (.*)\.)? Runbook: \S*\/([a-z-]+)\.md$/.exec(description) ?? [];
    const queries = (Properties.Metrics ?? []) as readonly Query[];
    return {
      name: String(Properties.AlarmName).replace("takedown-example-", ""),
      severity,
      impact,
      page,
      watches: watches === "" ? [] : watches.split(", "),
      expression: queries.find(({ Expression }) => Expression)?.Expression,
      metrics: queries.flatMap(({ MetricStat }) => MetricStat ?? []),
      properties: Properties,
    };
  });

const sample = synthesise().resources;
const { resources } = synthesise(aWholeStage());
const alarms = alarmsIn(resources);
const named = (name: string, of = alarms) => {
  const alarm = of.find((one) => one.name === name);
  if (!alarm) throw new Error(`There is no alarm ${name}.`);
  return alarm;
};
/** Of a stage that receives in another region, in its stack there. */
const alarmsElsewhere = alarmsIn(
  (synthesise(aStage({ inboundMailRegion: "eu-west-1" })).inbound?.toJSON().Resources ?? {}) as Resources,
);
const everyAlarm = [...alarms, ...alarmsElsewhere];

const runbook = path.join(import.meta.dirname, "../../../infra/guides/runbook");
const pages = readdirSync(runbook)
  .filter((file) => file !== "README.md")
  .map((file) => file.slice(0, -".md".length));
const page = (name: string) => readFileSync(path.join(runbook, `${name}.md`), "utf8");
/** A key is told of by a rule; alarms are lost with their region. */
const pagesWithoutAlarm = ["key-disabled", "region-lost"];

describe("the runbook", () => {
  test("has a page for each alarm, and no page without one", () => {
    expect([...pages].sort()).toEqual(
      [...new Set([...everyAlarm.map((alarm) => alarm.page), ...pagesWithoutAlarm])].sort(),
    );
  });

  test("lists every page", () => {
    const listed = [...page("README").matchAll(/^- \[([a-z-]+)\]\(\1\.md\)/gm)].map(([, name]) => name);
    expect(listed.sort()).toEqual([...pages].sort());
  });

  test.each(everyAlarm)("$name: its page says what you see, the impact, where to look, what to do", (alarm) => {
    const text = page(alarm.page);
    expect(text.split("\n")[0]).toBe(`# ${alarm.page}`);
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      "What you see",
      "Impact",
      "Where to look",
      "What to do",
    ]);
    for (const section of text.split(/^## .*$/m).slice(1)) expect(section.trim().length).toBeGreaterThan(40);
    // The sentence that the alarm says is the one that the page says; a page of several alarms names each.
    expect(text).toContain(alarm.impact);
    const sharesIt = everyAlarm.some((one) => one.page === alarm.page && one.impact !== alarm.impact);
    if (sharesIt) expect(text).toContain(`\`${alarm.name}\``);
  });

  test("links nothing that is not there", () => {
    for (const name of ["README", ...pages])
      for (const [, target = "", anchor] of page(name).matchAll(/\]\(((?:\.\.\/)*[\w./-]+\.md)?(?:#([\w-]+))?\)/g)) {
        const file = path.join(runbook, target === "" ? `${name}.md` : target);
        expect(existsSync(file), `${name} links ${target}`).toBe(true);
        const headings = [...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) =>
          heading
            .toLowerCase()
            .replaceAll(/[^\w -]/g, "")
            .replaceAll(" ", "-"),
        );
        if (anchor !== undefined) expect(headings, `${name} links ${target}`).toContain(anchor);
      }
  });

  test("names no queue, function or alarm that is not there", () => {
    const known = [
      ...queueNames.flatMap((name) => [name, `${name}-dead-letters`]),
      ...functionNames,
      ...everyAlarm.map(({ name }) => name),
      ...["reply-not-brought", "inbound-mail", "channel", "session-key", "oidc-client-secret", "reporters"],
      // Configuration sets, and aliases of keys in KMS.
      ...["standard", "urgent", "records", "messages", "logs", "backups", "receipts"],
    ];
    for (const file of ["README", ...pages]) {
      for (const [, name = ""] of page(file).matchAll(/takedown-<stage>-([a-z-]+[a-z])/g))
        expect(known, `${file} names ${name}`).toContain(name);
      for (const [, name = ""] of page(file).matchAll(/\/takedown\/<stage>\/([a-z-]+)/g))
        expect(functionNames, `${file} names ${name}`).toContain(name);
    }
  });

  test.each(functionNames)("says of %s, where functions fail, its limit and what does not happen", (name) => {
    const { timeoutSeconds, hurts } = topology[name];
    expect(page("function-errors")).toContain(`| \`${name}\` | ${timeoutSeconds} s | ${hurts} |`);
  });

  test.each(queueNames)("says of %s, where queues are stalled, which function reads it", (name) => {
    const row = page("queue-stalled")
      .split("\n")
      .find((line) => line.startsWith("|") && line.includes(`\`${name}\``));
    const reader = functionNames.find((one) => [topology[one].fedBy].flat().some((feed) => feed === name));
    expect(row).toContain(`| \`${reader}\` |`);
  });
});

describe("a command of the runbook", () => {
  const commands = ["README", ...pages].flatMap((name) =>
    [...page(name).matchAll(/`((?:aws|np[mx]) [^`]+)`/g)].map(([, command = ""]) => command),
  );

  test("filters logs by a plain word or a field: CloudWatch takes no unquoted term with a dot or a hyphen", () => {
    const patterns = commands.flatMap((command) => /--filter-pattern (.*?)(?: --|$)/.exec(command)?.[1] ?? []);
    expect(patterns.length).toBeGreaterThan(10);
    for (const pattern of patterns) expect(pattern).toMatch(/^(\w+|'\{ \$\.log = "[a-z.-]+".* \}')$/);
  });

  test("of this project says which stage it is about, since without that it talks to an npm start", () => {
    const ours = commands.filter(
      (command) => command.startsWith("npx takedown ") && !/^npx takedown (?:lookup|rotate$)/.test(command),
    );
    expect(ours.length).toBeGreaterThan(10);
    for (const command of ours) expect(command).toMatch(/--stage (?:<stage>|\$STAGE)/);
  });
});

describe("the alarms", () => {
  test("of the sample stage are few enough to know, each with a severity", () => {
    const described = ofType(sample, "AWS::CloudWatch::Alarm").map(([, { Properties }]) => ({
      AlarmName: String(Properties.AlarmName),
      AlarmDescription: String(Properties.AlarmDescription),
    }));
    expect(listAlarms(described).wrong).toEqual([]);
    expect(described.length).toBeLessThanOrEqual(alarmsAtMost);
  });

  test("page for what is urgent or stops all, and notify of the rest", () => {
    const ofSeverity = (severity: string) =>
      [...new Set(everyAlarm.filter((one) => one.severity === severity).map(({ name }) => name))].sort();
    expect({ page: ofSeverity("page"), notify: ofSeverity("notify") }).toEqual({
      page: [
        "dropped-events",
        "dropped-events-2",
        "keys-unusable",
        "on-call-unheard",
        "review-urgent-waits",
        "sender-reputation",
        "sending-stopped",
        "ses-refuses",
        "sweep-late",
        "urgent-dead-letters",
        "urgent-notice-late",
        "urgent-queue-stalled",
        "wrong-rule-set",
      ],
      notify: [
        "channel-shut",
        "contact-silent",
        "function-errors",
        "function-errors-2",
        "history-dead-letters",
        "mails-unheard",
        "no-replies",
        "other-dead-letters",
        "other-queue-stalled",
        "reply-not-brought",
        "reporter-news-late",
        "review-standard-waits",
        "unknown-sends",
        "views-not-kept",
      ],
    });
  });

  test("watch ten metrics at most, CloudWatch's limit for metric math", () => {
    for (const { name, metrics } of alarms) expect(metrics.length, name).toBeLessThanOrEqual(10);
  });

  /** What alarms of a kind watch, by the names in their texts. */
  const watchedBy = (...of: readonly string[]) =>
    alarms.filter(({ name }) => of.includes(name.replace(/-\d$/, ""))).flatMap(({ watches }) => watches);
  const webhook = "webhook-name";

  test("ring for every queue that is stalled: urgent ones after ten minutes, all others after half an hour", () => {
    expect(watchedBy("urgent-queue-stalled")).toEqual(queueNames.filter((name) => name.endsWith("-urgent")));
    expect(watchedBy("urgent-queue-stalled", "other-queue-stalled").sort()).toEqual([...queueNames, webhook].sort());
    const longestVisibility = Math.max(
      ...Object.values(topology).map(({ timeoutSeconds, windowSeconds = 0, fedBy }) =>
        typeof fedBy === "string" ? 0 : 6 * timeoutSeconds + windowSeconds,
      ),
    );
    // One failed receive is no alarm: its message comes right by the next.
    for (const [name, seconds] of [
      ["urgent-queue-stalled", 600],
      ["other-queue-stalled", 1_800],
    ] as const) {
      const { properties, metrics } = named(name);
      expect(properties).toMatchObject({ ComparisonOperator: "GreaterThanThreshold", Threshold: seconds });
      expect(seconds).toBeGreaterThan(longestVisibility);
      for (const { Stat, Metric: metric } of metrics)
        expect([Stat, metric.MetricName]).toEqual(["Maximum", "ApproximateAgeOfOldestMessage"]);
    }
  });

  test("take a reporter's own queue for urgent, since reports of any lane come by it", () => {
    const bound = alarmsIn(
      synthesise(aStage({}, { ...everything, reporters: [...aStage().settings.reporters, ...boundReporters] }))
        .resources,
    );
    for (const name of ["urgent-queue-stalled", "urgent-dead-letters"])
      expect(named(name, bound).watches).toEqual(expect.arrayContaining(["report-by-cert", "report-by-brands"]));
  });

  test("ring where AWS drops something and no log says so: every rule, and every function that queues feed", () => {
    const dropped = alarms.filter(({ name }) => name.startsWith("dropped-events"));
    const of = (metricName: string) =>
      dropped
        .flatMap(({ metrics }) => metrics)
        .filter(({ Metric: metric }) => metric.MetricName === metricName)
        .map(({ Metric: metric }) => readable(metric.Dimensions?.[0]?.Value));
    const rules = ofType(resources, "AWS::Events::Rule").filter(([, { Properties }]) => !Properties.ScheduleExpression);
    expect(of("FailedInvocations").sort()).toEqual(rules.map(([id]) => `\${${id}}`).sort());
    const fed = functionNames.filter((name) => !["every-minute", "http"].includes(String(topology[name].fedBy)));
    expect(of("RecursiveInvocationsDropped")).toHaveLength(fed.length);
    expect(watchedBy("dropped-events")).toEqual(expect.arrayContaining(fed));
    for (const { properties } of dropped) expect(properties).toMatchObject({ Threshold: 1 });
  });
});

const pager = "arn:aws:sns:eu-central-1:123456789012:pager";
const tickets = "arn:aws:sns:eu-central-1:123456789012:tickets";
const runbookUrl = "https://git.hotline.example/takedown/blob/main/infra/guides/runbook";
const linked = once(
  () =>
    synthesise({
      ...aWholeStage(),
      notify: ["team@hotline.example"],
      alarmTopics: [{ arn: pager }, { arn: tickets, severities: ["page", "notify"] }],
      runbookUrl,
    }).resources,
);
const mailboxes = (of: Resources) =>
  Object.fromEntries(
    ofType(of, "AWS::SNS::Subscription")
      .filter(([, { Properties }]) => Properties.Protocol === "email")
      .map(([, { Properties }]) => [readable(Properties.TopicArn), Properties.Endpoint]),
  );

describe("whom an alarm notifies", () => {
  test("is, where the stage has a list for what can wait, on-call of a page alone, and that list of the rest", () => {
    const whoHears = mailboxes(linked());
    const heardBy = (severity: string) => [
      ...new Set(
        alarmsIn(linked())
          .filter((one) => one.severity === severity)
          .flatMap(({ properties }) => [
            JSON.stringify(
              (properties.AlarmActions as unknown[]).map(readable).map((topic) => whoHears[topic] ?? topic),
            ),
            JSON.stringify((properties.OKActions as unknown[]).map(readable).map((topic) => whoHears[topic] ?? topic)),
          ]),
      ),
    ];
    expect(heardBy("page")).toEqual([JSON.stringify(["on-call@hotline.example", pager, tickets])]);
    expect(heardBy("notify")).toEqual([JSON.stringify(["team@hotline.example", tickets])]);
  });

  describe("is as well a topic of an app's own, by severity,", () => {
    const own = once(() =>
      inApp((app, bundles) => {
        const stage = readStage("example", { example: aStage() });
        const stack = new Stack(app, "theirs", { env: { region: stage.region } });
        const [pager, tickets] = [new sns.Topic(stack, "Pager"), new sns.Topic(stack, "Tickets")];
        const alarmTargets = { page: [pager], notify: [tickets] };
        new TakedownDispatcher(stack, "Takedown", { stage, bundles, alarmTargets });
        return Template.fromStack(stack).toJSON().Resources as Resources;
      }),
    );
    const idOf = (name: string) => ofType(own(), "AWS::SNS::Topic").find(([id]) => id.startsWith(name))?.[0];
    const publishersOf = (name: string) =>
      ofType(own(), "AWS::SNS::TopicPolicy")
        .filter(([, { Properties }]) => JSON.stringify(Properties.Topics).includes(`"${idOf(name)}"`))
        .flatMap(([, { Properties }]) => Properties.PolicyDocument as { readonly Statement: readonly object[] })
        .flatMap(({ Statement }) => Statement);

    test("beside on-call's", () => {
      for (const { name, severity, properties } of alarmsIn(own())) {
        const level = (properties.AlarmActions as unknown[]).map(readable);
        expect([level.length, level[1]], name).toEqual([2, `\${${idOf(severity === "page" ? "Pager" : "Tickets")}}`]);
        expect(properties.OKActions, name).toEqual(properties.AlarmActions);
      }
    });

    test("which lets the account's alarms publish, and the rule for keys where it pages", () => {
      const alarms = {
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "sns:Publish",
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      };
      expect(publishersOf("Tickets")).toMatchObject([alarms]);
      expect(publishersOf("Pager")).toMatchObject([alarms, { Principal: { Service: "events.amazonaws.com" } }]);
    });

    test("and not more than a rule of EventBridge has targets", () => {
      const make = () =>
        inApp((app, bundles) => {
          const stage = readStage("example", { example: aStage({ alarmTopics: [{ arn: pager }, { arn: tickets }] }) });
          const stack = new Stack(app, "theirs", { env: { region: stage.region } });
          const page = ["A", "B", "C"].map((id) => new sns.Topic(stack, id));
          new TakedownDispatcher(stack, "Takedown", { stage, bundles, alarmTargets: { page } });
        });
      expect(make).toThrow("alarmTopics and alarmTargets name 5 topics for page, and may name 4");
    });
  });

  test("reads in its text the severity, the page, and where the stage says that it can be read", () => {
    for (const { name, severity, page: of } of alarmsIn(linked())) {
      expect(["page", "notify"], name).toContain(severity);
      expect(pages, name).toContain(of);
    }
    for (const [, { Properties }] of ofType(linked(), "AWS::CloudWatch::Alarm"))
      expect(Properties.AlarmDescription).toContain(`Runbook: ${runbookUrl}/`);
    const told = ofType(linked(), "AWS::Lambda::Function").filter(([, { Properties }]) =>
      JSON.stringify(Properties).includes("ON_CALL_TOPIC_ARN"),
    );
    expect(told).toHaveLength(2);
    for (const [, { Properties }] of told)
      expect(Properties).toMatchObject({ Environment: { Variables: { RUNBOOK_URL: runbookUrl } } });
  });

  test("cannot be said without a sentence that says its impact", () => {
    const stack = new Stack(new App(), "S");
    const metric = new Metric({ namespace: "N", metricName: "M", period: Duration.minutes(1) });
    const targets = { page: [], notify: [] };
    const alarm = { stage: "s", runbookUrl: undefined, name: "a", severity: "page", metric, targets } as const;
    const make = () => new RunbookAlarm(stack, "A", { ...alarm, impact: "somebody", rings: "above", threshold: 0 });
    expect(make).toThrow("needs a sentence that says its impact");
  });
});

describe("a key of the stage that is disabled, scheduled for deletion or given another policy", () => {
  const ruleIn = (of: Resources) => {
    const found = ofType(of, "AWS::Events::Rule").filter(([, { Properties }]) =>
      JSON.stringify(Properties.EventPattern ?? "").includes("aws.kms"),
    );
    expect(found).toHaveLength(1);
    return found[0]?.[1].Properties as {
      readonly EventPattern: {
        readonly detail: { readonly eventName: string[]; readonly resources: { ARN: unknown[] } };
      };
      readonly Targets: readonly {
        readonly Arn: unknown;
        readonly InputTransformer: { readonly InputTemplate: string };
      }[];
    };
  };
  const withBackup = once(() => synthesise(aStage({ backup: {} })).resources);

  test("is one of all that the stage has, and told by the call that CloudTrail logs", () => {
    const { EventPattern } = ruleIn(withBackup());
    expect(EventPattern).toMatchObject({
      source: ["aws.kms"],
      "detail-type": ["AWS API Call via CloudTrail"],
      detail: { eventName: ["DisableKey", "ScheduleKeyDeletion", "PutKeyPolicy"], errorCode: [{ exists: false }] },
    });
    const keys = ofType(withBackup(), "AWS::KMS::Key").map(([id]) => `\${${id}.Arn}`);
    expect(EventPattern.detail.resources.ARN.map(readable).sort()).toEqual(keys.sort());
    expect(keys).toHaveLength(4);
  });

  test("notifies whom a page notifies, by a text with its severity, the call and the runbook's page", () => {
    const { Targets } = ruleIn(linked());
    const whoHears = mailboxes(linked());
    const heard = Targets.map(({ Arn }) => readable(Arn)).map((topic) => whoHears[topic] ?? topic);
    expect(heard).toEqual(["on-call@hotline.example", pager, tickets]);
    for (const { InputTransformer } of Targets) {
      expect(InputTransformer.InputTemplate).toMatch(/^"\[page\] <detail-eventName> of /);
      expect(InputTransformer.InputTemplate).toContain(`Runbook: ${runbookUrl}/key-disabled.md`);
    }
  });

  test("is told in the other region as well, where mail is received there under a key of its own", () => {
    const there = (synthesise(aStage({ inboundMailRegion: "eu-west-1" })).inbound?.toJSON().Resources ??
      {}) as Resources;
    const [id] = theOne(there, "AWS::KMS::Key");
    expect(ruleIn(there).EventPattern.detail.resources.ARN.map(readable)).toEqual([`\${${id}.Arn}`]);
  });

  test("silences no alarm: the topics of on-call are under no key, and let CloudWatch and EventBridge publish", () => {
    const ownTopics = Object.keys(mailboxes(linked())).map((topic) => topic.slice(2, -1));
    expect(ownTopics).toHaveLength(2);
    for (const id of ownTopics) {
      expect(linked()[id]?.Properties).not.toHaveProperty("KmsMasterKeyId");
      const policy = ofType(linked(), "AWS::SNS::TopicPolicy").find(([, { Properties }]) =>
        JSON.stringify(Properties.Topics).includes(id),
      );
      expect(JSON.stringify(policy)).toContain('"Service":"cloudwatch.amazonaws.com"');
    }
    const [first = ""] = ownTopics;
    const policy = ofType(linked(), "AWS::SNS::TopicPolicy").find(([, { Properties }]) =>
      JSON.stringify(Properties.Topics).includes(first),
    );
    expect(JSON.stringify(policy)).toContain('"Service":"events.amazonaws.com"');
    const messages = ofType(linked(), "AWS::KMS::Key").find(([id]) => id.startsWith("KeysMessages"));
    expect(JSON.stringify(messages)).not.toContain("cloudwatch.amazonaws.com");
  });
});
