import type { Texts } from "../texts.ts";

/*
 * 용어: 통지(이 메일), 신고(신고자가 저희에게 알린 것), 신고자, 귀사(핫라인·CERT에는 귀 기관), 삭제·접속차단,
 * 로그, 증거, 등록인, 핫라인, 담당 창구. "귀측", "당 기관", "상위 기관"은 쓰지 않습니다.
 */

/** Every Korean word that a desk reads from us; `en.ts` says what each text is for. */
export const korean: Texts = {
  language: "ko",
  name: "Korean",
  parts: {
    "mark.live": "실시간 진행 중",
    "mark.reminder": "재통지 {{reminder}}",
    "mark.escalation": "에스컬레이션",
    "mark.moved": "추가 조치 불필요",
    "mark.withdrawal": "통지 철회",
    "mark.correction": "통지 정정",
    "mark.returned": "재게시",

    "type.csam": "아동·청소년성착취물",
    "type.csem": "아동·청소년 성착취",
    "type.ncii": "불법촬영물등(동의 없이 유포된 성적 촬영물)",
    "type.terrorism": "테러 관련 콘텐츠",
    "type.phishing": "피싱",
    "type.malware": "악성코드",
    "type.botnet": "봇넷 명령제어 서버(C2)",
    "type.fraud": "사기",
    "type.brand": "상표권 침해",
    "type.copyright": "저작권 침해",
    "type.exposed-data": "개인·기밀 정보 유출(노출)",
    "type.other": "유해 콘텐츠",

    "on.platform": "귀사 서비스의",
    "on.network": "귀사 네트워크의",
    "on.front": "귀사 프록시 또는 CDN을 경유하는",
    "on.upstream": "귀사가 회선을 제공하는 네트워크의",
    "on.registrar": "귀사를 통해 등록된 도메인의",
    "on.hotline": "귀국 내 서버의",
    "on.cert": "귀국 내 서버의",
    "on.site": "귀 사이트의",
    "on.peer": "귀사 네트워크에서 공유되는",
    "place.several": "{{#host}}{{host}}의 {{/host}}URL {{count}}건(아래 목록)",

    "lead.first": "{{>on}} {{>type}} 건을 통지합니다: {{>place}}.",
    "lead.reminder":
      "재통지 {{reminder}}: {{#noticed}}{{noticed}}에 {{/noticed}}통지한 건이 해결되지 않았습니다: {{>on}} {{>type}}, {{>place}}.",
    "lead.escalation":
      "{{>on}} {{>type}} 건을 통지합니다: {{>place}}. 다른 곳에 보낸 통지(아래)로는 해결되지 않았습니다.",
    "lead.moved.host":
      "추가 조치가 필요하지 않습니다. {{#noticed}}{{noticed}}에 {{/noticed}}통지한 {{>type}} 건은 확인한 바로는 더 이상 귀사에서 호스팅되지 않습니다: {{>place}}. 감사합니다.",
    "lead.moved.other":
      "추가 조치가 필요하지 않습니다. {{#noticed}}{{noticed}}에 {{/noticed}}통지한 {{>type}} 건은 다른 사업자로 옮겨져 요청드린 사항이 종료되었습니다: {{>place}}. 감사합니다.",
    "lead.withdrawal":
      "{{#noticed}}{{noticed}}에 보낸 {{/noticed}}통지를 철회합니다: {{>on}} {{>type}}, {{>place}}. 사유: 신고자의 신고 취하. 조치하지 마시고, 해당 통지만을 근거로 취하신 조치는 원상 복구해 주시기 바랍니다. 죄송합니다.",
    "lead.correction":
      "{{#noticed}}{{noticed}}에 보낸 {{/noticed}}통지에 적은 사유를 정정합니다: {{>on}} {{>type}}, {{>place}}. 올바른 사유는 아래와 같으며 나머지는 그대로입니다.",
    "lead.returned":
      "{{>on}} {{>type}} 건이 다시 게시되었습니다: {{>place}}. 삭제 후 다시 확인되었습니다{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "{{#noticed}}{{noticed}}에 보낸 {{/noticed}}통지에 관한 연락입니다: {{>on}} {{>type}}, {{>place}}.",
    "lead.letter.asked":
      "{{#noticed}}{{noticed}}에 보낸 {{/noticed}}통지에 관한 문의에 답변드립니다: {{>on}} {{>type}}, {{>place}}. 신고에 있는 정보는 아래와 같습니다.",
    live: "긴급: 현재 실시간으로 진행 중이라는 신고입니다.",
    reply: "조치 결과 또는 필요하신 추가 정보를 회신해 주시기 바랍니다.",
    "reply.soon": "24시간 이내에 조치 결과 또는 필요하신 추가 정보를 회신해 주시기 바랍니다.",
    "may-be-second":
      "앞서 보낸 메일의 도착 여부를 확인할 수 없어 이 메일이 두 번째일 수 있습니다. 두 메일을 한 건으로 처리해 주시기 바랍니다.",

    "please.host": "검토하시어 위법하거나 귀사 약관에 위반된다고 판단되면 삭제해 주시기 바랍니다.",
    "please.peer":
      "관련 법률이 허용하는 범위에서 IP 주소, 포트, 시각으로 가입자를 특정하여 그 기록을 보존하고 공유를 중지시켜 주시기 바랍니다.",
    "please.front":
      "위법하거나 귀사 약관에 위반되면 전송을 중단해 주시기 바랍니다. 이 통지를 원본 서버의 호스팅 사업자에게 전달하고 그 사업자명을 알려 주시기 바랍니다.",
    "please.upstream": "귀사 고객이 검토하고 귀사 이용 정책에 따라 시정하게 해 주시기 바랍니다.",
    "please.registrar":
      "귀사 약관에 따라 도메인 사용을 검토하시고, 신고자 정보를 빼고 등록인에게 알려 주시기 바랍니다.",
    "please.hotline": "해당 주소의 콘텐츠를 평가하시어 귀국 절차에 따라 처리해 주시기 바랍니다.",
    "please.cert": "이 통지를 소관 내에서 조치할 수 있는 곳에 전달해 주시기 바랍니다.",
    "please.site":
      "사이트에서 삭제하고 로그 사본을 보관하며, 게시에 이용된 취약점을 해결해 주시기 바랍니다. 호스팅 업체의 도움을 받으실 수 있습니다.",
    "please.child-abuse.host":
      "즉시 접속을 차단하고, 경찰 수사에 대비해 관련 법률이 허용하거나 요구하는 범위에서 해당 자료와 접속 기록을 보존해 주시기 바랍니다. 게시자에게는 알리지 마십시오.",
    "please.child-abuse.peer":
      "IP 주소, 포트, 시각으로 가입자를 특정하고, 경찰 수사에 대비해 관련 법률이 허용하거나 요구하는 범위에서 그 기록을 보존해 주시기 바랍니다. 가입자에게는 알리지 마십시오.",
    "please.child-abuse.front":
      "즉시 전송을 중단하고 호스팅 사업자를 알려 주시기 바랍니다. 게시자에게는 알리지 마십시오.",
    "please.child-abuse.upstream":
      "귀사 고객이 즉시 접속을 차단하게 하고, 이행되지 않으면 해당 주소로의 트래픽 전달을 중단해 주시기 바랍니다. 게시자에게는 알리지 마십시오.",
    "please.child-abuse.registrar":
      "경찰 수사에 대비해 등록 기록을 보존하고, 약관상 도메인을 정지할 수 있는지 검토해 주시기 바랍니다. 등록인에게는 알리지 마십시오.",
    "please.child-abuse.hotline":
      "콘텐츠를 평가하시어 귀국 절차에 따라 경찰과 호스팅 사업자에게 통보해 주시기 바랍니다. 사업자에게 아직 알려서는 안 되면 회신해 주시기 바랍니다.",
    "please.child-abuse.cert": "경찰 또는 핫라인에 통보하시고, 귀국에서 삭제시킬 수 있는 기관을 알려 주시기 바랍니다.",
    "please.intimate.host":
      "즉시 삭제·접속차단하고, 찾을 수 있는 동일 사본도 삭제하며, 게시자의 기록을 보존해 주시기 바랍니다.",
    "please.exposed.host":
      "즉시 접근할 수 없게 하고 접속 로그를 보존하며, 고객이 정보주체에게 알릴 수 있도록 고객에게 통보해 주시기 바랍니다.",
    "please.terrorism.host":
      "검토하시어 위법하거나 귀사 약관에 위반되면 삭제하고, 해당 자료와 게시자의 기록을 보존해 주시기 바랍니다.",
    "please.crime.host": "접속을 차단하고 로그와 파일을 증거로 보존해 주시기 바랍니다.",
    "please.crime.front":
      "전송을 중단하고, 이 통지를 원본 서버의 호스팅 사업자에게 전달한 뒤 그 사업자명을 알려 주시기 바랍니다.",
    "please.crime.upstream":
      "귀사 고객이 접속을 차단하게 하고, 이행되지 않으면 해당 주소로의 트래픽 전달을 중단해 주시기 바랍니다.",
    "please.crime.registrar":
      "증거를 검토하시어 악용이 확인되면 도메인을 정지하거나 그 밖의 방법으로 차단해 주시기 바랍니다.",
    "please.crime.cert":
      "이 통지를 소관 내 책임 있는 사업자에게 전달하시고, 추가 정보가 필요하면 알려 주시기 바랍니다.",

    "more.child-abuse":
      "경찰 또는 핫라인에 신고하시고, 이 통지를 다른 곳에 전달하지 마시며, 해당 자료를 저희에게 보내지 마십시오.",
    "more.intimate": "촬영물을 저희에게 보내지 마시고, 이 통지를 게시자에게 전달하지 마십시오.",
    "more.terrorism": "이 통지를 게시자에게 전달하지 마십시오.",
    "more.crime":
      "고객의 시스템이 침해되었다면 고객에게 알려 주십시오. 신고자 이름을 빼고 이 통지를 전달하셔도 됩니다.",
    "more.victim": "등록인의 사이트가 침해되었다면 정지 대신 등록인에게 알려 주십시오.",
    "more.customer": "신고자 이름을 빼고 이 통지를 고객에게 전달하셔도 됩니다.",

    "label.url": "URL",
    "label.host": "호스트 전체",
    "label.account": "계정",
    "label.address": "IP 주소",
    "label.port": "포트",
    "label.network": "귀사 네트워크",
    "label.country": "국가",
    "label.seen": "최근 확인",
    "label.first-seen": "최초 확인",
    "label.channel": "확인한 곳",
    "label.reason": "사유(신고 원문)",
    "label.was": "잘못된 종전 사유",
    "label.removed": "삭제 시각",
    "label.brand": "관련 브랜드 또는 저작물",
    "label.genuine": "정식 사이트",
    "label.right": "등록번호",
    "label.reproduce": "재현 방법",
    "label.redirects": "리디렉션 경로",
    "label.classification": "분류",
    "label.basis": "판단 근거",
    "label.hash": "해시값",
    "label.screenshot": "화면 캡처",
    "label.notifier": "신고자",
    "label.organisations": "신고 기관 수",
    "label.sender": "발신자",
    "label.verify": "진위 확인",
    "label.number": "통지 번호",
    "label.ticket": "귀 접수 번호",
    "label.told-before": "앞서 통지한 곳",
    "label.machine": "기계 판독용",
    screenshot: "신고자 보관, 요청 시 송부",
    "basis.manual-review": "담당자 검토",
    "basis.hash-match": "알려진 해시와 일치",
    "basis.user-report": "이용자 신고",
    "basis.automated-scan": "자동 검사",
    "basis.unstated": "기재 없음",
    "channel.message-board": "게시판",
    "channel.chat-room": "채팅방",
    "channel.peer-to-peer": "P2P 네트워크",
    "channel.instant-messaging": "메신저",
    "channel.live-stream": "실시간 방송",
    "channel.file-host": "파일 공유 서비스",
    "channel.e-mail": "전자우편",
    "delivery.delivered": "메일 서버 수신",
    "delivery.sent": "발송, 도착 미확인",
    "delivery.returned": "반송",
    acknowledged: "수신 확인",
    "answer.passed-on": "고객에게 전달함",
    "answer.removed": "회신: 삭제함",
    "answer.not-ours": "회신: 소관 아님",
    "answer.form": "회신: 양식 이용",
    "answer.refused": "회신: 조치하지 않음",
    "answer.not-found": "회신: 확인되지 않음",
    "answer.question": "회신: 문의",
    "answer.other": "회신: 미해결",
    list: "URL",

    "ground.dsa": "규정 (EU) 2022/2065(디지털서비스법) 제16조에 따른 통지입니다. 결정을 알려 주시기 바랍니다.",
    "ground.dsa-life": "같은 규정 제18조(생명 또는 안전에 대한 위협)도 적용됩니다.",
    "ground.trusted-flagger": "신뢰할 수 있는 신고자(제22조)의 통지로 우선 처리 대상입니다.",
    "ground.us-provider": "미국 사업자의 경우: 18 U.S.C. 2258A는 NCMEC CyberTipline 신고와 그 보존을 요구합니다.",
    "ground.raa":
      "저희는 이를 DNS 악용으로 봅니다. ICANN 등록대행자 인증계약(RAA) 제3.18.2조는 조치 가능한 증거에 따른 신속한 조치를 요구합니다.",
    "ground.terms": "귀사 약관 또는 이용 정책에 근거하여 요청드립니다.",
    "ground.national": "이러한 신고에 관한 귀 기관의 소관 업무로서 요청드립니다.",
    "ground.site": "귀 사이트가 악용된 것으로 보입니다. 협조를 부탁드립니다.",
    "ground.copyright": "이 통지는 17 U.S.C. 512(c)(3)의 진술이 아니며, 그 진술은 권리자 또는 대리인만 할 수 있습니다.",
    "ground.good-faith": "신고자와 저희는 이 통지의 정보와 주장이 정확하고 완전하다고 신의에 따라 믿습니다.",
    desk: "담당 창구가 아니시면 담당 창구를 알려 주시기 바랍니다.",
    several: "번호를 따로 밝히지 않으시면 회신은 목록의 모든 URL에 적용됩니다.",
  },
};
