import type { Lexicon } from "./lexicon.ts";

const off =
  "(verwijderd|offline gehaald|offline gezet|offline genomen|geblokkeerd|opgeschort|uitgeschakeld|uitgezet|afgesloten|weggehaald|gesloten|gedeactiveerd|stopgezet|gewist|opgeschoond|opgezegd|beeindigd|onbereikbaar gemaakt|ontoegankelijk gemaakt|verholpen en verwijderd|eruit gehaald|eruit gegooid|in quarantaine gezet|platgelegd|losgekoppeld|gesuspendeerd|geschorst)";
const about = "(ticket|melding|bericht|mail|e mail|verzoek|klacht|mailbox|zaak|aanvraag)";

/** Dutch. */
export const dutch: Lexicon = {
  language: "nl",
  common:
    "de het een en is zijn van niet wij we u uw je onze ons hebben heeft werd wordt worden door op bij voor met dit deze dat ook naar zal graag bedankt geachte inmiddels aan er hem als",
  polite: [/ (mocht|als|indien) u (nog |verdere )*(vragen)[a-z ]{0,40}/g, / (hierbij )?(kunnen wij u|laten wij u|wij) (bevestigen|melden|weten)( dat)? /g],
  joints: / (?=(?:en|maar|echter|omdat|totdat|tot|sinds|zodat|want|nadat|dat) )/,
  gone: [
    new RegExp(` ${off} `),
    / (niet|niks) (?:[a-z]+ )?(meer|langer) (?:[a-z]+ )?(bereikbaar|beschikbaar|online|actief|toegankelijk|zichtbaar|te bereiken|te vinden|te benaderen) /,
    / (is|zijn|nu|inmiddels|al|site|website|server|pagina) (?:[a-z]+ ){0,2}(offline|uit de lucht|weg|onbereikbaar) /,
    / (staat|is) er ?(uit|af) | nergens meer naar /,
    / (geeft|toont|levert) (?:[a-z]+ ){0,4}(404|403|410|451) | (client|server) ?hold | uit de lucht gehaald /,
  ],
  notDone: new RegExp(
    [
      " (bijna|vrijwel|meeste|verkeerde|per ongeluk|abusievelijk|deel|alleen|slechts|enkel|tot nu toe|(een|twee|drie|vier|vijf|[0-9]+) van (de|deze)|uw|niet|niets|niks|nergens|geenszins|niemand|noch|geen|nooit|nog niet|wordt|worden|zal|zullen|gaan|gaat|kan|kunnen|kon|konden|moet|moeten|mogen|mag|willen|wil|zou|zouden|gevraagd|verzocht|vragen|verzoeken|graag|gelieve|mogelijk|waarschijnlijk|vermoedelijk|binnenkort|morgen|deels|gedeeltelijk|andere|ander|soortgelijke|om|weer|volgens|blijkbaar|zegt|beweert|altijd|meestal|proberen|geprobeerd|gepland) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(is|zijn|werd|wordt|heeft) (?:[a-z]+ ){0,3}${off} `,
      " \\? ",
    ].join("|"),
  ),
  aside:
    / (geo ?(blok|geblok)[a-z]*|(toegang|bezoekers) (uit|vanuit)|(in|vanuit|voor) (nederland|belgie|duitsland|de eu|europa|uw land)|blokkade|blokkering|schorsing|opschorting|beperking|markering|[a-z]*lijst(en)?|index(?! (html?|php))|zoekmachines?|zoekresultaten|uit google|cache|back ?up|reservekopie|monitoring|logboek) /,
  hypothetical:
    / (in (zulke|dergelijke|deze|die) gevallen|(ik|wij|we) (denk|denken|geloof|geloven|vermoed|vermoeden|neem aan|nemen aan)|(denk|denken|gehoord) dat|naar verluidt|voor zover|als|indien|zodra|wanneer|mits|tenzij|mocht|voordat|of|ingeval) /,
  stands: [
    / (niet|nog niet) (?:[a-z]+ ){0,2}(verwijderd|geblokkeerd|afgesloten|offline gehaald|weggehaald) /,
    / (is|zijn|staat|kwam) (?:[a-z]+ ){0,2}terug /,
    / (nog steeds|nog altijd|weer) (?:[a-z]+ )?(online|bereikbaar|actief|beschikbaar) /,
  ],
  notOurs: [
    / (niet|geen) (?:[a-z]+ ){0,3}(bij ons|van ons|op ons|op onze|in ons|in onze|onze|tot ons|tot onze|door ons|de hoster|de provider|de eigenaar|verantwoordelijk|klant van|de juiste) /,
    / (alleen|slechts|enkel|uitsluitend) (?:[a-z]+ ){0,3}(registrar|registry|reseller|proxy|dns|domein|domeinnaam|ip ruimte|transit|datacenter) /,
    / (neem|neemt|richt|wend|benader|stuur) (?:[a-z]+ ){0,3}(contact op met|contact|u tot|tot|naar) (?:[a-z]+ ){0,3}(?!ons)(hoster|hosting|provider|eigenaar|registrar|beheerder) /,
    / (staat|gehost|ondergebracht|draait) (?:[a-z]+ ){0,2}(bij|door) (?!ons)/,
    / (klant|domein|site|website|server) (?:[a-z]+ ){0,5}(vertrokken|verhuisd|overgestapt|verplaatst|geen klant meer|niet meer bij) /,
    / (behoort|hoort|toebehoort) (?:[a-z]+ ){0,3}(niet|toe aan|tot|aan) | verkeerde (afdeling|adres|partij|bedrijf) /,
  ],
  form: [
    / (gebruik|gebruikt|invullen|vul|vult|via|met|middels|dien|in te dienen|indienen) (?:[a-z]+ ){0,8}(formulier|webformulier|contactformulier|meldformulier|portaal|portal|meldpunt) /,
    / (dien|meld|melden|meldingen|klachten|klacht|misbruik) (?:[a-z]+ ){0,8}(in via|via|op|bij) (?:[a-z]+ ){0,3}URL /,
    / (via|per) (e ?mail|mail) (?:[a-z]+ ){0,4}(niet|geen) | (mailbox|adres|postvak) (?:[a-z]+ ){0,4}niet (?:[a-z]+ )?(gelezen|beheerd|gemonitord|bewaakt) /,
  ],
  refused: [
    / geen (?:[a-z]+ )?(aanleiding|reden|overtreding|schending|inbreuk|actie|actie ondernemen|maatregelen|grond) /,
    / (zonder|alleen met|alleen na|pas na|uitsluitend op) (?:[a-z]+ ){0,3}(gerechtelijk[a-z]*|rechterlijk[a-z]*|bevel|uitspraak|vonnis|vordering) /,
    / (wijzen|weigeren|wijst) (?:[a-z]+ ){0,6}(af|te|verzoek) | afgewezen /,
    / (zullen|gaan|kunnen|willen) (?:[a-z]+ ){0,5}niet (?:[a-z]+ ){0,2}(verwijderen|ingrijpen|blokkeren|afsluiten|optreden|handelen) | verwijderen (?:[a-z]+ ){0,2}(niets|niet) /,
    / (blijft|blijven) (?:[a-z]+ ){0,3}(online|staan|bereikbaar) | (legaal|toegestaan|vrijheid van meningsuiting) /,
  ],
  question: [
    / (kunt|kun|zou|zoudt|wilt|wil) (u|je) (?:[a-z]+ ){0,12}(sturen|geven|aangeven|laten weten|toesturen|verstrekken|doorgeven|bevestigen|toelichten|aanleveren|toezenden|mailen) /,
    [/ (graag|gelieve|stuur|stuurt) (?:[a-z]+ ){0,6}(ontvangen|ons|url|link|logs|schermafdruk|screenshot|bewijs|tijdstip) /, / (formulier|klant) /],
    / (hebben|missen|ontvangen) (?:[a-z]+ ){0,4}(nodig|meer informatie|extra informatie|graag) (?:[a-z]+ ){0,4}/,
    / (kunnen|konden|kan) (?:[a-z]+ ){0,4}(niets|niet) (?:[a-z]+ ){0,3}(vinden|zien|reproduceren|openen|thuisbrengen) /,
    / (welke|welk|wat|waar|wanneer|hoe|wie|heeft|is|om welke|bent) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (ontvangen|doorgestuurd|doorgezet|doorgegeven|geregistreerd|in behandeling|behandeld|onderzoek|onderzoeken|bekijken|kijken|nagaan|controleren|op de hoogte|ingelicht|geinformeerd|gewaarschuwd|gecontacteerd|aan de slag|mee bezig|bezig|opgepakt|pakken|de tijd gegeven|uur de tijd|uitzoeken|verzocht|gevraagd|neergelegd|wachten|afwachting|uitgezet bij|voorgelegd|beloofd|(sluiten|halen|zetten|nemen) (we|wij) (?:[a-z]+ ){0,4}(af|offline|uit|weg)|toegezegd|laten (we|wij) het u weten|laten het u weten|houden u op de hoogte|berichten) /,
    / (bedankt|dank) (u )?(?:[a-z]+ )?voor | (wordt|worden|zal|zullen) (?:[a-z0-9]+ ){0,10}(verwijderd|verwijderen|geblokkeerd|blokkeren|afgesloten|afsluiten|offline) /,
    / (ticketnummer|zaaknummer|meldingsnummer|onder nummer) /,
  ],
  away: [/ (afwezig|op vakantie|niet op kantoor|met verlof|terug op|kantoor is|gesloten|niet doorgestuurd|niet meer werkzaam|vrij tot) /],
};
