import { Duration, type Stack } from "aws-cdk-lib";
import * as route53 from "aws-cdk-lib/aws-route53";
import { ApiGatewayv2DomainProperties } from "aws-cdk-lib/aws-route53-targets";
import * as ses from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { isInZone, mailFromDomain, type Stage } from "../stages.ts";
import type { ConsoleApi } from "./console-api.ts";

const ttl = Duration.minutes(30);

/** The zone that the stage names, which is the account's own and stays as it is; nothing where it names none. */
const zoneOf = (scope: Construct, { dns }: Pick<Stage, "dns">): route53.IHostedZone | undefined =>
  dns &&
  route53.HostedZone.fromHostedZoneAttributes(scope, "Zone", { hostedZoneId: dns.hostedZoneId, zoneName: dns.zone });

/** By which a domain proves that it is ours: SES's three names, known once the identity is made (Easy DKIM). */
const addDkim = (scope: Construct, zone: route53.IHostedZone, identity: ses.IEmailIdentity): void => {
  // One that was there before has its records, and CloudFormation can't read its tokens.
  if (!(identity instanceof ses.EmailIdentity)) return;
  identity.dkimRecords.forEach(({ name, value }, at) => {
    new route53.CfnRecordSet(scope, `Dkim-${at + 1}`, {
      hostedZoneId: zone.hostedZoneId,
      name,
      type: "CNAME",
      ttl: String(ttl.toSeconds()),
      resourceRecords: [value],
    });
  });
};

type Sender = { readonly stage: Stage; readonly identity: ses.IEmailIdentity };

/**
 * What desks look for before they believe a notice, where the sender's domain is in the stage's
 * zone: DKIM, the MAIL FROM domain with its SPF, and DMARC. Nothing is made elsewhere.
 */
export class SenderRecords extends Construct {
  constructor(scope: Construct, id: string, { stage, identity }: Sender) {
    super(scope, id);
    const { senderDomain, dns, region } = stage;
    const zone = isInZone(dns, senderDomain) ? zoneOf(this, stage) : undefined;
    if (!zone || !dns) return;
    addDkim(this, zone, identity);
    const recordName = `${mailFromDomain(senderDomain)}.`;
    const hostName = `feedback-smtp.${region}.amazonses.com`;
    new route53.MxRecord(this, "MailFrom", { zone, recordName, ttl, values: [{ priority: 10, hostName }] });
    new route53.TxtRecord(this, "Spf", { zone, recordName, ttl, values: ["v=spf1 include:amazonses.com ~all"] });
    if (dns.dmarc === "unmanaged") return;
    new route53.TxtRecord(this, "Dmarc", {
      zone,
      recordName: `_dmarc.${senderDomain}.`,
      ttl,
      values: [`v=DMARC1; p=${dns.dmarc}; rua=mailto:dmarc@${senderDomain}`],
    });
  }
}

type Receiver = Sender & { readonly replyDomains: readonly string[]; readonly receivesAt: string };

/** Where desks' answers go, of the reply domains that are in the stage's zone. */
export class ReplyRecords extends Construct {
  constructor(scope: Stack, id: string, { stage, identity, replyDomains, receivesAt }: Receiver) {
    super(scope, id);
    const inZone = replyDomains.filter((domain) => isInZone(stage.dns, domain));
    const zone = inZone.length > 0 ? zoneOf(this, stage) : undefined;
    if (!zone) return;
    if (inZone.includes(stage.settings.replyDomain)) addDkim(this, zone, identity);
    for (const domain of inZone)
      new route53.MxRecord(this, `Mx-${domain}`, {
        zone,
        recordName: `${domain}.`,
        ttl,
        values: [{ priority: 10, hostName: receivesAt }],
      });
  }
}

type Console = { readonly stage: Stage; readonly console: Pick<ConsoleApi, "domain"> };

/** Where browsers find the console by its own name, where that is in the stage's zone. */
export class ConsoleRecord extends Construct {
  constructor(scope: Construct, id: string, { stage, console: { domain } }: Console) {
    super(scope, id);
    // The row's own word: what the construct calls its name is known at deployment alone.
    const name = stage.consoleDomain?.name;
    const zone = name !== undefined && isInZone(stage.dns, name) ? zoneOf(this, stage) : undefined;
    if (!zone || !domain) return;
    const target = new ApiGatewayv2DomainProperties(domain.regionalDomainName, domain.regionalHostedZoneId);
    new route53.ARecord(this, "Alias", {
      zone,
      recordName: `${name}.`,
      target: route53.RecordTarget.fromAlias(target),
    });
  }
}
