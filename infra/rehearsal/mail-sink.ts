import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/**
 * A mail as it came over SMTP: the envelope's recipients, every byte, and what an independent
 * parser reads in it.
 */
export type SunkMail = { readonly recipients: readonly string[]; readonly raw: Buffer; readonly mail: Email };
export type MailSink = {
  readonly port: number;
  readonly mails: () => readonly SunkMail[];
  readonly close: () => Promise<void>;
};

/** The same from now on, for a stage whose desks another one told before. */
export const fromNowOn = (sink: MailSink): MailSink => {
  const before = sink.mails().length;
  return { ...sink, mails: () => sink.mails().slice(before) };
};

/** An SMTP server on loopback that keeps what it gets in memory and sends nothing on. */
export const startMailSink = async (): Promise<MailSink> => {
  const mails: SunkMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const raw = Buffer.concat(pieces);
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        PostalMime.parse(raw).then((mail) => {
          mails.push({ recipients, raw, mail });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const address = server.server.address();
  if (typeof address !== "object" || address === null) throw new Error("The mail sink has no port.");
  return {
    port: address.port,
    mails: () => mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
