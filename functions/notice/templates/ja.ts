import type { Texts } from "../texts.ts";

/** Every Japanese word that a desk reads from us; `en.ts` says what each text is for. */
export const japanese: Texts = {
  language: "ja",
  name: "Japanese",
  parts: {
    "mark.reminder": "再通知 {{reminder}}",
    "mark.escalation": "上位連絡先への通知",
    "mark.moved": "対応不要",
    "mark.withdrawal": "撤回",
    "mark.correction": "訂正",

    "type.csam": "児童の性的虐待コンテンツ",
    "type.csem": "児童の性的搾取",
    "type.ncii": "同意のない性的画像",
    "type.terrorism": "テロ関連コンテンツ",
    "type.phishing": "フィッシング",
    "type.malware": "マルウェア",
    "type.botnet": "ボットネット",
    "type.fraud": "詐欺",
    "type.brand": "商標侵害",
    "type.copyright": "著作権侵害",
    "type.exposed-data": "データの露出",
    "type.other": "有害なコンテンツ",

    "what.csam": "児童の性的虐待コンテンツ",
    "what.csem": "児童に対する性的搾取",
    "what.ncii": "被写体の同意なく公開された性的画像",
    "what.terrorism": "テロを扇動又は支持するコンテンツ",
    "what.phishing": "フィッシング",
    "what.malware": "マルウェアの配布",
    "what.botnet": "ボットネットの制御",
    "what.fraud": "詐欺",
    "what.brand": "誤認を招くブランドの使用",
    "what.copyright": "保護された著作物の無断利用",
    "what.exposed-data": "権限なく公開されたデータ",
    "what.other": "有害なコンテンツ",

    "place.url": "（所在：{{host}}）",
    "place.host": "（所在：{{host}}）",
    "place.peer": "（発信元：{{host}}、ポート {{port}}）",
    "place.account": "（{{host}} のアカウント）",
    "place.several": "（所在：{{#host}}{{host}} 上の {{/host}}{{count}} 件のURLまたはアドレス）",
    "where.url": "正確なURL（無害化表記。hxxp は http、[.] は .、[:] は : と読み替えてください）：",
    "where.host": "正確な所在（無害化表記。[.] は .、[:] は : と読み替えてください）、このホスト上のすべて：",
    "where.peer": "正確な所在（無害化表記。[.] は .、[:] は : と読み替えてください）：",
    "where.account": "正確な所在（無害化表記。[.] は .、[:] は : と読み替えてください）：",
    "where.several":
      "正確なURLまたはアドレスは、本メール末尾の一覧に、当方の番号および最初に確認した時刻とともに、それぞれ一度だけ記載しております（無害化表記。hxxp は http、[.] は .、[:] は : と読み替えてください）。",
    "where.port": "ポート",
    "where.account-name": "アカウント",

    "lead.first": "次のとおり通知いたします：{{>what}}{{>place}}、最初の確認 {{seen}}。{{>please}}。",
    "lead.reminder":
      "再通知 {{reminder}}：先に次の件を通知いたしましたが、解決に至るご回答を確認できておりません：{{>what}}{{>place}}。{{>please}}。",
    "lead.escalation":
      "当方の知る限り、先に通知した相手方による解消に至っていないため、貴方に次の件を通知いたします：{{>what}}{{>place}}。{{>please}}。",
    "lead.moved":
      "先の通知の件（{{>what}}{{>place}}）：当該コンテンツは、現在は貴方のネットワークから配信されておりません。これ以上のご対応は不要です。ありがとうございました。",
    "lead.withdrawal":
      "先の通知を撤回いたします（{{>what}}{{>place}}）。本件についての措置はお取りにならず、当方の通知のみに基づいて行われた措置は元にお戻しください。お詫び申し上げます。",
    "lead.correction":
      "先の通知を訂正いたします（{{>what}}{{>place}}、最初の確認 {{seen}}）。{{>please}}。先の内容に代えて、本メールに記載の事実をご参照ください。",
    "may-be-second":
      "本通知はすでにお手元に届いている可能性がございます。先のメールが届いたかどうかを確認できておりません。両方を一件としてお取り扱いください。",

    "please.host":
      "証拠を保全したうえで、当該コンテンツを削除するか、アクセスできない状態にしてくださいますようお願いいたします",
    "please.upstream": "貴方の顧客に削除させるか、通信の中継を停止してくださいますようお願いいたします",
    "please.front":
      "貴方のネットワークを通じた配信を停止し、背後のホスティング事業者に本通知を転送してくださいますようお願いいたします",
    "please.registrar": "当該ドメイン名のこのような使用に対して措置を講じてくださいますようお願いいたします",
    "please.hotline": "内容を評価し、貴国の手続に従って削除されるようご対応をお願いいたします",
    "please.cert": "貴方の担当範囲にある責任ネットワークに停止させてくださいますようお願いいたします",
    "please.site": "貴サイトから削除し、侵入の経路を塞いでくださいますようお願いいたします",

    "relation.platform":
      "本メールは、当該コンテンツが確認されたサービスの不正利用対応窓口としての貴方にお送りしています{{#range}}（{{range}}）{{/range}}。",
    "relation.network":
      "本メールは、当該コンテンツを配信しているネットワークの不正利用対応窓口としての貴方にお送りしています{{#range}}（{{range}}）{{/range}}。",
    "relation.front":
      "本メールは、ホストの前段に置かれたサービスの不正利用対応窓口としての貴方にお送りしています{{#range}}（{{range}}）{{/range}}。コンテンツ自体は別の場所に保存されている可能性があります。",
    "relation.upstream":
      "本メールは、ホスティング元のネットワークを中継する上位ネットワークの不正利用対応窓口としての貴方にお送りしています{{#range}}（{{range}}）{{/range}}。",
    "relation.registrar":
      "本メールは、当該ドメインのレジストラの不正利用対応窓口としての貴方にお送りしています{{#range}}（{{range}}）{{/range}}。",
    "relation.hotline":
      "本メールは、当該コンテンツがホスティングされている国のホットラインとしての貴方にお送りしています{{#country}}（{{country}}）{{/country}}。",
    "relation.cert":
      "本メールは、当該コンテンツがホスティングされている国の緊急対応チーム（CERT）としての貴方にお送りしています{{#country}}（{{country}}）{{/country}}。",
    "relation.site": "本メールは、当該サイト自体の連絡先としての貴方にお送りしています。",

    "label.seen": "最初の確認：",
    "label.channel": "確認場所：",
    "label.addresses": "解決先アドレス：",
    "label.looked-up": "照会",
    "label.explanation": "該当すると判断する理由：",
    "label.imitates": "模倣又は侵害されたもの：",
    "label.legitimate-site": "正規のサイト：",
    "label.reproduce": "確認方法：",
    "label.classification": "分類：",
    "label.assessed": "評価者：",
    "label.hash": "ハッシュ値：",
    "label.notifier": "通知者：",
    "label.sender": "送信者：",
    live: "現在進行中（ライブ）の事案として報告されています。",
    organisations: "{{organisations}} 団体から報告されています。",
    "assessed.manual-review": "報告団体の担当者",
    "assessed.hash-match": "既知のハッシュ値一覧との一致",
    "assessed.user-report": "利用者からの報告（報告団体が転送）",
    "assessed.automated-scan": "自動スキャン",
    "assessed.unstated": "報告団体（方法の記載なし）",
    "channel.website": "ウェブサイト",
    "channel.message-board": "掲示板",
    "channel.chat-room": "チャットルーム",
    "channel.peer-to-peer": "P2Pネットワーク",
    "channel.instant-messaging": "メッセージアプリ",
    "channel.live-stream": "ライブ配信",
    "channel.file-host": "ファイル共有サービス",
    "channel.e-mail": "電子メール",

    "ask.child-abuse.host":
      "お願いする事項：1. 削除の前に、当該コンテンツ並びに掲載者及びアクセス者の記録を、貴国の法令の定めに従い、権限のある者のみが閲覧できる形で保全すること。2. 削除するか、アクセスできない状態にすること。3. 貴国の警察又はホットラインに通報すること。4. 掲載者に知らせないこと。当該コンテンツは一切当方に送付なさらないでください。",
    "ask.child-abuse.upstream":
      "お願いする事項：貴方の顧客に証拠を保全させ、当該コンテンツを直ちに削除させること。これが行われない場合は、当該アドレスへの中継を停止すること。掲載者に知らせないこと。当該コンテンツは一切当方に送付なさらないでください。",
    "ask.child-abuse.registrar":
      "お願いする事項：貴方の規約により当該ドメイン名の名前解決を停止できるかを確認し、警察のために登録記録を保全し、登録者に知らせないこと。当該コンテンツは一切当方に送付なさらないでください。",
    "ask.child-abuse.hotline":
      "お願いする事項：当該所在を評価し、貴国の手続に従って警察及びホスティング事業者に通知すること。事業者にまだ知らせてはならない場合は、当方にお知らせください。",
    "ask.child-abuse.cert":
      "お願いする事項：貴国の警察又はホットラインに通報し、貴国で削除を実現できる機関を当方にお知らせください。",
    "ask.intimate.host":
      "お願いする事項：当該画像を削除するか、アクセスできない状態にし、発見できる同一の複製を削除し、掲載者の記録を保全すること。当該画像は一切当方に送付なさらないでください。",
    "ask.terrorism.host":
      "お願いする事項：当該コンテンツを評価し、コンテンツ及び掲載者の記録を保全し、法令又は貴方の規約に違反する場合は、削除するか、アクセスできない状態にすること。",
    "ask.crime.host":
      "お願いする事項：ログ及びファイルを証拠として保存し、当該ページ、ファイル又は機器を停止し、顧客のシステムが侵害されている場合は顧客に知らせること。",
    "ask.crime.registrar":
      "お願いする事項：本メールの証拠を検討し、当該ドメイン名がこの不正利用に使われていると認められる場合は、その使用を停止又は妨げる措置を取ること。侵害を受けた被害者のドメイン名である場合は、代わりに登録者に知らせてください。",
    "ask.crime.cert":
      "お願いする事項：担当範囲にある責任ネットワークに本件を転送し、追加の情報が必要な場合は当方にお知らせください。",
    "ask.rights.host":
      "お願いする事項：ここに記載した使用を検討し、違法又は規約違反と認められる場合は、削除するか、アクセスできない状態にすること。",
    "ask.rights.registrar": "お願いする事項：本通知を登録者に転送し、貴方の規約に基づいて当該登録を検討すること。",
    "ask.exposed.host":
      "お願いする事項：当該データを直ちにアクセスできない状態にし、アクセスログを保存し、データの本人に注意喚起できるよう顧客に知らせること。",
    "ask.host":
      "お願いする事項：証拠を保全し、コンテンツを検討し、法令又は貴方の規約に違反する場合は、削除するか、アクセスできない状態にすること。",
    "ask.front":
      "お願いする事項：当該アドレスが法令又は貴方の規約に違反する場合は、貴方のネットワークを通じた配信を停止すること。背後のホスティング事業者に本通知を転送し、その事業者名を当方に知らせること。",
    "ask.upstream":
      "お願いする事項：貴方の利用規約に基づいて顧客に停止させること。これが行われない場合は、当該アドレスへの中継を停止すること。",
    "ask.registrar":
      "お願いする事項：本通知を登録者又は貴方の再販事業者に転送し、貴方の規約に基づいて当該ドメイン名の使用を検討すること。",
    "ask.hotline": "お願いする事項：当該所在を評価し、貴国の手続に従って対応すること。",
    "ask.cert": "お願いする事項：担当範囲において停止させることのできる者に本件を転送すること。",
    "ask.site":
      "お願いする事項：ログの写しを保存し、当該ページ又はファイルを削除し、侵入の経緯を調べること。ホスティング事業者に相談することができます。",

    "ground.dsa":
      "本通知は、規則（EU）2022/2065（デジタルサービス法）第16条に基づく通知です。受領をご確認のうえ、貴方の決定をお知らせくださいますようお願いいたします。",
    "ground.dsa-life":
      "同規則第18条は、人の生命又は安全に対する犯罪の疑いがある場合に当局へ通報することをホスティング事業者に義務付けています。",
    "ground.trusted-flagger":
      "本通知は、同規則第22条に定める信頼された通報者によるものであり、優先して取り扱われます。",
    "ground.us-provider":
      "貴方が米国のプロバイダーである場合：18 U.S.C. 2258A は、明白な違反を現に認識したプロバイダーに対し、NCMEC の CyberTipline への報告及び報告内容の保存を求めています。",
    "ground.raa":
      "当方は本件をDNSの不正利用と考えており、本メールに証拠を記載しています。ICANN の Registrar Accreditation Agreement（レジストラ認定契約）第3.18条は、分野別トップレベルドメインのレジストラに対し、対応可能な証拠に基づく措置を求めています。",
    "ground.terms": "貴方ご自身の利用規約に基づくお願いです。",
    "ground.national": "貴方の国内における権限の範囲でのお願いです。",
    "ground.site": "貴サイトが悪用されているものと思われます。ご協力をお願いいたします。",
    "ground.copyright":
      "本メールは 17 U.S.C. 512(c)(3) に定める申立てを含みません。これを行えるのは権利者又はその代理人のみです。",
    "ground.good-faith": "当方は、本通知の情報が正確かつ完全であると善意で信じております。",

    "history.reminder": "先に貴方へお送りした通知：",
    "history.escalation": "貴方より前に通知した相手方：",
    "history.subject": "件名",
    "history.acknowledged": "受領確認",
    "history.ticket": "受付番号",
    "delivery.delivered": "受信者のメールサーバーが受理",
    "delivery.sent": "送信済み、配達は未確認",
    "delivery.returned": "配達不能で返送",
    "answer.removed": "回答：削除済み",
    "answer.not-ours": "回答：担当外",
    "answer.form": "回答：フォームの案内",
    "answer.refused": "回答：対応しない",
    "answer.question": "回答：問い合わせ",
    "answer.other": "回答あり、未解決",

    reach:
      "当方へのご連絡は、本メールへの返信にてお願いいたします。担当者が読みます。当方の番号は {{caseId}}{{#ticket}}、貴方の番号は {{ticket}}{{/ticket}} です。担当窓口でない場合は、担当先をお知らせください。",
    "reach.several": "ご回答は、対象の番号が明記されていない限り、一覧のすべてについてのものとして取り扱います。",
    verify: "本通知が真正であることの確認方法：{{verifyBy}}",
    machine: "添付の xarf.json は、同じ内容を正確なURLとともに機械可読形式（XARF 4.2）で記載したものです。",
    "machine.several":
      "添付の xarf-reports.json は、同じ内容を正確なURLとともに機械可読形式（XARF 4.2、{{count}} 件中 {{reports}} 件）で記載したものです。",
    list: "一覧",
  },
};
