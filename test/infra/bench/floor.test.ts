import { describe, expect, test } from "vitest";
import type { Heard } from "../../../infra/bench/cost/meter.ts";
import { answerOf, turnOf } from "../../../infra/bench/floor/answers.ts";
import { scriptOf } from "../../../infra/bench/floor/bare.ts";
import { barOf, heldTo } from "../../../infra/bench/floor/bars.ts";
import { betweenRuns, figureOf, movedBetween, ratioOf } from "../../../infra/bench/floor/compare.ts";
import { sharesOf } from "../../../infra/bench/floor/profile.ts";

const call = (operation: string, body: string, answer: string): Heard => ({
  service: "DynamoDB",
  operation,
  path: "/",
  body,
  status: 200,
  headers: {},
  answer: btoa(answer),
});

describe("the servers that answer what was recorded", () => {
  const calls = [
    call("GetItem", '{"TableName":"t","Key":{"pk":{"S":"A"},"sk":{"S":"STATE"}}}', "the state"),
    call("Query", '{"TableName":"t","Until":"2026-11-24T10:00:00.000Z"}', "what is due"),
    call("TransactWriteItems", '{"ClientRequestToken":"one"}', "written"),
    call("UpdateItem", '{"UpdateExpression":"ADD sent :one"}', "counted"),
    call("UpdateItem", '{"UpdateExpression":"SET slot = :slot"}', "taken"),
  ];
  const answer = (operation: string, body: string) => atob(answerOf(calls, { operation, path: "/", body }).answer);

  test("give it to whoever asks the same, in whatever order it is written", () => {
    expect(answer("GetItem", '{"Key":{"sk":{"S":"STATE"},"pk":{"S":"A"}},"TableName":"t"}')).toBe("the state");
  });

  test("give it to whoever asks the same a moment later", () => {
    expect(answer("Query", '{"TableName":"t","Until":"2026-11-24T10:00:00.007Z"}')).toBe("what is due");
  });

  test("find nothing else, and take a write as those of its kind were taken", () => {
    expect(answer("GetItem", '{"TableName":"t","Key":{"pk":{"S":"B"},"sk":{"S":"STATE"}}}')).toBe("{}");
    expect(answer("TransactWriteItems", '{"ClientRequestToken":"two"}')).toBe("written");
    expect(answer("UpdateItem", '{"UpdateExpression":"SET slot = :slot","Key":{}}')).toBe("taken");
  });

  test("let through what was refused first and went through when it was tried again", () => {
    const asked = '{"UpdateExpression":"SET nextMs = :next"}';
    const refused = { ...call("UpdateItem", asked, "somebody was first"), status: 400 };
    expect(answerOf([refused, call("UpdateItem", asked, "taken")], refused)).toMatchObject({ status: 200 });
  });
});

test("a turn to send is given by the clock of whoever asks, whichever was recorded", () => {
  const ask = (values: object, pk = "PACE#standard") =>
    turnOf({
      operation: "UpdateItem",
      body: JSON.stringify({ Key: { pk: { S: pk } }, ExpressionAttributeValues: values }),
    });
  const taken = (next: string) => JSON.stringify({ Attributes: { nextMs: { N: next } } });
  expect(ask({ ":next": { N: "1200" }, ":now": { N: "1000" } })).toBe(taken("1200"));
  expect(ask({ ":step": { N: "200" }, ":now": { N: "1000" } })).toBe(taken("1200"));
  expect(ask({ ":one": { N: "1" } }, "DESK-MAILS#1")).toBeUndefined();
});

describe("the floor", () => {
  test("sends what was sent, by the SDK's own input", () => {
    const sent = [
      { operation: "GetItem", path: "/", body: '{"TableName":"t"}' },
      {
        operation: "SendRawEmail",
        path: "/",
        body:
          "Action=SendRawEmail&Source=a%40b.example&Destinations.member.1=c%40d.example&RawMessage.Data=aGk%3D" +
          "&Tags.member.1.Name=stage&Tags.member.1.Value=prod",
      },
      { operation: "GET", path: "/replies/a%20b?x-id=GetObject", body: "" },
    ];
    expect(JSON.parse(scriptOf(sent))).toEqual([
      { service: "DynamoDB", command: "GetItem", input: { TableName: "t" } },
      {
        service: "SES",
        command: "SendRawEmail",
        input: {
          Source: "a@b.example",
          Destinations: ["c@d.example"],
          ConfigurationSetName: "",
          RawMessage: { Data: "aGk=" },
          Tags: [{ Name: "stage", Value: "prod" }],
        },
      },
      { service: "S3", command: "GetObject", input: { Bucket: "replies", Key: "a b" } },
    ]);
  });

  test("is the measure of each turn, so that what slows the machine slows both", () => {
    expect(ratioOf({ ours: [2, 20, 3], floor: [1, 10, 1] }).median).toBe(2);
  });
});

describe("between two runs", () => {
  const steady = (median: number) => figureOf([median - 0.01, median, median, median + 0.01]);

  test("a figure has moved where the middle halves of both lie apart", () => {
    expect(movedBetween({ "a: warm": steady(1.3) }, { "a: warm": steady(1.5) })).toEqual([
      { name: "a: warm", was: 1.3, is: 1.5 },
    ]);
  });

  test.each([
    ["by less than three in a hundred", steady(1.3), steady(1.33)],
    ["within what each was by itself", figureOf([1, 1.3, 1.6, 1.9]), figureOf([1.2, 1.5, 1.7, 2])],
  ])("it has not %s", (_, was, is) => {
    expect(movedBetween({ "a: warm": was }, { "a: warm": is })).toEqual([]);
  });

  test("what one of them lacks has not moved", () => {
    expect(movedBetween({}, { "a: warm": steady(1.3) })).toEqual([]);
  });

  test.each(["a: KB at its start", "a: own KB", "a: calls"])(
    "%s has moved however little, as no noise is in it",
    (name) => {
      expect(movedBetween({ [name]: figureOf([1000]) }, { [name]: figureOf([1001]) })).toHaveLength(1);
      expect(movedBetween({ [name]: figureOf([1000]) }, { [name]: figureOf([1000]) })).toEqual([]);
    },
  );

  test("it is said how many figures both have, and what they can't be held against", () => {
    const before = { node: "v20.20.2", figures: { a: steady(1), b: steady(1) } };
    const after = { node: "v24.1.0", blocks: 3, figures: { b: steady(1), c: steady(1) } };
    expect(betweenRuns(before, before)).toEqual({ both: 2, oneOnly: 0, cautions: [] });
    expect(betweenRuns(before, after)).toEqual({
      both: 1,
      oneOnly: 2,
      cautions: [
        "They ran on Node v20.20.2 and on v24.1.0.",
        "One has fewer than 5 turns, of which noise can't be told from a change.",
      ],
    });
  });
});

test("a figure's bar is found by its name", () => {
  expect(barOf("take-in-report: warm, times the floor")).toBe(1.3);
  expect(barOf("take-in-report: warm, ms")).toBeUndefined();
});

test("what is to be at most is held against what was measured, and own code without texts and rows", () => {
  const figures = { "send-notice: import, times the SDK": { median: 4.15, from: 4, to: 4.3 } };
  const bytesOf = {
    "npm:zod": 100_000,
    "functions/case/react.ts": 5_000,
    "functions/notice/templates/de.ts": 30_000,
    "functions/answers/replies/en.ts": 90_000,
    "functions/contact/platforms.json": 28_000,
    "functions/contact/bootstrap-table.json": 27_000,
  };
  expect(heldTo(figures, [{ name: "send-notice", bytesOf }])).toEqual([
    { what: "send-notice: import, times the SDK", is: 4.15, atMost: 1.6 },
    { what: "send-notice: own KB", is: 32, atMost: 120 },
  ]);
});

test("a profile says of each function what it took itself and with all that it calls, but for loading", () => {
  const node = (id: number, functionName: string, children: readonly number[] = [], url = "file:///index.mjs") => ({
    id,
    callFrame: { functionName, url },
    children,
  });
  const nodes = [
    node(1, "(root)", [2, 5, 6], ""),
    node(2, "handler", [3]),
    node(3, "seal", [4]),
    node(4, "update", [], "node:internal/crypto/hash"),
    node(5, "(idle)", [], ""),
    node(6, "run", [7], "node:internal/modules/esm/module_job"),
    node(7, "readTable"),
  ];
  expect(sharesOf({ nodes, samples: [2, 3, 4, 4, 5, 7], timeDeltas: [10, 30, 20, 40, 500, 500] })).toEqual([
    { name: "handler", itself: 0.1, whole: 1 },
    { name: "seal", itself: 0.3, whole: 0.9 },
    { name: "update (node:internal/crypto/hash)", itself: 0.6, whole: 0.6 },
  ]);
});
