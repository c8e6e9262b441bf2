import { expect, test } from "vitest";
import { alarmsAtMost, listAlarms } from "./listed-alarms.ts";

const alarm = (name: string, severity: string) => ({ AlarmName: name, AlarmDescription: `${severity}It hurts.` });

test("alarms are listed by severity, those that page first", () => {
  expect(listAlarms([alarm("b", "[notify] "), alarm("a", "[page] ")])).toEqual({
    lines: ["page    a", "notify  b"],
    wrong: [],
  });
});

test("an alarm without a severity, and one alarm too many, are wrong", () => {
  const many = Array.from({ length: alarmsAtMost }, (_, at) => alarm(`a${at}`, "[page] "));
  expect(listAlarms(many).wrong).toEqual([]);
  expect(listAlarms([...many, alarm("z", "")]).wrong).toEqual([
    "z has no severity.",
    "There are 25 alarms; 24 at most.",
  ]);
});
