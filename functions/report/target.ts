import type { Instant } from "../kernel/instant.ts";
import type { Channel } from "./category.ts";
import type { Target } from "./report.ts";

/** Each a member of `Target`, in the order in which a producer reads of them. */
export const targetKinds = ["url", "host", "peer", "account"] as const;
export type TargetKind = (typeof targetKinds)[number];

type TargetFacts = {
  /** Where such a thing is seen, unless the report says it. */
  readonly seenOn: Channel;
  /** A page or a name of the Web: with or without `www.` it is mostly the same. */
  readonly mayHaveTwin: boolean;
  /** All of a host: where nothing else answers, its mail says where it stands. */
  readonly isWholeHost: boolean;
  /** The host offers it among others: the host's own name was not registered for it. */
  readonly isOneOfMany: boolean;
  /** A machine seen at a moment: its access provider hosts nothing, and no address is asked for. */
  readonly isMachine: boolean;
};

/** All by kind of target, but for the machine-readable part (`notice/xarf.ts`) and words. */
export const targetFacts = {
  url: { seenOn: "website", mayHaveTwin: true, isWholeHost: false, isOneOfMany: false, isMachine: false },
  host: { seenOn: "website", mayHaveTwin: true, isWholeHost: true, isOneOfMany: false, isMachine: false },
  peer: { seenOn: "peer-to-peer", mayHaveTwin: false, isWholeHost: false, isOneOfMany: false, isMachine: true },
  account: { seenOn: "website", mayHaveTwin: false, isWholeHost: false, isOneOfMany: true, isMachine: false },
} as const satisfies Record<TargetKind, TargetFacts>;

/** The address of a page or file, as the parser writes it. */
export const pageUrlOf = (target: Target): string | undefined => {
  switch (target.kind) {
    case "url":
      return target.url;
    case "host":
    case "peer":
    case "account":
      return undefined;
    default:
      return target satisfies never;
  }
};

/** As its host names it. */
export const accountOf = (target: Target): string | undefined => {
  switch (target.kind) {
    case "account":
      return target.account;
    case "url":
    case "host":
    case "peer":
      return undefined;
    default:
      return target satisfies never;
  }
};

/** A moment of the thing itself, as an address is somebody else's an hour later. */
export const momentOf = (target: Target): Instant | undefined => {
  switch (target.kind) {
    case "peer":
      return target.seenAt;
    case "url":
    case "host":
    case "account":
      return undefined;
    default:
      return target satisfies never;
  }
};
