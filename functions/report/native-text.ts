import type { Report, StatusMessage, Target } from "./report.ts";

/** The message in our own form: what is kept of one whose own text is gone. Pure. */
export const nativeText = ({ kind: _, ...said }: Report | StatusMessage): string =>
  JSON.stringify({ version: 1, ...said, ...("target" in said && { target: nativeTarget(said.target) }) });

const nativeTarget = (target: Target): object => {
  switch (target.kind) {
    case "url":
      return { url: target.written ?? target.url };
    case "host":
      return { host: target.host };
    case "peer": {
      const { kind: _, host: address, ...peer } = target;
      return { peer: { address, ...peer } };
    }
    case "account":
      return { account: { service: target.host, account: target.account } };
    default:
      return target satisfies never;
  }
};
