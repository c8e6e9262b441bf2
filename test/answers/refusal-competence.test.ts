import { describe, expect, test } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import { within } from "../../functions/adapters/within.ts";
import { refusalGround } from "../../functions/answers/refusal-ground.ts";
import { type AnswerLanguage, answerLanguages } from "../../functions/answers/replies/lexicon.ts";
import { anInbox } from "./an-inbox.ts";

type Sentences = {
  /** Others can act, and this desk can't. */
  readonly refusals: readonly string[];
  /** Passed on inside the desk, a court first, the desk's own lawyers, or who it wrote to itself. */
  readonly nearMisses: readonly string[];
};

const sentences = {
  en: {
    refusals: [
      "We are not the right party for this complaint.",
      "This falls outside our responsibility; the operator of the server has to act.",
      "You have reached the wrong company: the site is hosted elsewhere.",
    ],
    nearMisses: [
      "We have forwarded it to the responsible department.",
      "The responsible team has decided not to act without a court order.",
      "We will not act. Please contact our legal department.",
      "We are not responsible for what our customers publish.",
      "We will contact the host of the page, and take no further action.",
    ],
  },
  de: {
    refusals: [
      "Wir sind für diese Meldung nicht der richtige Ansprechpartner.",
      "Das fällt nicht in unseren Zuständigkeitsbereich.",
      "Die Seite liegt nicht auf unseren Servern, wir können hier nichts tun.",
    ],
    nearMisses: [
      "Wir haben Ihre Meldung an die zuständige Abteilung weitergeleitet.",
      "Die zuständige Stelle hat entschieden, ohne Gerichtsbeschluss nichts zu unternehmen.",
      "Bitte wenden Sie sich an unsere Rechtsabteilung.",
      "Wir haben uns an den Hoster gewandt und unternehmen selbst nichts.",
    ],
  },
  fr: {
    refusals: [
      "Nous ne sommes pas compétents pour traiter cette demande.",
      "Nous ne sommes pas le bon interlocuteur.",
      "Ce site n'est pas hébergé chez nous.",
    ],
    nearMisses: [
      "Nous avons transmis votre demande au service compétent.",
      "Nous ne donnerons pas suite sans décision du tribunal compétent.",
      "Veuillez contacter notre service juridique.",
      "Nous avons contacté l'hébergeur.",
    ],
  },
  es: {
    refusals: [
      "No somos la parte competente para atender esta solicitud.",
      "Este sitio no está alojado en nuestros servidores.",
      "No es de nuestra competencia; diríjase al proveedor de alojamiento.",
    ],
    nearMisses: [
      "Hemos remitido su solicitud al departamento competente.",
      "No actuaremos sin una orden de un juez competente.",
      "Póngase en contacto con nuestro departamento legal.",
      "Hemos contactado al proveedor de alojamiento.",
    ],
  },
  pt: {
    refusals: [
      "Não somos a entidade competente para este pedido.",
      "O site não está hospedado na nossa rede.",
      "Isto não é da nossa competência, contacte o provedor de hospedagem.",
    ],
    nearMisses: [
      "Encaminhámos o seu pedido ao departamento competente.",
      "Não agiremos sem ordem do tribunal competente.",
      "Contacte o nosso departamento jurídico.",
      "Já contactámos o provedor de hospedagem.",
    ],
  },
  it: {
    refusals: [
      "Non siamo il soggetto competente per questa segnalazione.",
      "Il sito non è ospitato sui nostri server.",
      "La richiesta non è di nostra competenza.",
    ],
    nearMisses: [
      "Abbiamo inoltrato la segnalazione al reparto competente.",
      "Non interverremo senza un ordine dell'autorità competente.",
      "Contatti il nostro ufficio legale.",
      "Abbiamo contattato il provider.",
    ],
  },
  nl: {
    refusals: [
      "Wij zijn niet de juiste partij voor deze melding.",
      "Deze website staat niet op onze servers.",
      "Dit valt niet onder onze verantwoordelijkheid.",
    ],
    nearMisses: [
      "Wij hebben uw melding doorgestuurd naar de verantwoordelijke afdeling.",
      "Zonder bevel van de bevoegde rechter ondernemen wij niets.",
      "Neem contact op met onze juridische afdeling.",
      "Wij hebben contact opgenomen met de hostingprovider.",
    ],
  },
  pl: {
    refusals: [
      "Nie jesteśmy właściwym podmiotem do rozpatrzenia tego zgłoszenia.",
      "Ta sprawa nie leży w naszych kompetencjach.",
      "Strona nie jest hostowana na naszych serwerach.",
      "Prosimy o kontakt z rejestratorem domeny.",
    ],
    nearMisses: [
      "Przekazaliśmy zgłoszenie do właściwego działu.",
      "Bez postanowienia właściwego sądu nie podejmiemy działań.",
      "Prosimy o kontakt z naszym działem prawnym.",
      "Skontaktowaliśmy się z rejestratorem domeny.",
    ],
  },
  tr: {
    refusals: [
      "Bu bildirim için doğru muhatap biz değiliz.",
      "Bu konu bizim yetki alanımızda değildir.",
      "Site bizim sunucularımızda barındırılmıyor.",
      "Lütfen alan adı kayıt kuruluşuna başvurun.",
    ],
    nearMisses: [
      "Bildiriminizi ilgili birime ilettik.",
      "Yetkili mahkemenin kararı olmadan işlem yapmayız.",
      "Lütfen hukuk departmanımızla iletişime geçin.",
      "Alan adı kayıt kuruluşuna başvurduk.",
    ],
  },
  ru: {
    refusals: [
      "Мы не являемся надлежащим адресатом этой жалобы.",
      "Это не входит в нашу компетенцию.",
      "Сайт размещён не на наших серверах.",
      "Пожалуйста, обратитесь к регистратору домена.",
    ],
    nearMisses: [
      "Мы передали вашу жалобу в ответственный отдел.",
      "Без решения компетентного суда мы ничего не предпримем.",
      "Обратитесь в наш юридический отдел.",
      "Мы обратились к регистратору домена.",
    ],
  },
  uk: {
    refusals: [
      "Ми не є належним адресатом цієї скарги.",
      "Це не належить до нашої компетенції.",
      "Сайт розміщено не на наших серверах.",
      "Будь ласка, зверніться до хостинг-провайдера.",
    ],
    nearMisses: [
      "Ми передали вашу скаргу до відповідального відділу.",
      "Без рішення компетентного суду ми нічого не робитимемо.",
      "Зверніться до нашого юридичного відділу.",
      "Ми звернулися до хостинг-провайдера.",
    ],
  },
  ja: {
    refusals: [
      "弊社は本件の担当窓口ではございません。",
      "本件は弊社の管轄外です。",
      "当該サイトは弊社のサーバーではホストされておりません。",
      "ホスティング事業者へ直接お問い合わせください。",
    ],
    nearMisses: [
      "担当部署に転送いたしました。",
      "管轄裁判所の命令がない限り、対応いたしかねます。",
      "弊社の法務部へお問い合わせください。",
      "ホスティング事業者へは弊社から連絡いたしました。",
    ],
  },
  ko: {
    refusals: [
      "저희는 이 신고를 처리할 권한이 있는 기관이 아닙니다.",
      "본 건은 당사의 소관이 아닙니다.",
      "해당 사이트는 당사 서버에서 호스팅되지 않습니다.",
      "호스팅 업체에 직접 문의하시기 바랍니다.",
    ],
    nearMisses: [
      "담당 부서로 전달하였습니다.",
      "관할 법원의 명령 없이는 조치하지 않습니다.",
      "당사 법무팀에 문의해 주십시오.",
      "호스팅 업체에는 당사가 문의하였습니다.",
    ],
  },
  zh: {
    refusals: [
      "我们不是处理此投诉的适当对象。",
      "此事不属于我司的职责范围。",
      "该网站并未托管在我们的服务器上。",
      "请联系域名注册商。",
      "本公司並非此網站的主機商。",
      "請直接聯繫主機供應商。",
    ],
    nearMisses: [
      "我们已将您的投诉转交给负责部门。",
      "没有主管法院的命令，我们不会采取任何措施。",
      "请联系我司法务部门。",
      "我们已联系域名注册商。",
    ],
  },
} as const satisfies Record<AnswerLanguage, Sentences>;

describe.each(answerLanguages)("a desk that is not the right party, in %s", (language) => {
  const { refusals, nearMisses } = sentences[language];
  test.each(refusals)("says that others can act: %s", (text) => expect(refusalGround(text)).toBe("competence"));
  test.each(nearMisses)("does not say so by what resembles it: %s", (text) =>
    expect(refusalGround(text)).toBeUndefined(),
  );
});

test("a refusal of competence is recorded, and its case escalates without waiting for the desk's time", async () => {
  const inbox = await anInbox({ beside: { reader: modelReader(), within } });
  const words = "Мы отказываем в блокировке. Это не входит в нашу компетенцию.";
  await inbox.take(inbox.from("abuse@network.example", { "Content-Type": "text/plain; charset=utf-8" }, words));
  const replied = (await inbox.events()).filter(({ type }) => type === "replied");
  expect(replied).toMatchObject([{ replyClass: "refused", refusal: "competence" }]);
  // No other contact is known of this host: without a ground the case would have asked nobody for days.
  expect(await inbox.questions()).toEqual(["unanswered"]);
});
