import type { Instant } from "../kernel/instant.ts";
import type { Notice } from "./case.ts";

/*
 * What a notice has for certain at a stage. Items are stored with one flat shape, also those of
 * before; who needs what a stage brings with it asks here and makes up no moment.
 */

/** SES was asked at `wireAt`, and has not answered for certain. */
export type OnWire = Notice & { readonly wireAt: Instant };
export const isOnWire = (notice: Notice): notice is OnWire => notice.state === "on-wire" && notice.wireAt !== undefined;

/** It went out, whatever came of it. */
export type Sent = Notice & { readonly sentAt: Instant };
export const isSent = (notice: Notice): notice is Sent => notice.sentAt !== undefined;
