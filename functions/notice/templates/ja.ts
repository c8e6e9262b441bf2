import type { Texts } from "../texts.ts";

/*
 * 用語：通知（本メール）、通報（通報者から当方への連絡）、通報者、貴社（企業）・貴機関（ホットライン、CERT）、
 * 対象（通報されたもの）、送信防止措置（削除等）、停止、公開停止、配信停止（CDN）、保全、ログ、証拠、
 * 登録者、捜査機関、ホットライン、窓口、DNS不正利用。「貴方」「善意」（法律では「知らないこと」）は用いない。
 * 児童性的虐待コンテンツ（CSAM）を「ポルノ」とは呼ばない。
 */

/** `en.ts` says what each text is for. */
export const japanese: Texts = {
  language: "ja",
  name: "Japanese",
  parts: {
    "mark.live": "現在進行中",
    "mark.reminder": "再通知 {{reminder}}",
    "mark.escalation": "エスカレーション",
    "mark.moved": "対応不要",
    "mark.withdrawal": "通知撤回",
    "mark.correction": "通知訂正",
    "mark.returned": "再出現",

    "type.csam": "児童性的虐待コンテンツ（CSAM）",
    "type.csem": "児童の性的搾取",
    "type.ncii": "同意なく公開された性的画像（リベンジポルノ）",
    "type.terrorism": "テロリズム関連コンテンツ",
    "type.phishing": "フィッシング",
    "type.malware": "マルウェア",
    "type.botnet": "ボットネット制御サーバー（C2）",
    "type.fraud": "詐欺",
    "type.brand": "商標権侵害",
    "type.copyright": "著作権侵害",
    "type.exposed-data": "個人・機密情報の漏えい",
    "type.other": "有害コンテンツ",

    // 単数・複数は分けない。「対象」はコンテンツにもサーバーにも用いる。
    "page.phishing": "フィッシングページ",
    "pages.phishing": "フィッシングページ",
    "page.fraud": "詐欺ページ",
    "pages.fraud": "詐欺ページ",
    "server.botnet": "ボットネット制御サーバー（C2）",
    "servers.botnet": "ボットネット制御サーバー（C2）",
    "it.page": "対象ページ",
    "it.pages": "対象ページ",
    "it.one": "対象",
    "it.several": "対象",

    "on.platform": "貴社サービス上",
    "on.network": "貴社ネットワーク上",
    "on.front": "貴社のプロキシまたはCDN経由",
    "on.upstream": "貴社がトランジットを提供するネットワーク上",
    "on.registrar": "貴社を通じて登録されたドメイン上",
    "on.hotline": "貴国内のサーバー上",
    "on.cert": "貴国内のサーバー上",
    "on.site": "貴サイト上",
    "on.peer": "貴社ネットワークから共有中",
    "place.several": "{{#host}}{{host}} の {{/host}}URL {{count}} 件（下記一覧）",

    greeting: "ご担当者様",

    "lead.first": "{{>on}}の{{>what}}について通知いたします：{{>place}}。",
    "lead.reminder":
      "再通知 {{reminder}}：{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>on}}の{{>what}}について、ご返信をいただいておりません：{{>place}}。対応済みの場合は、その旨を一言ご返信ください。",
    "lead.reminder.replied":
      "再通知 {{reminder}}：{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>on}}の{{>what}}について、ご返信ありがとうございました：{{>place}}。その後対応済みかどうか、確認できておりません。対応済みの場合は、その旨を一言ご返信ください。",
    "seen-since": "{{seenSince}} に確認したとの新たな通報がありました。",
    "lead.escalation":
      "{{>on}}の{{>what}}について通知いたします：{{>place}}。下記への通知後も削除を確認できていません。",
    "lead.moved.host":
      "{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>what}}について、これ以上のご対応は不要です：{{>place}}。当方で確認した限り、{{>it}}は現在、貴社でホスティングされていません。ありがとうございました。",
    "lead.moved.other":
      "{{#noticed}}{{noticed}} に{{/noticed}}通知した{{>what}}について、これ以上のご対応は不要です：{{>place}}。{{>it}}は現在、別の事業者がホスティングしています。ありがとうございました。",
    "lead.withdrawal":
      "{{#noticed}}{{noticed}} に送付した、{{/noticed}}{{>on}}の{{>what}}に関する通知を撤回いたします：{{>place}}。通報者が通報を取り下げたためです。措置は講じないようお願いいたします。当方の通知のみを理由に講じられた措置は、元の状態にお戻しください。ご迷惑をおかけし、お詫び申し上げます。",
    "lead.withdrawal.sensitive":
      "{{#noticed}}{{noticed}} に送付した、{{/noticed}}{{>on}}の{{>what}}に関する通知を撤回いたします：{{>place}}。通報者が通報を取り下げたためです。当方からお願いすることは、ほかにございません。既に講じられた措置を維持するかどうかは、ご自身での確認と適用法令に基づきご判断ください。",
    "lead.correction":
      "{{#noticed}}{{noticed}} に送付した、{{/noticed}}{{>on}}の{{>what}}に関する通知の通報理由を訂正いたします：{{>place}}。正しい理由は下記のとおりです。その他に変更はありません。",
    "lead.returned":
      "{{>on}}の{{>what}}が再び確認されました{{#seenAgain}}（{{seenAgain}}）{{/seenAgain}}：{{>place}}。一度は削除されていたものです。",
    "lead.letter":
      "{{#noticed}}{{noticed}} に送付した、{{/noticed}}{{>on}}の{{>what}}に関する通知についてご連絡いたします：{{>place}}。",
    "lead.letter.asked":
      "{{#noticed}}{{noticed}} に送付した、{{/noticed}}{{>on}}の{{>what}}に関する通知へのご質問にお答えします：{{>place}}。通報に記載の情報は下記のとおりです。",
    live: "緊急：現在リアルタイムで行われているとの通報です。",
    reply: "対応内容またはご不明な点をご返信ください。",
    "reply.soon": "24時間以内に対応内容またはご不明な点をご返信ください。",
    "reply.live": "直ちにご対応のうえ、できればお電話{{#phone}}（{{phone}}）{{/phone}}でお知らせください。",
    "may-be-second":
      "前回の送信の到達を確認できなかったため、本メールは二通目の可能性があります。同一の通知としてお取り扱いください。",

    "please.host": "{{>it}}をご確認のうえ、違法または貴社規約違反のものは、送信防止措置（削除等）をお願いいたします。",
    "please.peer":
      "法令の認める範囲で、IPアドレス、ポート番号、日時から契約者を特定し、その記録を保存のうえ、契約者に共有をやめさせてください。",
    "please.front":
      "{{>it}}をご確認のうえ、違法または貴社規約違反のものは配信を停止してください。本通知をオリジンのホスティング事業者へ転送し、その事業者名をお知らせください。",
    "please.upstream": "顧客に、{{>it}}の確認と、貴社の利用規約に沿った対応を求めてください。",
    "please.registrar":
      "貴社規約に基づきドメイン名の使用状況をご確認のうえ、通報者の情報を伏せて登録者へお知らせください。",
    "please.hotline": "{{>it}}をご審査のうえ、所定の手続に従いご対応をお願いいたします。",
    "please.cert": "貴機関の管轄内で対処できる関係先へ、本通知をお伝えください。",
    "please.site":
      "{{>it}}を貴サイトから削除し、ログの写しを保存のうえ、悪用された脆弱性を修正してください。ホスティング事業者にもご相談いただけます。",
    "please.child-abuse.host":
      "直ちに公開を停止し、法令の認める範囲で、当該データとアクセスログを捜査機関のために保全してください。公開停止と保全が済むまで、投稿者に知らせないでください。",
    "please.child-abuse.peer":
      "IPアドレス、ポート番号、日時から契約者を特定し、法令が認めまたは求める範囲で、その記録を捜査機関のために保全してください。契約者には知らせないでください。",
    "please.child-abuse.front":
      "直ちに配信を停止し、ホスティング事業者名をお知らせください。公開停止と保全が済むまで、投稿者に知らせないでください。",
    "please.child-abuse.upstream":
      "顧客に直ちに公開を停止させ、応じない場合は通信を遮断（null-route）してください。公開停止と保全が済むまで投稿者に知らせないよう、顧客へお伝えください。",
    "please.child-abuse.registrar":
      "規約上ドメイン名を停止できるかご確認のうえ、登録記録を捜査機関のために保全してください。それまでは登録者に知らせないでください。",
    "please.child-abuse.hotline":
      "内容をご審査のうえ、所定の手続に従い警察とホスティング事業者へご連絡ください。事業者へまだ知らせるべきでない場合は、当方へお知らせください。",
    "please.child-abuse.cert": "警察またはホットラインへご連絡のうえ、国内で削除に対応できる機関をお知らせください。",
    "please.intimate.host":
      "直ちに公開を停止し、見つかる範囲で同一の複製も削除のうえ、投稿者の記録を保全してください。",
    "please.exposed.host":
      "直ちにデータへアクセスできない状態にし、アクセスログを保存のうえ、影響を受ける方へ注意喚起できるよう、顧客へお知らせください。",
    "please.terrorism.host":
      "内容をご確認のうえ、違法または貴社規約違反の場合は削除し、当該データと投稿者の記録を保全してください。",
    "please.crime.host": "{{>it}}を停止し、ログとファイルを証拠として保全してください。",
    "please.crime.front":
      "{{>it}}の配信を停止し、本通知をオリジンのホスティング事業者へ転送のうえ、その事業者名をお知らせください。",
    "please.crime.upstream":
      "顧客に{{>it}}を停止させ、応じない場合は当該アドレスへの通信を遮断（null-route）してください。",
    "please.crime.registrar":
      "証拠をご確認のうえ、不正利用が認められる場合はドメイン名を停止または無効化してください。",
    "please.crime.cert":
      "貴機関の管轄内で管理責任を負う事業者へ、本通知をお伝えください。追加情報が必要な場合はお知らせください。",
    hidden: "下記の条件でのみ表示される場合があります。",

    "more.child-abuse":
      "警察またはホットラインへご通報ください。本通知は転送せず、当該データは当方へ送付しないでください。",
    "more.child-abuse.upstream":
      "警察またはホットラインへご通報ください。本通知の転送は当該顧客のみとし、当該データは当方へ送付しないでください。",
    "more.intimate": "画像を当方へ一切送付せず、本通知を投稿者へ転送しないようお願いいたします。",
    "more.terrorism": "本通知を投稿者へ転送しないようお願いいたします。",
    "more.crime":
      "攻撃用キット、類似コンテンツ、侵入経路もご確認ください。顧客が侵害を受けた場合は、顧客へお知らせください。本通知は通報者名を伏せて転送できます。",
    "more.victim": "登録者のサイトが侵害されている場合は、停止せず登録者へお知らせください。",
    "more.customer": "本通知は、通報者名を伏せて顧客へ転送できます。",

    "label.url": "URL",
    "label.host": "ホスト全体",
    "label.account": "アカウント",
    "label.address": "IPアドレス",
    "label.port": "ポート",
    "label.network": "貴社ネットワーク",
    "label.country": "国",
    "label.registered": "ドメイン登録日",
    "label.domain": "ドメイン名",
    "label.seen": "最終確認",
    "label.first-seen": "初回確認",
    "label.channel": "確認場所",
    "label.reason": "通報理由",
    "label.was": "訂正前の理由",
    "label.removed": "削除日時",
    "label.brand": "ブランド・著作物",
    "label.genuine": "正規サイト",
    "label.right": "登録番号",
    "label.reproduce": "確認方法",
    "label.redirects": "リダイレクト元",
    "label.classification": "分類",
    "label.basis": "判定根拠",
    "label.hash": "ハッシュ値",
    "label.screenshot": "スクリーンショット",
    "label.notifier": "通報者",
    "label.behalf": "委託元",
    "label.organisations": "通報団体数",
    "label.sender": "送信者",
    "label.verify": "照会先",
    "label.phone": "電話",
    "label.number": "当方番号",
    "label.ticket": "貴受付番号",
    "label.told-before": "通知済み",
    "label.machine": "添付",
    screenshot: "通報者が保有、ご請求により送付",
    "domain.malicious": "不正利用目的の登録とみられる（通報による）",
    "reason.assessment": "通報者が違法と判定",
    "basis.manual-review": "目視確認",
    "basis.hash-match": "既知ハッシュ値と一致",
    "basis.user-report": "利用者からの通報",
    "basis.automated-scan": "自動スキャン",
    "basis.unstated": "記載なし",
    "classification.baseline": "ベースライン（ほぼ全世界で違法）",
    "classification.A1": "A1（思春期前の児童、性的行為）",
    "classification.A2": "A2（思春期前の児童、性的姿態）",
    "classification.B1": "B1（思春期の児童、性的行為）",
    "classification.B2": "B2（思春期の児童、性的姿態）",
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
    "answer.not-ours": "回答：自社の顧客ではない",
    "answer.form": "回答：フォーム利用を案内",
    "answer.refused": "回答：対応しない",
    "answer.not-found": "回答：該当なし",
    "answer.question": "回答：質問あり",
    "answer.other": "回答あり、未解決",
    list: "URL",

    "ground.dsa": "EU規則2022/2065（デジタルサービス法）第16条に基づく通知です。ご判断をお知らせください。",
    "ground.dsa-life": "同規則第18条（生命または安全への脅威）も適用されます。",
    "ground.trusted-flagger":
      "信頼された通報者（{{flagger}}）による通知です。第22条に基づき優先的なお取り扱いをお願いいたします。",
    "ground.us-provider": "米国法（18 U.S.C. 2258A）は、NCMECのCyberTiplineへの報告とその内容の保存を求めています。",
    "ground.raa":
      "DNS不正利用と考えます。ICANNのレジストラ認定契約（RAA）第3.18.2条は、措置に足る証拠があれば速やかな対応を求めています。",
    "ground.terms": "貴社利用規約に基づくお願いです。",
    "ground.national": "この種の通報の国内窓口である貴機関へご連絡しております。",
    "ground.site": "貴サイトが悪用されたものと思われます。ご協力をお願いいたします。",
    "ground.good-faith": "通報者と当方は、情報と主張が正確かつ完全であると誠実に信じています。",
    desk: "担当外の場合は窓口をお知らせください。",
    several: "番号のご指定がない限り、ご返信は一覧のURLすべてに対するものとして扱います。",
  },
};
