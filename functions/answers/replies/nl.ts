import { once } from "../../kernel/once.ts";
import { type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** Dutch. */
const sayings = (): Sayings => ({
  polite: [
    / (mocht|als|indien) u (nog |verdere )*(vragen)[a-z ]{0,40}/g,
    / (hierbij )?(kunnen wij u|laten wij u|wij) (bevestigen|melden|weten)( dat)? /g,
  ],
  joints: / (?=(?:en|maar|echter|omdat|totdat|tot|sinds|zodat|want|nadat|dat) )/,
  hypothetical: saying(
    " ",
    [
      "in (zulke|dergelijke|deze|die) gevallen",
      "(ik|wij|we) (denk|denken|geloof|geloven|vermoed|vermoeden|neem aan|nemen aan)",
      "(denk|denken|gehoord) dat",
      "naar verluidt",
      "voor zover",
      "als",
      "indien",
      "zodra",
      "wanneer",
      "mits",
      "tenzij",
      "mocht",
      "voordat",
      "of",
      "ingeval",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ ",
      [
        "hallo",
        "hoi",
        "beste",
        "geachte",
        "goede(?:morgen|middag|avond)",
        "goedendag",
        "groet",
        "groeten",
        "mvg",
        "gr",
        "met vriendelijke groet",
        "hoogachtend",
        "bedankt",
        "dank",
      ],
      "(?: [a-z]+){0,4} $",
    ),
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ status (?:gesloten|afgesloten|opgelost) $/,
    saying(
      "^ (?:(?:uw|de|deze|dit|het) )?(?:ticket|melding|zaak|verzoek|dossier)(?: (?:ID|nummer))*",
      "(?: (?:is|wordt|sluiten wij|sluit ik|beschouwen wij))?(?: (?:hiermee|hierbij|daarmee|nu|als))* ",
      ["gesloten", "afgehandeld", "opgelost", "dicht", "afgesloten"],
      " $",
    ),
    saying(
      "^ (?:wij|we|ik) (?:beschouwen|beschouw|sluiten|sluit) (?:deze|dit|de|het|uw) (?:zaak|ticket|melding)",
      "(?: (?:hiermee|hierbij|daarmee))?(?: als)?(?: (?:gesloten|afgehandeld|afgesloten|opgelost))? $",
    ),
  ],
  plain: {
    thing: `
      inhoud content paginas? pagina_s webpaginas? phishing_?paginas? phishing_?pagina_s
      phishing_?sites? sites? websites? webwinkels? webshops? url urls links? bestand bestanden
      accounts? klantaccount hosting_?account hostingpakket servers? vps domein domeinen domeinnaam
      domeinnamen subdomeinen? subdomein dienst diensten hosting pakket toegang profiel profielen
      bericht berichten fotos? video afbeelding afbeeldingen advertentie advertenties materiaal map
      data script installatie ip ips ip_adres instantie vm machine contract overeenkomst alles
      verbinding kanaal groep app malware phishing database website_s formulier bot nameservers?
      mappen schijf poort vhost studentenaccount webpagina gewraakte_(webpagina|pagina|site)
      phishingpaginas? phishingpagina printserver switchpoort medewerkersaccount medewerkersaccounts
      account_van_de_(student|medewerker|klant) gedeelde_(map|link|bestanden) persoonlijke_pagina
      computer laptop lijn uploaders gebruikersaccount
    `,
    person: "klant gebruikers? student studenten uploader",
    act: `
      verwijderd offline_(gehaald|gezet|genomen) geblokkeerd opgeschort uitgeschakeld uitgezet
      afgesloten weggehaald gesloten gedeactiveerd stopgezet gewist opgeschoond opgezegd beeindigd
      onbereikbaar_gemaakt ontoegankelijk_gemaakt eruit_(gehaald|gegooid)
      in_quarantaine_(gezet|geplaatst) platgelegd losgekoppeld gesuspendeerd geschorst afgekoppeld
      gestopt ingetrokken genullroute genullrouted vernietigd dichtgezet stekker_eruit_getrokken
      de_stekker_eruit(_getrokken)? doodgemaakt gekild gesloopt gekickt gebanned verbannen
      eraf_(gehaald|gegooid) van_het_(net|netwerk|internet)(_gehaald|_gehaald_en|_af|_afgehaald)?
      afgeknepen genuld ontkoppeld in_quarantaine uit_de_lucht_gehaald
    `,
    state: `
      offline onbereikbaar ontoegankelijk eruit weg uit_de_lucht(_gehaald)? (staat|is)_uit
      niet_(meer|langer)_(online_)?(bereikbaar|beschikbaar|online|actief|toegankelijk|zichtbaar|
        te_bereiken|te_vinden|te_benaderen|op_te_vragen)
      bestaat_niet_meer verwijst_nergens_meer_naar nergens_meer_naar staat_eruit
      (staat|is|zijn|staan)_(nu_|inmiddels_|al_)?(uit|eruit|offline|plat|dicht) ligt_eruit
      leidt_nergens_meer_heen (is|zijn)_niet_meer_te_(bezoeken|bereiken|openen|vinden)
      verwijst_niet_meer lost_niet_meer_op doet_het_niet_meer geeft_(nu_)?(404|410)
      reageert_niet_meer
      (geeft|toont|levert)_(nu_|inmiddels_|nog_|alleen_|een_)*(404|403|410|foutmelding_404|
        404_foutmelding)
    `,
    who: `
      (we|wij|ik|ons_team|onze_(technici|collega_s|beheerders)|de_(klant|eigenaar|beheerder|
        registrar|provider)|klant|eigenaar|beheerder|collega)(?!_(zijn|ben))
      (door|bij|van|op|uit)_(ons|onze_(klant|technici|servers|kant|platform|netwerk|afdeling)|
        ons_(team|netwerk|platform)|de_(klant|eigenaar|beheerder|provider))
      onze_klant hij hem zijn zelf collega(?!_is) toegang_tot
    `,
    when: `
      vandaag gisteren vanochtend vanmorgen vanmiddag gisteravond vannacht nu inmiddels reeds al
      zojuist net onmiddellijk direct meteen per_direct intussen ondertussen onverwijld
      sinds_(vandaag|gisteren|vanochtend|vanmorgen|vanmiddag|TIME) om_TIME_?(uur)? TIME uur
      momenteel thans definitief permanent
      op_[0-9]{1,2}_(januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|
        november|december)(_20[0-9]{2})?
      (afgelopen_)?(maandag|dinsdag|woensdag|donderdag|vrijdag) zo_snel een_(uur|half_uur)_geleden
      [0-9]{1,2}_(uur|minuten)_geleden
    `,
    how: `
      volledig geheel compleet met_succes handmatig wegens vanwege
      (wegens|vanwege|na|op_basis_van|naar_aanleiding_van|conform|volgens|op_grond_van)_(een_|de_|
        uw_|onze_|het_|schending_van_)*(overtreding|schending|misbruik|phishing|fraude|melding|
        bericht|onderzoek|controle|gedragscode(_notice_and_take_down)?|voorwaarden|klacht|dsa)
      schending misbruik overtreding
      van_(onze|de)_(algemene_)?(voorwaarden|gebruiksvoorwaarden|regels)
      die_u_(ons_)?(heeft_|had_)?(gemeld|meldde|doorgaf)(_heeft)? door_u_gemelde in_uw_melding
      (client|server)_?hold op_(client|server)_?hold LAW
    `,
    little: `
      de het en ook is zijn was waren werd werden geworden hebben hebt heeft had heb dus daarom
      daarmee hierbij hiermee daarop dat dit deze die er op in van bij voor aan met uit te alle
      beide gehele hele genoemde betreffende betrokken gemelde desbetreffende bewuste gerapporteerde
      gehackte frauduleuze kwaadaardige malafide illegale bovengenoemde bijbehorende onderliggende
      gezet gehaald genomen gedaan klaar ja zo geplaatst gemaakt afgehandeld opgelost verholpen
      uw_melding_is_opgelost toelichting achter maatregelen volgens ie hij 't t tot namens
      van_de_klant met_de_klant staat staan
    `,
    beside: `
      hallo hoi beste geachte goedemiddag goedemorgen dag bedankt dank voor uw melding groet groeten
      mvg ticket dicht gesloten zaak afgehandeld opgelost geinformeerd gewaarschuwd ingelicht
      op_de_hoogte(_gesteld|_gebracht)? wachtwoord wachtwoorden gewijzigd gereset bijgewerkt cms
      plugins? contact gehad gecontroleerd gecheckt bevestigd bevestigen gehackt site_opgeschoond
      heeft de het wij we sluiten sluit dit deze toelichting phishingpagina letterlijk
      sorry_voor_(het_wachten|de_vertraging|de_late_reactie) fijne_(dag|avond|weekend) prettige_dag
      fijn_weekend bij_deze succes
    `,
  },
  doubts: saying(
    " ",
    [
      "nieuwe?",
      "als (de|u|het|er|dit|hij|deze|ze)",
      "(is|staat|zijn|blijft) (online|bereikbaar)",
      "niet(?! (meer|langer))",
      "niets",
      "niks",
      "geen",
      "nooit",
      "noch",
      "nog",
      "maar",
      "echter",
      "hoewel",
      "behalve",
      "tenzij",
      "totdat",
      "indien",
      "zodra",
      "of",
      "zal",
      "zullen",
      "wordt",
      "worden",
      "kan",
      "kunnen",
      "kon",
      "konden",
      "zou",
      "zouden",
      "moet",
      "moeten",
      "mag",
      "mogen",
      "wil",
      "willen",
      "alleen",
      "slechts",
      "enkel",
      "deels",
      "gedeeltelijk",
      "deel",
      "sommige",
      "enkele",
      "andere?",
      "tweede",
      "overige",
      "rest",
      "helft",
      "weer",
      "opnieuw",
      "terug",
      "tijdelijk",
      "verkeerde",
      "per ongeluk",
      "abusievelijk",
      "zegt",
      "zei",
      "beweert",
      "volgens",
      "denk",
      "denken",
      "geloof",
      "vermoed",
      "hopen",
      "hoop",
      "waarschijnlijk",
      "vermoedelijk",
      "blijkbaar",
      "schijnbaar",
      "misschien",
      "binnenkort",
      "morgen",
      "straks",
      "later",
      "gevraagd",
      "verzocht",
      "verzoeken",
      "verwijderen",
      "blokkeren",
      "afsluiten",
      "uitschakelen",
      "blokkade",
      "schorsing",
      "opgeheven",
      "verhuisd",
      "elders",
      "gaan",
      "gaat",
    ],
    " ",
  ),
  stands: [
    / (niet|nog niet) (?:[a-z]+ ){0,2}(verwijderd|geblokkeerd|afgesloten|offline gehaald|weggehaald) /,
    / (is|zijn|staat|kwam) (?:[a-z]+ ){0,2}terug /,
    / (nog steeds|nog altijd|weer) (?:[a-z]+ )?(online|bereikbaar|actief|beschikbaar) /,
  ],
  notOurs: [
    / (huidige|andere|nieuwe) (hoster|hostingpartij|provider|eigenaar) /,
    / hosten (?:[a-z]+ ){0,5}niet meer /,
    / verhuisd naar (een )?andere /,
    / kunnen er (?:[a-z]+ )?niet meer bij /,
    saying(
      " (niet|geen) (?:[a-z]+ ){0,3}",
      [
        "bij ons",
        "van ons",
        "op ons",
        "op onze",
        "in ons",
        "in onze",
        "onze",
        "tot ons",
        "tot onze",
        "door ons",
        "de hoster",
        "de provider",
        "de eigenaar",
        "verantwoordelijk",
        "klant van",
        "de juiste",
      ],
      " ",
    ),
    saying(
      " (alleen|slechts|enkel|uitsluitend) (?:[a-z]+ ){0,3}",
      [
        "registrar",
        "registry",
        "reseller",
        "proxy",
        "dns",
        "domein",
        "domeinnaam",
        "ip ruimte",
        "transit",
        "datacenter",
      ],
      " ",
    ),
    saying(
      " (neem|neemt|richt|wend|benader|stuur) (?:[a-z]+ ){0,3}(contact op met|contact|u tot|tot|naar) ",
      "(?:[a-z]+ ){0,3}(?!ons)",
      ["hoster", "hosting", "provider", "eigenaar", "registrar", "beheerder"],
      " ",
    ),

    saying(
      " (klant|domein|site|website|server) (?:[a-z]+ ){0,5}",
      ["vertrokken", "verhuisd", "overgestapt", "verplaatst", "geen klant meer", "niet meer bij"],
      " ",
    ),
    / (behoort|hoort|toebehoort) (?:[a-z]+ ){0,3}(niet|toe aan|tot|aan) | verkeerde (afdeling|adres|partij|bedrijf) /,
  ],
  form: [
    saying(
      " ",
      ["gebruik", "gebruikt", "invullen", "vul", "vult", "via", "met", "middels", "dien", "in te dienen", "indienen"],
      " (?:[a-z]+ ){0,8}",
      ["formulier", "webformulier", "contactformulier", "meldformulier", "portaal", "portal", "meldpunt"],
      " ",
    ),
    / (dien|meld|melden|meldingen|klachten|klacht|misbruik) (?:[a-z]+ ){0,8}(in via|via|op|bij) (?:[a-z]+ ){0,3}URL /,
    / (via|per) (e ?mail|mail) (?:[a-z]+ ){0,4}(niet|geen) /,
    / (mailbox|adres|postvak) (?:[a-z]+ ){0,4}niet (?:[a-z]+ )?(gelezen|beheerd|gemonitord|bewaakt) /,
  ],
  refused: [
    / (halen|verwijderen|blokkeren|doen) (?:[a-z]+ ){0,4}(niet offline|niet weg|niets|niks aan)( |$)/,
    / parodie /,
    / (geen|zonder) (?:[a-z]+ ){0,3}(rechter|rechterlijk|gerechtelijk|vonnis|bevel|officier) /,
    / blijft (?:gewoon )?(staan|online) /,
    / geen (?:[a-z]+ )?(aanleiding|reden|overtreding|schending|inbreuk|actie|actie ondernemen|maatregelen|grond) /,
    saying(
      " ",
      ["zonder", "alleen met", "alleen na", "pas na", "uitsluitend op"],
      " (?:[a-z]+ ){0,3}",
      ["gerechtelijk[a-z]*", "rechterlijk[a-z]*", "bevel", "uitspraak", "vonnis", "vordering"],
      " ",
    ),
    / (wijzen|weigeren|wijst) (?:[a-z]+ ){0,6}(af|te|verzoek) | afgewezen /,
    saying(
      " (zullen|gaan|kunnen|willen) (?:[a-z]+ ){0,5}niet (?:[a-z]+ ){0,2}",
      ["verwijderen", "ingrijpen", "blokkeren", "afsluiten", "optreden", "handelen"],
      " ",
    ),
    / verwijderen (?:[a-z]+ ){0,2}(niets|niet) /,
    / (blijft|blijven) (?:[a-z]+ ){0,3}(online|staan|bereikbaar) | (legaal|toegestaan|vrijheid van meningsuiting) /,
  ],
  question: [
    saying(
      " (kunt|kun|kan|kunnen) (u|je|jij|jullie) (?:[a-z]+ ){0,6}",
      ["sturen", "doorsturen", "aangeven", "mailen", "bevestigen", "laten weten", "toelichten", "delen"],
      " ",
    ),
    / (link|url|screenshot|bijlage) (?:[a-z]+ ){0,4}(afgekapt|afgebroken|leeg|onvolledig|ontbreekt) /,
    saying(
      " (kunt|kun|zou|zoudt|wilt|wil) (u|je) (?:[a-z]+ ){0,12}",
      [
        "sturen",
        "geven",
        "aangeven",
        "laten weten",
        "toesturen",
        "verstrekken",
        "doorgeven",
        "bevestigen",
        "toelichten",
        "aanleveren",
        "toezenden",
        "mailen",
      ],
      " ",
    ),
    [
      saying(
        " (graag|gelieve|stuur|stuurt) (?:[a-z]+ ){0,6}",
        ["ontvangen", "ons", "url", "link", "logs", "schermafdruk", "screenshot", "bewijs", "tijdstip"],
        " ",
      ),
      / (formulier|klant) /,
    ],
    / (hebben|missen|ontvangen) (?:[a-z]+ ){0,4}(nodig|meer informatie|extra informatie|graag) (?:[a-z]+ ){0,4}/,
    / (kunnen|konden|kan) (?:[a-z]+ ){0,4}(niets|niet) (?:[a-z]+ ){0,3}(vinden|zien|reproduceren|openen|thuisbrengen) /,
    / (welke|welk|wat|waar|wanneer|hoe|wie|heeft|is|om welke|bent) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (ligt|staat|uitgezet) (?:nu )?bij (de |onze )?(klant|collega|afdeling|technici|reseller) /,
    / (horen|hoor) (?:jullie|u|je) (?:[a-z]+ ){0,2}(van|nog) /,
    / (gekregen|tot) (?:[a-z0-9]+ ){0,6}om (?:[a-z]+ ){0,4}te /,
    / trekken (wij|we) /,
    / (kijk|kijken|pak|pakken|check|zoek|zoeken) (?:[a-z]+ ){0,5}(naar|op|uit|even|vanavond|morgen) /,
    saying(
      " ",
      [
        "ontvangen",
        "doorgestuurd",
        "doorgezet",
        "doorgegeven",
        "geregistreerd",
        "in behandeling",
        "behandeld",
        "onderzoek",
        "onderzoeken",
        "bekijken",
        "kijken",
        "nagaan",
        "controleren",
        "op de hoogte",
        "ingelicht",
        "geinformeerd",
        "gewaarschuwd",
        "gecontacteerd",
        "aan de slag",
        "mee bezig",
        "bezig",
        "opgepakt",
        "pakken",
        "de tijd gegeven",
        "uur de tijd",
        "uitzoeken",
        "verzocht",
        "gevraagd",
        "neergelegd",
        "wachten",
        "afwachting",
        "uitgezet bij",
        "voorgelegd",
        "beloofd",
        "(sluiten|halen|zetten|nemen) (we|wij) (?:[a-z]+ ){0,4}(af|offline|uit|weg)",
        "toegezegd",
        "laten (we|wij) het u weten",
        "laten het u weten",
        "houden u op de hoogte",
        "berichten",
      ],
      " ",
    ),
    / (bedankt|dank) (u )?(?:[a-z]+ )?voor /,
    saying(
      " (wordt|worden|zal|zullen) (?:[a-z0-9]+ ){0,10}",
      ["verwijderd", "verwijderen", "geblokkeerd", "blokkeren", "afgesloten", "afsluiten", "offline"],
      " ",
    ),
    / (ticketnummer|zaaknummer|meldingsnummer|onder nummer) /,
  ],
  passedOn: [
    saying(
      " (?:aan|naar|bij) (?:[a-z]+ ){0,3}(?:klant|klanten|reseller|eigenaar|gebruiker",
      "|beheerder|abonnee|houder|huurder) (?:[a-z]+ ){0,5}(?:doorgestuurd|doorgegeven",
      "|doorgezet|gemeld|voorgelegd|gestuurd|neergelegd|verstuurd) ",
    ),
    saying(
      " (?:doorgestuurd|doorgegeven|doorgezet|voorgelegd|neergelegd) (?:[a-z]+ ){0,2}(?:aan",
      "|naar|bij) (?:[a-z]+ ){0,3}(?:klant|reseller|eigenaar|gebruiker|beheerder|abonnee",
      "|houder|huurder) ",
    ),
    saying(
      " (?:klant|reseller|eigenaar|gebruiker|beheerder|abonnee|domeinhouder|huurder)",
      " (?:[a-z0-9]+ ){0,6}(?:geinformeerd|ingelicht|gewaarschuwd|gecontacteerd|op de hoogte",
      "|verzocht|gevraagd|aangeschreven|gesommeerd|benaderd|doorgestuurd|gegeven|de tijd) ",
    ),
    saying(
      " (?:klant|reseller|eigenaar|gebruiker|die) (?:heeft|krijgt) (?:[a-z]+ ){0,2}(?:[0-9]+",
      "|tot|een termijn) ",
    ),
    saying(" (?:ligt|staat|uitgezet) (?:nu )?bij (?:de |onze )?(?:klant|reseller|eigenaar) "),
    saying(" (?:klant|eigenaar|gebruiker|reseller) (?:[a-z]+ ){0,3}(?:beloofd|toegezegd) "),
    saying(
      " (?:klant|eigenaar|gebruiker) (?:[a-z]+ ){0,4}als (?:hij|zij|ze) (?:[a-z]+ ){0,3}niet |",
      " als de (?:klant|eigenaar|gebruiker) (?:[a-z]+ ){0,4}niet ",
    ),
  ],
  notFound: [
    saying(
      " (?:niet|geen|niets|niks) (?:[a-z]+ ){0,4}(?:vinden|gevonden|reproduceren|aangetroffen",
      "|zien|waarnemen|waargenomen|ontdekt|vaststellen|terugvinden|terug te vinden|te zien) ",
    ),
    saying(" (?:vinden|zien|vonden|zagen|treffen) (?:wij |we |ik )?(?:[a-z]+ ){0,3}(?:niets|geen", "|niks) "),
  ],
  closed: [
    saying(
      " (?:ticket|melding|zaak|verzoek|aanvraag)(?: [a-z0-9]+){0,5} (?:gesloten|opgelost",
      "|samengevoegd|afgesloten|afgehandeld|gearchiveerd) ",
    ),
    saying(" (?:sluiten|sluit) (?:wij |we |ik )?(?:het|dit|uw|deze|de) (?:ticket|melding|zaak) "),
  ],
  absent: [
    saying(
      " (?:ik ben|wij zijn|ben ik) (?:[a-z]+ ){0,5}(?:afwezig|op vakantie|niet op kantoor|met",
      " verlof|vrij|niet aanwezig) ",
    ),
    saying(" (?:afwezig|op vakantie|met verlof) (?:[a-z]+ ){0,2}(?:tot|van|vanaf) "),
    saying(" niet meer werkzaam | werkt niet meer (?:bij|voor) "),
    saying(" (?:kantoor|bedrijf) (?:[a-z]+ ){0,4}gesloten (?:[a-z]+ ){0,3}(?:tot|van|wegens|op|in", " verband) "),
  ],
  unreached: [
    saying(
      " (?:uw|het|dit) (?:bericht|e ?mail|mail) (?:[a-z]+ ){0,4}niet (?:[a-z]+ )?(?:bezorgd",
      "|afgeleverd|geaccepteerd) ",
    ),
    saying(" (?:mailbox|postvak) (?:[a-z]+ ){0,3}(?:vol|bestaat niet|onbekend) "),
    saying(" (?:bewijs|bevestig|bewijzen|bevestigen) (?:[a-z]+ ){0,5}(?:mens|geen robot) "),
  ],
  forLater: saying(
    " (?:in de toekomst|in het vervolg|volgende keer|voortaan|toekomstige meldingen|sneller",
    "|snellere|ook via|kunt u ook|verdere meldingen|bij voorkeur|niet (?:te",
    " )?(?:beantwoorden|antwoorden)|volgen|status)",
  ),
  ofOurs: saying(
    " (?:onze|een van onze) (?:[a-z]+ )?(?:klant|klanten|reseller|afdeling|collega|vestiging",
    "|kantoor|team) ",
  ),
  away: [
    saying(
      " ",
      [
        "afwezig",
        "op vakantie",
        "niet op kantoor",
        "met verlof",
        "terug op",
        "kantoor is",
        "gesloten",
        "niet doorgestuurd",
        "niet meer werkzaam",
        "vrij tot",
      ],
      " ",
    ),
  ],
});

export const dutch: Lexicon = {
  language: "nl",
  common: `
    de het een en is zijn van niet wij we u uw je onze ons hebben heeft werd wordt worden door op
    bij voor met dit deze dat ook naar zal graag bedankt geachte inmiddels aan er hem als
  `,
  sayings: once(sayings),
};
