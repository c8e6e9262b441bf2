import type { Texts } from "../texts.ts";

/*
 * 용어: 통지(이 메일), 신고(신고자가 저희에게 알린 것), 신고자, 신고 대상, 귀사(핫라인·CERT에는 귀 기관),
 * 삭제·접속 차단, 전송 중단(CDN), 널 라우팅, 로그, 증거, 등록인, 수사기관, 핫라인, 담당 부서.
 * "귀측", "당 기관", "상위 기관", "귀국"은 쓰지 않습니다. 조사가 받침에 따라 바뀌지 않도록 `{{>what}}`과
 * `{{>it}}` 뒤에는 "에 대해", "관련" 등을 씁니다.
 */

/** `en.ts` says what each text is for. */
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
    "mark.returned": "다시 나타남",

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
    "type.exposed-data": "개인정보·기밀정보 노출",
    "type.other": "유해 콘텐츠",

    "page.phishing": "피싱 페이지",
    "pages.phishing": "피싱 페이지",
    "page.fraud": "사기 페이지",
    "pages.fraud": "사기 페이지",
    "server.botnet": "봇넷 명령제어 서버(C2)",
    "servers.botnet": "봇넷 명령제어 서버(C2)",
    "it.page": "해당 페이지",
    "it.pages": "해당 페이지",
    "it.one": "신고 대상",
    "it.several": "신고 대상",

    "on.platform": "귀사 서비스에서 발견된",
    "on.network": "귀사 네트워크에서 발견된",
    "on.front": "귀사 프록시 또는 CDN을 경유하는",
    "on.upstream": "귀사가 트랜짓을 제공하는 네트워크에서 발견된",
    "on.registrar": "귀사를 통해 등록된 도메인에서 발견된",
    "on.hotline": "국내 서버에서 발견된",
    "on.cert": "국내 서버에서 발견된",
    "on.site": "귀 사이트에서 발견된",
    "on.peer": "귀사 네트워크에서 공유되는",
    "place.several": "{{#host}}{{host}}의 {{/host}}URL {{count}}건(아래 목록)",

    greeting: "담당자님, 안녕하십니까.",

    "lead.first": "{{>on}} {{>what}}에 대해 알려 드립니다: {{>place}}.",
    "lead.reminder":
      "재통지 {{reminder}}: {{#noticed}}{{noticed}}에 {{/noticed}}알려 드린, {{>on}} {{>what}}에 대해 아직 회신을 받지 못했습니다: {{>place}}. 이미 해결되었다면 한 줄만 회신해 주셔도 됩니다.",
    "lead.reminder.replied":
      "재통지 {{reminder}}: {{#noticed}}{{noticed}}에 {{/noticed}}알려 드린, {{>on}} {{>what}}에 대해 회신해 주셔서 감사합니다: {{>place}}. 다만 해결되었는지는 확인하지 못했습니다. 해결되었다면 한 줄만 회신해 주셔도 됩니다.",
    "seen-since": "{{seenSince}}에 확인되었다는 신고가 다시 접수되었습니다.",
    "lead.escalation":
      "{{>on}} {{>what}}에 대해 알려 드립니다: {{>place}}. 아래 창구에 먼저 통지했으나 삭제 확인을 받지 못했습니다.",
    "lead.moved.host":
      "{{#noticed}}{{noticed}}에 {{/noticed}}알려 드린 {{>what}}에 대해서는 더 조치하지 않으셔도 됩니다: {{>place}}. 저희가 확인한 바로는 {{>it}}의 호스팅이 귀사에서 종료되었습니다. 감사합니다.",
    "lead.moved.other":
      "{{#noticed}}{{noticed}}에 {{/noticed}}알려 드린 {{>what}}에 대해서는 더 조치하지 않으셔도 됩니다: {{>place}}. 현재 다른 사업자가 {{>it}}의 호스팅을 맡고 있습니다. 감사합니다.",
    "lead.withdrawal":
      "{{#noticed}}{{noticed}}에 보내 드린, {{/noticed}}{{>on}} {{>what}}에 대한 통지를 철회합니다: {{>place}}. 신고자가 신고를 취하했기 때문입니다. 조치하지 마시고, 저희 통지만을 근거로 취하신 조치는 원상 복구해 주십시오. 불편을 드려 죄송합니다.",
    "lead.withdrawal.sensitive":
      "{{#noticed}}{{noticed}}에 보내 드린, {{/noticed}}{{>on}} {{>what}}에 대한 통지를 철회합니다: {{>place}}. 신고자가 신고를 취하했기 때문입니다. 더 요청드릴 사항은 없습니다. 이미 취하신 조치를 유지할지는 자체 검토와 관련 법률에 따라 판단해 주십시오.",
    "lead.correction":
      "{{#noticed}}{{noticed}}에 보내 드린, {{/noticed}}{{>on}} {{>what}}에 대한 통지의 사유를 정정합니다: {{>place}}. 올바른 사유는 아래와 같으며 나머지는 그대로입니다.",
    "lead.returned":
      "{{>on}} {{>what}}에 대해 알려 드립니다: {{>place}}. 삭제되었으나 {{#seenAgain}}{{seenAgain}}에 {{/seenAgain}}다시 확인되었습니다.",
    "lead.letter":
      "{{#noticed}}{{noticed}}에 보내 드린, {{/noticed}}{{>on}} {{>what}}에 대한 통지와 관련하여 연락드립니다: {{>place}}.",
    "lead.letter.asked":
      "{{#noticed}}{{noticed}}에 보내 드린, {{/noticed}}{{>on}} {{>what}}에 대한 통지에 관해 문의해 주셨습니다: {{>place}}. 신고에 있는 정보는 아래와 같습니다.",
    live: "긴급: 지금 실시간으로 벌어지고 있다는 신고입니다.",
    reply: "조치 내용이나 필요하신 사항을 회신해 주십시오.",
    "reply.soon": "24시간 이내에 조치 내용이나 필요하신 사항을 회신해 주십시오.",
    "reply.live": "즉시 조치하시고, 가능하면 전화{{#phone}}({{phone}}){{/phone}}로 알려 주십시오.",
    "may-be-second":
      "앞서 보낸 메일의 도착 여부를 확인할 수 없어 같은 메일을 이미 받으셨을 수 있습니다. 두 메일을 한 건으로 처리해 주십시오.",

    "please.host": "{{>it}}에 대해 검토하시고, 위법하거나 귀사 약관에 위반되는 것은 삭제해 주십시오.",
    "please.peer":
      "법이 허용하는 범위에서 IP 주소, 포트, 시각으로 가입자를 특정하여 그 기록을 보존하고 공유를 중지시켜 주십시오.",
    "please.front":
      "{{>it}}에 대해 검토하시고, 위법하거나 귀사 약관에 위반되는 것은 전송을 중단해 주십시오. 이 통지를 원본 서버의 호스팅 사업자에게 전달하고 그 사업자명을 알려 주십시오.",
    "please.upstream": "귀사 고객이 {{>it}}에 대해 검토하고 귀사 이용 정책에 따라 조치하게 해 주십시오.",
    "please.registrar":
      "귀사 약관에 따라 이 도메인의 사용 실태를 검토하시고, 신고자 정보를 제외하고 등록인에게 알려 주십시오.",
    "please.hotline": "{{>it}}에 대해 평가하시고, 정해진 절차에 따라 처리해 주십시오.",
    "please.cert": "이 통지를 귀 기관 소관에서 조치할 수 있는 곳에 전달해 주십시오.",
    "please.site":
      "귀 사이트에서 {{>it}}에 대한 삭제 조치를 하시고, 로그 사본을 보관하시며, 악용된 취약점을 보완해 주십시오. 호스팅 사업자의 도움을 받으실 수 있습니다.",
    "please.child-abuse.host":
      "즉시 접속을 차단하고, 법이 허용하는 범위에서 해당 자료와 접속 로그를 수사용으로 보존해 주십시오. 차단과 보존이 끝날 때까지 게시자에게는 알리지 마십시오.",
    "please.child-abuse.peer":
      "IP 주소, 포트, 시각으로 가입자를 특정하고, 법이 허용하거나 요구하는 범위에서 수사기관을 위해 그 기록을 보존해 주십시오. 가입자에게는 알리지 마십시오.",
    "please.child-abuse.front":
      "즉시 전송을 중단하고 호스팅 사업자를 알려 주십시오. 차단과 보존이 끝날 때까지 게시자에게는 알리지 마십시오.",
    "please.child-abuse.upstream":
      "귀사 고객이 즉시 접속을 차단하게 하고, 이행되지 않으면 널 라우팅해 주십시오. 차단과 보존이 끝날 때까지 게시자에게 알리지 않도록 고객에게 당부해 주십시오.",
    "please.child-abuse.registrar":
      "약관상 도메인을 정지할 수 있는지 검토하시고, 수사기관을 위해 등록 기록을 보존해 주십시오. 그 전에는 등록인에게 알리지 마십시오.",
    "please.child-abuse.hotline":
      "콘텐츠를 평가하시고 정해진 절차에 따라 경찰과 호스팅 사업자에게 알려 주십시오. 사업자에게 아직 통지해서는 안 되는 경우에는 저희에게도 알려 주십시오.",
    "please.child-abuse.cert": "경찰 또는 핫라인에 알리시고, 국내에서 삭제 조치가 가능한 기관을 알려 주십시오.",
    "please.intimate.host":
      "즉시 접속을 차단하고, 찾을 수 있는 동일한 사본도 삭제하며, 게시자에 관한 기록을 보존해 주십시오.",
    "please.exposed.host":
      "즉시 데이터에 접근할 수 없게 하고 접속 로그를 보존하며, 고객이 정보주체에게 통보할 수 있도록 고객에게 알려 주십시오.",
    "please.terrorism.host":
      "콘텐츠를 검토하시어 위법하거나 귀사 약관에 위반되면 삭제하고, 해당 자료와 게시자에 관한 기록을 보존해 주십시오.",
    "please.crime.host": "{{>it}}에 대한 접속을 차단하고 로그와 파일을 증거로 보존해 주십시오.",
    "please.crime.front":
      "{{>it}}에 대한 전송을 중단하고, 이 통지를 원본 서버의 호스팅 사업자에게 전달한 뒤 그 사업자명을 알려 주십시오.",
    "please.crime.upstream":
      "귀사 고객이 {{>it}}에 대한 접속을 차단하게 하고, 이행되지 않으면 해당 주소를 널 라우팅해 주십시오.",
    "please.crime.registrar": "증거를 검토하시어 악용이 확인되면 도메인을 정지하거나 비활성화해 주십시오.",
    "please.crime.cert":
      "이 통지를 귀 기관 소관의 책임 있는 사업자에게 전달하시고, 더 필요하신 것이 있으면 알려 주십시오.",
    hidden: "신고 대상은 아래 조건에서만 보일 수 있습니다.",

    "more.child-abuse":
      "경찰 또는 핫라인에 신고하시고, 이 통지를 다른 곳에 공유하거나 해당 자료를 저희에게 보내지 마십시오.",
    "more.child-abuse.upstream":
      "경찰 또는 핫라인에 신고하시고, 이 통지는 해당 고객에게만 전달하시며, 해당 자료를 저희에게 보내지 마십시오.",
    "more.intimate": "촬영물을 저희에게 보내지 마시고, 이 통지를 게시자에게 전달하지 마십시오.",
    "more.terrorism": "이 통지를 게시자에게 전달하지 마십시오.",
    "more.crime":
      "공격 키트, 유사 콘텐츠, 침입 경로도 확인해 주십시오. 고객 시스템이 침해되었다면 고객에게 알려 주십시오. 신고자 이름을 제외하고 이 통지를 전달하셔도 됩니다.",
    "more.victim": "등록인의 사이트가 침해된 경우라면 도메인을 정지하는 대신 등록인에게 알려 주십시오.",
    "more.customer": "신고자 이름을 제외하고 이 통지를 고객에게 전달하셔도 됩니다.",

    "label.url": "URL",
    "label.host": "호스트 전체",
    "label.account": "계정",
    "label.address": "IP 주소",
    "label.port": "포트",
    "label.network": "귀사 네트워크",
    "label.country": "국가",
    "label.registered": "도메인 등록일",
    "label.domain": "도메인",
    "label.seen": "최종 확인",
    "label.first-seen": "최초 확인",
    "label.channel": "확인한 곳",
    "label.reason": "신고 사유",
    "label.was": "종전 사유(오류)",
    "label.removed": "삭제 시각",
    "label.brand": "브랜드 또는 저작물",
    "label.genuine": "정식 사이트",
    "label.right": "등록번호",
    "label.reproduce": "확인 방법",
    "label.redirects": "리디렉션 출처",
    "label.classification": "분류",
    "label.basis": "판단 근거",
    "label.hash": "해시값",
    "label.screenshot": "화면 캡처",
    "label.notifier": "신고자",
    "label.behalf": "위임인",
    "label.organisations": "신고 기관 수",
    "label.sender": "발신자",
    "label.verify": "진위 확인",
    "label.phone": "전화",
    "label.number": "통지 번호",
    "label.ticket": "수신처 접수 번호",
    "label.told-before": "앞서 통지한 곳",
    "label.machine": "첨부",
    screenshot: "신고자 보관, 요청 시 송부",
    "domain.malicious": "악용 목적으로 등록된 것으로 보임(신고 내용)",
    "reason.assessment": "신고자가 불법으로 판단함",
    "basis.manual-review": "수동 검토",
    "basis.hash-match": "알려진 해시와 일치",
    "basis.user-report": "이용자 신고",
    "basis.automated-scan": "자동 검사",
    "basis.unstated": "기재 없음",
    "classification.baseline": "베이스라인(거의 모든 국가에서 불법)",
    "classification.A1": "A1(사춘기 이전 아동, 성행위)",
    "classification.A2": "A2(사춘기 이전 아동, 성적 자세)",
    "classification.B1": "B1(사춘기 아동, 성행위)",
    "classification.B2": "B2(사춘기 아동, 성적 자세)",
    "channel.message-board": "게시판",
    "channel.chat-room": "채팅방",
    "channel.peer-to-peer": "P2P 네트워크",
    "channel.instant-messaging": "메신저",
    "channel.live-stream": "실시간 방송",
    "channel.file-host": "파일 공유 서비스",
    "channel.e-mail": "이메일",
    "delivery.delivered": "메일 서버 수신",
    "delivery.sent": "발송, 도착 미확인",
    "delivery.returned": "반송",
    acknowledged: "수신 확인",
    "answer.passed-on": "고객에게 전달함",
    "answer.removed": "회신: 삭제함",
    "answer.not-ours": "회신: 자사 고객 아님",
    "answer.form": "회신: 양식 이용 요청",
    "answer.refused": "회신: 조치하지 않음",
    "answer.not-found": "회신: 확인되지 않음",
    "answer.question": "회신: 문의",
    "answer.other": "회신함, 미해결",
    list: "URL",

    "ground.dsa": "규정 (EU) 2022/2065(디지털서비스법) 제16조에 따른 통지입니다. 결정을 알려 주십시오.",
    "ground.dsa-life": "같은 규정 제18조(생명 또는 안전에 대한 위협)도 적용됩니다.",
    "ground.trusted-flagger":
      "신뢰할 수 있는 신고자({{flagger}})가 제출한 통지입니다. 제22조에 따라 우선 처리해 주십시오.",
    "ground.us-provider": "미국법(18 U.S.C. 2258A)은 NCMEC CyberTipline 신고와 그 내용의 보존을 요구합니다.",
    "ground.raa":
      "이 건은 DNS 악용에 해당한다고 봅니다. ICANN 등록대행자 인증계약(RAA) 제3.18.2조는 조치할 만한 증거가 있으면 신속히 조치하도록 요구합니다.",
    "ground.terms": "귀사 약관 또는 이용 정책에 따른 요청입니다.",
    "ground.national": "귀 기관이 이러한 신고를 담당하는 국가 창구이므로 연락드립니다.",
    "ground.site": "귀 사이트가 악용된 것으로 보입니다. 협조를 부탁드립니다.",
    "ground.good-faith": "신고자와 저희는 위 정보와 주장이 정확하고 완전하다고 선의로 믿고 있습니다.",
    desk: "담당이 아니시면 담당 부서를 알려 주십시오.",
    several: "번호를 따로 밝히지 않으시면 회신은 목록의 모든 URL에 적용됩니다.",
  },
};
