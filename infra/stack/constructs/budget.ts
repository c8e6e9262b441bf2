import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { Construct } from "constructs";
import type { Stage } from "../stages.ts";
import { stageTag } from "../table-settings.ts";

/** Whoever pays hears before the money is spent, and once it is. */
const shares = [
  { of: "FORECASTED", percent: 100 },
  { of: "ACTUAL", percent: 80 },
  { of: "ACTUAL", percent: 100 },
] as const;

/**
 * What the stage may cost in a month, by the tag that all of it bears. AWS counts a tag only once
 * it was activated for cost allocation (Billing User Guide, "Activating user-defined cost
 * allocation tags"); a budget stops nothing. Mails are not in it: SES charges them to the account
 * and to no tagged resource.
 */
export class Budget extends Construct {
  constructor(scope: Construct, id: string, { name, region, onCall, monthlyBudgetUsd }: Stage) {
    super(scope, id);
    if (monthlyBudgetUsd === undefined) return;
    new CfnBudget(this, "Monthly", {
      budget: {
        // Budgets are the account's: a lost region's is still there when the stage is deployed in another one.
        budgetName: `takedown-${name}-${region}`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount: monthlyBudgetUsd, unit: "USD" },
        costFilters: { TagKeyValue: [`user:${stageTag}$${name}`] },
      },
      notificationsWithSubscribers: shares.map(({ of, percent }) => ({
        notification: {
          notificationType: of,
          comparisonOperator: "GREATER_THAN",
          threshold: percent,
          thresholdType: "PERCENTAGE",
        },
        subscribers: onCall.slice(0, 10).map((address) => ({ subscriptionType: "EMAIL", address })),
      })),
    });
  }
}
