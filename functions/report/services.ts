/**
 * Hosts of services that people name without one, in lower case without spaces: the users' pages stand there,
 * and who answers for the host answers for an account. A service that many run (Matrix, Mastodon, e-mail) has no
 * one host.
 */
export const services: Readonly<Record<string, string>> = {
  bluesky: "bsky.app",
  discord: "discord.com",
  facebook: "www.facebook.com",
  github: "github.com",
  gitlab: "gitlab.com",
  instagram: "www.instagram.com",
  line: "line.me",
  linkedin: "www.linkedin.com",
  messenger: "www.facebook.com",
  odnoklassniki: "ok.ru",
  pinterest: "www.pinterest.com",
  reddit: "www.reddit.com",
  snapchat: "www.snapchat.com",
  telegram: "t.me",
  threads: "www.threads.net",
  tiktok: "www.tiktok.com",
  tumblr: "www.tumblr.com",
  twitch: "www.twitch.tv",
  twitter: "x.com",
  viber: "www.viber.com",
  vk: "vk.com",
  vkontakte: "vk.com",
  whatsapp: "www.whatsapp.com",
  x: "x.com",
  youtube: "www.youtube.com",
};

/** The host of a named service, as in "Telegram"; nothing for an unknown name, or a host. */
export const hostOfService = (name: string): string | undefined => {
  const key = name.toLowerCase().replace(/\s/g, "");
  return Object.hasOwn(services, key) ? services[key] : undefined;
};
