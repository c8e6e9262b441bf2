import { once } from "../../kernel/once.ts";
import { type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** Italian. */
const sayings = (): Sayings => ({
  polite: [
    / (vi |la |le )?(informiamo|confermiamo|comunichiamo)( che)? /g,
    / (in caso|per) (di )?(ulteriori|eventuali) (domande|informazioni|chiarimenti)[a-z ]{0,40}/g,
    / non esiti [a-z ]{0,40}/g,
  ],
  joints: saying(
    " ",
    "(?=(?:e(?= (?:il|lo|la|i|gli|le|l|abbiamo|ha|hanno|stiamo|si|che|non) )|ed|ma|pero|tuttavia|perche|",
    "fino|finche|quindi|poiche|dal|da quando) )",
  ),
  hypothetical: saying(
    " ",
    [
      "in (questi|tali|quei|casi simili) casi",
      "contenuti (illeciti|illegali|segnalati) (sono|vengono)",
      "(penso|pensiamo|credo|crediamo|suppongo|supponiamo|immagino) che",
      "ci (dicono|hanno detto)",
      "per quanto ne (so|sappiamo)",
      "se",
      "quando",
      "qualora",
      "una volta",
      "non appena",
      "a meno",
      "in caso",
      "purche",
      "salvo",
      "nel caso",
      "altrimenti",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ ",
      [
        "ciao",
        "salve",
        "buongiorno",
        "buonasera",
        "gentile",
        "spett le",
        "egregi[oa]?",
        "cordiali saluti",
        "distinti saluti",
        "saluti",
        "grazie",
        "buon lavoro",
        "cordialmente",
      ],
      "(?: [a-z]+){0,4} $",
    ),
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ stato (?:chius[oa]|risolt[oa]) $/,
    saying(
      "^ (?:(?:il|la|suo|sua|vostro|vostra|il suo|la sua|questo) )?",
      ["ticket", "richiesta", "segnalazione", "pratica", "caso"],
      "(?: (?:ID|numero|n))*(?: (?:e stat[oa]|e|risulta))?(?: (?:quindi|ora))? ",
      ["chius[oa]", "risolt[oa]", "complet[oa]", "evas[oa]"],
      " $",
    ),
    /^ (?:chiudo|chiudiamo|consideriamo chiuso) (?:il|la|questo) (?:ticket|caso|pratica) $/,
  ],
  plain: {
    thing: `
      contenut[oi] pagin[ae] pagina_web sito_web siti_web domini[o]? nomi?_a_dominio sottodomini[o]?
      file url link account account_del_cliente server vps hosting spazio_web servizi[o]? accesso
      profil[oi] annunci[o]? post immagin[ei] foto video negozi[o]? canale gruppo istanza macchina
      macchina_virtuale cartell[ae] directory script dati installazione contratto piano ip
      indirizz[oi]_ip malware phishing codice tutto record_dns zona applicazione materiale bot kit
      shop sit[oi] sito siti spazi dischi disco porta phishing_kit negozio_online sito_in_questione
      finto_sito finta_pagina account_dello_studente cartella_condivisa link_condiviso
      pagina_personale computer pc macchina_infetta linea connessione sottocartella
      account_istituzionale casella_istituzionale
    `,
    person: "client[ei] utent[ei] utenz[ae] utenza studente studenti autore caricatore",
    act: `
      (elimina|cancella|disattiva|disabilita|blocca|oscura|isola|termina|cessa|bonifica|banna|
        sconnetta|inattiva|ripuli|inibi|rimuovu|disdett|disconness|chius|rimoss|sospes|spent|tolt|
        revocat|scollegat|neutralizzat)[t]?[oaie]
      (messo|messa|messi|messe)_offline
      (reso|resa|resi|rese)_(inaccessibil[ei]|irraggiungibil[ei]|non_(accessibil[ei]|
        raggiungibil[ei]))
      (buttat|tirat)[oaie]_giu
      provveduto_(a|alla|all|ad)_(rimuoverl[oaie]|cancellarl[oaie]|eliminarl[oaie]|rimuovere|
        rimozione|sospendere|sospensione|oscurare|oscuramento|bloccare|blocco|disattivare|
        disattivazione|cancellare|cancellazione|eliminare|eliminazione|chiudere|chiusura|spegnere)
      (proceduto|procedut[oaie])_(alla|a|con_la)_(rimozione|sospensione|cancellazione|
        disattivazione|chiusura|rimuovere|sospendere|disattivare|bloccare)
      avvenut[ao]_(rimozione|sospensione|cancellazione|disattivazione|chiusura)
      (e|risulta)_(spent[oa]|chius[oa]) buttat[oaie]_fuori svuotat[oaie] nullroutat[oaie]
      (messo|messa)_in_(client|server)_?hold (mess[oaie]|post[oaie])_in_quarantena in_quarantena
      fatto_fuori segat[oaie] staccat[oaie] stacca?t[oaie]_dalla_rete tagliat[oaie] pialla?t[oaie]
      bannat[oaie] null_route(ato)? fulminat[oaie]
    `,
    state: `
      offline irraggiungibil[ei] inaccessibil[ei]
      non_(e|sono|risulta|risultano)_(ora_|quindi_)?piu_(raggiungibil[ei]|disponibil[ei]|
        accessibil[ei]|attiv[oaie]|online|visibil[ei]|in_linea|presente|presenti)
      non_(risponde|risolve|rispondono|risolvono|esiste|esistono)_piu non_e_piu_online
      non_(si_)?(apre|carica|vede)_piu
      non_risulta_piu_(raggiungibile|accessibile|disponibile|online|attivo) mort[oaie]
      (restituisce|risponde|mostra|da)(_ora|_un|_con|_errore|_pagina)*_(404|403|410|451)
    `,
    who: `
      noi (il_)?nostr[oai]_(team|cliente|tecnici|reparto|staff|clienti|supporto)
      (da|dal|dai|dalla|dei|sui|sul|del|della|nei)_(noi|nostr[oai]_(team|parte|lato|server|rete|
        piattaforma|tecnici|cliente|sistemi|reparto|staff|supporto))
      (il|lo|dal|al|del)_(cliente|titolare|proprietario|gestore|webmaster|utente|registrar|
        registro|provider|rivenditore)
      cliente titolare proprietario gestore suo sua suoi stesso
    `,
    when: `
      oggi ieri ora adesso gia stamattina stamani ieri_sera stanotte questa_mattina appena
      immediatamente subito attualmente nel_frattempo da_(oggi|ieri|stamattina|ora|questa_mattina)
      alle_(ore_)?(TIME|[0-9]{1,2}) dalle_(ore_)?TIME TIME
      (lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica)
      (il_)?(giorno_)?[0-9]{1,2}_(gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|
        settembre|ottobre|novembre|dicembre)(_20[0-9]{2})?
      un_ora_fa (pochi_minuti|[0-9]{1,2}_(ore|minuti))_fa definitivamente con_effetto_immediato
      tempestivamente prontamente in_data_(odierna|TIME|oggi) poco_fa
    `,
    how: `
      completamente del_tutto totalmente correttamente manualmente con_successo
      (per|a_seguito_di|a_seguito_della|in_seguito_a|in_seguito_alla|a_causa_di|dopo|in_base_a|
        ai_sensi_del|ai_sensi_dell|in_violazione|in_riferimento_alla|con_riferimento_alla|
        in_merito_alla|come)_(la_|il_|sua_|vostra_|una_|un_|nostra_|le_|nostre_|violazione_di_|
        violazione_dei_|violazione_delle_|della_|del_)*(segnalazione|richiesta|richiesto|notifica|
        comunicazione|violazione|abuso|phishing|frode|verifica|verifiche|controllo|analisi|termini|
        condizioni|termini_di_servizio|condizioni_generali|policy|art_[0-9]{1,2}|dsa)
      violazione abuso
      (dei|delle|di)_(nostri_|nostre_)?(termini|condizioni|termini_di_servizio|
        condizioni_generali|condizioni_d_uso|policy)
      della_(sua|vostra)_segnalazione
      (da_lei_|da_voi_)?(segnalat[oaie]|indicat[oaie])(_(da_lei|da_voi|nella_(sua|vostra)_(mail|
        segnalazione)))?
      (client|server)_?hold in_(client|server)_?hold LAW
      a_seguito_(del_nostro_intervento|della_(sua|vostra)_segnalazione) (dopo|previa)_verifica
    `,
    little: `
      il lo la i gli le l dei delle degli di del della dell da dal in nel nella su sul sulla per con
      e ed anche e_stat[oa] sono stat[oaie] abbiamo ha hanno ho risulta risultano essere aver avere
      venne e_ora questo questa questi queste quest tal[ei] tutt[oaie] entramb[ie] question[e]?
      oggetto suddett[oaie] citat[oaie] segnalat[oaie] indicat[oaie] interessat[oaie] coinvolt[oaie]
      incriminat[oaie] fraudolent[oaie] malevol[oaie] infett[oaie] compromess[oaie] illecit[oaie]
      dannos[oaie] relativ[oaie] corrispondent[ei] associat[oaie] fatto fatta si quindi pertanto
      cosi gia mess[oaie] pres[oaie] provvedimenti pos[t]?[oaie] contestuale nonche che al alla ora
      conferma comunica informa nota agente finto finta finti finte falso falsa falsi false
      condivis[ao] dello studente del_tutto tutto_il_contenuto contenut[oi]_compres[oi] insieme
      assieme lo_stesso ho_appena appena
    `,
    beside: `
      ciao buongiorno buonasera salve gentile grazie per la sua segnalazione saluti cordiali
      distinti cliente informato avvisato avvertito notificato contattato ticket chiuso chiudo
      pratica password cambiat[ae] aggiornat[oaie] plugin verificato verificate controllato
      confermato effettuato opportune verifiche il e stato abbiamo le gli era stata un sito
      hackerato bucato compromesso operatore nota risposta buon lavoro commento scusate_il_ritardo
      scusi_il_ritardo buona_(giornata|serata) buon_weekend un_saluto a_presto
    `,
  },
  doubts: saying(
    " ",
    [
      "nuov[oaie]",
      "(e|resta|risulta) (online|accessibile|raggiungibile|visibile)",
      "non",
      "nulla",
      "niente",
      "nessun[oa]?",
      "mai",
      "ne",
      "senza",
      "ma",
      "pero",
      "tuttavia",
      "sebbene",
      "tranne",
      "salvo",
      "eccetto",
      "se",
      "quando",
      "qualora",
      "appena",
      "finche",
      "fino",
      "sara",
      "saranno",
      "verra",
      "verranno",
      "potra",
      "potrebbe",
      "puo",
      "possiamo",
      "possono",
      "deve",
      "dovra",
      "dovrebbe",
      "solo",
      "soltanto",
      "solamente",
      "parte",
      "parzialmente",
      "alcun[ie]",
      "altr[oaie]",
      "second[oa]",
      "resto",
      "restant[ei]",
      "meta",
      "ancora",
      "tuttora",
      "nuovo",
      "nuovamente",
      "tornat[oaie]",
      "ripristinat[oaie]",
      "riattivat[oaie]",
      "temporaneamente",
      "sbagliat[oa]",
      "sbaglio",
      "dice",
      "dicono",
      "sostiene",
      "afferma",
      "assicura",
      "secondo",
      "penso",
      "pensiamo",
      "credo",
      "crediamo",
      "suppongo",
      "spero",
      "speriamo",
      "sembra",
      "pare",
      "forse",
      "probabilmente",
      "presumibilmente",
      "presto",
      "breve",
      "domani",
      "poi",
      "chiesto",
      "chiediamo",
      "richiesto",
      "invitato",
      "rimuovere",
      "eliminare",
      "sospendere",
      "bloccare",
      "cancellare",
      "oscurare",
      "blocco",
      "sospensione",
      "migrat[oa]",
      "altrove",
      "trasferit[oa]",
      "disponibile",
    ],
    " ",
  ),
  stands: [
    / (punta|puntano|risiede|risiedono) (?:[a-z]+ ){0,2}(altro|altra|nuovo) (provider|hoster|fornitore|azienda) /,
    / non (?:[a-z]+ ){0,3}verificato /,
    / non (?:[a-z]+ ){0,3}(rimoss|eliminat|sospes|bloccat|cancellat|chius|oscurat)[oaie] /,
    saying(
      " non (?:[a-z]+ ){0,3}(possibile|riusciti|potuto) (?:[a-z]+ ){0,2}",
      ["rimuovere", "eliminare", "sospendere", "bloccare", "cancellare", "oscurare"],
      " ",
    ),
    / (tornat[oaie]|riappars[oaie]|ricompars[oaie]) (?!(in ufficio|al lavoro)\b)/,
    / (ancora|tuttora|di nuovo) (?:[a-z]+ )?(online|attiv[oaie]|raggiungibil[ei]|disponibil[ei]|visibil[ei]) /,
  ],
  notOurs: [
    / (invitiamo|consigliamo|prego|preghiamo) (?:[a-z]+ ){0,3}(a |di )?rivolger[a-z]* /,
    / (scriva|scrivete|rivolgetevi) (?:[a-z]+ ){0,3}(a |al |alla )(MAIL|loro|provider|gestore|registrar) /,
    / (ceduto|venduto|trasferito|migrato) (?:[a-z]+ ){0,4}(altro|altra|operatore|provider) /,
    saying(
      " non (?:[a-z]+ ){0,4}",
      [
        "appartiene",
        "appartengono",
        "ospitat[oaie]",
        "nostr[oaie]",
        "noi",
        "responsabili",
        "fornitore",
        "gestiamo",
        "ospitiamo",
        "di nostra",
        "competenza",
        "competenti",
      ],
      " (?!(policy|politica|termini|condizioni))",
    ),
    saying(
      " ",
      ["solo", "soltanto", "solamente", "unicamente", "esclusivamente"],
      " (?:[a-z]+ ){0,3}",
      [
        "il registrar",
        "registrar",
        "registrante",
        "rivenditore",
        "il dominio",
        "dns",
        "registriamo",
        "noleggiamo",
        "forniamo",
        "la registrazione",
        "un intermediario",
        "transito",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "contatti",
        "contattare",
        "contattate",
        "si rivolga",
        "rivolgersi",
        "rivolgetevi",
        "invii",
        "inviare",
        "scriva",
        "segnali",
      ],
      " (?:[a-z]+ ){0,6}(il|al|a|l|all) (?:[a-z]+ ){0,2}",
      [
        "provider",
        "fornitore",
        "hosting",
        "hoster",
        "registrar",
        "proprietario",
        "titolare",
        "gestore",
        "operatore",
        "societa",
      ],
      " ",
    ),

    / (non e piu|non piu|piu) (?:un |nostro |nostra )*(con noi|cliente|nostr[oaie]|presso di noi) /,
    saying(
      " ",
      ["migrat[oaie]", "passat[oaie]", "trasferit[oaie]", "cedut[oaie]", "spostat[oaie]"],
      " (?:[a-z]+ ){0,3}",
      ["altro", "altra", "provider", "fornitore", "ad", "a", "presso"],
      " ",
    ),
    / (indirizzo|ufficio|azienda|destinatario|reparto) (sbagliat[oa]|errat[oa]) /,
    / (nessun|non abbiamo) (?:[a-z]+ )?controllo (?:[a-z]+ ){0,3}/,
  ],
  form: [
    saying(
      " ",
      [
        "utilizzare",
        "utilizzi",
        "utilizzate",
        "usare",
        "usi",
        "compili",
        "compilare",
        "compilate",
        "tramite",
        "mediante",
        "attraverso",
        "via",
        "con",
        "su",
        "nel",
        "dal",
      ],
      " (?:[a-z]+ ){0,6}",
      ["modulo", "form", "portale", "piattaforma", "pagina di segnalazione", "moduli"],
      " ",
    ),
    saying(
      " ",
      ["segnalazioni", "segnalare", "segnali", "abuso", "abusi", "inviare", "invii", "reclami"],
      " (?:[a-z]+ ){0,10}(su|tramite|via|qui|a|all indirizzo) (?:[a-z]+ ){0,3}URL ",
    ),
    saying(
      " (casella|indirizzo|e ?mail|mail) (?:[a-z]+ ){0,4}non (?:e |viene |sono )?(?:[a-z]+ )?",
      ["monitorat[oa]", "lett[oa]", "presidiat[oa]", "controllat[oa]", "gestit[oa]"],
      " ",
    ),
    / non (?:[a-z]+ ){0,5}(via|per|tramite) (e ?mail|mail|posta) /,
  ],
  refused: [
    / conforme (?:[a-z]+ ){0,4}(condizioni|termini|policy|regole) /,
    / non (verra|sara|verranno|saranno) (?:[a-z]+ ){0,2}(rimoss|eliminat|sospes|oscurat)[oaie] /,
    / non siamo (la |un |il )?(polizia|tribunale|giudici) /,
    / serve (?:[a-z]+ ){0,3}(giudice|ordinanza|decreto|provvedimento) /,
    [
      saying(
        " non (?:[a-z]+ ){0,4}",
        [
          "procederemo",
          "intervenire",
          "interverremo",
          "rimuovere",
          "rimuoveremo",
          "rimuoviamo",
          "possiamo rimuovere",
          "ravvisiamo",
          "riscontriamo",
          "riscontrato",
          "rilevato",
          "violazione",
          "violazioni",
          "viola",
          "accogliere",
          "sospendere",
          "sospendiamo",
          "agire",
          "illecito",
          "illegale",
          "daremo seguito",
        ],
        " ",
      ),
      / (stato possibile|riusciti|potuto) /,
    ],
    saying(
      " ",
      ["senza", "solo", "in assenza", "soltanto", "previo", "salvo", "mediante"],
      " (?:[a-z]+ ){0,5}",
      ["provvedimento", "ordine", "ordinanza", "decreto", "sentenza", "autorita", "giudice", "magistratura"],
      " ",
    ),
    / (respint[oa]|respingiamo|rifiutat[oa]|rifiutiamo|rigettat[oa]) /,
    / (liberta di espressione|contenuto e (legale|lecito)) /,
    / (rimarra|restera|resta) (?:[a-z]+ ){0,3}(online|disponibile|pubblicat[oa]) /,
    / nessuna (azione|misura|violazione) /,
    / alcuna violazione /,
  ],
  question: [
    / (mi|ci) (confermate|mandate|mandi|inviate|girate|dite|dica|passate) (?:[a-z]+ ){0,8}/,
    / (link|url|screenshot|allegato) (?:[a-z]+ ){0,4}(tagliato|troncato|incompleto|illeggibile|manca) /,
    [
      saying(
        " ",
        ["puo", "puoi", "potrebbe", "potreste", "potete", "sarebbe possibile"],
        " (?:[a-z]+ ){0,5}",
        [
          "inviar[a-z]*",
          "inviare",
          "indicar[a-z]*",
          "fornir[a-z]*",
          "confermar[a-z]*",
          "chiarire",
          "dir[a-z]+",
          "specificare",
          "precisare",
          "condividere",
          "allegare",
          "spiegare",
          "mandar[a-z]*",
          "trasmetter[a-z]*",
        ],
        " ",
      ),
      / modulo /,
    ],
    [
      saying(
        " ",
        ["per favore", "prego", "preghiamo", "chiediamo", "si prega", "vi preghiamo", "la preghiamo"],
        " (?:[a-z]+ ){0,5}",
        [
          "inviare",
          "indicare",
          "fornire",
          "allegare",
          "confermare",
          "chiarire",
          "specificare",
          "trasmettere",
          "inviarci",
          "fornirci",
          "indicarci",
          "di volerci",
        ],
        " ",
      ),
      / (modulo|al provider|al fornitore) /,
    ],
    saying(
      " ",
      [
        "servono",
        "serve",
        "abbiamo bisogno",
        "necessitiamo",
        "occorre",
        "occorrono",
        "mancano",
        "manca",
        "richiediamo",
      ],
      " (?:[a-z]+ ){0,8}",
      [
        "informazioni",
        "dettagli",
        "prove",
        "screenshot",
        "url",
        "log",
        "data",
        "ora",
        "orario",
        "indirizzo",
        "delega",
        "procura",
        "elementi",
        "link",
        "schermate",
      ],
      " ",
    ),
    saying(
      " non (?:[a-z]+ ){0,3}",
      ["riusciamo", "vediamo", "troviamo", "riproducibile", "possiamo riprodurre", "si apre", "e stato possibile"],
      " (?:[a-z]+ ){0,6}(?!violazione)",
    ),
    / (quale|quali|di quale|cosa|quando|dove|chi|come|e|avete|ha|si tratta|da quale) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    saying(
      " ",
      [
        "giro",
        "giriamo",
        "passo",
        "passiamo",
        "inoltro",
        "guardo",
        "guardiamo",
        "controllo",
        "controlliamo",
        "sento",
        "chiedo",
      ],
      " (?:[a-z]+ ){0,4}",
      ["collega", "colleghi", "cliente", "stasera", "domani", "subito", "appena", "tecnici"],
      " ",
    ),
    / (le|vi|ti) (faccio|facciamo) sapere /,
    / ho (girato|passato|inoltrato|scritto|chiamato) /,
    saying(
      " ",
      [
        "ricevut[oa]",
        "ricevuto",
        "registrat[oa]",
        "inoltrat[oa]",
        "inoltriamo",
        "trasmess[oa] al",
        "girat[oa]",
        "presa in carico",
        "preso in carico",
        "in carico",
        "verificando",
        "verifica",
        "verificheremo",
        "analizzando",
        "controllando",
        "indagando",
        "esaminando",
        "esame",
        "valutando",
        "in lavorazione",
        "in corso",
        "avvisat[oa]",
        "informat[oa] il",
        "notificat[oa]",
        "contattat[oa] il",
        "chiesto al",
        "invitato il",
        "rispondera",
        "risponderemo",
        "ore di tempo",
        "ore per",
        "provvederemo",
        "procederemo alla",
        "faremo",
        "stiamo",
        "attendiamo",
        "in attesa",
        "ticket (?:[a-z0-9]+ ){0,3}(aperto|creato)",
        "aperto",
        "promesso",
        "impegnat[oa]",
        "avviseremo",
        "informeremo",
        "faremo sapere",
        "(spegn|sospend|chiud|disattiv|blocch|oscur)(iamo|eremo)",
      ],
      " ",
    ),
    / grazie per /,
    saying(
      " (sara|verra|saranno|verranno) (?:[a-z]+ ){0,5}",
      ["rimoss[oaie]", "sospes[oaie]", "bloccat[oaie]", "eliminat[oaie]", "oscurat[oaie]", "chius[oaie]"],
      " ",
    ),
  ],
  passedOn: [
    saying(
      " (?:inoltrat[oa]|trasmess[oa]|girat[oa]|segnalat[oa]|comunicat[oa]|inviat[oa]",
      "|notificat[oa]|passat[oa]|inoltriamo|giriamo|trasmettiamo) (?:[a-z]+ ){0,6}(?:al|a|alla",
      "|all) (?:[a-z]+ ){0,3}(?:cliente|clienti|titolare|rivenditore|proprietario|gestore",
      "|utente|intestatario|webmaster) ",
    ),
    saying(
      " (?:avvisat[oa]|informat[oa]|contattat[oa]|notificat[oa]|diffidat[oa]|sollecitat[oa]",
      "|invitat[oa]|chiesto|avvertit[oa]) (?:[a-z]+ ){0,2}(?:il|al|la|alla|l) (?:[a-z]+",
      " ){0,2}(?:cliente|titolare|rivenditore|proprietario|gestore|utente|intestatario",
      "|webmaster) ",
    ),
    saying(
      " (?:cliente|titolare|rivenditore|proprietario|gestore|utente|intestatario) (?:[a-z]+",
      " ){0,3}(?:e stato|stato|ha|avra|dispone di) (?:[a-z]+ ){0,2}(?:avvisato|informato",
      "|contattato|notificato|invitato|diffidato|avvertito|[0-9]+|tempo|fino|ore) ",
    ),
    saying(
      " (?:cliente|titolare|proprietario|utente|rivenditore) (?:[a-z]+ ){0,3}(?:promesso",
      "|impegnato|assicurato) ",
    ),
    saying(" se (?:il|nostro|il nostro) (?:cliente|titolare|proprietario|utente) non "),
  ],
  notFound: [
    saying(
      " non (?:[a-z]+ ){0,4}(?:trovat[oaie]|trovare|troviamo|riscontrat[oaie]|riscontriamo",
      "|rilevat[oaie]|rileviamo|riprodurre|riprodott[oa]|vediamo|visto|individuat[oaie]|vedere",
      "|risulta visibile) (?!.*violazion)",
    ),
    saying(
      " (?:nessun|nessuna|nessuno) (?:[a-z]+ ){0,3}(?:phishing|contenuto|pagina|file|traccia",
      "|attivita) (?:[a-z]+ ){0,4}(?:trovat[oa]|rilevat[oa]|riscontrat[oa]|presente|visibile) ",
    ),
  ],
  closed: [
    saying(
      " (?:ticket|richiesta|segnalazione|caso|pratica)(?: [a-z0-9]+){0,5} (?:chius[oa]",
      "|risolt[oa]|unit[oa]|accorpat[oa]|archiviat[oa]|conclus[oa]) ",
    ),
    saying(" (?:chiudiamo|chiudo) (?:[a-z]+ ){0,2}(?:ticket|segnalazione|caso|pratica) "),
  ],
  absent: [
    saying(
      " (?:sono|saro|siamo|mi trovo) (?:[a-z]+ ){0,4}(?:in ferie|assente|fuori ufficio|fuori",
      " sede|in malattia|in congedo|in trasferta) ",
    ),
    saying(" (?:in ferie|assente|fuori ufficio) (?:[a-z]+ ){0,2}(?:fino|dal|sino) "),
    saying(" non (?:lavora|lavoro|collabora|fa) piu "),
    saying(" (?:uffici|ufficio|azienda) (?:[a-z]+ ){0,4}chius[oia] (?:[a-z]+ ){0,3}(?:fino|per|dal", "|il) "),
  ],
  unreached: [
    saying(
      " (?:il suo|il vostro|il tuo|il) (?:messaggio|e ?mail|mail) non (?:[a-z]+",
      " ){0,4}(?:consegnat[oa]|recapitat[oa]|consegnare|accettat[oa]) ",
    ),
    saying(" (?:casella|mailbox) (?:[a-z]+ ){0,4}(?:piena|inesistente|sconosciuta|non esiste) "),
    saying(
      " (?:dimostrare|confermare|verificare|confermi|verifichi) (?:[a-z]+ ){0,4}(?:uman[oa]",
      "|non (?:e|essere) un robot|persona reale) ",
    ),
  ],
  forLater: saying(
    " (?:in futuro|la prossima volta|prossime segnalazioni|future segnalazioni|piu rapid[oa]",
    "|piu velocemente|puo anche|anche tramite|ulteriori segnalazioni|velocizzare",
    "|preferibilmente|non rispond[a-z]+|stato della|seguire|consultare)",
  ),
  ofOurs: saying(
    " (?:nostro|nostra|nostri|un nostro) (?:[a-z]+ )?(?:clienti?|rivenditore|utente|ufficio",
    "|reparto|team|collega|sede) ",
  ),
  away: [
    saying(
      " ",
      [
        "in ferie",
        "assente",
        "assenza",
        "fuori ufficio",
        "fuori sede",
        "al mio rientro",
        "rientro",
        "non lavoro piu",
        "accesso limitato",
        "in malattia",
        "chius[oi] per",
        "festivita",
      ],
      " ",
    ),
  ],
});

export const italian: Lexicon = {
  language: "it",
  common: `
    il lo gli un una di del della dei ed sono stato stata stati abbiamo ha hanno nostro nostra
    nostri vostra sua suo non per che con si ci la le questo questa al alla dal nel nella grazie
    buongiorno gentile piu da su tramite cordiali saluti
  `,
  sayings: once(sayings),
};
