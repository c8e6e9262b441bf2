import { pattern } from "../kernel/pattern.ts";
import type { PartName } from "./part-names.ts";

/* One saying a line, in any of our languages. Only our own words are searched: reporters may name any law. */

/** Claims that no mail may make, whoever wrote the text. */
export const forbiddenClaims: readonly { readonly claim: RegExp; readonly why: string }[] = [
  {
    claim: pattern("iu", [
      "2021/784",
      "\\bTCO\\b",
      "within (?:an|one|1) hour",
      "(?:innerhalb|binnen) (?:einer|1) Stunde",
      "dans (?:un délai d['’]une|l['’])heure",
      "binnen (?:een|één|1) uur",
      "en (?:el plazo de )?una hora",
      "(?:no prazo de|dentro de|em até) uma hora",
      "entro un['’]ora",
      "w ciągu (?:jednej|1) godziny",
      "в течение (?:одного|1) часа",
      "протягом (?:однієї|1) години",
      "bir saat içinde",
      "(?<![\\d１２])[一1１] ?小时内",
      "(?<![\\d１２])[一1１] ?時間以内",
      "(?<!\\d)(?:1|한) ?시간 (?:이내|안)",
    ]),
    why: "it claims the one-hour duty of Regulation (EU) 2021/784, which only an authority's order starts",
  },
  {
    claim: pattern("iu", [
      "removal order",
      "Entfernungsanordnung",
      "injonction de (?:retrait|suppression)",
      "orden(?:es)? de retirada",
      "ordin[ei] di rimozione",
      "(?:decisão|ordem) de (?:supressão|remoção)",
      "verwijderingsbevel",
      "nakaz\\p{L}* usunięcia",
      "(?:приказ|предписани|распоряжени)\\p{L}* об удалении",
      "(?:наказ|розпорядженн|припис)\\p{L}* про видалення",
      "kaldırma emri",
      "削除命令",
      "(?:删除|移除)命?令",
      "삭제 ?명령",
    ]),
    why: "it speaks of an order to remove, which only an authority gives",
  },
  {
    claim: pattern("iu", [
      "penalty of perjury",
      "under oath",
      "meineid",
      "eides ?statt",
      "sous peine de (?:parjure|faux)",
      "sous serment",
      "perjurio",
      "bajo juramento",
      "perjúrio",
      "sob juramento",
      "spergiuro",
      "sotto giuramento",
      "meineed",
      "onder ede",
      "krzywoprzysięst",
      "pod przysięgą",
      "лжесвидетельств",
      "под присягой",
      "неправдив\\S* свідчен",
      "під присягою",
      "yalan (?:yere )?(?:yemin|beyan)",
      "yemin altında",
      "伪证",
      "偽証",
      "宣誓",
      "위증",
      "선서",
    ]),
    why: "it makes a declaration under penalty of perjury, which only a person can",
  },
  {
    claim: pattern("iu", ["take it down act", "P\\. ?L\\. 119-12"]),
    why: "it cites the TAKE IT DOWN Act, whose request only the depicted person can sign",
  },
  {
    claim: pattern("iu", ["17 ?U\\. ?S\\. ?C\\.", "512\\(c\\)", "\\bDMCA\\b", "Digital Millennium Copyright Act"]),
    why: "it cites 17 U.S.C. 512, whose notification only the right holder or their agent can sign",
  },
];

/** ASCII digits and the wide ones that stand among ideographs. */
const digits = (number: number): string =>
  String(number).replace(/\d/g, (digit) => `[${digit}${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}]`);

/** An article by its number, in each language's spelling. */
const article = (number: number): readonly string[] => [
  `(?<!\\p{L})(?:art\\.|artic(?:le|olo)|artikel|artículo|artigo|artyku[łl]\\p{L}*) ?${number}(?!\\d)`,
  `(?<!\\p{L})(?:стать\\p{L}+|статт\\p{L}+|ст\\.) ?${number}(?!\\d)`,
  `(?<!\\d)${number}\\. ?madde`,
  `madde ${number}(?!\\d)`,
  `第 ?${digits(number)} ?[条條]`,
  `제 ?${number} ?조`,
];

/** Claims that may be made to some recipients alone: the ground must have been chosen. */
export const boundClaims: readonly { readonly claim: RegExp; readonly ground: PartName; readonly why: string }[] = [
  {
    claim: pattern("iu", [
      "2022/2065",
      "\\bDSA\\b",
      "Digital Services Act",
      "Gesetz(?:es)? über digitale Dienste",
      "règlement sur les services numériques",
      "Reglamento de Servicios Digitales",
      "regolamento sui servizi digitali",
      "Regulamento dos Serviços Digitais",
      "digitale-?dienstenverordening",
      "\\p{L}+ o usługach cyfrowych",
      "\\p{L}+ о цифровых услугах",
      "\\p{L}+ про цифрові послуги",
      "Dijital Hizmetler (?:Yasası|Kanunu)",
      "デジタルサービス法",
      "디지털 ?서비스 ?법",
      "数字服务法",
      ...article(16),
    ]),
    ground: "ground.dsa",
    why: "it cites the Digital Services Act to somebody whom Article 16 does not bind",
  },
  {
    claim: pattern("iu", [...article(18)]),
    ground: "ground.dsa-life",
    why: "it cites Article 18 of the Digital Services Act where no host in the Union is asked about child abuse",
  },
  {
    claim: pattern("iu", [
      "trusted flagger",
      "vertrauenswürdige\\p{L}* Hinweisgeber",
      "signaleur\\p{L}* de confiance",
      "alertador\\p{L}* fiable",
      "segnalator\\p{L}* attendibil",
      "sinalizador\\p{L}* de confiança",
      "betrouwbare flagger",
      "zaufan\\p{L}* (?:podmiot\\p{L}* sygnalizując|sygnalist)",
      "доверенн\\p{L}* (?:заявител|сигнализ|уведомител|флаг)",
      "довірен\\p{L}* (?:заявник|сигналізатор|скаржник|флаг)",
      "güvenilir (?:bildirimci|bildiri|ihbarcı|işaretleyici)",
      "信頼(?:された|できる|ある)(?:通報者|旗手|フラッガー)",
      "신뢰(?:할 수 있는|받는|된) ?(?:신고자|플래거)",
      "(?:可信(?:赖的?|任的?)?|受信任的?)(?:举报|标记|通报)[者方人]",
      ...article(22),
    ]),
    ground: "ground.trusted-flagger",
    why: "it claims a trusted flagger where none reported in its area, or to what is no online platform in the Union",
  },
  {
    claim: pattern("iu", [
      "Registrar Accreditation Agreement",
      "\\bRAA\\b",
      "(?<![\\d.])3\\.18(?!\\d)",
      "Registrar-?Akkreditierung",
      "accréditation des (?:bureaux d['’]enregistrement|registraires|registrars)",
      "acreditación de registradores",
      "accreditamento (?:dei|del|per i) registrar",
      "(?:acreditação|credenciamento) de registradores",
      "accreditatieovereenkomst",
      "akredytac\\p{L}* rejestrator",
      "аккредитаци\\p{L}* регистратор",
      "акредитаці\\p{L}* реєстратор",
      "akreditasyon",
      "レジストラ認定契約",
      "등록대행자 인증 ?(?:계약|협약)",
      "注册(?:商|服务机构)(?:认证|委任)协议",
    ]),
    ground: "ground.raa",
    why: "it cites the Registrar Accreditation Agreement where ICANN has no say",
  },
  {
    claim: pattern("iu", ["2258 ?A", "CyberTipline", "P\\. ?L\\. 118-59"]),
    ground: "ground.us-provider",
    why: "it cites 18 U.S.C. 2258A outside the United States, or about no offence that it lists",
  },
];
