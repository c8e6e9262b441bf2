/** How loud an alarm is: `page` needs a person now, at any hour; `notify` can wait until the morning. */
export const severities = ["page", "notify"] as const;
export type Severity = (typeof severities)[number];
