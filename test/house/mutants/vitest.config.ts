import { defineConfig } from "vitest/config";

/**
 * The tests that mutants have to face: those that ask the named files directly, without a flow.
 * One worker takes all files and keeps what they import, or each mutant would pay for it again.
 */
export default defineConfig({
  test: {
    include: [
      "test/case/{decide,evolve,ladder}/*.test.ts",
      "test/case/digest.test.ts",
      "test/digest/*.test.ts",
      "test/send/{claim,pacing,send-ready}.test.ts",
    ],
    isolate: false,
    testTimeout: 30_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
});
