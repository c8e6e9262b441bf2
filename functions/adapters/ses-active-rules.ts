import { DescribeActiveReceiptRuleSetCommand, type SESClient } from "@aws-sdk/client-ses";
import type { ActiveRules } from "../follow-up/watchdog.ts";

/**
 * Network: one query, which SES answers once a second for the whole account (SES API Reference,
 * DescribeActiveReceiptRuleSet). Throws what SES throws.
 */
export const sesActiveRules =
  (client: SESClient): ActiveRules =>
  async () => {
    const { Metadata, Rules = [] } = await client.send(new DescribeActiveReceiptRuleSetCommand({}));
    return {
      set: Metadata?.Name,
      rules: Rules.flatMap(({ Name, Enabled }) => (Enabled && Name !== undefined ? [Name] : [])),
    };
  };
