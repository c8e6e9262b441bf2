import type { Texts } from "../texts.ts";

/*
 * 用語：通知（本メール）、通報（通報者から当方への連絡）、通報者、貴社（企業）・貴機関（ホットライン、CERT）、
 * 送信防止措置（削除等）、公開・稼働の停止、配信停止（CDN）、保全、ログ、証拠、登録者、
 * ホットライン、担当窓口、DNS不正利用。「貴方」「善意」（法律では「知らないこと」）は用いない。
 */

/** Every Japanese word that a desk reads from us; `en.ts` says what each text is for. */
export const japanese: Texts = {
  language: "ja",
  name: "Japanese",
  parts: {
    "mark.live": "ライブ配信中",
    "mark.reminder": "再通知 {{reminder}}",
    "mark.escalation": "エスカレーション",
    "mark.moved": "対応不要",
    "mark.withdrawal": "通知撤回",
    "mark.correction": "通知訂正",
    "mark.returned": "再掲載",

    "type.csam": "児童ポルノ（児童の性的虐待コンテンツ）",
    "type.csem": "児童の性的搾取",
    "type.ncii": "リベンジポルノ（同意のない性的画像）",
    "type.terrorism": "テロリズム関連コンテンツ",
    "type.phishing": "フィッシング",
    "type.malware": "マルウェア",
    "type.botnet": "ボットネット制御サーバー（C2）",
    "type.fraud": "詐欺",
    "type.brand": "商標権侵害",
    "type.copyright": "著作権侵害",
    "type.exposed-data": "情報漏えい（個人・機密情報の公開）",
    "type.other": "有害コンテンツ",

    "on.platform": "貴社のサービス上",
    "on.network": "貴社のネットワーク上",
    "on.front": "貴社のプロキシ又はCDN経由",
    "on.upstream": "貴社が接続を提供するネットワーク上",
    "on.registrar": "貴社を通じて登録されたドメイン名上",
    "on.hotline": "貴国内のサーバー上",
    "on.cert": "貴国内のサーバー上",
    "on.site": "貴サイト上",
    "on.peer": "貴社のネットワークから配布中",
    "place.several": "{{#host}}{{host}} の {{/host}}URL {{count}} 件（下記一覧）",

    "lead.first": "{{>on}}の{{>type}}の件を通知いたします：{{>place}}。",
    "lead.reminder":
      "再通知 {{reminder}}：{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>on}}の{{>type}}の件は未解決です：{{>place}}。",
    "lead.escalation":
      "{{>on}}の{{>type}}の件を通知いたします：{{>place}}。他の窓口への通知（下記）では解消しておりません。",
    "lead.moved.host":
      "対応は不要となりました。{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>type}}の件は、当方で確認した限り、貴社でのホスティングが終了しています：{{>place}}。ありがとうございました。",
    "lead.moved.other":
      "対応は不要となりました。{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>type}}の件は他の事業者へ移り、お願いした事項は終了しました：{{>place}}。ありがとうございました。",
    "lead.withdrawal":
      "{{#noticed}}{{noticed}} の{{/noticed}}通知を撤回いたします：{{>on}}の{{>type}}、{{>place}}。理由：通報者が通報を取り下げたため。本件について措置を講じないようお願いいたします。当方の通知のみに基づき既に講じられた措置は、元の状態にお戻しください。お詫び申し上げます。",
    "lead.correction":
      "{{#noticed}}{{noticed}} の{{/noticed}}通知に記載した判断理由を訂正いたします：{{>on}}の{{>type}}、{{>place}}。正しい理由は下記のとおりです。その他に変更はありません。",
    "lead.returned":
      "{{>on}}の{{>type}}が再び掲載されています：{{>place}}。削除後、再び確認されました{{#seenAgain}}（{{seenAgain}}）{{/seenAgain}}。",
    "lead.letter":
      "{{#noticed}}{{noticed}} の{{/noticed}}通知についてご連絡いたします：{{>on}}の{{>type}}、{{>place}}。",
    "lead.letter.asked":
      "{{#noticed}}{{noticed}} の{{/noticed}}通知に関するご質問への回答です：{{>on}}の{{>type}}、{{>place}}。通報に記載の情報は下記のとおりです。",
    live: "緊急：現在ライブ配信中との通報です。",
    reply: "対応状況又は必要な追加情報をご返信ください。",
    "reply.soon": "24時間以内に、対応状況又は必要な追加情報をご返信ください。",
    "may-be-second":
      "前回の送信の到達を確認できなかったため、本メールは二通目の可能性があります。同一の通知としてお取り扱いください。",

    "please.host":
      "内容をご確認のうえ、違法又は貴社規約違反と判断される場合は、送信防止措置（削除等）をお願いいたします。",
    "please.peer":
      "適用法令が許容する範囲で、IPアドレス、ポート番号及び日時から契約者を特定し、その記録を保存し、契約者に配布をやめさせてください。",
    "please.front":
      "違法又は貴社規約違反の場合は配信を停止してください。本通知をオリジン側のホスティング事業者へ転送し、その事業者名をお知らせください。",
    "please.upstream": "貴社の顧客に内容の確認を求め、貴社の利用規約に基づき是正させてください。",
    "please.registrar":
      "貴社規約に基づきドメイン名の使用状況をご確認のうえ、通報者の情報を伏せて登録者へご連絡ください。",
    "please.hotline": "内容をご評価のうえ、貴国の手続に従い対応をお願いいたします。",
    "please.cert": "貴機関の管轄内で本件を是正できる関係先へお伝えください。",
    "please.site":
      "貴サイトから削除し、ログの写しを保存のうえ、設置に使われた脆弱性を修正してください。ホスティング事業者にもご相談いただけます。",
    "please.child-abuse.host":
      "直ちに送信防止措置を講じ、適用法令が許容し又は求める範囲で、当該データとアクセス記録を警察の捜査に備え保全してください。投稿者へは連絡しないでください。",
    "please.child-abuse.peer":
      "IPアドレス、ポート番号及び日時から契約者を特定し、適用法令が許容し又は求める範囲で、その記録を警察の捜査に備え保全してください。契約者へは連絡しないでください。",
    "please.child-abuse.front":
      "直ちに配信を停止し、ホスティング事業者名をお知らせください。投稿者へは連絡しないでください。",
    "please.child-abuse.upstream":
      "直ちに貴社の顧客に送信防止措置を講じさせ、講じられない場合は当該宛先への通信の転送を停止してください。投稿者へは連絡しないでください。",
    "please.child-abuse.registrar":
      "登録記録を警察の捜査に備えて保全し、貴社規約上ドメイン名を停止できるかご確認ください。登録者へは連絡しないでください。",
    "please.child-abuse.hotline":
      "内容をご評価のうえ、貴国の手続に従い警察とホスティング事業者へご連絡ください。事業者へまだ知らせるべきでない場合は、お知らせください。",
    "please.child-abuse.cert":
      "警察又はホットラインへご連絡のうえ、貴国で削除させることのできる機関をお知らせください。",
    "please.intimate.host":
      "直ちに送信防止措置を講じ、判明する限り同一の複製も削除し、投稿者の記録を保存してください。",
    "please.exposed.host":
      "直ちにアクセスできない状態にし、アクセスログを保存のうえ、データに係る本人へ連絡できるよう貴社の顧客へお知らせください。",
    "please.terrorism.host":
      "内容をご確認のうえ、違法又は貴社規約違反の場合は削除し、当該データと投稿者の記録を保存してください。",
    "please.crime.host": "公開・稼働を停止し、ログとファイルを証拠として保全してください。",
    "please.crime.front":
      "配信を停止し、本通知をオリジン側のホスティング事業者へ転送のうえ、その事業者名をお知らせください。",
    "please.crime.upstream":
      "貴社の顧客に公開・稼働を停止させ、停止されない場合は当該宛先への通信の転送を停止してください。",
    "please.crime.registrar": "証拠をご確認のうえ、不正利用が認められる場合は、ドメイン名の停止等をお願いいたします。",
    "please.crime.cert": "管轄内で管理責任を負う事業者へお伝えいただき、追加情報が必要な場合はお知らせください。",

    "more.child-abuse":
      "警察又はホットラインへご通報ください。本通知は転送せず、当該データは当方へ一切送付しないでください。",
    "more.intimate": "画像を当方へ一切送付せず、本通知を投稿者へ渡さないようお願いいたします。",
    "more.terrorism": "本通知を投稿者へ渡さないようお願いいたします。",
    "more.crime":
      "貴社の顧客のシステムが侵害されている場合は、顧客へお知らせください。本通知は通報者名を伏せて転送いただけます。",
    "more.victim": "登録者のサイトが侵害されている場合は、停止に代えて登録者へお知らせください。",
    "more.customer": "本通知は、通報者名を伏せて貴社の顧客へ転送いただけます。",

    "label.url": "URL",
    "label.host": "ホスト全体",
    "label.account": "アカウント",
    "label.address": "IPアドレス",
    "label.port": "ポート",
    "label.network": "貴社ネットワーク",
    "label.country": "国",
    "label.seen": "最終確認日時",
    "label.first-seen": "初回確認日時",
    "label.channel": "確認場所",
    "label.reason": "判断理由（通報の原文）",
    "label.was": "訂正前の理由",
    "label.removed": "削除日時",
    "label.brand": "対象のブランド・著作物",
    "label.genuine": "正規サイト",
    "label.right": "登録番号",
    "label.reproduce": "再現方法",
    "label.redirects": "リダイレクト元",
    "label.classification": "分類",
    "label.basis": "判定の根拠",
    "label.hash": "ハッシュ値",
    "label.screenshot": "スクリーンショット",
    "label.notifier": "通報者",
    "label.organisations": "通報団体数",
    "label.sender": "送信者",
    "label.verify": "真正性の確認",
    "label.number": "当方の番号",
    "label.ticket": "貴窓口の番号",
    "label.told-before": "通知済み",
    "label.machine": "機械可読データ",
    screenshot: "通報者が保有、請求により送付",
    "basis.manual-review": "目視確認",
    "basis.hash-match": "既知のハッシュ値との一致",
    "basis.user-report": "利用者からの通報",
    "basis.automated-scan": "自動スキャン",
    "basis.unstated": "記載なし",
    "channel.message-board": "掲示板",
    "channel.chat-room": "チャットルーム",
    "channel.peer-to-peer": "P2Pネットワーク",
    "channel.instant-messaging": "メッセージアプリ",
    "channel.live-stream": "ライブ配信",
    "channel.file-host": "ファイル共有サービス",
    "channel.e-mail": "電子メール",
    "delivery.delivered": "メールサーバーが受領",
    "delivery.sent": "送信済み、到達未確認",
    "delivery.returned": "不達で返送",
    acknowledged: "受領確認あり",
    "answer.passed-on": "顧客へ転送済み",
    "answer.removed": "回答：削除済み",
    "answer.not-ours": "回答：担当外",
    "answer.form": "回答：フォームを利用",
    "answer.refused": "回答：対応しない",
    "answer.not-found": "回答：該当内容を確認できず",
    "answer.question": "回答：質問あり",
    "answer.other": "回答：未解決",
    list: "URL",

    "ground.dsa": "規則（EU）2022/2065（デジタルサービス法）第16条に基づく通知です。ご判断をお知らせください。",
    "ground.dsa-life": "同規則第18条（生命又は安全への脅威）も適用されます。",
    "ground.trusted-flagger": "信頼された通報者（第22条）による優先的な通知です。",
    "ground.us-provider":
      "米国の事業者の場合：18 U.S.C. 2258A は、NCMECのCyberTiplineへの報告とその保存を求めています。",
    "ground.raa":
      "本件はDNS不正利用と考えます。ICANNレジストラ認定契約（RAA）第3.18.2条は、対処に足る証拠に基づく速やかな措置を求めています。",
    "ground.terms": "貴社の利用規約に基づくお願いです。",
    "ground.national": "この種の通報の国内窓口である貴機関へご連絡しております。",
    "ground.site": "貴サイトが悪用されたと思われます。ご協力をお願いいたします。",
    "ground.copyright":
      "本通知は 17 U.S.C. 512(c)(3) の陳述ではありません。その陳述は権利者又はその代理人のみが行えます。",
    "ground.good-faith": "通報者及び当方は、本通知の情報及び主張が正確かつ完全であると誠実に確信します。",
    desk: "担当外の場合は、担当窓口をご教示ください。",
    several: "番号のご指定がない限り、ご回答は記載のURLすべてに対するものとして扱います。",
  },
};
