import type { Answer } from "./answer.ts";

const arin = (...blocks: readonly string[]) =>
  blocks.map((block) => `# start\n\n${block.trim()}\n\n# end\n`).join("\n");

export const regionalWhois: readonly Answer[] = [
  {
    says: "RIPE: header, organisation and filtered role",
    whois: `% This is the RIPE Database query service.
% The objects are in RPSL format.
%
% Note: this output has been filtered.
%       To receive output for a database update, use the "-B" flag.

% Information related to '192.0.2.0 - 192.0.2.255'

% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@harbour.example'

inetnum:        192.0.2.0 - 192.0.2.255
netname:        HARBOUR-NET
country:        NL
org:            ORG-HH1-RIPE
admin-c:        HH99-RIPE
tech-c:         HH99-RIPE
status:         ASSIGNED PA
mnt-by:         HARBOUR-MNT
created:        2012-06-11T07:34:39Z
last-modified:  2020-01-16T14:38:28Z
source:         RIPE # Filtered

organisation:   ORG-HH1-RIPE
org-name:       Harbour Hosting B.V.
org-type:       LIR
address:        Quay 1
abuse-c:        AR1-RIPE
mnt-ref:        RIPE-NCC-HM-MNT
source:         RIPE # Filtered

role:           Harbour Network Operations
address:        Quay 1
nic-hdl:        HH99-RIPE
source:         RIPE # Filtered

% Information related to '192.0.2.0/24AS64500'

route:          192.0.2.0/24
descr:          Harbour
origin:         AS64500
mnt-by:         HARBOUR-MNT
source:         RIPE

% This query was served by the RIPE Database Query Service version 1.111 (BUSA)
`,
    gives: ["abuse@harbour.example"],
  },
  {
    says: "RIPE -B: the keeper's e-mail beside the abuse-mailbox of the same role",
    whois: `inetnum:        192.0.2.0 - 192.0.2.255
netname:        HARBOUR-NET
org:            ORG-HH1-RIPE
admin-c:        HH99-RIPE
tech-c:         HH99-RIPE
notify:         notify@harbour.example
status:         ASSIGNED PA
source:         RIPE

organisation:   ORG-HH1-RIPE
org-name:       Harbour Hosting B.V.
e-mail:         office@harbour.example
abuse-c:        AR1-RIPE
source:         RIPE

role:           Abuse desk
nic-hdl:        AR1-RIPE
e-mail:         keeper@harbour.example
abuse-mailbox:  reports@harbour.example
source:         RIPE

role:           NOC
nic-hdl:        HH99-RIPE
e-mail:         noc@harbour.example
source:         RIPE
`,
    gives: ["reports@harbour.example"],
  },
  {
    says: "RIPE of 2012: no abuse-c, a team named by mnt-irt",
    whois: `inetnum:        192.0.2.0 - 192.0.2.255
netname:        UNI-NET
admin-c:        UN1-RIPE
tech-c:         UN1-RIPE
mnt-irt:        IRT-UNI-CERT
source:         RIPE # Filtered

irt:            IRT-UNI-CERT
address:        Campus 1
phone:          +31 0
e-mail:         cert-office@uni.example
abuse-mailbox:  cert@uni.example
source:         RIPE # Filtered

person:         A N Other
nic-hdl:        UN1-RIPE
source:         RIPE # Filtered
`,
    gives: ["cert@uni.example"],
  },
  {
    says: "RIPE: no abuse contact registered, remarks in a box of stars name one",
    whois: `% No abuse contact registered for 192.0.2.0 - 192.0.2.255

inetnum:        192.0.2.0 - 192.0.2.255
netname:        BOX-NET
remarks:        ****************************************************
remarks:        * In case of hack attacks, illegal activity,       *
remarks:        * violation, scans, probes, spam, etc.             *
remarks:        * please contact: abuse@box.example                *
remarks:        * Peering: peering@box.example                     *
remarks:        ****************************************************
country:        RU
admin-c:        BX1-RIPE
source:         RIPE # Filtered

person:         Box Admin
nic-hdl:        BX1-RIPE
e-mail:         admin@box.example
source:         RIPE # Filtered
`,
    gives: ["abuse@box.example"],
  },
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
    says: "RIPE: remarks that send network trouble elsewhere than abuse",
    whois: `inetnum:        192.0.2.0 - 192.0.2.255
netname:        DIAL-NET
admin-c:        DN1-RIPE
remarks:        INFRA-AW
source:         RIPE # Filtered

role:           Dial Network
nic-hdl:        DN1-RIPE
remarks:        trouble: Network problems to: noc@dial.example
remarks:        trouble: Abuse and spam notification: complaints@dial.example
remarks:        trouble: Information: http://www.dial.example
source:         RIPE # Filtered
`,
    gives: ["complaints@dial.example"],
  },
  {
    says: "RIPE: the block that it does not manage, with its list of other registries",
    whois: `% No abuse contact registered for 192.0.0.0 - 192.0.255.255

inetnum:        192.0.0.0 - 192.0.255.255
netname:        NON-RIPE-NCC-MANAGED-ADDRESS-BLOCK
descr:          IPv4 address block not managed by the RIPE NCC
remarks:        ------------------------------------------------------
remarks:
remarks:        For registration information,
remarks:        you can consult the following sources:
remarks:
remarks:        IANA
remarks:        http://www.iana.org/assignments/ipv4-address-space
remarks:        AFRINIC (Africa)
remarks:        http://www.afrinic.net/ whois.afrinic.net
remarks:        APNIC (Asia Pacific)
remarks:        http://www.apnic.net/ whois.apnic.net
remarks:        ------------------------------------------------------
country:        EU # Country is really world wide
admin-c:        IANA1-RIPE
tech-c:         IANA1-RIPE
status:         ALLOCATED UNSPECIFIED
source:         RIPE

role:           Internet Assigned Numbers Authority
address:        see http://www.iana.org.
admin-c:        IANA1-RIPE
nic-hdl:        IANA1-RIPE
remarks:        For more information on IANA services
remarks:        go to IANA web site at http://www.iana.org.
e-mail:         bitbucket@ripe.net
source:         RIPE # Filtered
`,
    gives: [],
    outcome: "referral",
  },
  {
    says: "RIPE: denied for the day",
    whois: `% This is the RIPE Database query service.

%ERROR:201: access denied for 192.0.2.55
%
% Sorry, access from your host has been permanently
% denied because of a repeated excessive querying.
% For more information, see
% https://apps.db.ripe.net/docs/FAQ/#why-did-i-receive-an-error-201-access-denied
`,
    gives: [],
    outcome: "retry-later",
  },
  {
    says: "RIPE: abuse-mailbox written straight into the organisation, as before 2013",
    whois: `inetnum:        192.0.2.0 - 192.0.2.127
netname:        OLD-NET
org:            ORG-OLD1-RIPE
admin-c:        OLD-RIPE
source:         RIPE

organisation:   ORG-OLD1-RIPE
org-name:       Old Net
e-mail:         info@old.example
abuse-mailbox:  abuse@old.example
source:         RIPE
`,
    gives: ["abuse@old.example"],
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
    says: "APNIC: two abuse mailboxes in one team",
    whois: `inetnum:        203.0.113.0 - 203.0.113.255
netname:        TWIN
country:        HK
mnt-irt:        IRT-TWIN-HK
source:         APNIC

irt:            IRT-TWIN-HK
e-mail:         noc@twin.example
abuse-mailbox:  abuse@twin.example
abuse-mailbox:  abuse2@twin.example
source:         APNIC
`,
    gives: ["abuse@twin.example", "abuse2@twin.example"],
  },
  {
    says: "AFRINIC: no abuse contact, an abuse-mailbox on the technical role",
    whois: `% This is the AfriNIC Whois server.
% The AFRINIC whois database is subject to  the following terms of Use. See https://afrinic.net/whois/terms

% Note: this output has been filtered.
%       To receive output for a database update, use the "-B" flag.

% Information related to '198.51.100.0 - 198.51.100.255'

% No abuse contact registered for 198.51.100.0 - 198.51.100.255

inetnum:        198.51.100.0 - 198.51.100.255
netname:        BAOBAB
descr:          Baobab Net
country:        KE
org:            ORG-BN1-AFRINIC
admin-c:        BN1-AFRINIC
tech-c:         BT1-AFRINIC
status:         ASSIGNED PA
source:         AFRINIC # Filtered
parent:         198.51.0.0 - 198.51.255.255

organisation:   ORG-BN1-AFRINIC
org-name:       Baobab Net Ltd
source:         AFRINIC # Filtered

role:           Baobab Tech
nic-hdl:        BT1-AFRINIC
abuse-mailbox:  abuse@baobab.example
source:         AFRINIC # Filtered
`,
    gives: ["abuse@baobab.example"],
  },
  {
    says: "AFRINIC: nothing but masked mailboxes",
    whois: `% No abuse contact registered for 198.51.100.0 - 198.51.100.255

inetnum:        198.51.100.0 - 198.51.100.255
netname:        MASKED
country:        NG
admin-c:        MK1-AFRINIC
source:         AFRINIC # Filtered

person:         Masked Admin
nic-hdl:        MK1-AFRINIC
e-mail:         ***@masked.example
source:         AFRINIC # Filtered
`,
    gives: [],
    outcome: "none",
  },
  {
    says: "AFRINIC: can't ask ARIN on our behalf now",
    whois: "% This is the AfriNIC Whois server.\n\n%% Temporary unable to query ARIN for '192.0.2.0'\n",
    gives: [],
    outcome: "retry-later",
  },
  {
    says: "AFRINIC: a remark is the only contact",
    whois: `% No abuse contact registered for 198.51.100.0 - 198.51.100.255

inetnum:        198.51.100.0 - 198.51.100.255
netname:        ACACIA
country:        ZA
remarks:        ================================
remarks:        For ABUSE please mail:
remarks:        abuse@acacia.example
remarks:        ================================
source:         AFRINIC # Filtered
`,
    gives: ["abuse@acacia.example"],
  },
  {
    says: "LACNIC: abuse-c to nic-hdl to e-mail, lines ended twice",
    whois: `
% IP Client: 192.0.2.55

% Copyright LACNIC lacnic.net
%  The data below is provided for information purposes
%  and to assist persons in obtaining information about or
%  related to AS and IP numbers registrations
%  By submitting a whois query, you agree to use this data
%  only for lawful purposes.
%  2026-11-24 10:00:00 (-03 -03:00)

inetnum:     198.51.100/24
status:      allocated
aut-num:     N/A
owner:       Pampa Hosting S.A.
ownerid:     AR-PHSA-LACNIC
responsible: Nadie
address:     Calle 1
country:     AR
owner-c:     OWN
tech-c:      TEC
abuse-c:     ABU
created:     20010101
changed:     20200101

nic-hdl:     OWN
person:      Nadie
e-mail:      duenho@pampa.example
country:     AR

nic-hdl:     ABU
person:      Mesa de abuso
e-mail:      reclamos@pampa.example
country:     AR

% whois.lacnic.net accepts only direct match queries.
% Types of queries are: POCs, ownerid, CIDR blocks, IP
% and AS numbers.
`.replaceAll("\n", "\r\r\n"),
    gives: ["reclamos@pampa.example"],
  },
  {
    says: "LACNIC: a record of ARIN's time with an empty e-mail",
    whois: `inetnum:     198.51.0/16
status:      allocated
owner:       Historic
ownerid:     UY-HIST-LACNIC
country:     UY
owner-c:     HIS
tech-c:      HIS
abuse-c:     HIS
created:     19930101

nic-hdl:     HIS
person:      ARIN-HISTORIC
e-mail:      
address:     x
country:     UY
changed:     20200101
`,
    gives: [],
    outcome: "none",
  },
  {
    says: "NIC.br: handles of its own, and the national team in the footer",
    whois: `
% Copyright (c) Nic.br
%  The use of the data below is only permitted as described in
%  full by the terms of use at https://registro.br/termo/en.html ,
%  being prohibited its distribution, commercialization or
%  reproduction, in particular, to use it for advertising or
%  any similar purpose.

inetnum:     198.51.100.0/24
aut-num:     AS64500
abuse-c:     JAC12
owner:       Jacaranda Internet Ltda
ownerid:     00.000.000/0001-00
responsible: Ninguem
country:     BR
owner-c:     JOW12
tech-c:      JTE12
inetrev:     198.51.100.0/24
nserver:     ns1.jacaranda.example
created:     20100101
changed:     20200101
inetnum-up:  198.51.0.0/16

nic-hdl-br:  JAC12
person:      Mesa
e-mail:      abuso@jacaranda.example
country:     BR

nic-hdl-br:  JOW12
person:      Dono
e-mail:      dono@jacaranda.example
country:     BR

% Security and mail abuse issues should also be addressed to
% cert.br, http://www.cert.br/ , respectivelly to cert@cert.br
% and mail-abuse@cert.br
%
% whois.registro.br accepts only direct match queries. Types
% of queries are: domain (.br), registrant (tax ID), ticket,
% provider, CIDR block, IP and ASN.
`,
    gives: ["abuso@jacaranda.example"],
  },
  {
    says: "NIC.br: asked too often",
    whois: "\n% Copyright (c) Nic.br\n\n% You don't have permission to query this server.\n",
    gives: [],
    outcome: "retry-later",
  },
  {
    says: "NIC.br: asked too often, the other sentence",
    whois:
      "% Query rate limit exceeded. Reduced information.\n\ninetnum:     198.51.100.0/24\n" +
      "owner:       Jacaranda Internet Ltda\ncountry:     BR\n",
    gives: [],
    outcome: "retry-later",
  },
  {
    says: "ARIN: the organisation's desk",
    whois: `#
# ARIN WHOIS data and services are subject to the Terms of Use
# available at: https://www.arin.net/resources/registry/whois/tou/
#
# If you see inaccuracies in the results, please report at
# https://www.arin.net/resources/registry/whois/inaccuracy_reporting/
#
# Copyright 1997-2026, American Registry for Internet Numbers, Ltd.
#

NetRange:       192.0.2.0 - 192.0.2.255
CIDR:           192.0.2.0/24
NetName:        MAPLE
NetHandle:      NET-192-0-2-0-1
Parent:         NET192 (NET-192-0-0-0-0)
NetType:        Direct Allocation
OriginAS:       AS64500
Organization:   Maple Hosting (MH-1)
RegDate:        2010-01-01
Ref:            https://rdap.arin.net/registry/ip/192.0.2.0

OrgName:        Maple Hosting
OrgId:          MH-1
Country:        CA
Ref:            https://rdap.arin.net/registry/entity/MH-1

OrgTechHandle: TEC1-ARIN
OrgTechName:   Tech
OrgTechEmail:  tech@maple.example

OrgAbuseHandle: ABU1-ARIN
OrgAbuseName:   Abuse
OrgAbusePhone:  +1-555-0100
OrgAbuseEmail:  abuse@maple.example
OrgAbuseRef:    https://rdap.arin.net/registry/entity/ABU1-ARIN

OrgNOCHandle: NOC1-ARIN
OrgNOCEmail:  noc@maple.example
`,
    gives: ["abuse@maple.example"],
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
    says: "ARIN: a private customer without contacts inside a provider's block",
    whois: arin(
      "NetRange:       192.0.0.0 - 192.0.255.255\nNetType:        Direct Allocation\n" +
        "OrgName:        Provider\nOrgId:          PR-1\nOrgAbuseEmail:  abuse@provider.example",
      "NetRange:       192.0.2.8 - 192.0.2.15\nNetType:        Reassigned\n" +
        "CustName:       Private Customer - Residential\nAddress:        Private Residence\n" +
        "Country:        US\nParent:         NET-192-0-0-0-1",
    ),
    gives: ["abuse@provider.example"],
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
    says: "ARIN: a block of IANA for special use",
    whois: `NetRange:       192.0.2.0 - 192.0.2.255
NetName:        TEST-NET-1
NetType:        IANA Special Use
OrgName:        Internet Assigned Numbers Authority
OrgId:          IANA
OrgAbuseEmail:  abuse@iana.org
OrgTechEmail:   abuse@iana.org
`,
    gives: [],
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
    says: "ARIN: two abuse desks of one organisation",
    whois: `NetRange:       192.0.2.0 - 192.0.2.255
NetType:        Direct Allocation
OrgId:          TW-1
OrgAbuseHandle: A1-ARIN
OrgAbuseEmail:  abuse@twin.example

OrgAbuseHandle: A2-ARIN
OrgAbuseEmail:  security@twin.example
`,
    gives: ["abuse@twin.example", "security@twin.example"],
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
