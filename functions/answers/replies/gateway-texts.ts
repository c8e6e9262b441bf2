import { once } from "../../kernel/once.ts";
import { anyOf, type Grams } from "./pattern-shape.ts";
import { wordsOf } from "./plain-words.ts";

/**
 * What mail gateways take out of other people's mails, and how they say so, on plain words; `own`
 * is what they alone speak of.
 */
type GatewayWords = {
  readonly this: string;
  readonly link: string;
  readonly own: string;
  readonly content: string;
  readonly done: string;
};

/**
 * Gateways speak the language of who runs them. Entries stand between blanks; `_` is a blank within
 * one; each may be a pattern.
 */
const languages: readonly GatewayWords[] = [
  {
    this: "this these the_following a an one_or_more some your all",
    link: "links? urls? hyperlinks? web_address(es)?",
    own: `
      attachments? attached_files? embedded_(images?|content) remote_(images?|content)
      active_content external_(images?|content)
    `,
    content: "content contents images? pictures? data files? text message",
    done: `
      removed blocked disabled deactivated stripped deleted rewritten replaced hidden suppressed
      quarantined omitted redacted sanitized sanitised scrubbed not_shown
    `,
  },
  {
    this: "dieser diese dieses die_folgenden? der_folgende ein eine ihre?",
    link: "links? urls? hyperlinks? verknupfung(en)?",
    own: "anhange? anlagen? anhang eingebettete_(bilder|inhalte) externe_(bilder|inhalte)",
    content: "inhalte? bild(er)? daten dateien? nachricht",
    done: `
      entfernt blockiert gesperrt deaktiviert geloscht ersetzt ausgeblendet geblockt unterdruckt
      nicht_angezeigt
    `,
  },
  {
    this: "ce cette ces les?_suivants? un une votre",
    link: "liens? urls? hyperliens? adresses?_web",
    own: "pieces?_jointes? fichiers?_joints? images?_distantes?",
    content: "contenus? images? donnees fichiers? message",
    done: "supprimee?s? bloquee?s? desactivee?s? retiree?s? effacee?s? remplacee?s? masquee?s?",
  },
  {
    this: "este esta estos estas el_siguiente un una su",
    link: "enlaces? vinculos? urls? hipervinculos?",
    own: "(archivos?_)?adjuntos? imagenes_remotas",
    content: "contenidos? imagen(es)? datos archivos? mensaje",
    done: `
      eliminad[oa]s? bloquead[oa]s? desactivad[oa]s? borrad[oa]s? quitad[oa]s? reemplazad[oa]s?
      ocult(ad)?[oa]s? suprimid[oa]s?
    `,
  },
  {
    this: "questo questa questi queste il_seguente un una",
    link: "link collegament[oi] url indirizz[oi]_web",
    own: "allegat[oi] immagini_remote",
    content: "contenut[oi] immagin[ei] dati file messaggio",
    done: `
      rimoss[oaie] bloccat[oaie] disattivat[oaie] eliminat[oaie] cancellat[oaie] sostituit[oaie]
      nascost[oaie]
    `,
  },
  {
    this: "deze dit de_volgende een uw",
    link: "links? koppeling(en)? urls? hyperlinks?",
    own: "bijlagen? externe_(afbeeldingen|inhoud)",
    content: "inhoud afbeelding(en)? gegevens bestand(en)? bericht",
    done: "verwijderd geblokkeerd uitgeschakeld gedeactiveerd gewist vervangen verborgen",
  },
  {
    this: "este esta estes estas o_seguinte um uma seu",
    link: "links? ligac(ao|oes) urls? hiperlinks? hiperligac(ao|oes)",
    own: "anexos? imagens_remotas",
    content: "conteudos? imagem imagens dados arquivos? ficheiros? mensagem",
    done: `
      removid[oa]s? bloquead[oa]s? desativad[oa]s? desactivad[oa]s? excluid[oa]s? apagad[oa]s?
      eliminad[oa]s? substituid[oa]s? ocultad[oa]s?
    `,
  },
  {
    this: "ten ta to te nastepujac[ay]",
    link: "link(i|u)? lacz(e|a) odnosnik(i)? adres_url url",
    own: "zalacznik(i)?",
    content: "tresc zawartosc obraz(y)? dane plik(i)? wiadomosc",
    done: "usuniet[yaeo] zablokowan[yaeo] wylaczon[yaeo] skasowan[yaeo] zastapion[yaeo] ukryt[yaeo]",
  },
  {
    this: "эта этот это эти данная данный следующая",
    link: "ссылк[аи] гиперссылк[аи] url адрес",
    own: "вложени[ея] приложени[ея]",
    content: "содержимое контент изображени[ея] данные файлы? сообщение",
    done: "удален[аоы]? заблокирован[аоы]? отключен[аоы]? скрыт[аоы]? заменен[аоы]? вырезан[аоы]?",
  },
  {
    this: "це цей ця ці наступне",
    link: "посилання гіперпосилання url адреса",
    own: "вкладення додаток додатки",
    content: "вміст контент зображення дані файли? повідомлення",
    done: `
      видален[аоі]? вилучен[аоі]? заблокован[аоі]? вимкнен[аоі]? прихован[аоі]? замінен[аоі]?
      видалено заблоковано
    `,
  },
  {
    this: "bu asagidaki",
    link: "baglanti(lar)? link(ler)? url",
    own: "ek(ler)? ekli_dosya(lar)?",
    content: "icerik resim(ler)? goruntu veri(ler)? dosya(lar)? mesaj",
    done: "kaldirildi engellendi silindi devre_disi(_birakildi)? gizlendi degistirildi cikarildi",
  },
  {
    this: "この これらの 本 次の",
    link: "リンク url ハイパーリンク",
    own: "添付ファイル 添付",
    content: "コンテンツ 内容 画像 データ ファイル メッセージ",
    done: "削除 ブロック 無効 除去 遮断 非表示",
  },
  {
    this: "此 该 這個 这个 該 以下",
    link: "链接 鏈接 連結 超链接 url 网址 網址",
    own: "附件",
    content: "内容 內容 图片 圖片 数据 資料 文件 邮件 郵件",
    done: "移除 阻止 屏蔽 封鎖 删除 刪除 禁用 停用 拦截 攔截 隐藏",
  },
  {
    this: "이 다음 해당",
    link: "링크 url",
    own: "첨부_?파일 첨부",
    content: "콘텐츠 내용 이미지 데이터 파일 메시지",
    done: "제거 차단 삭제 비활성화 숨김",
  },
];

const any = (entries: string): string => `(?:${entries.trim().split(/\s+/).join("|").replaceAll("_", " ?")})`;
const eachOf = (pattern: (words: GatewayWords) => string): readonly RegExp[] =>
  languages.map((words) => new RegExp(pattern(words), "u"));

/**
 * A whole sentence of a gateway's: of "this link", or of what nobody but a gateway speaks of. A
 * desk says "the link" of what it took down.
 */
const sentence = () =>
  eachOf(({ this: these, link, own, done }) => {
    const taken = `${any(these)} ?(?:\\p{L}+ ){0,2}${any(link)}|(?:\\p{L}+ ){0,3}${any(own)}`;
    return `^ ?(?:${taken}) ?.{0,40}?${any(done)}`;
  });
/** The same within brackets or stars, where nobody's own words stand. */
const enclosed = () =>
  eachOf(({ link, own, content, done }) => {
    const taken = any(`${link} ${own} ${content}`);
    return `${taken} ?.{0,40}?${any(done)}|${any(done)} ?.{0,20}?${taken}`;
  });

const isOfGateway = once(() => anyOf(sentence()));
const isTakenOut = once(() => anyOf(enclosed()));

/** A sentence of plain words that a gateway wrote in the place of what it took out. */
export const isGatewayText = (words: string, grams: Grams): boolean => isOfGateway()(words, grams);

/** Plain words from within brackets in which a gateway says what it took out. */
export const isTakenOutText = (plain: string): boolean => isTakenOut()(wordsOf(plain));

/**
 * Square, curly and their like hold what machines put there; a name's dot in them (`bad[.]example`,
 * `[dot]`) does not.
 */
const closing = String.raw`\]}】］〕⟧`;
const machines = new RegExp(
  String.raw`[[{【［〔⟦](?!\s?(?:\.|dot|punkt|at|@|:)\s?[${closing}])` +
    String.raw`(?=[^${closing}\n]{0,100}\p{L})[^${closing}\n]{1,100}[${closing}]`,
  "gu",
);
const others = /\([^()\n]{3,100}\)|<[^<>\n]{3,100}>|\*{1,4}[^*\n]{3,100}\*{1,4}|（[^（）\n]{2,100}）/gu;

/**
 * Plain words (`plainWords`) without what stands in brackets for something that was taken out:
 * nobody says it.
 */
export const withoutGatewayTexts = (plain: string): string =>
  plain.replace(machines, " ").replace(others, (text) => (isTakenOutText(text) ? " " : text));
