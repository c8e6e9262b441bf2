import { once } from "../../kernel/once.ts";
import { courtesy, type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** German. The verb stands at the end, so a clause is read to its end before anything counts. */
const sayings = (): Sayings => ({
  polite: [
    / (heute|gestern|diesen) morgen /g,
    courtesy(
      " (es sind |es ist )?(keine|kein) weiteren? (schritte|ma[s]+nahmen|handlung)[a-z ]{0,20}",
      "(erforderlich|notwendig|notig)",
    ),
    / (falls|sollten|wenn|bei) (sie )?(noch |weitere |weiteren )*(fragen|ruckfragen)[a-z ]{0,60}/g,
    / bitte (beachten|entschuldigen) sie[a-z ]{0,20}/g,
    / (hiermit )?(teilen|konnen) wir ihnen (mit|mitteilen)( dass)? /g,
    / (wir )?(bestatigen|informieren sie)( ihnen)?( daruber)?( dass)? /g,
  ],
  joints: / (?=(?:und|aber|jedoch|sondern|weil|da|bis|seit|sodass|so dass|allerdings|sowie|nachdem|dass) )/,
  hypothetical: saying(
    " ",
    [
      "in (solchen|diesen|derartigen) fallen",
      "bestatigte falle",
      "(glaube|glauben|denke|denken|nehme|nehmen|vermute|vermuten|meines wissens|unseres wissens|" +
        "soweit (wir|ich)|habe gehort|haben gehort|gehort dass|angeblich|es heisst)(?! sie)",
      "wenn",
      "falls",
      "sobald",
      "sofern",
      "sollte (der|die|das|er|sie|es|kein|keine)",
      "im falle",
      "bevor",
      "ehe",
      "ob",
      "je nachdem",
      "gegebenenfalls",
      "ggf",
      "solange",
      "wann immer",
      "wurde sie",
      "vorausgesetzt",
      "ware",
      "hatte",
    ],
    " ",
  ),
  greetings: [
    /^ (?:hallo|hi|moin|servus|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|gruss gott)(?: [a-z]+){0,4} $/,
    saying(
      "^ (?:(?:mit )?(?:freundlichen|besten|schonen|lieben|viele|beste|liebe|schone) )?",
      ["gruss", "grussen", "grusse", "mfg", "vg", "lg", "danke", "hochachtungsvoll"],
      "(?: [a-z]+){0,4} $",
    ),
    saying(
      " ",
      [
        "(?:bitte )?(?:wir )?bitten wir (?:um|die|sie|fur) ",
        "wir bedanken uns ",
        "vielen dank ",
        "besten dank ",
        "herzlichen dank ",
        "danke ",
      ],
      "[a-z ]{0,60}",
    ),
    / bitte antworten sie nicht auf diese (?:e ?mail|mail|nachricht)(?= )/,
  ],
  ownTicket: [
    saying(
      "^ (?:(?:ihr|ihre|das|der|dieser|dieses|den|unser) )?(?:ticket|vorgang|anfrage|meldung|fall)",
      "(?: (?:ID|nummer|nr))*(?: (?:ist|wurde|haben wir|wird|gilt|mache? ich|schliesse ich))?",
      "(?: (?:damit|hiermit|somit|nun|jetzt|als|fur uns))* ",
      ["geschlossen", "erledigt", "gelost", "zu", "abgeschlossen", "beendet"],
      "(?: worden)? $",
    ),
    saying(
      "^ (?:ich |wir )?",
      ["schliesse", "schliessen", "mach", "mache", "machen"],
      " (?:das|den|dieses|diesen|ihr|ihren) (?:ticket|vorgang|fall)(?: (?:damit|hiermit|jetzt|somit))?",
      "(?: zu)? $",
    ),
  ],
  plain: {
    thing: `
      inhalte?s?n? seiten? webseiten? phishing_?seiten? landing_?pages? unterseiten? internetseiten?
      websites? url urls adressen? links? dateien? datei accounts? konto kontos konten
      kunden_?kontos? kunden_?accounts? hosting_?accounts? servers? servern? vservers? vps rechner
      maschine kiste instanz domains? domainnamens? subdomains? dienste? hosting webspaces?
      webhosting tarif paket vertrag zugangs? zugriff profile?s? beitrage? posting postings bilder?
      bild videos? shops? onlineshops? webshops? angebote?s? anzeigen? inserate? daten verzeichnis
      ordner skripte? script installation auftritte?s? webauftritts? internetauftritts? host vm
      container bucket ip ips ip_adressen? adresse material schadcode schadsoftware malware phishing
      port anschluss kanal gruppe repository app apps alles das_ganze ding dns_eintrage? zone
      formular phishing_formular phishing_formulars hintertur webshell shell kit phishing_kits?
      kampagne objekt bot verzeichnisse?s? unterordner unterverzeichnis nameserver nameservers
      platte festplatte disk port_am_switch switch_?port vhost virtuelle_maschine
      phishing_inhalte?s? betreffenden_verzeichnisse studentenkonto webauftritt hosting_?vertrag
      hosting_paket hostingpaket verlinkung fake_?shop fakeshop schadskript schadskripte
      schaddateien phishing_dateien phishing_domain phishing_url phishing_inhalt beitrage?s? beitrag
      posts? hash hashes benutzerkonto nutzerkonto mitarbeiterkonto studierendenkonto
      studentenaccount arbeitsplatzrechner pc laptop gerat hochschulnetz persoenliche_seite homepage
      homepages heimatverzeichnis freigabe freigegebene_datei projektseite internetanschluss
      kundenanschluss modem router_des_kunden seiten_und_dateien schadseite betrugsseite
      phishing_kit kundenserver rootserver root_server
    `,
    person: "kunden? kunde kundin nutzers? benutzers? user mandant student studenten reseller uploader",
    act: `
      geloscht geloescht gesperrt deaktiviert abgeschalte[tn] ausgeschaltet abgestellt stillgelegt
      suspendiert gekundigt blockiert beseitigt heruntergefahren runtergefahren runtergenommen
      genullroutet nullgeroutet null_geroutet dichtgemacht isoliert abgeklemmt zuruckgezogen
      entzogen unterbunden unzuganglich_gemacht gesaubert rausgenommen herausgenommen dekonnektiert
      platt_gemacht plattgemacht getrennt abgehangt loschte sperrte entfernte deaktivierte loschten
      sperrten entfernten deaktivierten abgeraumt weggeraumt stillgesetzt unschadlich_gemacht
      entsorgt rausgeworfen lahmgelegt aus_der_zone_genommen vom_server_genommen vom_strom_genommen
      stecker_gezogen hochkant_rausgeworfen abgemeldet gekickt gebannt gefeuert vernichtet
      vom_(hochschulnetz|netz|campusnetz|internet)_getrennt
      vom_(hochschulnetz|campusnetz|internet)_genommen aus_dem_verkehr_gezogen gesperrt_und_geloscht
      dauerhaft_gesperrt hart_abgeschaltet abgestopselt abgedreht gekappt unterbrochen gestoppt
      genullt ausser_gefecht_gesetzt geschasst
      (?<!(kunde|betreiber|inhaber|provider|kollege|kundin)_)(entfernt|beendet|bereinigt)
      (konto|account|kundenkonto|shop|seite|kanal|profil|zugang)_((ist|wurde|sind|wurden|
        haben_wir)_)?(nun_|jetzt_|bereits_)?geschlossen
      (dienst|hosting|auslieferung|angebot)_(wurde_|ist_|haben_wir_)?eingestellt
      (vom_netz|offline|aus_dem_netz)_(genommen|gestellt|gesetzt)
    `,
    state: `
      vom_netz offline runter raus unzuganglich weg unerreichbar
      nicht_(langer|mehr)_(offentlich_)?(erreichbar|abrufbar|verfugbar|online|aktiv|aufrufbar|
        zuganglich|vorhanden|sichtbar|auffindbar|da|im_netz)
      lost_nicht_mehr_auf nicht_mehr_(auf|aufgelost) down ausser_betrieb existiert_nicht_mehr
      existieren_nicht_mehr gibt_es_nicht_mehr
      nicht_mehr_(existent|online|zu_finden|zu_erreichen|oeffentlich|aufrufbar)
      (ist|sind|steht|machine_ist|kiste_ist|server_ist)_(jetzt_|nun_|bereits_|schon_|seit_(heute_|
        gestern_)?([0-9]{1,2}|TIME|heute|gestern|eben)_(uhr_)?)?aus
      verschwunden liefert_nichts_mehr_aus antwortet_nicht_mehr reagiert_nicht_mehr geht_nicht_mehr
      (liefert|zeigt|gibt|antwortet|meldet|ergibt)_(nun_|jetzt_|nur_noch_|mittlerweile_|
        inzwischen_|mit_|bereits_)*(einen?_)?(fehler_)?(http_)?(404|403|410|451|sperrseite|
        unsere_sperrseite)(_fehler)?
    `,
    who: `
      (wir|ich|unser_(abuse_)?team|unsere_(technik|kollegen|administratoren|admins|abteilung)|
        die_kollegen|der_betreiber|betreiber|inhaber|seitenbetreiber|webmaster|der_provider|
        provider|registrar|registry)(?!_(sind|bin|ist))
      (von|durch|bei|mit|aus|auf)_(uns|unserem?n?r?_(team|abuse_team|technik|seite|servern?|netz|
        plattform|systemen?|infrastruktur|routern?)|mir|den_kunden|dem_kunden|betreiber|inhaber|
        nutzer|dem_(betreiber|inhaber|registrar)|den_(betreiber|inhaber))
      unserer?s?e?n?_(kunde|kunden|kundin|seite) unsererseits unsererseitig unserseits kundenseitig
      betreibers? inhabers? selbst ihm er des dessen seinen?s?r?
      von_der_(registry|registrierungsstelle|technik) rechtsabteilung
      durch_unsere_(rechtsabteilung|technik|kollegen) kollege(?!_(ist|sind)) kollegin(?!_ist)
      der_student(?!_ist) der_nutzer(?!_ist) der_reseller(?!_ist) nutzer(?!_ist)
      vereinsvorstand(?!_ist) die_(studentin|kundin|inhaberin)(?!_ist)
      der_(inhaber|student|betreiber|kunde|reseller|webmaster|kollege)(?!_ist)
      meine_kollegin(?!_ist) mein_kollege(?!_ist)
    `,
    when: `
      heute gestern jetzt nun soeben eben gerade inzwischen mittlerweile bereits schon sofort
      umgehend unverzuglich vorhin derzeit aktuell seitdem
      (heute|gestern)_(morgen|vormittag|mittag|nachmittag|abend|fruh|nacht) heute_vormittag
      letzte_nacht
      am_(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|wochenende|gleichen_tag)
      (um|seit|gegen|ab)_(heute_|gestern_)?(ca_)?([0-9]{1,2}|TIME|heute|gestern|
        eben)(_[0-9]{2})?(_uhr)?
      uhr TIME utc vor_([0-9]{1,2}|einer|wenigen|zwei|ein_paar)_(minuten?|stunden?|tagen?)
      per_sofort mit_sofortiger_wirkung dauerhaft endgultig bis_auf_weiteres zeitgleich
      am_[0-9]{1,2}(_[0-9]{1,2}|_(januar|februar|marz|april|mai|juni|juli|august|september|
        oktober|november|dezember))?(_20[0-9]{2})?
      seit_(heute|gestern|eben|TIME)_(morgen|mittag|abend|fruh|vormittag)? mittag heute_mittag
      noch_am_(selben|gleichen)_tag noch_wahrend_des_(gesprachs|telefonats) binnen_minuten uhrzeit
      heutigen_tag zum_heutigen_tag
    `,
    how: `
      vollstandig komplett ganz erfolgreich manuell fristlos vorsorglich wegen aufgrund
      (auf_grund|wegen|aufgrund|nach)_(eines_|des_|von_|der_|einer_|unserer_|interner_|
        eingehender_)*(verstosses|verstossen|missbrauchs|phishings?|ihrer_meldung|ihres_hinweises|
        meldung|hinweises|prufung|uberprufung|agb_verstosses|verletzung)
      verstosses verstoss verstossen gegen
      (unsere|die)_(agb|nutzungsbedingungen|richtlinien|bedingungen|aup) agb nutzungsbedingungen
      missbrauchs? gemass dsa art_[0-9]{1,2} artikel_[0-9]{1,2} absatz_[0-9] abs_[0-9]
      (auf|nach|zu)_(ihre|ihren|ihrer|diese|dieser)_(meldung|hinweis|anfrage|nachricht)(_hin)? hin
      (aufgrund|dank|bezuglich|infolge)_ihre[rs]_(meldung|hinweises|nachricht|anfrage)
      (bezugnehmend_)?auf_ihre_meldung(_vom_TIME)? unter_der_(adresse|url|domain|ip)
      (die|den|das|welche|welchen|der)_sie_(uns_)?(gemeldet|genannt|mitgeteilt|beanstandet|
        angegeben)_(haben|hatten)
      von_ihnen_(gemeldete|gemeldeten|genannte|genannten|beanstandete|beanstandeten)
      (in_ihrer_(meldung|mail|nachricht)|von_ihnen) (client|server)_?hold
      steht_(seit_heute_)?auf_(client|server)_?hold LAW nach_prufung_durch_unsere_rechtsabteilung
      nach_rucksprache_mit_dem_(kunden|reseller) auf_unsere_(bitte|anfrage|veranlassung)
      auf_unser_betreiben aus_der_zone(_genommen)? vom_server von_der_platte aus_dem_dns
      von_den_servern vom_webserver bezugnehmend_auf_ihre_meldung(_vom_TIME)?
      nach_rucksprache_mit_(dem|der)_(lehrstuhl|institut|inhaber|betreiber|kunden|fachbereich|
        kundin)
      aus_sicherheitsgrunden sicherheitshalber zur_sicherheit per_hand handisch
    `,
    little: `
      der die das den dem des und sowie auch ist sind wurde wurden worden haben habe hat hab wurd
      war waren ja so also damit somit daher deshalb daraufhin dort auf in im am an zu zum zur von
      vom bei mit fur unter es sie ihn beide alle samtliche gesamte[nrs]? komplette[nrs]?
      ganze[nrs]? oben genannte[nrms]? o_g og obige[nrs]? gemeldete[nrs]? betroffene[nrms]?
      betreffende[nrms]? beanstandete[nrms]? fragliche[nrms]? entsprechende[nrms]? besagte[nrms]?
      diese[nrms]? dieser jene[nrs]? verlinkte[nrs]? gehackte[nrs]? kompromittierte[nrs]?
      schadliche[nrs]? verantwortliche[nrs]? zugehorige[nrs]? dazugehorige[nrs]? erledigt fertig
      genommen gestellt gesetzt nahmen geworden lassen bleibt wieder_?herstellbar vorgenommen
      umgesetzt durchgefuhrt gleich jeweilige[nrs]? angegebene[nrs]? genannte[nrs]?
      rechtswidrige[nrs]? strafbare[nrs]? illegale[nrs]? gefalschte[nrs]? massnahmen massnahme
      ergriffen seitens dahinter steht stehen mit_gleicher_post im_anschluss
      alle_(zwei|drei|vier|funf) die_zwei die_drei die_beiden beiden gleich_mit samt inklusive inkl
      sie_selbst liegt ebenfalls dabei kurzerhand verstiess verstossen_hat inzwischen aller
      alles_weitere fur_sie uber ihm seine ihre_gemeldete dessen deren darauf davon drauf
      darauf_liegenden darunter enthaltenen
    `,
    beside: `
      hallo moin guten_(tag|morgen|abend) danke dank vielen besten fur hinweis ihren ihre ihrer
      meldung gruss grusse viele beste mfg vg lg ticket fall vorgang geschlossen zu erledigt
      informiert benachrichtigt verwarnt kontaktiert angeschrieben passwort passworter passworte
      zugangsdaten geandert zuruckgesetzt aktualisiert updates? cms plugins? plugin reagiert
      bescheid weiss teilen wir ihnen mit dass gepruft gegengepruft nachgepruft uberpruft bestatigt
      bestatigen verifiziert hinweise kompromittiert gehackt veraltet veraltete lucke neu aufgesetzt
      versand gestoppt spam lief eine begrundung zugegangen freundlichen grussen damit schliessen
      schliesse das_ticket selbst anschliessend entschuldigung verzogerung info zur telefonisch
      vertragsinhaber der_inhaber bekommt_post strafanzeige beweise gesichert logs danke_nochmal
      schonen_tag(_noch)? schones_wochenende vorgang_ist_(damit_)?abgeschlossen ursache war
      ein_altes_plugin wurde_gehackt gehackt_worden sorry
    `,
  },
  doubts: saying(
    " ",
    [
      "neue[nrsm]?",
      "(ist|sind|noch|weiter|bleibt) (online|erreichbar|abrufbar)",
      "da ist",
      "nicht(?! (langer|mehr))",
      "nichts",
      "nix",
      "kein",
      "keine",
      "keinen",
      "keiner",
      "nie",
      "niemals",
      "noch",
      "aber",
      "jedoch",
      "allerdings",
      "dennoch",
      "trotzdem",
      "sondern",
      "obwohl",
      "ausser",
      "bis",
      "falls",
      "wenn",
      "sobald",
      "sofern",
      "ob",
      "wird",
      "werden",
      "werde",
      "wurde[nt]? (gern|gerne)",
      "kann",
      "konnen",
      "konnte",
      "konnten",
      "soll",
      "sollte",
      "sollten",
      "muss",
      "mussen",
      "will",
      "wollen",
      "darf",
      "nur",
      "lediglich",
      "teil",
      "teils",
      "teilweise",
      "einige",
      "manche",
      "andere[nrsm]?",
      "weitere[nrsm]?",
      "zweite[nrs]?",
      "ubrige[nrs]?",
      "rest",
      "halfte",
      "wieder",
      "erneut",
      "weiterhin",
      "nach wie vor",
      "voribergehend",
      "vorubergehend",
      "versehentlich",
      "irrtumlich",
      "falsche[nrs]?",
      "sagt",
      "sagte",
      "behauptet",
      "versichert",
      "angeblich",
      "laut",
      "teilt uns",
      "glaube",
      "glauben",
      "denke",
      "denken",
      "vermute",
      "vermuten",
      "hoffe",
      "hoffen",
      "vermutlich",
      "wohl",
      "wahrscheinlich",
      "scheinbar",
      "offenbar",
      "anscheinend",
      "demnachst",
      "bald",
      "morgen",
      "spater",
      "gebeten",
      "aufgefordert",
      "bitten",
      "entfernen",
      "loschen",
      "sperren",
      "abschalten",
      "sperre",
      "sperrung",
      "loschung",
      "freigeschaltet",
      "aufgehoben",
      "umgezogen",
      "umzug",
      "anderswo",
      "neue[nrs]? (host|hoster|server|anbieter|adresse|ip)",
    ],
    " ",
  ),
  stands: [
    // Passed on, and nobody looked; lifted again.
    / ob (das|dies|es) (?:[a-z]+ ){0,2}(stimmt|zutrifft|so ist) /,
    / nicht (?:[a-z]+ ){0,2}(gepruft|nachgepruft|uberpruft|verifiziert) /,
    / wieder (?:[a-z]+ )?(freigeschaltet|freigegeben|entsperrt|aktiviert|hochgefahren) /,
    / von (?:[a-z]+ )?anderen (anbieter|provider|hoster|betreiber) /,
    / (nicht|noch nicht|nie|weder) (?:[a-z]+ ){0,2}(entfernt|geloscht|gesperrt|deaktiviert|abgeschaltet) /,
    / (noch|weiterhin|immer noch|nach wie vor|wieder) (online|erreichbar|abrufbar|aktiv|verfugbar|da) /,
  ],
  notOurs: [
    / (abgegeben|verkauft|transferiert|ubertragen|umgezogen|uberlassen) /,
    / (fragen|melden|wenden) sie (?:[a-z]+ ){0,3}(bei|an) (MAIL|den|der|dem|das) /,
    / lag nie bei uns /,
    / bitte dort melden /,
    / seitdem (?:[a-z]+ ){0,3}anderen /,
    saying(
      " anderen (?:[a-z]+ )?",
      ["registrar", "provider", "anbieter", "hoster", "betreiber"],
      " (?:[a-z]+ ){0,3}",
      ["transferiert", "umgezogen", "abgegeben", "genutzt", "gewechselt", "betrieben"],
      " ",
    ),
    saying(
      " (nicht|kein|keine) (?:[a-z]+ ){0,3}",
      [
        "bei uns",
        "von uns",
        "in unserem",
        "auf unseren",
        "auf unserem",
        "unser",
        "unsere",
        "unserer",
        "unseres",
        "zu uns",
        "zu unserem",
        "zu unseren",
        "durch uns",
        "uns gehor[a-z]*",
        "zustandig",
        "der hoster",
        "der provider",
        "der betreiber",
        "der richtige",
        "hosting provider",
        "betreiben",
        "hosten",
        "gehostet",
      ],
      " ",
    ),
    / (gehort|gehoren|liegt|liegen|befindet|befinden|lauft|laufen) (?:[a-z]+ ){0,4}(nicht|anderem|anderen|fremden) /,
    saying(
      " ",
      ["lediglich", "nur", "blo[s]+", "ausschliesslich", "ausschlie[s]+lich"],
      " (?:[a-z]+ ){0,3}",
      [
        "registrar",
        "domainregistrar",
        "registry",
        "reseller",
        "carrier",
        "upstream",
        "proxy",
        "dns",
        "domain",
        "registrierung",
        "vermieten",
        "anbieter",
        "rechenzentrum",
        "transit",
        "colocation",
        "vermittler",
        "die domain",
        "leitung",
      ],
      " ",
    ),
    / (wenden|richten) sie (?:[a-z]+ ){0,6}(an|direkt) (?!uns|unser|unsere)/,
    saying(
      " ",
      ["hoster", "provider", "betreiber", "registrar", "hosting anbieter", "hostinganbieter"],
      " (?:[a-z]+ ){0,3}",
      ["zustandig", "verantwortlich", "ansprechpartner"],
      " ",
    ),
    saying(
      " ",
      ["kunde", "seite", "domain", "server", "website", "netz", "ip"],
      " (?:[a-z]+ ){0,5}",
      [
        "nicht mehr (?:[a-z]+ ){0,2}(bei uns|unser|kunde)",
        "gewechselt",
        "umgezogen",
        "transferiert",
        "verkauft",
        "ubertragen",
      ],
      " ",
    ),
    / (nicht unsere?|kein kunde|falscher ansprechpartner|falsche adresse|falschen|an der falschen) /,
    saying(
      " ",
      ["gehort", "gehoren", "gehostet", "betrieben", "verwaltet", "vergeben", "zugeteilt", "genutzt"],
      " (?:[a-z]+ ){0,3}",
      ["zu", "zur", "der firma", "von der", "bei der", "bei", "an", "von"],
      " (?!(uns|unser|unserem|unseren|unserer|ihnen|den|einem kunden)\\b)",
    ),

    / (kein(e|en)? (einfluss|kontrolle)) (?:[a-z]+ ){0,6}(inhalt|inhalte|server|seite|seiten|website) /,
  ],
  form: [
    saying(
      " ",
      [
        "nutzen",
        "verwenden",
        "benutzen",
        "ausfullen",
        "fullen",
        "uber",
        "per",
        "mittels",
        "mit",
        "via",
        "im",
        "in",
        "steht",
      ],
      " (?:[a-z]+ ){0,6}",
      [
        "formular",
        "kontaktformular",
        "webformular",
        "onlineformular",
        "online formular",
        "meldeformular",
        "meldeportal",
        "portal",
        "abuse formular",
        "beschwerdeformular",
        "meldestelle",
        "meldeverfahren",
        "meldeseite",
        "kundenportal",
      ],
      " ",
    ),
    saying(
      " ",
      ["formular", "meldeportal", "portal", "online", "hier", "unter", "uber", "auf"],
      " (?:[a-z]+ ){0,8}",
      ["melden", "einreichen", "einzureichen", "ausfullen", "stellen", "URL"],
      " (?!.*(status|einsehen))",
    ),
    saying(
      " ",
      ["melden", "meldungen", "beschwerden", "hinweise", "missbrauch", "abuse"],
      " (?:[a-z]+ ){0,8}(unter|uber|auf|via|hier) (?:[a-z]+ ){0,3}URL ",
    ),
    saying(
      " ",
      ["postfach", "adresse", "mailadresse", "mail adresse"],
      " (?:[a-z]+ ){0,4}(nicht|kein) (?:[a-z]+ ){0,2}",
      ["gelesen", "uberwacht", "bearbeitet", "abgerufen", "genutzt"],
      " ",
    ),
    saying(
      " (an diese|auf diese|an dieses) (?:[a-z]+ ){0,2}(adresse|mail|postfach) (?:[a-z]+ ){0,3}nicht ",
      "(?:[a-z]+ )?(beantwortet|gelesen|bearbeitet) ",
    ),
    / (per|via|durch) (e ?mail|mail) (?:[a-z]+ ){0,6}(nicht|nichts|keine|kein) /,
    / (nicht|keine) (?:[a-z]+ ){0,4}(per|via) (e ?mail|mail) /,
  ],
  refused: [
    / (sperren|loschen|entfernen|handeln|reagieren) (?:[a-z]+ ){0,2}nicht auf (zuruf|verdacht) /,
    / es bleibt dabei /,
    / nicht offline /,
    saying(
      " (kein|keine|keinen|keinerlei) (?:[a-z]+ ){0,2}",
      [
        "verstoss",
        "verstosse",
        "rechtsverstoss",
        "anlass",
        "grund",
        "handlungsbedarf",
        "rechtswidrig[a-z]*",
        "rechtsverletzung",
      ],
      " ",
    ),
    / (lehnen|lehnt|weisen) (?:[a-z]+ ){0,6}(ab|zuruck) | (abgelehnt|zuruckgewiesen|unbegrundet) /,
    / nicht (?:[a-z]+ )?(tatig|entfernen|sperren|loschen|eingreifen|abschalten|nachkommen|entsprechen|offline nehmen) /,
    saying(
      " (ohne|nur|erst|lediglich) (?:[a-z]+ ){0,4}",
      [
        "gericht[a-z]*",
        "richterlich[a-z]*",
        "beschluss",
        "urteil",
        "anordnung",
        "staatsanwalt[a-z]*",
        "behordlich[a-z]*",
      ],
      " ",
    ),
    / (meinungsfreiheit|zulassig|rechtma[s]+ig|legal|erlaubt|nicht rechtswidrig|nicht zu beanstanden) /,
    / nicht in (betracht|frage) | kommen (?:[a-z]+ ){0,4}nicht nach /,
    / (bleibt|bleiben) (?:[a-z]+ ){0,4}(online|erreichbar|verfugbar|bestehen) /,
    / keine (?:[a-z]+ )?(ma[s]+nahmen|schritte) /,
  ],
  question: [
    saying(
      " bitte (?:[a-z]+ ){0,3}(komplette|vollstandige|genaue|exakte) (?:[a-z]+ ){0,2}",
      "(url|adresse|header|mailheader|uhrzeit) ",
    ),
    / nix anfangen /,
    / nichts anfangen /,
    / abgeschnitten /,
    saying(
      " (konnen|konnten|wurden|wollen) sie (?:[a-z]+ ){0,12}",
      [
        "mitteilen",
        "senden",
        "schicken",
        "nennen",
        "angeben",
        "bestatigen",
        "ubermitteln",
        "zusenden",
        "zukommen",
        "sagen",
        "prazisieren",
        "erlautern",
        "bereitstellen",
        "nachreichen",
        "bitte",
      ],
      " ",
    ),
    [
      saying(
        " bitte (?:[a-z]+ ){0,3}",
        [
          "senden",
          "schicken",
          "nennen",
          "teilen",
          "ubersenden",
          "ubermitteln",
          "geben",
          "prazisieren",
          "bestatigen",
          "erlautern",
          "reichen",
          "lassen",
          "um",
        ],
        " (?:[a-z]+ ){0,10}",
      ),
      / (formular|meldung an|weiterleiten|an den (hoster|provider|registrar)) /,
    ],
    saying(
      " ",
      ["benotigen", "brauchen", "fehlen", "fehlt", "bitten um", "bitten sie um"],
      " (?:[a-z]+ ){0,8}",
      [
        "weitere",
        "mehr",
        "noch",
        "angabe",
        "angaben",
        "informationen",
        "logs?",
        "logdateien",
        "url",
        "nachweis",
        "nachweise",
        "screenshot",
        "screenshots",
        "zeitpunkt",
        "uhrzeit",
        "vollmacht",
        "adresse",
        "beweise",
        "header",
        "details",
        "auszuge",
        "uns",
        "port",
      ],
      " ",
    ),
    saying(
      " (nicht|kein|keine|keinen) (?:[a-z]+ ){0,3}",
      [
        "nachvollziehen",
        "reproduzieren",
        "finden",
        "feststellen",
        "erkennen",
        "sehen",
        "offnen",
        "aufrufen",
        "zuordnen",
      ],
      " (?!.*verstoss)",
    ),
    saying(
      " ",
      [
        "welche",
        "welcher",
        "welches",
        "welchen",
        "um welche",
        "was",
        "wo",
        "wann",
        "wie",
        "wer",
        "liegt",
        "haben sie",
        "handelt",
        "ist",
        "sind",
        "besteht",
        "gibt es",
        "seit wann",
        "konnen sie",
        "in welchem",
      ],
      " (?:[a-z0-9]+ ){0,25}\\? ",
    ),
  ],
  acknowledged: [
    saying(
      " ",
      ["melde mich", "schaue", "schau", "gucke", "guck", "kummere", "sage", "frage"],
      " (?:[a-z]+ ){0,4}",
      ["wenn", "mir", "mal", "drum", "nach", "bescheid", "morgen", "spater", "gleich"],
      " ",
    ),
    / beauftragt /,
    / (liegt|ist) (?:jetzt )?(beim|bei dem|bei der) (kunden|kollegen|technik|kundin|rechenzentrum) /,
    saying(
      " ",
      [
        "eingegangen",
        "erhalten",
        "empfangen",
        "weitergeleitet",
        "weitergegeben",
        "weiterleiten",
        "bearbeitet",
        "bearbeiten",
        "geprueft",
        "gepruft",
        "prufen",
        "prufung",
        "erfasst",
        "aufgenommen",
        "registriert",
        "informiert",
        "kontaktiert",
        "benachrichtigt",
        "angeschrieben",
        "kummern",
        "untersuchen",
        "untersucht",
        "untersuchung",
        "bearbeitung",
        "frist",
        "zugewiesen",
        "ubergeben",
        "gebeten",
        "aufgefordert",
        "nachgehen",
        "schauen",
        "sehen uns",
        "melden uns",
        "ansehen",
        "in arbeit",
        "weitergereicht",
        "zur kenntnis",
        "dran",
        "angekommen",
        "abgegeben",
        "ubergeben",
        "erwarten",
        "warten",
        "in prufung",
        "liegt (?:[a-z]+ ){0,4}vor",
        "zugesagt",
        "versprochen",
        "zugesichert",
        "geben (?:[a-z]+ ){0,6}weiter",
        "melden wir uns",
        "melde mich",
        "melde ich mich",
        "geben (?:[a-z]+ ){0,4}bescheid",
        "benachrichtigen",
        "informieren wir sie",
        "gehen (?:[a-z]+ ){0,3}nach",
        "ubermittelt",
        "ubersandt",
      ],
      " ",
    ),
    / (vielen dank|danke|besten dank) (?:[a-z]+ )?fur /,
    saying(
      " (wird|werden|werde) (?:[a-z0-9]+ ){0,14}",
      [
        "entfern(t|en)",
        "losch(t|en)",
        "geloscht",
        "gesperrt",
        "sperren",
        "abgeschaltet",
        "deaktivier(t|en)",
        "vom netz",
        "nehmen",
      ],
      " ",
    ),
    / (ticketnummer|vorgangsnummer|ticket id|ticket nummer|bearbeitungsnummer|aktenzeichen) /,
  ],
  passedOn: [
    saying(
      " (?:an|bei|mit) (?:[a-z]+ ){0,3}(?:kunde|kunden|kundin|endkunde|endkunden|reseller",
      "|wiederverkaufer|betreiber|inhaber|domaininhaber|mieter|nutzer|seitenbetreiber",
      "|webmaster|vertragspartner|anschlussinhaber) (?:[a-z]+ ){0,6}(?:weitergeleitet",
      "|weitergegeben|ubermittelt|weitergereicht|ubergeben|gemeldet|geschickt|gesendet",
      "|zugestellt) ",
    ),
    saying(
      " (?:kunde|kunden|kundin|endkunde|endkunden|reseller|betreiber|inhaber|domaininhaber",
      "|mieter|nutzer|seitenbetreiber|webmaster|anschlussinhaber) (?:[a-z0-9]+",
      " ){0,8}(?:informiert|kontaktiert|benachrichtigt|angeschrieben|aufgefordert|gebeten",
      "|abgemahnt|verstandigt|hingewiesen|in kenntnis|angerufen|erinnert|weitergeleitet",
      "|gesetzt|weitergegeben|eingeraumt|gegeben) ",
    ),
    saying(
      " (?:leiten|leite|geben|gebe|reichen) (?:[a-z]+ ){0,6}(?:kunden|kundin|betreiber|inhaber",
      "|reseller|nutzer|mieter) (?:[a-z]+ ){0,3}(?:weiter) ",
    ),
    saying(
      " (?:kunde|kundin|betreiber|reseller|inhaber|nutzer|er|sie) hat (?:[a-z]+",
      " ){0,2}(?:[0-9]+|bis|zeit|eine frist|24h|48h) ",
    ),
    saying(" (?:liegt|ist) (?:jetzt |nun )?(?:beim|bei dem|bei unserem) (?:kunden|betreiber", "|reseller) "),
    saying(
      " (?:kunde|kundin|betreiber|inhaber|nutzer|reseller) (?:[a-z]+ ){0,4}(?:zugesagt",
      "|versprochen|zugesichert) ",
    ),
    saying(
      " (?:falls|wenn|sofern|sollte) (?:[a-z]+ ){0,2}(?:kunde|kundin|betreiber|inhaber|nutzer",
      "|reseller) (?:[a-z0-9]+ ){0,8}(?:nicht|keine) ",
    ),
    saying(" reseller (?:[a-z]+ ){0,2}abgegeben "),
  ],
  notFound: [
    saying(
      " (?:nicht|kein|keine|keinen|keinerlei|nichts) (?:[a-z]+ ){0,4}(?:nachvollziehen",
      "|nachvollzogen|reproduzieren|reproduziert|finden|gefunden|feststellen|festgestellt",
      "|erkennen|entdecken|entdeckt|auffinden|auffindbar|vorgefunden|ausmachen|sehen)",
      " (?!.*verstoss)",
    ),
    saying(
      " (?:finden|sehen|fanden|erkennen|entdecken) (?:wir |ich )?(?:[a-z]+ ){0,3}(?:nichts",
      "|keine|keinen|kein) (?:[a-z]+ ){0,2}(?:phishing|inhalt|inhalte|seite|datei|schadcode",
      "|auffalliges|verdachtiges|hinweise|hinweis|derartig[a-z]*|solche[nrs]?) ",
    ),
    saying(
      " (?:url|link|adresse|seite|domain) (?:[a-z]+ ){0,4}(?:zeigt|liefert|fuhrt) (?:[a-z]+",
      " ){0,4}(?:nichts|leere|leer|normale|keine|keinen|unauffallig[a-z]*|nur) ",
    ),
  ],
  closed: [
    saying(
      " (?:ticket|vorgang|anfrage|fall|meldung|bearbeitung)(?: [a-z0-9]+){0,5} (?:geschlossen",
      "|gelost|zusammengefuhrt|zusammengelegt|abgeschlossen|beendet|erledigt|archiviert) ",
    ),
    saying(
      " (?:schliessen|schliesse|beenden) (?:wir |ich )?(?:das|den|ihr|ihren|dieses|diesen)",
      " (?:ticket|vorgang|fall) ",
    ),
    saying(" status (?:geschlossen|gelost|erledigt|closed) "),
  ],
  absent: [
    saying(
      " (?:ich bin|bin ich|wir sind|befinde mich) (?:[a-z0-9]+ ){0,8}(?:nicht im (?:buro|haus",
      "|dienst)|im urlaub|abwesend|ausser haus|auf dienstreise|in elternzeit|nicht erreichbar",
      "|krank) ",
    ),
    saying(" (?:im urlaub|abwesend|nicht im buro|ausser haus) (?:[a-z0-9]+ ){0,3}(?:bis|ab|vom) "),
    saying(
      " nicht mehr (?:bei|fur) (?:[a-z]+ ){1,4}(?:tatig|beschaftigt|arbeitet) | (?:unternehmen",
      "|firma|haus) verlassen ",
    ),
    saying(
      " (?:buro|unternehmen|betrieb|geschaftsstelle) (?:[a-z]+ ){0,3}(?:ist|bleibt|hat)",
      " (?:[a-z0-9]+ ){0,8}geschlossen ",
    ),
    saying(" (?:betriebsferien|betriebsurlaub) "),
    saying(" (?:unsere|die) (?:geschafts|buro|offnungs|service)zeiten sind "),
  ],
  unreached: [
    saying(
      " (?:ihre|die) (?:nachricht|e ?mail|mail) (?:[a-z]+ ){0,5}nicht (?:[a-z]+",
      " )?(?:zugestellt|ausgeliefert|angenommen) ",
    ),
    saying(" (?:postfach|mailbox) (?:[a-z]+ ){0,4}(?:voll|existiert nicht|unbekannt|uberfullt) "),
    saying(" (?:bestatigen|beweisen|bestatigt) (?:[a-z]+ ){0,6}(?:mensch|kein roboter|keine", " maschine) "),
    saying(
      " (?:klicken) (?:[a-z]+ ){0,6}(?:URL )?(?:[a-z]+ ){0,4}(?:nachricht|e ?mail|mail)",
      " (?:[a-z]+ ){0,3}(?:zuzustellen|freizugeben|zugestellt) ",
    ),
  ],
  forLater: saying(
    " (?:kunftig|zukunftig|in zukunft|nachstes mal|beim nachsten|weitere (?:meldungen|falle",
    "|hinweise|vorfalle)|fur eine (?:schnellere|zugige)|schneller|alternativ|gerne auch",
    "|konnen sie auch|auch uber|kunftige|antworten sie nicht|status|verfolgen|einsehen|den",
    " stand)",
  ),
  ofOurs: saying(
    " unsere[nrsm]?(?: [a-z]+)? (?:kunden?|kundin|reseller|niederlassung|abteilung",
    "|kolleg(?:e|en|in)|buro|team|tochter[a-z]*|standort)|unser (?:kunde|reseller|team",
    "|kollege|buro|standort) ",
  ),
  away: [
    saying(
      " ",
      [
        "nicht im (buro|haus|dienst)",
        "im urlaub",
        "abwesend",
        "abwesenheit",
        "wieder (da|erreichbar|im buro)",
        "elternzeit",
        "dienstreise",
        "ausser haus",
        "buro ist",
        "betriebsferien",
        "geschlossen",
        "nicht weitergeleitet",
        "nicht mehr (bei|fur)",
        "feiertag",
        "krank",
      ],
      " ",
    ),
  ],
});

export const german: Lexicon = {
  language: "de",
  common: `
    der die das und ist sind wurde wurden wird werden wir sie nicht ein eine einen ihre ihren ihr
    haben hat bei von mit fur auf zu uns unser unsere unseren unserem bitte im den dem des sich
    konnen kann oder auch als noch danke guten sehr geehrte vielen dank inzwischen
  `,
  sayings: once(sayings),
};
