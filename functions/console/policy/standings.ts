/** On a hoster's network, behind a reverse proxy, or on a platform. */
export const standings = ["network", "proxy", "platform"] as const;
export type Standing = (typeof standings)[number];
