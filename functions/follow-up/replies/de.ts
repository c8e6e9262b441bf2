import type { Lexicon } from "./lexicon.ts";

const off =
  "(entfernt|geloscht|geloescht|gesperrt|deaktiviert|abgeschalte[tn]|ausgeschaltet|abgestellt|stillgelegt|suspendiert|gekundigt|blockiert|beseitigt|bereinigt|beendet|heruntergefahren|runtergefahren|runtergenommen|genullroutet|nullgeroutet|dichtgemacht|isoliert|vom netz genommen|offline genommen|offline gestellt|abgeklemmt|zuruckgezogen|entzogen|unterbunden|eingestellt|runter|raus|unzuganglich gemacht|gesaubert|rausgenommen|herausgenommen|weg)";
const about = "(ticket|anfrage|vorgang|nachricht|mail|e mail|meldung|postfach|beschwerde|fall|email|schreiben)";

/** German. The verb stands at the end, so a clause is read to its end before anything counts. */
export const german: Lexicon = {
  language: "de",
  common:
    "der die das und ist sind wurde wurden wird werden wir sie nicht ein eine einen ihre ihren ihr haben hat bei von mit fur auf zu uns unser unsere unseren unserem bitte im den dem des sich konnen kann oder auch als noch danke guten sehr geehrte vielen dank inzwischen",
  polite: [
    / (heute|gestern|diesen) morgen /g,
    / (es sind |es ist )?(keine|kein) weiteren? (schritte|ma[s]+nahmen|handlung)[a-z ]{0,20}(erforderlich|notwendig|notig)/g,
    / (falls|sollten|wenn|bei) (sie )?(noch |weitere |weiteren )*(fragen|ruckfragen)[a-z ]{0,60}/g,
    / bitte (beachten|entschuldigen) sie[a-z ]{0,20}/g,
    / (hiermit )?(teilen|konnen) wir ihnen (mit|mitteilen)( dass)? /g,
    / (wir )?(bestatigen|informieren sie)( ihnen)?( daruber)?( dass)? /g,
  ],
  joints: / (?=(?:und|aber|jedoch|sondern|weil|da|bis|seit|sodass|so dass|allerdings|sowie|nachdem|dass) )/,
  gone: [
    new RegExp(` ${off} `),
    / nicht (?:langer|mehr) (?:[a-z]+ )?(erreichbar|abrufbar|verfugbar|online|aktiv|aufrufbar|zuganglich|vorhanden|sichtbar|auffindbar|aufgelost|offentlich|da|im netz) /,
    / (ist|sind|nun|jetzt|bereits|wieder|inzwischen|mittlerweile|seite|server|webseite|website|domain) (?:[a-z]+ ){0,2}(offline|vom netz|down|unerreichbar) /,
    / (liefert|zeigt|gibt|antwortet|meldet|ergibt) (?:[a-z]+ ){0,4}(404|403|410|451|sperrseite) /,
    / (client|server) ?hold | (nahmen|haben) (?:[a-z]+ ){0,8}(vom netz|offline) /,
    / (server|vserver|vps|maschine|host|seite|website|instanz) ist (?:[a-z0-9]+ ){0,4}aus $/,
    / seit (?:[a-z0-9]+ ){1,4}(aus|off|offline|down|weg) $/,
    / (loschte|sperrte|entfernte|deaktivierte|loschten|sperrten|entfernten|deaktivierten) /,
  ],
  notDone: new RegExp(
    [
      " (versehentlich|aus versehen|irrtumlich|falsche|falschen|falscher|teil|nur|lediglich|bisher|bislang|bis jetzt|(ein|eine|einer|eines|zwei|drei|vier|funf|[0-9]+) (der|von|dieser)|sagt|meint|versichert|bearbeitung|sperre|aufgehoben|ihr (konto|account|zugang|ticket)|ihre (ip|anfrage|adresse|nachricht|mail|e mail)|ihren (zugang|account)|nicht|nichts|nix|keineswegs|keinesfalls|mitnichten|kaum|beinahe|fast|weder|kein|keine|keinen|nie|niemals|wird|werden|werde|wurden?t?en sie|konnen|kann|konnte|konnten|soll|sollen|sollte|sollten|mussen|muss|mochte|mochten|will|wollen|darf|durfen|gebeten|aufgefordert|bitten|bittet|bitte|ob|angeblich|vermutlich|wohl|offenbar|scheinbar|voraussichtlich|demnachst|gleich|morgen|teilweise|andere|anderen|ahnliche|ahnlichen|wieder|behauptet|geplant|versucht|verlangt|fordern|frist|um|zur|erneut|laut|immer|ublicherweise|grundsatzlich|in der regel|wurde[nst]? (gern|gerne)|hatten|zunachst prufen) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(ist|sind|wurde|wurden|wird|hat|haben) (?:[a-z]+ ){0,3}${off} `,
      ` (wir|ich) wurden? (?:[a-z]+ ){0,6}${off} | wurden wir `,
      " \\? ",
    ].join("|"),
  ),
  aside:
    / ((dns )?resolvern?|geo ?(block|blocking|geblockt|blockiert|sperre)|(zugriffe?|besucher|aufrufe) (aus|von)|(in|aus|fur) (deutschland|osterreich|der schweiz|der eu|ihrem land|europa)|abteilung|abuse (desk|team|abteilung|postfach)|[a-z]*postfach|sperre|sperrung|suspendierung|blockade|einschrankung|markierung|[a-z]*listen?|verteiler|index(?! (html?|php))|suchindex|such(maschine|ergebnis|ergebnisse|ergebnissen)n?|aus google|bei google|cache|sicherung|sicherungskopien?|backups?|uberwachung|protokolle?) /,
  hypothetical:
    / (in (solchen|diesen|derartigen) fallen|bestatigte falle|(glaube|glauben|denke|denken|nehme|nehmen|vermute|vermuten|meines wissens|unseres wissens|soweit (wir|ich)|habe gehort|haben gehort|gehort dass|angeblich|es heisst)(?! sie)|wenn|falls|sobald|sofern|sollte (der|die|das|er|sie|es|kein|keine)|im falle|bevor|ehe|ob|je nachdem|gegebenenfalls|ggf|solange|wann immer|wurde sie|vorausgesetzt|ware|hatte) /,
  stands: [
    // Passed on, and nobody looked; lifted again.
    / ob (das|dies|es) (?:[a-z]+ ){0,2}(stimmt|zutrifft|so ist) | nicht (?:[a-z]+ ){0,2}(gepruft|nachgepruft|uberpruft|verifiziert) /,
    / wieder (?:[a-z]+ )?(freigeschaltet|freigegeben|entsperrt|aktiviert|hochgefahren) | von (?:[a-z]+ )?anderen (anbieter|provider|hoster|betreiber) /,
    / (nicht|noch nicht|nie|weder) (?:[a-z]+ ){0,2}(entfernt|geloscht|gesperrt|deaktiviert|abgeschaltet) /,
    / (noch|weiterhin|immer noch|nach wie vor|wieder) (online|erreichbar|abrufbar|aktiv|verfugbar|da) /,
  ],
  notOurs: [
    / (nicht|kein|keine) (?:[a-z]+ ){0,3}(bei uns|von uns|in unserem|auf unseren|auf unserem|unser|unsere|unserer|unseres|zu uns|zu unserem|zu unseren|durch uns|uns gehor[a-z]*|zustandig|der hoster|der provider|der betreiber|der richtige|hosting provider|betreiben|hosten|gehostet) /,
    / (gehort|gehoren|liegt|liegen|befindet|befinden|lauft|laufen) (?:[a-z]+ ){0,4}(nicht|anderem|anderen|fremden) /,
    / (lediglich|nur|blo[s]+|ausschliesslich|ausschlie[s]+lich) (?:[a-z]+ ){0,3}(registrar|domainregistrar|registry|reseller|carrier|upstream|proxy|dns|domain|registrierung|vermieten|anbieter|rechenzentrum|transit|colocation|vermittler|die domain|leitung) /,
    / (wenden|richten) sie (?:[a-z]+ ){0,6}(an|direkt) (?!uns|unser|unsere)/,
    / (hoster|provider|betreiber|registrar|hosting anbieter|hostinganbieter) (?:[a-z]+ ){0,3}(zustandig|verantwortlich|ansprechpartner) /,
    / (kunde|seite|domain|server|website|netz|ip) (?:[a-z]+ ){0,5}(nicht mehr (?:[a-z]+ ){0,2}(bei uns|unser|kunde)|gewechselt|umgezogen|transferiert|verkauft|ubertragen) /,
    / (nicht unsere?|kein kunde|falscher ansprechpartner|falsche adresse|falschen|an der falschen) /,
    / (gehort|gehoren|gehostet|betrieben|verwaltet|vergeben|zugeteilt|genutzt) (?:[a-z]+ ){0,3}(zu|zur|der firma|von der|bei der|bei|an|von) (?!(uns|unser|unserem|unseren|unserer|ihnen|den|einem kunden)\b)/,
    / gehort (?:aber |jedoch |allerdings |vielmehr )*(der|dem|einer|einem) (?!kunde|uns|zu)/,
    / (kein(e|en)? (einfluss|kontrolle)) (?:[a-z]+ ){0,6}(inhalt|inhalte|server|seite|seiten|website) /,
  ],
  form: [
    / (nutzen|verwenden|benutzen|ausfullen|fullen|uber|per|mittels|mit|via|im|in|steht) (?:[a-z]+ ){0,6}(formular|kontaktformular|webformular|onlineformular|online formular|meldeformular|meldeportal|portal|abuse formular|beschwerdeformular|meldestelle|meldeverfahren|meldeseite|kundenportal) /,
    / (formular|meldeportal|portal|online|hier|unter|uber|auf) (?:[a-z]+ ){0,8}(melden|einreichen|einzureichen|ausfullen|stellen|URL) (?!.*(status|einsehen))/,
    / (melden|meldungen|beschwerden|hinweise|missbrauch|abuse) (?:[a-z]+ ){0,8}(unter|uber|auf|via|hier) (?:[a-z]+ ){0,3}URL /,
    / (postfach|adresse|mailadresse|mail adresse) (?:[a-z]+ ){0,4}(nicht|kein) (?:[a-z]+ ){0,2}(gelesen|uberwacht|bearbeitet|abgerufen|genutzt) /,
    / (an diese|auf diese|an dieses) (?:[a-z]+ ){0,2}(adresse|mail|postfach) (?:[a-z]+ ){0,3}nicht (?:[a-z]+ )?(beantwortet|gelesen|bearbeitet) /,
    / (per|via|durch) (e ?mail|mail) (?:[a-z]+ ){0,6}(nicht|keine|kein) | (nicht|keine) (?:[a-z]+ ){0,4}(per|via) (e ?mail|mail) /,
  ],
  refused: [
    / (kein|keine|keinen|keinerlei) (?:[a-z]+ ){0,2}(verstoss|verstosse|rechtsverstoss|anlass|grund|handlungsbedarf|rechtswidrig[a-z]*|rechtsverletzung) /,
    / (lehnen|lehnt|weisen) (?:[a-z]+ ){0,6}(ab|zuruck) | (abgelehnt|zuruckgewiesen|unbegrundet) /,
    / nicht (?:[a-z]+ )?(tatig|entfernen|sperren|loschen|eingreifen|abschalten|nachkommen|entsprechen|offline nehmen) /,
    / (ohne|nur|erst|lediglich) (?:[a-z]+ ){0,4}(gericht[a-z]*|richterlich[a-z]*|beschluss|urteil|anordnung|staatsanwalt[a-z]*|behordlich[a-z]*) /,
    / (meinungsfreiheit|zulassig|rechtma[s]+ig|legal|erlaubt|nicht rechtswidrig|nicht zu beanstanden) /,
    / nicht in (betracht|frage) | kommen (?:[a-z]+ ){0,4}nicht nach /,
    / (bleibt|bleiben) (?:[a-z]+ ){0,4}(online|erreichbar|verfugbar|bestehen) | keine (?:[a-z]+ )?(ma[s]+nahmen|schritte) /,
  ],
  question: [
    / (konnen|konnten|wurden|wollen) sie (?:[a-z]+ ){0,12}(mitteilen|senden|schicken|nennen|angeben|bestatigen|ubermitteln|zusenden|zukommen|sagen|prazisieren|erlautern|bereitstellen|nachreichen|bitte) /,
    [
      / bitte (?:[a-z]+ ){0,3}(senden|schicken|nennen|teilen|ubersenden|ubermitteln|geben|prazisieren|bestatigen|erlautern|reichen|lassen|um) (?:[a-z]+ ){0,10}/,
      / (formular|meldung an|weiterleiten|an den (hoster|provider|registrar)) /,
    ],
    / (benotigen|brauchen|fehlen|fehlt|bitten um|bitten sie um) (?:[a-z]+ ){0,8}(weitere|mehr|noch|angabe|angaben|informationen|logs?|logdateien|url|nachweis|nachweise|screenshot|screenshots|zeitpunkt|uhrzeit|vollmacht|adresse|beweise|header|details|auszuge|uns|port) /,
    / (nicht|kein|keine|keinen) (?:[a-z]+ ){0,3}(nachvollziehen|reproduzieren|finden|feststellen|erkennen|sehen|offnen|aufrufen|zuordnen) (?!.*verstoss)/,
    / (welche|welcher|welches|welchen|um welche|was|wo|wann|wie|wer|liegt|haben sie|handelt|ist|sind|besteht|gibt es|seit wann|konnen sie|in welchem) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (eingegangen|erhalten|empfangen|weitergeleitet|weitergegeben|weiterleiten|bearbeitet|bearbeiten|geprueft|gepruft|prufen|prufung|erfasst|aufgenommen|registriert|informiert|kontaktiert|benachrichtigt|angeschrieben|kummern|untersuchen|untersucht|untersuchung|bearbeitung|frist|zugewiesen|ubergeben|gebeten|aufgefordert|nachgehen|schauen|sehen uns|melden uns|ansehen|in arbeit|weitergereicht|zur kenntnis|dran|angekommen|abgegeben|ubergeben|erwarten|warten|in prufung|liegt (?:[a-z]+ ){0,4}vor|zugesagt|versprochen|zugesichert|geben (?:[a-z]+ ){0,6}weiter|melden wir uns|melde mich|melde ich mich|geben (?:[a-z]+ ){0,4}bescheid|benachrichtigen|informieren wir sie|gehen (?:[a-z]+ ){0,3}nach|ubermittelt|ubersandt) /,
    / (vielen dank|danke|besten dank) (?:[a-z]+ )?fur /,
    / (wird|werden|werde) (?:[a-z0-9]+ ){0,14}(entfern(t|en)|losch(t|en)|geloscht|gesperrt|sperren|abgeschaltet|deaktivier(t|en)|vom netz|nehmen) /,
    / (ticketnummer|vorgangsnummer|ticket id|ticket nummer|bearbeitungsnummer|aktenzeichen) /,
  ],
  away: [
    / (nicht im (buro|haus|dienst)|im urlaub|abwesend|abwesenheit|wieder (da|erreichbar|im buro)|elternzeit|dienstreise|ausser haus|buro ist|betriebsferien|geschlossen|nicht weitergeleitet|nicht mehr (bei|fur)|feiertag|krank) /,
  ],
};
