import type { Answer } from "./answer.ts";

/**
 * Japanese in ISO-2022-JP, as JPNIC answers without `/e`: ASCII but for what stands between the
 * escape sequences.
 */
const iso2022jp = (text: string): Uint8Array =>
  Uint8Array.from(Buffer.from(text.replace(/\{([^}]*)\}/g, "\u001b$B$1\u001b(B"), "latin1"));

export const nationalWhois: readonly Answer[] = [
  {
    says: "KRNIC: the operator's block and the user's, each with an address manager",
    whois: `query : 203.0.113.7


# KOREAN(UTF8)

조회하신 IPv4주소는 한국인터넷진흥원으로부터 아래의 관리대행자에게 할당되었으며, 할당 정보는 다음과 같습니다.

[ 네트워크 할당 정보 ]
IPv4주소           : 203.0.112.0 - 203.0.115.255 (/22)
기관명             : 소나무
서비스명           : PINE

이름               : IP주소 담당자
전화번호           : +82-2-000-0000
전자우편           : ip@pine.example


# ENGLISH

KRNIC is not an ISP but a National Internet Registry similar to APNIC.

[ Network Information ]
IPv4 Address       : 203.0.112.0 - 203.0.115.255 (/22)
Organization Name  : Pine
Service Name       : PINE
Address            : Seoul
Zip Code           : 00000
Registration Date  : 20010101

Name               : IP Manager
Phone              : +82-2-000-0000
E-Mail             : ip@pine.example

--------------------------------------------------------------------------------

More specific assignment information is as follows.

[ Network Information ]
IPv4 Address       : 203.0.113.0 - 203.0.113.127 (/25)
Organization Name  : Pine IDC
Network Type       : CUSTOMER
Name               : IP Manager
E-Mail             : abuse@pine-idc.example
`,
    gives: ["abuse@pine-idc.example"],
  },
  {
    says: "KRNIC of 2015: an abuse contact of its own",
    whois: `[ Network Information ]
IPv4 Address       : 203.0.113.0 - 203.0.113.255 (/24)
Organization Name  : Pine

[ Admin Contact Information ]
Name               : IP Administrator
E-Mail             : ipadm@pine.example

[ Tech Contact Information ]
Name               : IP Manager
E-Mail             : iptech@pine.example

[ Network Abuse Contact Information ]
Name               : Network Abuse
Phone              : +82-2-000-0000
E-Mail             : security@pine.example
`,
    gives: ["security@pine.example"],
  },
  {
    says: "JPNIC in English: handles alone",
    whois: `[ JPNIC database provides information regarding IP address and ASN. Its use   ]
[ is restricted to network administration purposes. For further information,  ]
[ use 'whois -h whois.nic.ad.jp help'. To only display English output,        ]
[ add '/e' at the end of command, e.g. 'whois -h whois.nic.ad.jp xxx/e'.      ]

Network Information:
a. [Network Number]             203.0.113.0/24
b. [Network Name]               CHERRY
g. [Organization]               Cherry Net Inc.
m. [Administrative Contact]     AB12345JP
n. [Technical Contact]          AB12345JP
p. [Nameserver]                 ns1.cherry.example
[Assigned Date]                 2001/01/01
[Return Date]
[Last Update]                   2020/01/01 00:00:00(JST)

Less Specific Info.
----------
Cherry Net Inc.
                     [Allocation]                                 203.0.112.0/22

More Specific Info.
----------
No match!!
`,
    gives: [],
    outcome: "none",
  },
  {
    says: "JPNIC in English since 2023: an abuse mailbox of the network",
    whois: `Network Information:
a. [Network Number]             203.0.113.0/24
b. [Network Name]               CHERRY
g. [Organization]               Cherry Net Inc.
m. [Administrative Contact]     AB12345JP
n. [Technical Contact]          AB12345JP
q. [Abuse]                      abuse@cherry.example
[Assigned Date]                 2001/01/01
`,
    gives: ["abuse@cherry.example"],
  },
  {
    says: "JPNIC: the record behind a handle",
    whois: `Group Contact Information:
[Group Handle]                  JP00012345
[Group Name]                    Abuse Desk
[E-Mail]                        abuse@cherry.example
[Organization]                  Cherry Net Inc.
[Phone]                         03-0000-0000
[Last Update]                   2020/01/01 00:00:00(JST)
`,
    gives: ["abuse@cherry.example"],
  },
  {
    says: "JPNIC in Japanese letters",
    whois: iso2022jp(`Network Information: [{x}]
a. [IP{x}]     203.0.113.0/24
b. [{x}]       CHERRY
m. [{x}]       AB12345JP
[Abuse]        abuse@cherry.example
`),
    gives: ["abuse@cherry.example"],
  },
  {
    says: "TWNIC: contacts on indented lines below their heading",
    whois: `
   Netname: ORCHID-NET
   Netblock: 203.0.113.0/24

   Administrator contact:
      Orchid Co.
      hostmaster@orchid.example

   Technical contact:
      abuse@orchid.example
`,
    gives: ["abuse@orchid.example"],
  },
  {
    says: "TWNIC in the form of APNIC's mirror",
    whois: `% Abuse contact for '203.0.113.0 - 203.0.113.255' is 'hostmaster@twnic.tw'

inetnum:        203.0.113.0 - 203.0.113.255
netname:        ORCHID-NET
country:        TW
admin-c:        OA1-AP
tech-c:         OA1-AP
mnt-irt:        IRT-TWNIC-AP
source:         APNIC

irt:            IRT-TWNIC-AP
e-mail:         hostmaster@twnic.tw
abuse-mailbox:  hostmaster@twnic.tw
remarks:        hostmaster@twnic.tw was validated on 2026-05-01
source:         APNIC

person:         Orchid Admin
e-mail:         spam@orchid.example
nic-hdl:        OA1-AP
source:         APNIC

inetnum:        203.0.113.0 - 203.0.113.255
netname:        ORCHID-NET
descr:          Orchid
country:        TW
remarks:        This information has been partially mirrored by APNIC from
remarks:        TWNIC. To obtain more specific information, please use the
remarks:        TWNIC whois server at whois.twnic.net.
source:         TWNIC
`,
    gives: ["spam@orchid.example", "hostmaster@twnic.tw"],
    low: ["hostmaster@twnic.tw"],
    referral: "whois.twnic.net",
  },
  {
    says: "VNNIC: its own registry's team beside the operator's",
    whois: `% [whois.vnnic.vn]
inetnum:        203.0.113.0 - 203.0.113.255
netname:        BAMBOO-VN
country:        VN
descr:          Bamboo Telecom
admin-c:        BB1-AP
tech-c:         BB2-AP
mnt-irt:        IRT-VNNIC-AP
status:         ALLOCATED PORTABLE

irt:            IRT-VNNIC-AP
e-mail:         hm-changed@vnnic.net.vn
abuse-mailbox:  hm-changed@vnnic.net.vn

person:         Bamboo Tech
nic-hdl:        BB2-AP
e-mail:         noc-abuse@bamboo.example
`,
    gives: ["noc-abuse@bamboo.example", "hm-changed@vnnic.net.vn"],
    low: ["hm-changed@vnnic.net.vn"],
  },
  {
    says: "RWHOIS: contacts by record",
    whois: `%rwhois V-1.5:0010b0:00 rwhois.cedar.example
network:Class-Name:network
network:Auth-Area:192.0.2.0/24
network:IP-Network:192.0.2.16/29
network:IP-Network-Block:192.0.2.16 - 192.0.2.23
network:Organization;I:Cedar Tenant
network:Admin-Contact;I:hostmaster@cedar.example
network:Tech-Contact;I:noc@cedar.example
network:Abuse-Email;I:abuse@cedar.example
network:Updated-By:ops@cedar.example

%ok
`,
    gives: ["abuse@cedar.example"],
  },
  {
    says: "RWHOIS: no such record",
    whois: "%rwhois V-1.5:0010b0:00 rwhois.cedar.example\n%error 230 No Objects Found\n",
    gives: [],
    outcome: "not-found",
  },
  {
    says: "RWHOIS: abuse desk as a record of its own",
    whois: `%rwhois V-1.5:003fff:00 rwhois.cedar.example
network:IP-Network:192.0.2.16/29
network:Abuse-Contact;I:ABUSE-CEDAR
contact:Class-Name:contact
contact:ID:ABUSE-CEDAR
contact:Email:abuse@cedar.example
%ok
`,
    gives: ["abuse@cedar.example"],
  },
];
