import type { Texts } from "../texts.ts";

/** Every Korean word that a desk reads from us; `en.ts` says what each text is for. */
export const korean: Texts = {
  language: "ko",
  name: "Korean",
  parts: {
    "mark.reminder": "재통지 {{reminder}}",
    "mark.escalation": "상위 기관 통지",
    "mark.moved": "추가 조치 불필요",
    "mark.withdrawal": "철회",
    "mark.correction": "정정",

    "type.csam": "아동 성착취물",
    "type.csem": "아동 성착취",
    "type.ncii": "동의 없는 성적 촬영물",
    "type.terrorism": "테러 콘텐츠",
    "type.phishing": "피싱",
    "type.malware": "악성코드",
    "type.botnet": "봇넷",
    "type.fraud": "사기",
    "type.brand": "상표권 침해",
    "type.copyright": "저작권 침해",
    "type.exposed-data": "데이터 노출",
    "type.other": "유해 콘텐츠",

    "what.csam": "아동 성착취물",
    "what.csem": "아동에 대한 성착취",
    "what.ncii": "촬영 대상자의 동의 없이 공개된 성적 촬영물",
    "what.terrorism": "테러를 선동하거나 지지하는 콘텐츠",
    "what.phishing": "피싱",
    "what.malware": "악성코드 유포",
    "what.botnet": "봇넷 제어",
    "what.fraud": "사기",
    "what.brand": "오인을 일으키는 상표 사용",
    "what.copyright": "보호되는 저작물의 무단 이용",
    "what.exposed-data": "공개할 권한 없이 노출된 데이터",
    "what.other": "유해 콘텐츠",

    "place.url": "(위치: {{host}})",
    "place.host": "(위치: {{host}})",
    "place.peer": "(출처: {{host}}, 포트 {{port}})",
    "place.account": "({{host}}의 계정)",
    "place.several": "(위치: {{#host}}{{host}}의 {{/host}}주소 {{count}}개)",
    "where.url": "정확한 주소(클릭 방지 표기, hxxp는 http로, [.]는 .로, [:]는 :로 읽어 주십시오):",
    "where.host": "정확한 위치(클릭 방지 표기, [.]는 .로, [:]는 :로 읽어 주십시오), 이 호스트의 모든 것:",
    "where.peer": "정확한 위치(클릭 방지 표기, [.]는 .로, [:]는 :로 읽어 주십시오):",
    "where.account": "정확한 위치(클릭 방지 표기, [.]는 .로, [:]는 :로 읽어 주십시오):",
    "where.several":
      "정확한 주소는 이 메일 끝의 목록에 저희 번호 및 최초 확인 시각과 함께 각각 한 번씩 적혀 있습니다(클릭 방지 표기, hxxp는 http로, [.]는 .로, [:]는 :로 읽어 주십시오).",
    "where.port": "포트",
    "where.account-name": "계정",

    "lead.first": "다음 사항을 통지합니다: {{>what}} {{>place}}, 최초 확인 {{seen}}. {{>please}}.",
    "lead.reminder":
      "재통지 {{reminder}}: 앞서 다음 사항을 통지하였으나 이를 해결하는 답변을 확인하지 못하였습니다: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "저희가 아는 한 먼저 통지받은 곳에서 이를 중단시키지 않았으므로 귀측에 다음 사항을 통지합니다: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "앞선 통지에 관한 건({{>what}} {{>place}}): 해당 콘텐츠는 더 이상 귀측 네트워크에서 제공되지 않습니다. 추가 조치는 필요하지 않습니다. 감사합니다.",
    "lead.withdrawal":
      "앞선 통지를 철회합니다({{>what}} {{>place}}). 이에 따른 조치를 하지 마시고, 저희 통지만을 근거로 하신 조치는 원상으로 돌려 주시기 바랍니다. 사과드립니다.",
    "lead.correction":
      "앞선 통지를 정정합니다({{>what}} {{>place}}, 최초 확인 {{seen}}). {{>please}}. 앞서 보낸 내용 대신 이 메일의 사실을 기준으로 해 주시기 바랍니다.",
    "may-be-second":
      "이 통지를 이미 받으셨을 수 있습니다. 앞서 보낸 메일이 도착했는지 확인하지 못했습니다. 두 메일을 하나의 통지로 처리해 주시기 바랍니다.",

    "please.host": "증거를 보전한 뒤 해당 콘텐츠를 삭제하거나 접근할 수 없게 해 주시기 바랍니다",
    "please.upstream": "귀측 고객이 이를 삭제하게 하거나 그 트래픽의 전송을 중단해 주시기 바랍니다",
    "please.front": "귀측 네트워크를 통한 제공을 중단하고 이 통지를 그 뒤의 호스팅 사업자에게 전달해 주시기 바랍니다",
    "please.registrar": "해당 도메인 이름의 이러한 사용에 대해 조치해 주시기 바랍니다",
    "please.hotline": "이를 평가하고 귀국의 절차에 따라 삭제되도록 해 주시기 바랍니다",
    "please.cert": "귀측 관할의 책임 네트워크가 이를 중단하도록 해 주시기 바랍니다",
    "please.site": "귀측 사이트에서 이를 삭제하고 유입된 경로를 차단해 주시기 바랍니다",

    "relation.platform":
      "이 메일은 해당 콘텐츠가 확인된 서비스의 악용 신고 담당자에게 보내는 것입니다{{#range}}({{range}}){{/range}}.",
    "relation.network":
      "이 메일은 해당 콘텐츠를 제공하는 네트워크의 악용 신고 담당자에게 보내는 것입니다{{#range}}({{range}}){{/range}}.",
    "relation.front":
      "이 메일은 호스트 앞단에 있는 서비스의 악용 신고 담당자에게 보내는 것입니다{{#range}}({{range}}){{/range}}. 콘텐츠 자체는 다른 곳에 저장되어 있을 수 있습니다.",
    "relation.upstream":
      "이 메일은 호스팅 네트워크의 트래픽을 전송하는 상위 네트워크의 악용 신고 담당자에게 보내는 것입니다{{#range}}({{range}}){{/range}}.",
    "relation.registrar":
      "이 메일은 해당 도메인 등록대행자의 악용 신고 담당자에게 보내는 것입니다{{#range}}({{range}}){{/range}}.",
    "relation.hotline":
      "이 메일은 해당 콘텐츠가 호스팅되는 국가의 신고 핫라인에 보내는 것입니다{{#country}}({{country}}){{/country}}.",
    "relation.cert":
      "이 메일은 해당 콘텐츠가 호스팅되는 국가의 침해사고 대응팀(CERT)에 보내는 것입니다{{#country}}({{country}}){{/country}}.",
    "relation.site": "이 메일은 해당 사이트 자체의 연락처로 보내는 것입니다.",

    "label.seen": "최초 확인:",
    "label.channel": "확인된 곳:",
    "label.addresses": "IP 주소:",
    "label.looked-up": "조회",
    "label.explanation": "판단 근거:",
    "label.imitates": "모방 또는 침해된 대상:",
    "label.legitimate-site": "정당한 사이트:",
    "label.reproduce": "확인 방법:",
    "label.classification": "분류:",
    "label.assessed": "평가 주체:",
    "label.hash": "해시값:",
    "label.notifier": "통지자:",
    "label.sender": "발신:",
    live: "현재 실시간으로 진행 중인 것으로 신고되었습니다.",
    organisations: "신고한 기관 수: {{organisations}}.",
    "assessed.manual-review": "신고 기관의 담당자",
    "assessed.hash-match": "알려진 해시값 목록과 일치",
    "assessed.user-report": "이용자 신고(신고 기관이 전달)",
    "assessed.automated-scan": "자동 검사",
    "assessed.unstated": "신고 기관(방법 미기재)",
    "channel.website": "웹사이트",
    "channel.message-board": "게시판",
    "channel.chat-room": "채팅방",
    "channel.peer-to-peer": "P2P 네트워크",
    "channel.instant-messaging": "메신저",
    "channel.live-stream": "실시간 방송",
    "channel.file-host": "파일 호스팅 서비스",
    "channel.e-mail": "전자우편",

    "ask.child-abuse.host":
      "요청 사항: 1. 삭제하기 전에 해당 자료와 게시자 및 접속자의 기록을 귀국 법률이 요구하는 바에 따라 권한 있는 사람만 접근할 수 있게 보전해 주십시오. 2. 삭제하거나 접근할 수 없게 해 주십시오. 3. 귀국의 경찰 또는 핫라인에 신고해 주십시오. 4. 게시자에게 알리지 마십시오. 해당 자료는 어떤 부분도 저희에게 보내지 마십시오.",
    "ask.child-abuse.upstream":
      "요청 사항: 귀측 고객이 증거를 보전하고 자료를 즉시 삭제하게 하고, 이행되지 않으면 해당 주소의 트래픽 전송을 중단해 주십시오. 게시자에게 알리지 마십시오. 해당 자료는 어떤 부분도 저희에게 보내지 마십시오.",
    "ask.child-abuse.registrar":
      "요청 사항: 귀측 약관에 따라 도메인 이름의 네임 해석을 중단할 수 있는지 확인하고, 경찰을 위해 등록 기록을 보전하고, 등록자에게 알리지 마십시오. 해당 자료는 어떤 부분도 저희에게 보내지 마십시오.",
    "ask.child-abuse.hotline":
      "요청 사항: 해당 위치를 평가하고, 귀국의 절차에 따라 경찰과 호스팅 사업자에게 알리고, 호스팅 사업자에게 아직 알려서는 안 되는 경우 저희에게 알려 주십시오.",
    "ask.child-abuse.cert":
      "요청 사항: 귀국의 경찰 또는 핫라인에 알리고, 귀국에서 누가 삭제를 이끌어 낼 수 있는지 저희에게 알려 주십시오.",
    "ask.intimate.host":
      "요청 사항: 촬영물을 삭제하거나 접근할 수 없게 하고, 찾을 수 있는 동일한 사본을 삭제하고, 게시자의 기록을 보전해 주십시오. 촬영물은 어떤 것도 저희에게 보내지 마십시오.",
    "ask.terrorism.host":
      "요청 사항: 콘텐츠를 평가하고, 콘텐츠와 게시자의 기록을 보전하고, 법률 또는 귀측 약관에 위반되는 경우 삭제하거나 접근할 수 없게 해 주십시오.",
    "ask.crime.host":
      "요청 사항: 로그와 파일을 증거로 보관하고, 해당 페이지, 파일 또는 시스템을 오프라인으로 전환하고, 고객의 시스템이 침해된 경우 고객에게 알려 주십시오.",
    "ask.crime.registrar":
      "요청 사항: 이 메일의 증거를 검토하고, 도메인 이름이 이 악용에 사용되는 것으로 확인되면 그 사용을 중단시키거나 방해해 주십시오. 사이트를 침해당한 피해자의 도메인인 경우에는 그 대신 등록자에게 알려 주십시오.",
    "ask.crime.cert":
      "요청 사항: 귀측 관할의 책임 네트워크에 이를 전달하고, 더 필요한 것이 있으면 저희에게 알려 주십시오.",
    "ask.rights.host":
      "요청 사항: 여기에 설명된 사용을 검토하고, 위법하거나 귀측 약관에 위반된다고 판단되면 삭제하거나 접근할 수 없게 해 주십시오.",
    "ask.rights.registrar": "요청 사항: 이 통지를 등록자에게 전달하고, 귀측 약관에 따라 등록을 검토해 주십시오.",
    "ask.exposed.host":
      "요청 사항: 데이터를 즉시 접근할 수 없게 하고, 접속 로그를 보관하고, 고객이 정보 주체에게 경고할 수 있도록 고객에게 알려 주십시오.",
    "ask.host":
      "요청 사항: 증거를 보전하고, 콘텐츠를 검토하고, 법률 또는 귀측 약관에 위반되는 경우 삭제하거나 접근할 수 없게 해 주십시오.",
    "ask.front":
      "요청 사항: 해당 주소가 법률 또는 귀측 약관에 위반되는 경우 귀측 네트워크를 통한 제공을 중단하고, 이 통지를 그 뒤의 호스팅 사업자에게 전달하고, 그 사업자가 누구인지 알려 주십시오.",
    "ask.upstream":
      "요청 사항: 귀측 이용 정책에 따라 고객이 이를 중단하게 하고, 이행되지 않으면 해당 주소의 트래픽 전송을 중단해 주십시오.",
    "ask.registrar":
      "요청 사항: 이 통지를 등록자 또는 귀측 재판매 사업자에게 전달하고, 귀측 약관에 따라 도메인 이름의 사용을 검토해 주십시오.",
    "ask.hotline": "요청 사항: 해당 위치를 평가하고 귀국의 절차에 따라 조치해 주십시오.",
    "ask.cert": "요청 사항: 귀측 관할에서 이를 중단시킬 수 있는 곳에 전달해 주십시오.",
    "ask.site":
      "요청 사항: 로그 사본을 보관하고, 해당 페이지 또는 파일을 삭제하고, 어떻게 유입되었는지 확인해 주십시오. 호스팅 사업자가 도울 수 있습니다.",

    "ground.dsa":
      "이 통지는 규정 (EU) 2022/2065(디지털 서비스법) 제16조에 따른 통지입니다. 수령을 확인하고 귀측의 결정을 알려 주시기 바랍니다.",
    "ground.dsa-life":
      "같은 규정 제18조는 생명이나 안전에 대한 범죄가 의심되는 경우 호스팅 사업자가 당국에 알리도록 의무화하고 있습니다.",
    "ground.trusted-flagger":
      "이 통지는 같은 규정 제22조에 따른 신뢰할 수 있는 신고자로부터 온 것으로 우선 처리 대상입니다.",
    "ground.us-provider":
      "귀측이 미국의 사업자인 경우: 18 U.S.C. 2258A는 명백한 위반을 실제로 알게 된 사업자에게 이를 NCMEC의 CyberTipline에 신고하고 신고한 내용을 보존하도록 요구합니다.",
    "ground.raa":
      "저희는 이를 DNS 악용으로 판단하며 이 메일에 저희의 증거가 있습니다. ICANN의 Registrar Accreditation Agreement(등록대행자 인증 계약) 제3.18조는 일반 최상위 도메인의 등록대행자에게 조치 가능한 증거에 따라 조치하도록 요구합니다.",
    "ground.terms": "귀측의 이용 약관에 근거하여 요청합니다.",
    "ground.national": "귀측의 국가적 권한의 범위에서 요청합니다.",
    "ground.site": "귀 사이트가 악용된 것으로 보이며, 도움을 요청드립니다.",
    "ground.copyright":
      "이 메일은 17 U.S.C. 512(c)(3)에 따른 진술을 포함하지 않습니다. 그러한 진술은 권리자 또는 그 대리인만 할 수 있습니다.",
    "ground.good-faith": "저희는 이 통지의 정보가 정확하고 완전하다고 선의로 믿습니다.",

    "history.reminder": "귀측에 앞서 보낸 통지:",
    "history.escalation": "귀측보다 먼저 통지받은 곳:",
    "history.subject": "제목",
    "history.acknowledged": "수령 확인",
    "history.ticket": "접수 번호",
    "delivery.delivered": "수신자의 메일 서버가 수락함",
    "delivery.sent": "발송됨, 전달 미확인",
    "delivery.returned": "전달 불가로 반송됨",
    "answer.removed": "답변: 삭제됨",
    "answer.not-ours": "답변: 소관이 아님",
    "answer.form": "답변: 양식 안내",
    "answer.refused": "답변: 조치하지 않음",
    "answer.question": "답변: 문의",
    "answer.other": "답변이 있었으나 해결되지 않음",

    reach:
      "저희에게 연락하시려면 이 메일에 회신해 주십시오. 담당자가 읽습니다. 저희 번호는 {{caseId}}{{#ticket}}, 귀측 번호는 {{ticket}}{{/ticket}}입니다. 담당 부서가 아닌 경우 담당 부서를 알려 주십시오.",
    "reach.several": "회신은 해당 주소의 번호를 밝히지 않는 한 목록의 모든 주소에 대한 것으로 봅니다.",
    verify: "이 통지의 진위 확인 방법: {{verifyBy}}",
    machine: "첨부된 xarf.json은 같은 내용을 정확한 주소와 함께 기계가 읽을 수 있는 형식(XARF 4.2)으로 담고 있습니다.",
    "machine.several":
      "첨부된 xarf-reports.json은 같은 내용을 정확한 주소와 함께 기계가 읽을 수 있는 형식(XARF 4.2, {{count}}건 중 {{reports}}건)으로 담고 있습니다.",
    list: "주소 목록",
  },
};
