import { expect, test } from "vitest";
import { logsKeyCalls } from "../../../infra/command/deployed/trails.ts";

const basic = { ReadWriteType: "All", IncludeManagementEvents: true, ExcludeManagementEventSources: [] };
const management = { Field: "eventCategory", Equals: ["Management"] };
const kms = "kms.amazonaws.com";

test.each([
  ["all management events", { EventSelectors: [basic] }, true],
  ["write events alone", { EventSelectors: [{ ...basic, ReadWriteType: "WriteOnly" }] }, true],
  ["read events alone", { EventSelectors: [{ ...basic, ReadWriteType: "ReadOnly" }] }, false],
  ["no management events", { EventSelectors: [{ ...basic, IncludeManagementEvents: false }] }, false],
  ["none of KMS", { EventSelectors: [{ ...basic, ExcludeManagementEventSources: [kms] }] }, false],
  ["management, in the newer form", { AdvancedEventSelectors: [{ FieldSelectors: [management] }] }, true],
  [
    "writes, in the newer form",
    { AdvancedEventSelectors: [{ FieldSelectors: [management, { Field: "readOnly", Equals: ["false"] }] }] },
    true,
  ],
  [
    "none of KMS, in the newer form",
    { AdvancedEventSelectors: [{ FieldSelectors: [management, { Field: "eventSource", NotEquals: [kms] }] }] },
    false,
  ],
  [
    "data events",
    { AdvancedEventSelectors: [{ FieldSelectors: [{ Field: "eventCategory", Equals: ["Data"] }] }] },
    false,
  ],
  ["nothing", {}, false],
])("a trail that logs %s tells of a changed key, or not", (_, selectors, logs) => {
  expect(logsKeyCalls(selectors)).toBe(logs);
});
