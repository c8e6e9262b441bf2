import { oncePer } from "../../kernel/once-per.ts";
import { type AnswerLanguage, languagesOf, unspaced } from "../replies/languages.ts";

/**
 * What casts doubt on "removed": to come, undone, still there, partial, for some places only, hearsay, asked of
 * another, denied. Each is a sign to the model, and no rule: overruling it costs more removals than it saves.
 */
export const vetoKinds = ["future", "returned", "still", "part", "where", "hearsay", "request", "denied"] as const;
type VetoKind = (typeof vetoKinds)[number];

/** One pattern on plain words, whose lines are one; where words stand between blanks it begins with a word. */
const words = ({ raw: [written = ""] }: TemplateStringsArray): string =>
  written.replace(/\n\s*/g, "").replaceAll("\\w", "[\\p{L}\\p{N}]").replaceAll("\\b", "(?!\\p{L})");

const vetoWords: Readonly<Record<AnswerLanguage, Readonly<Record<VetoKind, string>>>> = {
  en: {
    future: words`will (?!not be able)(?:be |have )?(?:\w+ )?(?:remov|suspend|delet|disabl|block|tak|shut|null|
      terminat|pull|deactivat|unpublish|clean|go|cut|clos|act)\w*|(?:is|are|been|be) (?:scheduled|planned|queued|due|
      going to|about to)|to be (?:removed|suspended|deleted|taken|disabled|blocked|carried)|tomorrow\b|tonight\b|
      (?:approved|ordered|requested) (?:to|for)|pending|once (?:it|that|this|the|they|we|he|she)\b|as soon as|
      would (?:be|have)|next step|shall be\b|if (?:no|not|he|she|they|you|it|the|there)\b`,
    returned: words`reinstat\w*|restor(?:ed|ing) (?:the |its |his |it |access|service|after|on|this)|put (?:it|
      them) back|back (?:online|up|again|too|in)|lifted|unsuspend\w*|re-?enabled|re-?activated|counter.?noti|
      appeal(?:ed|s)? (?:and|under|was|has|this)|came back|returned`,
    still: words`still (?:up|online|there|live|reach|access|active|serv|being|work|visible|resolv|on)\w*|(?:is|
      it) up still|(?:remains?|stays?) (?:up|online|accessible|unchanged|reachable|active|visible|available)|not (?:yet|
      been) (?:remov|suspend|delet|tak|disab)\w*`,
    part: words`(?:one|two|three|four|five|six|some|most|all but \w+|half|part|first|\d+) (?:of|out of) (?:the|them|
      these|those|your|\d+|two|three|four|five|six|ten|seven|eight|nine)|the (?:other|others|rest|second|third|
      fourth|fifth|remaining)\b|only (?:the|in|for|from|within|one)|partial\w*|except|
      almost|nearly|hardly|barely|a (?:few|part|portion) of`,
    where: words`for (?:our )?subscribers|in (?:our|your|the) (?:country|kingdom|territory|region|republic)|
      geo.?block\w*|outside (?:our|the|of)|withheld|(?:access|visitors?|users|traffic) (?:from|in)\b`,
    hearsay: words`(?:client|customer|owner|user|he|she|they|reseller|tenant|webmaster|agency|nephew|
      developer) (?:\w+ )?(?:sa(?:ys|id)|t(?:ells|old)|wr(?:ites|ote)|claim\w*|assur\w*|inform\w*|report\w*|
      answer\w*|repl\w*|confirm\w*|promis\w*)|(?:told|assured|informed) (?:us|me)|according to|apparently|i (?:think|
      believe|guess|hope|suppose)|should be|seems?\b|probably|as far as|you (?:reported|wrote|say|said|state)\w*`,
    request: words`please (?:remove|suspend|take|delete|ask|contact|disable)|(?:asked|requested|instructed|contacted|
      notified|warned|urged|told) (?:the|our|him|her|them|his|their|to)|
      please (?:confirm|tell|let|check)|let (?:us|me) know|(?:tell|inform) us`,
    denied: words`(?:did|do|does|is|are|have|has|had|was|were|will|can|could) not (?:be )?(?:remov|suspend|delet|tak|
      disab|find|see|act|block|host)\w*|not removing|no (?:action|violation|threat|phishing|malicious)|nothing (?:was|
      has been|to|is)|disregard|april fool|joking|not (?:found|hosted|ours)|cannot`,
  },
  de: {
    future: words`wird (?:\w+ ){0,8}(?:gesperrt|geloscht|entfernt|abgeschaltet|deaktiviert|umgesetzt|genommen|
      getrennt|gekundigt)|werden (?:\w+ ){0,12}(?:sperren|loschen|entfernen|abschalten|deaktivieren|nehmen|
      trennen)|morgig\w*|morgen (?:fruh|vormittag|um|gegen|abend)|beauftragt|vorgesehen|geplant|voraussichtlich|
      sobald|falls\b|wurde(?:n)? (?:\w+ )?veranlasst|heute (?:abend|nacht)`,
    returned: words`wieder(?:hergestellt|eingestellt| online| erreichbar| freigeschaltet| da\b| frei)|zuruckgespielt|
      aufgehoben|widerspruch|ruckgangig`,
    still: words`(?:noch|weiterhin|nach wie vor|immer noch) (?:erreichbar|online|aktiv|da|abrufbar|am netz)|
      noch nicht|bleibt (?:online|erreichbar|bestehen)`,
    part: words`(?:ein|zwei|drei|vier|einige|teil|eine) (?:der|von|davon)|die (?:andere|anderen|ubrigen|restlichen|
      zweite|dritte)\b|teilweise|nur (?:die|den|das|noch|ein)|bis auf|(?:fast|beinahe|nahezu) |ein teil`,
    where: words`fur unsere kunden|im inland|in deutschland|(?:zugriff|besucher|nutzer) aus`,
    hearsay: words`kunde (?:\w+ )?(?:schreibt|sagt|meint|teilt|hat uns|gab|versichert|behauptet|berichtet)|
      laut (?:kunde|dem|der)|teilte (?:uns|mir)|angeblich|vermutlich|soll(?:te)? (?:\w+ ){0,6}(?:sein|haben|
      worden)|nach (?:auskunft|angabe)\w*|wohl\b|glaube|denke|vermute`,
    request: words`(?:gebeten|aufgefordert|angeschrieben|weitergeleitet|informiert)`,
    denied: words`nicht (?:gesperrt|geloscht|entfernt|gefunden|nachvoll\w*|feststell\w*|reproduz\w*)|kein(?:e|
      en)? (?:verstoss|phishing|schad\w*|auffall\w*|hinweis\w*|massnahme\w*)|nichts`,
  },
  fr: {
    future: words`(?:sera|seront|allons|va|vont|procederons|supprimerons|suspendrons|couperons|fermerons) ?\w*|
      demain\b|des que|prevu\w*|programme\w*|en cours|si (?:aucun|le|l'|rien)|a defaut`,
    returned: words`retabli\w*|remis (?:en|depuis|le|la)|reactive\w*|restaur\w*|levee|de nouveau|contre-notification`,
    still: words`toujours (?:en ligne|accessible|active?|la|visible)|encore (?:en ligne|accessible|actif|la)|
      demeure\w*|pas encore|reste (?:en ligne|accessible)`,
    part: words`(?:un|une|deux|trois|certain\w*|partie) (?:des|de ces|d'entre|sur)|les? (?:autres?|deuxieme|
      troisieme|second\w*)\b|partiel\w*|seule?ment|sauf|quant (?:a|au|aux)|presque|partie d[ue]`,
    where: words`nos abonnes|territoire national|en france|(?:acces|visiteurs?|internautes) d`,
    hearsay: words`client (?:\w+ )?(?:dit|indique|affirme|assure|repond|nous a|m'a|a confirme|informe)\w*|
      nous (?:dit|indique|assure|affirme)|selon (?:le|la|lui|notre)|aurait|apparemment|normalement|devrait|
      je (?:pense|crois)|parait|semble`,
    request: words`(?:demande|transmis\w*|transmission|contacte|prie) (?:a|au|aux|le|la|notre|votre|du|de|pour)`,
    denied: words`(?:n'a|n'ont|n'avons|n'est|ne|pas) (?:\w+ )?pas (?:ete )?(?:supprim|suspend|retir|bloqu|constat|
      trouv|detect)\w*|aucun\w* (?:infraction|contenu|page|trace|mesure|anomalie)|rien `,
  },
  es: {
    future: words`(?:sera|seran|vamos a|va a|procederemos|eliminaremos|suspenderemos|daremos|bloquearemos)\b|
      manana\b|en cuanto|pendiente|programad\w*|prevista?o?\b|una vez que|si no `,
    returned: words`restablec\w*|restaur\w*|reactiv\w*|repuest\w*|volvi(?:o|mos|eron) a|de nuevo|levant\w*|apelac\w*`,
    still: words`(?:sigue|siguen|continua|aun|todavia) (?:\w+ )?(?:activ|en linea|accesib|visible|disponib|arriba|
      publicad|no)\w*|permanece`,
    part: words`(?:un[oa]?|dos|tres|algun[oa]s|parte) de (?:los|las|ellos|ellas)|(?:el|la|los|las) (?:otr|restante|
      segund|tercer)\w*|parcial\w*|solo (?:el|la|los|las|para|en|queda)|excepto|salvo|en cuanto al?|casi|
      (?<!por )parte de`,
    where: words`nuestros (?:abonados|clientes|usuarios) en|territorio nacional|
      (?:acceso|visitantes|usuarios) (?:bloqueado )?de`,
    hearsay: words`cliente (?:\w+ )?(?:dice|indica|afirma|asegura|nos|informa|respond|confirm|manifiest)\w*|
      segun (?:el|la|nos|informa|su)|nos (?:dice|indica|asegura|informa|comenta|confirma)\w*|al parecer|deberia|
      supuestamente|me dijo|creo|pienso|parece|supone`,
    request: words`(?:solicit|pedi|ped|notific|reenvi|traslad|contact)\w* (?:al|a la|a nuestro|su|que|la|el)`,
    denied: words`no (?:se )?(?:ha|han|fue|hemos|se|podemos|vamos|encontr|detect|observ|elimin)\w*|
      ningun\w* (?:contenido|infraccion|evidencia|actividad|archivo|medida)`,
  },
  nl: {
    future: words`(?:wordt|worden|zal|zullen|gaan|gaat) (?:\w+ ){0,8}(?:verwijder|afgeslot|geblokk|offline|
      uitgeschakel|opgeschort|geplaatst|afsluit|blokk|halen|gehaald)\w*|morgen\b|zodra\b|ingepland|gepland|
      vanavond|vannacht|indien\b|krijgt (?:\w+ )?(?:uur|tot|\d+)`,
    returned: words`teruggezet|hersteld|weer (?:online|actief|bereikbaar|terug)|opgeheven|bezwaar`,
    still: words`nog (?:steeds )?(?:online|bereikbaar|actief|zichtbaar|in de lucht)|nog niet|blijft`,
    part: words`(?:een|twee|drie|enkele|deel) van de|(?:de|het) (?:andere|overige|tweede|derde)\b|deels|alleen (?:de|
      het|voor)|behalve|bijna|deel van`,
    where: words`onze abonnees|in nederland|(?:toegang|bezoekers) (?:uit|vanuit|van)`,
    hearsay: words`klant (?:\w+ )?(?:zegt|schrijft|meldt|geeft|heeft ons|laat|beweert|bevestigt)|volgens (?:de|het|
      hem|haar)|zou(?:den)? (?:\w+ ){0,6}(?:zijn|hebben)|vermoedelijk|schijnt|(?:ik )?(?:denk|geloof|vermoed)|lijkt`,
    request: words`(?:gevraagd|verzocht|gemaild|doorgestuurd|aangeschreven)`,
    denied: words`niet (?:verwijderd|gevonden|aangetroffen|geblokkeerd|vastgesteld|offline)|geen (?:phishing\w*|
      inbreuk|overtreding|actie|maatregel|malware)|niets`,
  },
  it: {
    future: words`(?:sara|saranno|verra|verranno|provvederemo|rimuoveremo|sospenderemo|procederemo)\b|domani\b|
      non appena|in attesa|programmat\w*|previst\w*|qualora|stasera`,
    returned: words`ripristin\w*|riattivat\w*|rimess\w*|di nuovo|riabilitat\w*`,
    still: words`(?:ancora|tuttora) (?:\w+ )?(?:online|raggiung|attiv|access|visibil)\w*|non ancora`,
    part: words`(?:uno|una|due|tre|alcun\w*|parte) (?:dei|delle|degli|di)|(?:l'altr\w|gli altri|le altre|il secondo|
      la seconda|il terzo|la terza)|parzial\w*|solo (?:il|la|per|i|le)|tranne|quasi|(?<!da )parte de`,
    where: words`nostri abbonati|territorio nazionale|(?:accesso|visitatori|utenti) d`,
    hearsay: words`cliente (?:\w+ )?(?:dice|ha detto|ci|riferisc|afferma|assicur|conferm|risponde|comunica)\w*|
      secondo (?:il|la|quanto)|pare\b|dovrebbe|a quanto|mi (?:dice|ha detto)|credo|penso|sembra`,
    request: words`(?:chiest|richiest|chiedendo|inoltrat|contattat|segnalat)\w* (?:al|alla|il|la|di|che)?`,
    denied: words`non (?:e|sono|abbiamo|ha|risult|possiamo|rilev|riscontr)\w* (?:\w+ )?(?:stat|rimoss|trovat|rilev|
      riscontr|sospes|elimin)\w*|nessun\w* (?:contenuto|violazione|anomalia|provvedimento|intervento)`,
  },
  pt: {
    future: words`(?:sera|serao|vamos|vai|iremos|ira|removeremos|suspenderemos)\b|amanha\b|assim que|pendente|
      agendad\w*|previst\w*|caso (?:nao|o)\b|marcad\w* para`,
    returned: words`restabelec\w*|restaur\w*|reativ\w*|repost\w*|voltou|novamente|contranotifica\w*|recurso`,
    still: words`(?:continua|segue|ainda|permanece) (?:\w+ )?(?:no ar|ativ|online|acessiv|dispon|nao)\w*`,
    part: words`(?:um|uma|dois|duas|tres|algu\w+|parte) d[aoe]s? |(?:o|a|os|as) (?:outr|restante|segund|terceir|
      quart)\w*|quanto a(?:o|s)?\b|parcial\w*|apenas|exceto|quase|(?<!por )parte d`,
    where: words`nossos assinantes|territorio nacional|
      (?:acesso|visitantes|usuarios) (?:bloqueado )?(?:de|do|no|a partir)`,
    hearsay: words`cliente (?:\w+ )?(?:diz|disse|inform|afirm|garant|respond|confirm|nos)\w*|segundo (?:o|a|ele)|
      aparentemente|deve (?:estar|ter)|nos (?:disse|informou|garantiu)|acho|creio|penso|parece`,
    request: words`(?:solicit|ped|notific|encaminh|contat)\w* (?:ao|a|o|que|do|da|nosso)`,
    denied: words`nao (?:foi|foram|vamos|vou|encontr|identific|constat|remov|localiz|ha|houve)\w*|
      nenhum\w* (?:conteudo|violacao|indicio|ficheiro|acao)`,
  },
  pl: {
    future: words`(?:zostanie|zostana|zablokujemy|usuniemy|odlaczymy|wylaczymy|zawiesimy|bedzie)\b|jutro\b|
      jak tylko|gdy tylko|zaplanowan\w*|w toku|jesli|jezeli|oczekuj\w*|czekamy`,
    returned: words`przywroc\w*|ponownie|odblokowan\w*|wznowion\w*`,
    still: words`(?:nadal|wciaz|jeszcze) (?:\w+ )?(?:dostepn|aktywn|dziala|nie|jest)\w*`,
    part: words`(?:jeden|jedna|dwie|dwa|trzy|czesc|kilka|pierwsza) z(?:e)? |(?:druga|drugi|drugiej|druga|trzeci|
      pozosta)\w*|czesciow\w*|tylko|oprocz|prawie|czesc\b`,
    where: words`naszych abonentow|terytorium|(?:dostep|odwiedzajac\w*) z\b`,
    hearsay: words`klient (?:\w+ )?(?:twierdzi|pisze|mowi|poinformowal|zapewni|potwierdz|napisal|odpisal|
      odpowiedzial)\w*|wedlug|podobno|rzekomo|powinn\w*|chyba|wydaje|prawdopodobnie`,
    request: words`(?:poprosi|wezwa|przekaza|zwroci)\w*`,
    denied: words`nie (?:zosta|usun|stwierdz|znal|zablok|wykry|widz|potwierdz)\w*|brak (?:narusz|dowod|podstaw)\w*`,
  },
  tr: {
    future: words`\w+(?:acak|ecek|acagiz|ecegiz|acaktir|ecektir|acagim|ecegim)\w*\b|yarin\b|\w+(?:inca|unca|
      ince)\b|planlan\w*|bekle\w*`,
    returned: words`geri (?:yukle|acil|getir|al)\w*|tekrar|yeniden`,
    still: words`(?:hala|halen) |henuz`,
    part: words`(?:bir|iki|uc|bazi)(?:si|i|ini|lari|larini)? (?:tanesi|kismi)|diger\w*|kismen|sadece|yalnizca|haric|
      neredeyse|bir kismi|bazilari`,
    where: words`abonelerimiz|\w*d[ae]n (?:erisim|giren)`,
    hearsay: words`(?:musteri|kullanici)\w* (?:\w+ )?(?:soyl|bildir|belirt|yaz|iddia|ilet)\w*|gore\b|\w+(?:mis|
      mus)\b|saniyorum|galiba|sanirim`,
    request: words`(?:talep|rica|iste)(?:dik|ttik|tik| ettik| edildi|ndi)|iletil\w*|teblig`,
    denied: words`(?:bulunama|tespit edileme|kaldirilma|engellenme|silinme)\w*|degil\w*`,
  },
  ja: {
    future: words`(?:停止|削除|遮断|無効化|対応|実施|閉鎖)(?:いた|を)?(?:します|いたします|する予定|予定)|明日|予定|
      次第|今夜|場合(?:は|に)|見込`,
    returned: words`復旧|再開|再公開|復元|再度|元に戻`,
    still: words`まだ|未だ|引き続き|継続`,
    part: words`のうち|一部|残り|以外|のみ|もう一|ほとんど|ほぼ`,
    where: words`国内から|弊社会員|からの(?:アクセス|閲覧|接続)`,
    hearsay: words`とのこと|との(?:連絡|報告|回答)|ようです|そうです|と思われ|聞いて`,
    request: words`(?:依頼|要請|転送|連絡)(?:し|いたし|済)`,
    denied: words`(?:確認|検出|削除|発見|停止|対応|でき)(?:され|し|出来|でき|いたし|て|い|お[らり]){0,4}
      (?:ません|ない|ず|なかった)|ありません|見当たり`,
  },
  ko: {
    future: words`(?:삭제|차단|정지|조치|중단|처리)(?:할|될|하겠|하도록|될) ?(?:예정|것|습니다)?|내일|예정|
      오늘 (?:밤|저녁)|하면 |경우`,
    returned: words`복구|재개|다시|복원`,
    still: words`아직|여전히|계속`,
    part: words`중 (?:하나|한|두|일부)|일부|나머지|만 |대부분|거의`,
    where: words`국내에서|에서의? ?접속`,
    hearsay: words`고객(?:이|님이|께서|사에서)? ?.{0,20}(?:했다고|답변|말|전달|알려)|다고 (?:합니다|하네요|해요|
      하십)|것 같|것으로 보|겁니다`,
    request: words`(?:요청|전달|안내)(?:하였|했|드렸)`,
    denied: words`(?:않|못했|없)(?:습니다|음|았|는|었|으)|발견되지`,
  },
  zh: {
    future: words`将(?:会|于|在|对|予|被)?|明[天日]|即将|预[计定]|待.{0,8}后|一旦|如果|若|今晚|安排`,
    returned: words`恢复|重新|解封|还原|再次`,
    still: words`仍|还(?:在|能|可|没|未)|尚`,
    part: words`其中|部分|其余|剩|另(?:一|外)|只|除|几乎|大部分|多数`,
    where: words`境内|国内用户|境外`,
    hearsay: words`(?:客户|用户|对方|站长)(?:说|表示|称|告|反馈|回复|已回)|据|应该|可能|似乎`,
    request: words`(?:已|请|要求|通知|转交|转发|联系)(?:客户|用户|对方|上游|下游|其)`,
    denied: words`未(?:发现|能|见|检|删|处)|没有|无法|不(?:存在|属|是|予)`,
  },
  ru: {
    future: words`(?:будет|будут|удалим|заблокируем|отключим|снимем)\b|завтра\b|как только|запланирован\w*|
      после того как|если\b|сегодня (?:вечером|ночью)`,
    returned: words`восстанов\w*|снова|разблокирован\w*|вернул\w*`,
    still: words`(?:все еще|по-прежнему|пока|еще) (?:\w+ )?(?:доступ|работа|актив|не|онлайн|открыва)\w*`,
    part: words`(?:один|одна|два|две|три|часть|некоторые|первый) из|(?:второй|вторая|второму|остальн|другой|другие|
      третий)\w*|частично|только|кроме|почти|большинство|част[ьи]\b`,
    where: words`наших абонентов|на территории|с территории|посетител\w+ из|доступ (?:из|с)\b`,
    hearsay: words`(?:клиент|владелец|пользователь|заказчик) (?:\w+ )?(?:сообщ|утвержд|пиш|говор|завер|отвеч|ответ|
      написа|уверя|подтвер)\w*|по словам|якобы|вроде|должен быть|кажется|видимо|похоже|наверное`,
    request: words`(?:попросил|потребовал|передал|направил|переслал|уведомил)\w*`,
    denied: words`не (?:удал|обнаруж|блокир|найд|выявл|заблок|подтвер|наш)\w*|нарушений`,
  },
  uk: {
    future: words`(?:буде|будуть|видалимо|заблокуємо|вимкнемо)\b|завтра\b|щоино|як тільки|заплановано|якщо|
      сьогодні (?:ввечері|вночі)`,
    returned: words`відновл\w*|знову|розблок\w*|поверну\w*`,
    still: words`(?:досі|ще|поки) (?:\w+ )?(?:доступ|прац|актив|не|заванта|відкрив)\w*`,
    part: words`(?:один|одна|два|дві|три|частин\w*) (?:з|із)|(?:друг|решт|інш|треті)\w*|частково|лише|тільки|крім|
      майже|більшість`,
    where: words`наших абонентів|на території|з території|відвідувач\w+ з`,
    hearsay: words`(?:клієнт|власник|користувач) (?:\w+ )?(?:повідом|каже|пише|написа|запевн|відпов|стверд)\w*|
      за словами|нібито|мабуть|здається|схоже|напевно`,
    request: words`(?:попросили|передали|надіслали|повідомили|переслали)`,
    denied: words`не (?:видал|виявл|знайд|заблок|підтверд)\w*|порушень`,
  },
};

const patternsIn = oncePer((language: AnswerLanguage) => {
  const begins = unspaced.includes(language) ? "" : String.raw`(?<!\p{L})`;
  return vetoKinds.map((kind) => new RegExp(`${begins}(?:${vetoWords[language][kind]})`, "u"));
});

/** For each kind whether the letter has such words in a language that it may be in. */
export const vetoSigns = (plain: string): readonly number[] => {
  const languages = languagesOf(plain);
  return vetoKinds.map((_, at) => (languages.some((language) => patternsIn(language)[at]?.test(plain)) ? 1 : 0));
};
