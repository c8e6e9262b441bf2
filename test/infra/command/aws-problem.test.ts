import { expect, test } from "vitest";
import { awsProblem } from "../../../infra/command/aws-problem.ts";

const named = (name: string, message: string, more: object = {}) =>
  Object.assign(new Error(message), { name, ...more });

test.each([
  [new Error("Region is missing"), "No AWS region is known. Give a profile that says region, or set AWS_REGION."],
  [
    named("CredentialsProviderError", "Could not load credentials from any providers"),
    "There are no AWS credentials: Could not load credentials from any providers. " +
      "Sign in (like aws sso login), or set AWS_PROFILE.",
  ],
  [
    named("ExpiredTokenException", "The security token included in the request is expired", { $metadata: {} }),
    "AWS refused it (ExpiredTokenException): The security token included in the request is expired. " +
      "Your credentials are over or wrong: sign in again.",
  ],
  [
    named("AccessDeniedException", "jane may not do dynamodb:Query.", { $metadata: {} }),
    "AWS refused it (AccessDeniedException): jane may not do dynamodb:Query. " +
      "Your credentials have no right to it, or are those of another account.",
  ],
  [
    named("ResourceNotFoundException", "Requested resource not found", { $metadata: {} }),
    "AWS refused it (ResourceNotFoundException): Requested resource not found. " +
      "Check the names that you gave, and the account and region of your AWS credentials.",
  ],
  [
    named("Error", "getaddrinfo ENOTFOUND dynamodb.eu.example", { code: "ENOTFOUND", $metadata: { attempts: 3 } }),
    "AWS can't be reached (ENOTFOUND): getaddrinfo ENOTFOUND dynamodb.eu.example. " +
      "Check the network, and the region of your profile.",
  ],
])("%s is said with what helps", (error, says) => expect(awsProblem(error)).toBe(says));

test("a profile that is named and gives no credentials is said", () => {
  process.env.AWS_PROFILE = "on-cal";
  try {
    expect(awsProblem(named("CredentialsProviderError", "Could not load credentials from any providers"))).toBe(
      "There are no AWS credentials: Could not load credentials from any providers. AWS_PROFILE is on-cal: see that " +
        "aws configure list-profiles names it, and sign in by it.",
    );
  } finally {
    delete process.env.AWS_PROFILE;
  }
});

test("what is no word of AWS is left to others", () => {
  expect(awsProblem(new TypeError("x is not a function"))).toBeUndefined();
  expect(awsProblem("x")).toBeUndefined();
});
