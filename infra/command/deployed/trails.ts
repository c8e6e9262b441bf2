import * as z from "zod";
import { postSigned } from "../caller.ts";

const selectorsSchema = z.object({
  EventSelectors: z
    .array(
      z.object({
        ReadWriteType: z.string().default("All"),
        IncludeManagementEvents: z.boolean().default(true),
        ExcludeManagementEventSources: z.array(z.string()).default([]),
      }),
    )
    .nullish(),
  AdvancedEventSelectors: z
    .array(
      z.object({
        FieldSelectors: z.array(
          z.object({
            Field: z.string(),
            Equals: z.array(z.string()).optional(),
            NotEquals: z.array(z.string()).optional(),
          }),
        ),
      }),
    )
    .nullish(),
});
type Selectors = z.output<typeof selectorsSchema>;

const kms = "kms.amazonaws.com";

/**
 * Whether a trail with these selectors logs a call that changes a key: a management event that writes
 * (CloudTrail User Guide, "Logging management events").
 */
export const logsKeyCalls = ({ EventSelectors, AdvancedEventSelectors }: Selectors): boolean =>
  (EventSelectors ?? []).some(
    (one) =>
      one.IncludeManagementEvents &&
      one.ReadWriteType !== "ReadOnly" &&
      !one.ExcludeManagementEventSources.includes(kms),
  ) ||
  (AdvancedEventSelectors ?? []).some(({ FieldSelectors }) =>
    FieldSelectors.every(({ Field, Equals, NotEquals = [] }) => {
      if (Field === "eventCategory") return Equals?.includes("Management") === true;
      if (Field === "readOnly") return Equals?.includes("false") === true;
      if (Field === "eventSource") return (Equals?.includes(kms) ?? true) && !NotEquals.includes(kms);
      // A narrower one, like by who called, may leave a call out.
      return false;
    }),
  );

const ask = async <T>(region: string, action: string, of: object, schema: z.ZodType<T>): Promise<T> => {
  const answer = await postSigned("cloudtrail", {
    region,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.${action}`,
    },
    body: JSON.stringify(of),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`CloudTrail's ${action} answered ${answer.status}: ${text.slice(0, 120)}`);
  return schema.parse(JSON.parse(text));
};

/**
 * Whether a trail logs calls that change a key in the region: EventBridge hears of them by a trail alone. Network:
 * one request, and two for each trail of the region, an organisation's included.
 */
export const keyCallsIn = async (region: string): Promise<"logged" | "excluded" | "no trail"> => {
  const trails = z.object({ trailList: z.array(z.object({ TrailARN: z.string() })).default([]) });
  const { trailList } = await ask(region, "DescribeTrails", {}, trails);
  let found: "excluded" | "no trail" = "no trail";
  for (const { TrailARN } of trailList) {
    const { IsLogging } = await ask(region, "GetTrailStatus", { Name: TrailARN }, z.object({ IsLogging: z.boolean() }));
    if (!IsLogging) continue;
    if (logsKeyCalls(await ask(region, "GetEventSelectors", { TrailName: TrailARN }, selectorsSchema))) return "logged";
    found = "excluded";
  }
  return found;
};
