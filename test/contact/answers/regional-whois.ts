import type { Answer } from "./answer.ts";

const arin = (...blocks: readonly string[]) =>
  blocks.map((block) => `# start\n\n${block.trim()}\n\n# end\n`).join("\n");

export const regionalWhois: readonly Answer[] = [
  {
    says: "RIPE: an autonomous system",
    whois: `% Information related to 'AS64500'

% Abuse contact for 'AS64500' is 'noc-abuse@carrier.example'

aut-num:        AS64500
as-name:        CARRIER
org:            ORG-CA1-RIPE
import:         from AS64499 accept ANY
export:         to AS64499 announce AS64500
remarks:        For information on "status:" attribute read https://www.ripe.net/data-tools/db/faq/status-values
status:         ASSIGNED
source:         RIPE # Filtered
`,
    gives: ["noc-abuse@carrier.example"],
  },
  {
    says: "RIPE: IPv6, the customer's block inside the provider's",
    whois: `% Abuse contact for '2001:db8:1::/48' is 'abuse@customer.example'

inet6num:       2001:db8:1::/48
netname:        CUSTOMER
country:        DE
status:         ASSIGNED
source:         RIPE # Filtered

% Abuse contact for '2001:db8::/32' is 'abuse@provider.example'

inet6num:       2001:db8::/32
netname:        PROVIDER
country:        DE
status:         ALLOCATED-BY-RIR
source:         RIPE # Filtered
`,
    gives: ["abuse@customer.example", "abuse@provider.example"],
  },
  {
    says: "RIPE: a sentence that forbids one mailbox and gives another",
    whois: `inetnum:        192.0.2.0 - 192.0.2.255
netname:        FORBID-NET
remarks:        Please do NOT send abuse complaints to hostmaster@forbid.example,
remarks:        they will be ignored. Abuse complaints go to desk@forbid.example
source:         RIPE
`,
    gives: ["desk@forbid.example"],
  },
  {
    says: "RIPE: a mailbox that its validation found unresponsive",
    whois: `% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@dead.example'
% Abuse-mailbox validation failed. Please refer to ORG-DE1-RIPE for further information.

inetnum:        192.0.2.0 - 192.0.2.255
netname:        DEAD-NET
source:         RIPE # Filtered
`,
    gives: ["abuse@dead.example"],
    low: ["abuse@dead.example"],
  },
  {
    says: "APNIC: header, team, and a mailbox checked this year",
    whois: `% [whois.apnic.net]
% Whois data copyright terms    http://www.apnic.net/db/dbcopyright.html

% Information related to '203.0.113.0 - 203.0.113.255'

% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'abuse@lotus.example'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        LOTUS
descr:          Lotus Cloud
country:        SG
org:            ORG-LC1-AP
admin-c:        LC1-AP
tech-c:         LC1-AP
abuse-c:        AL1-AP
status:         ALLOCATED PORTABLE
mnt-irt:        IRT-LOTUS-SG
source:         APNIC

irt:            IRT-LOTUS-SG
address:        Road 1
e-mail:         noc@lotus.example
abuse-mailbox:  abuse@lotus.example
remarks:        abuse@lotus.example was validated on 2026-03-01
source:         APNIC

role:           ABUSE LOTUSSG
e-mail:         noc@lotus.example
nic-hdl:        AL1-AP
remarks:        Generated from irt object IRT-LOTUS-SG
remarks:        abuse@lotus.example was validated on 2026-03-01
remarks:        noc@lotus.example is invalid
abuse-mailbox:  abuse@lotus.example
source:         APNIC

% This query was served by the APNIC Whois Service version 1.88.25 (WHOIS-US4)
`,
    gives: ["abuse@lotus.example"],
    low: [],
  },
  {
    says: "APNIC: a mailbox that its validation found invalid",
    whois: `% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'abuse@wilted.example'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        WILTED
country:        AU
mnt-irt:        IRT-WILTED-AU
source:         APNIC

irt:            IRT-WILTED-AU
e-mail:         abuse@wilted.example
abuse-mailbox:  abuse@wilted.example
remarks:        abuse@wilted.example is invalid
source:         APNIC
`,
    gives: ["abuse@wilted.example"],
    low: ["abuse@wilted.example"],
  },
  {
    says: "APNIC: the stub of a block that went to RIPE's region",
    whois: `% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'no-email@apnic.net'

inetnum:        192.0.2.0 - 192.0.2.255
netname:        STUB-192-0-2SLASH24
descr:          Transferred to the RIPE region on 2018-05-01T00:00:00Z.
country:        ZZ
admin-c:        STUB-AP
tech-c:         STUB-AP
abuse-c:        AS2444-AP
status:         ALLOCATED PORTABLE
mnt-by:         APNIC-STUB
mnt-irt:        IRT-STUB-AP
source:         APNIC

irt:            IRT-STUB-AP
address:        N/A
e-mail:         no-email@apnic.net
abuse-mailbox:  no-email@apnic.net
remarks:        IRT for stub records.
remarks:        We do not operate the referring network and
remarks:        are unable to investigate complaints of network abuse.
remarks:        For information about IRT, see www.apnic.net/irt
source:         APNIC
`,
    gives: [],
    outcome: "referral",
    referral: "whois.ripe.net",
  },
  {
    says: "APNIC: an early registration that went to ARIN",
    whois: `inetnum:        198.51.0.0 - 198.51.255.255
netname:        ERX-NETBLOCK
descr:          Early registration addresses
remarks:        ------------------------------------------------------
remarks:        Important:
remarks:
remarks:        Networks in this range were allocated by
remarks:        InterNIC prior to the formation of Regional Internet
remarks:        Registries (RIRs). Please see whois.arin.net or
remarks:        contact search-apnic-not-arin@apnic.net about abuse.
country:        AU
admin-c:        IANA1-AP
source:         APNIC
`,
    gives: [],
    outcome: "referral",
  },
  {
    says: "APNIC: China's national registry as team, the operator's technician below",
    whois: `% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'ipas@cnnic.cn'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        PLUM-NET
country:        CN
admin-c:        PL1-AP
tech-c:         PL1-AP
mnt-irt:        IRT-CNNIC-CN
source:         APNIC

irt:            IRT-CNNIC-CN
address:        Beijing, China
e-mail:         ipas@cnnic.cn
abuse-mailbox:  ipas@cnnic.cn
remarks:        Please note that CNNIC is not an ISP and is not
remarks:        empowered to investigate complaints of network abuse.
remarks:        Please contact the tech-c or admin-c of the network.
source:         APNIC

person:         Plum Admin
nic-hdl:        PL1-AP
e-mail:         ipadmin@plum.example
source:         APNIC
`,
    gives: ["ipas@cnnic.cn"],
    low: ["ipas@cnnic.cn"],
  },
  {
    says: "APNIC: Korea's national registry as team, the operator's abuse desk among the persons",
    whois: `% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'irt@nic.or.kr'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        PINE-NET
country:        KR
admin-c:        IM1-AP
tech-c:         IM1-AP
mnt-irt:        IRT-KRNIC-KR
source:         APNIC

irt:            IRT-KRNIC-KR
e-mail:         irt@nic.or.kr
abuse-mailbox:  irt@nic.or.kr
remarks:        irt@nic.or.kr was validated on 2026-01-02
source:         APNIC

person:         IP Manager
e-mail:         abuse@pine.example
nic-hdl:        IM1-AP
source:         APNIC

% Information related to '203.0.113.0 - 203.0.113.255'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        PINE-NET-KR
country:        KR
source:         KRNIC
`,
    gives: ["abuse@pine.example", "irt@nic.or.kr"],
    low: ["irt@nic.or.kr"],
  },
  {
    says: "APNIC: Japan's national registry says where its own WHOIS is",
    whois: `% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'hostmaster@nic.ad.jp'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        CHERRY-NET
descr:          Cherry Net Inc.
country:        JP
admin-c:        JNIC1-AP
tech-c:         JNIC1-AP
remarks:        Email address for spam or abuse complaints : abuse@cherry.example
status:         ALLOCATED PORTABLE
mnt-irt:        IRT-JPNIC-JP
source:         APNIC

irt:            IRT-JPNIC-JP
e-mail:         hostmaster@nic.ad.jp
abuse-mailbox:  hostmaster@nic.ad.jp
source:         APNIC

role:           Japan Network Information Center
e-mail:         hostmaster@nic.ad.jp
nic-hdl:        JNIC1-AP
source:         APNIC

% Information related to '203.0.113.0 - 203.0.113.127'

inetnum:        203.0.113.0 - 203.0.113.127
netname:        CHERRY-SHOP
country:        JP
remarks:        This information has been partially mirrored by APNIC from
remarks:        JPNIC. To obtain more specific information, please use the
remarks:        JPNIC WHOIS Gateway at
remarks:        http://www.nic.ad.jp/en/db/whois/en-gateway.html or
remarks:        whois.nic.ad.jp for WHOIS client. (The WHOIS client
remarks:        defaults to Japanese output, use the /e switch for English
remarks:        output)
source:         JPNIC
`,
    gives: ["abuse@cherry.example", "hostmaster@nic.ad.jp"],
    low: ["hostmaster@nic.ad.jp"],
    referral: "whois.nic.ad.jp",
  },
  {
    says: "APNIC: Vietnam's national registry as team, the operator by its technical handle",
    whois: `% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'hm-changed@vnnic.vn'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        BAMBOO-VN
country:        VN
admin-c:        BB1-AP
tech-c:         BB1-AP
mnt-irt:        IRT-VNNIC-AP
source:         APNIC

irt:            IRT-VNNIC-AP
e-mail:         hm-changed@vnnic.vn
abuse-mailbox:  hm-changed@vnnic.vn
source:         APNIC

person:         Bamboo Admin
nic-hdl:        BB1-AP
e-mail:         ip@bamboo.example
source:         APNIC
`,
    gives: ["hm-changed@vnnic.vn"],
    low: ["hm-changed@vnnic.vn"],
  },
  {
    says: "ARIN: the network's own desk, the organisation's, and the block around",
    whois: arin(
      "NetRange:       192.0.0.0 - 192.0.255.255\nNetHandle:      NET-192-0-0-0-1\n" +
        "NetType:        Direct Allocation\nOrgName:        Wide\nOrgId:          WI-1\n" +
        "OrgAbuseEmail:  abuse@wide.example",
      "NetRange:       192.0.2.0 - 192.0.2.63\nNetHandle:      NET-192-0-2-0-2\n" +
        "NetType:        Reallocated\nOrgName:        Near\nOrgId:          NE-1\n" +
        "OrgAbuseEmail:  abuse@near.example\nRAbuseHandle:   X-ARIN\nRAbuseEmail:    block-abuse@near.example",
    ),
    gives: ["block-abuse@near.example", "abuse@near.example", "abuse@wide.example"],
  },
  {
    says: "ARIN: the network's comment sends abuse to its customer only",
    whois: `NetRange:       192.0.2.0 - 192.0.2.255
NetType:        Direct Allocation
Comment:        Please direct all abuse issues to net-abuse@tenant.example ONLY.
Comment:        Mail to other addresses will be discarded.
OrgName:        Landlord
OrgId:          LL-1
OrgAbuseEmail:  abuse@landlord.example
`,
    gives: ["abuse@landlord.example", "net-abuse@tenant.example"],
  },
  {
    says: "ARIN: the comments of a large software house",
    whois: `NetRange:       192.0.2.0 - 192.0.2.255
NetType:        Direct Allocation
OrgName:        Larch Corporation
OrgId:          LARCH
Comment:        To report suspected security issues specific to traffic emanating from Larch online services, \
including the distribution of malicious content or other illicit or illegal material through a Larch online service, \
please submit reports to:
Comment:        * https://cert.larch.example.
Comment:
Comment:        For SPAM and other abuse issues, such as Larch Accounts, please contact:
Comment:        * abuse@larch.example.
Comment:
Comment:        To report security vulnerabilities in Larch products and services, please contact:
Comment:        * secure@larch.example.
Comment:
Comment:        For legal and law enforcement-related requests, please contact:
Comment:        * police@larch.example
OrgAbuseEmail:  abuse@larch.example
OrgTechEmail:   peering@larch.example
`,
    gives: ["abuse@larch.example"],
    forms: ["https://cert.larch.example"],
  },
  {
    says: "ARIN: a bare list",
    whois: `#
# Query terms are ambiguous.  The query is assumed to be:
#     "n 192.0.2.7"
#
# Use "?" to get help.
#

Birch BIRCH-A (NET-192-0-0-0-1) 192.0.0.0 - 192.0.255.255
Aspen ASPEN-B (NET-192-0-2-0-1) 192.0.2.0 - 192.0.2.255
`,
    gives: [],
    outcome: "none",
  },
  {
    says: "ARIN: space of Africa's registry",
    whois: `NetRange:       198.51.0.0 - 198.51.255.255
NetType:        Allocated to AFRINIC
Comment:        This IP address range is under AFRINIC responsibility.
Comment:        Please see http://www.afrinic.net/ for further details, or check the WHOIS server whois.afrinic.net.
Ref:            https://rdap.arin.net/registry/ip/198.51.0.0
ResourceLink:   http://afrinic.net/en/services/whois-query
ResourceLink:   whois.afrinic.net

OrgName:        African Network Information Center
OrgId:          AFRINIC
Country:        MU
ReferralServer: whois://whois.afrinic.net

OrgAbuseHandle: GENER11-ARIN
OrgAbuseEmail:  abusepoc@afrinic.net
`,
    gives: [],
    outcome: "referral",
    referral: "whois.afrinic.net",
  },
  {
    says: "ARIN: an autonomous system",
    whois: `ASNumber:       64500
ASName:         MAPLE-AS
ASHandle:       AS64500
OrgName:        Maple Hosting
OrgId:          MH-1
OrgNOCEmail:    noc@maple.example
OrgAbuseEmail:  abuse@maple.example
RTechEmail:     tech@maple.example
`,
    gives: ["abuse@maple.example"],
  },
  {
    says: "ARIN: no such network",
    whois: "#\n# ARIN WHOIS data\n#\n\nNo match found for n + 192.0.2.7.\n",
    gives: [],
    outcome: "not-found",
  },
  {
    says: "ARIN and the provider's RWHOIS after it, as a client glued them together",
    whois: `NetRange:       192.0.0.0 - 192.0.255.255
NetType:        Direct Allocation
OrgId:          PR-1
ReferralServer: rwhois://rwhois.provider.example:4321
OrgAbuseEmail:  abuse@provider.example

Found a referral to rwhois.provider.example:4321.

%rwhois V-1.5:003fff:00 rwhois.provider.example (by Network Solutions, Inc. V-1.5.9.5)
network:Auth-Area:192.0.0.0/16
network:ID:NET-7.192.0.2.0/28
network:IP-Network:192.0.2.0/28
network:Org-Name;I:Tenant
network:Country-Code:US
network:Tech-Contact;I:MAINT-7.192.0.2.0/28
network:Abuse-Contact;I:abuse@tenant.example
%ok
`,
    gives: ["abuse@tenant.example"],
  },
];
