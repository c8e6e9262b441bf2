/** Where the reported page stands: on a hoster's network, behind a reverse proxy, on a platform. */
export const standings = ["network", "proxy", "platform"] as const;
export type Standing = (typeof standings)[number];
