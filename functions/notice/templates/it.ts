import type { Texts } from "../texts.ts";

/*
 * Terms: notice and report segnalazione, notifier segnalante, host hosting provider, platform
 * servizio, hotline hotline nazionale, abuse desk ufficio, evidence prove, logs log, take offline
 * mettere offline, remove rimuovere, to null-route applicare un null-route, registrar registrar,
 * registrant titolare, uploader chi ha pubblicato il contenuto, what is no page quanto segnalato,
 * law enforcement forze dell'ordine, domain name dominio, law's article art., constituency
 * constituency (as CSIRTs say).
 * Types are plurals or have none, so that they stand without an article in the subject, behind
 * « segnaliamo » and behind « relativa a ».
 * Avoided: denuncia (a complaint to the police), ritirata of a notice (a retreat), disattivato
 * (reads as taken down), violato of a customer (reads as a person harmed), registri for logs,
 * posizione for an address, participles that must agree with what the notice is about. Voi and
 * vostro stand with a small letter throughout, as in today's mails between colleagues.
 */

/** `en.ts` says what each text is for. */
export const italian: Texts = {
  language: "it",
  name: "Italian",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Sollecito {{reminder}}",
    "mark.escalation": "Escalation",
    "mark.moved": "Nessuna ulteriore azione",
    "mark.withdrawal": "SEGNALAZIONE ANNULLATA",
    "mark.correction": "RETTIFICA",
    "mark.returned": "Di nuovo online",

    "type.csam": "materiale pedopornografico",
    "type.csem": "contenuti di sfruttamento sessuale di minori",
    "type.ncii": "immagini intime diffuse senza consenso",
    "type.terrorism": "contenuti terroristici",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "server di comando e controllo (C2) di una botnet",
    "type.fraud": "attività fraudolente",
    "type.brand": "violazioni di marchio",
    "type.copyright": "violazioni del diritto d'autore",
    "type.exposed-data": "dati personali o riservati esposti online",
    "type.other": "contenuti dannosi",

    "page.phishing": "una pagina di phishing",
    "pages.phishing": "pagine di phishing",
    "page.fraud": "una pagina fraudolenta",
    "pages.fraud": "pagine fraudolente",
    "server.botnet": "un server di comando e controllo (C2) di una botnet",
    "servers.botnet": "server di comando e controllo (C2) di una botnet",
    "it.page": "la pagina",
    "it.pages": "queste pagine",
    "it.one": "quanto segnalato",
    "it.several": "quanto segnalato",

    "on.platform": "sul vostro servizio",
    "on.network": "sulla vostra rete",
    "on.front": "dietro il vostro proxy o CDN",
    "on.upstream": "su una rete a cui fornite il transito",
    "on.registrar": "su un dominio registrato tramite voi",
    "on.hotline": "su un server situato nel vostro Paese",
    "on.cert": "su un server situato nel vostro Paese",
    "on.site": "sul vostro sito",
    "on.peer": "in condivisione peer-to-peer dalla vostra rete",
    "place.several": "{{count}} URL{{#host}} su {{host}}{{/host}}, elencati sotto",

    greeting: "Buongiorno,",
    "lead.first": "Vi segnaliamo {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Sollecito {{reminder}}: non abbiamo ricevuto risposta alla nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}. Se avete già risolto, basta una parola di risposta.",
    "lead.reminder.replied":
      "Sollecito {{reminder}}: grazie per la risposta alla nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}. Non sappiamo se la questione sia risolta. Se lo è, basta una parola di risposta.",
    "seen-since": "È arrivata una nuova segnalazione, con rilevazione del {{seenSince}}.",
    "lead.escalation":
      "Vi segnaliamo {{>what}} {{>on}}: {{>place}}. Manca la conferma di rimozione dopo le segnalazioni sotto.",
    "lead.moved.host":
      "La nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} ({{>place}}) non richiede altro da parte vostra: per quanto ci risulta, non ospitate più {{>it}}. Grazie.",
    "lead.moved.other":
      "La nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} ({{>place}}) non richiede altro da parte vostra: ora un altro provider ospita {{>it}}. Grazie.",
    "lead.withdrawal":
      "Annulliamo la nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}. Motivo: il segnalante ha revocato la propria segnalazione. Vi chiediamo di non intervenire e di annullare le misure adottate solo in base alla nostra segnalazione. Ci scusiamo.",
    "lead.withdrawal.sensitive":
      "Annulliamo la nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}. Motivo: il segnalante ha revocato la propria segnalazione. Non vi chiediamo altro. Se avete già adottato misure, sta a voi decidere se mantenerle, in base alla vostra verifica e alla legge applicabile.",
    "lead.correction":
      "Rettifichiamo la motivazione indicata nella nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}. La motivazione corretta è riportata sotto; tutto il resto è invariato.",
    "lead.returned":
      "Vi segnaliamo di nuovo {{>what}} {{>on}}: {{>place}}. Dopo la rimozione c'è una nuova rilevazione{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "Facciamo seguito alla nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "Ci avete chiesto informazioni sulla nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} relativa a {{>what}} {{>on}}: {{>place}}. Ecco quanto indicato dal segnalante.",
    live: "URGENTE: segnalato come in corso in diretta, in questo momento.",
    reply: "Diteci cosa avete fatto o vi serve.",
    "reply.soon": "Diteci entro 24 ore cosa avete fatto o vi serve.",
    "reply.live":
      "Vi chiediamo di intervenire subito e di avvisarci, se possibile per telefono{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Potreste avere già ricevuto questo messaggio: non siamo riusciti a verificare se il nostro invio precedente vi sia arrivato. Vi chiediamo di considerare i due messaggi come uno solo.",

    "please.host":
      "Vi chiediamo di esaminare {{>it}} e di rimuovere ciò che è illecito o contrario alle vostre condizioni.",
    "please.peer":
      "Vi chiediamo di identificare il cliente in base a indirizzo, porta e ora, nei limiti consentiti dalla legge, di conservare questi dati e di far cessare la condivisione.",
    "please.front":
      "Vi chiediamo di esaminare {{>it}}, di non distribuire più ciò che è illecito o contrario alle vostre condizioni, di inoltrare questa segnalazione all'hosting provider di origine e di indicarci quale sia.",
    "please.upstream":
      "Vi chiediamo di far esaminare {{>it}} al vostro cliente e di agire in base alla vostra acceptable use policy (AUP).",
    "please.registrar":
      "Vi chiediamo di esaminare l'uso di questo dominio in base alle vostre condizioni e di informare il titolare senza i dati del segnalante.",
    "please.hotline": "Vi chiediamo di valutare {{>it}} e di agire secondo la vostra procedura nazionale.",
    "please.cert": "Vi chiediamo di inoltrare questa segnalazione a chi può intervenire nella vostra constituency.",
    "please.site":
      "Vi chiediamo di rimuovere {{>it}} dal vostro sito, di conservare una copia dei log e di correggere la vulnerabilità sfruttata; il vostro hosting provider può aiutarvi.",
    "please.child-abuse.host":
      "Vi chiediamo di mettere subito offline il contenuto, di conservarlo con i log degli accessi per le forze dell'ordine, nei limiti di legge, e di non avvisare fino ad allora chi lo ha pubblicato.",
    "please.child-abuse.peer":
      "Vi chiediamo di identificare il cliente in base a indirizzo, porta e ora, di conservare questi dati per le forze dell'ordine, nei limiti consentiti o imposti dalla legge, e di non avvisare il cliente.",
    "please.child-abuse.front":
      "Vi chiediamo di interrompere subito la distribuzione del contenuto e di indicarci chi lo ospita. Non avvisate chi lo ha pubblicato finché non sarà offline e conservato.",
    "please.child-abuse.upstream":
      "Vi chiediamo di far mettere subito offline il contenuto dal cliente e, se non provvede, di applicare un null-route. Chiedetegli di non avvisare chi lo ha pubblicato finché non sarà offline e conservato.",
    "please.child-abuse.registrar":
      "Vi chiediamo di conservare i dati di registrazione per le forze dell'ordine e di verificare se le vostre condizioni consentono di sospendere il dominio. Fino ad allora non avvisate il titolare.",
    "please.child-abuse.hotline":
      "Vi chiediamo di valutare il contenuto, di avvisare le forze dell'ordine e l'hosting provider secondo la vostra procedura nazionale e di dirci se quest'ultimo non deve ancora essere informato.",
    "please.child-abuse.cert":
      "Vi chiediamo di avvisare le forze dell'ordine o la hotline nazionale e di indicarci chi, nel vostro Paese, può far rimuovere il contenuto.",
    "please.intimate.host":
      "Vi chiediamo di mettere subito offline le immagini, di rimuovere le copie identiche che riuscite a trovare e di conservare i dati relativi a chi le ha pubblicate.",
    "please.exposed.host":
      "Vi chiediamo di rendere subito inaccessibili i dati, di conservare i log degli accessi e di informare il vostro cliente, perché possa avvertire gli interessati.",
    "please.terrorism.host":
      "Vi chiediamo di esaminare il contenuto, di rimuoverlo se è illecito o contrario alle vostre condizioni e di conservarlo con i dati relativi a chi lo ha pubblicato.",
    "please.crime.host": "Vi chiediamo di mettere offline {{>it}} e conservare prove (log, file).",
    "please.crime.front":
      "Vi chiediamo di non distribuire più {{>it}}, di inoltrare questa segnalazione all'hosting provider di origine e di indicarci quale sia.",
    "please.crime.upstream":
      "Vi chiediamo di far mettere offline {{>it}} dal vostro cliente e, se non provvede, di applicare un null-route all'indirizzo.",
    "please.crime.registrar":
      "Vi chiediamo di esaminare le prove e, se confermano l'abuso, di sospendere o disattivare il dominio.",
    "please.crime.cert":
      "Vi chiediamo di inoltrare questa segnalazione all'operatore responsabile nella vostra constituency e di dirci se vi serve altro.",
    hidden: "La visibilità può variare (vedi sotto).",

    "more.child-abuse":
      "Segnalatelo alla polizia o alla hotline, non inoltrate questo messaggio e non inviateci materiale.",
    "more.child-abuse.upstream":
      "Segnalatelo alla polizia o alla hotline, inoltrate questo messaggio solo a quel cliente e non inviateci materiale.",
    "more.intimate":
      "Vi chiediamo di non inviarci le immagini e di non inoltrare questa segnalazione a chi le ha pubblicate.",
    "more.terrorism": "Vi chiediamo di non inoltrare questa segnalazione a chi ha pubblicato il contenuto.",
    "more.crime":
      "Cercate anche kit, contenuti simili e via d'accesso. Se il cliente è stato compromesso, informatelo; potete inoltrare senza il nome del segnalante.",
    "more.victim": "Se il sito del titolare è stato compromesso, informate invece il titolare.",
    "more.customer": "Potete inoltrare questa segnalazione al vostro cliente senza il nome del segnalante.",

    "label.url": "URL",
    "label.host": "Intero host",
    "label.account": "Account",
    "label.address": "IP",
    "label.port": "porta",
    "label.network": "Vostra rete",
    "label.country": "Paese",
    "label.registered": "Dominio registrato il",
    "label.domain": "Dominio",
    "label.seen": "Ultima rilevazione",
    "label.first-seen": "Prima rilevazione",
    "label.channel": "Rilevato su",
    "label.reason": "Motivazione (segnalante)",
    "label.was": "Motivazione precedente (errata)",
    "label.removed": "Rimosso il",
    "label.brand": "Marchio, opera",
    "label.genuine": "Sito autentico",
    "label.right": "Numero di registrazione",
    "label.reproduce": "Visibilità",
    "label.redirects": "Reindirizzato da",
    "label.classification": "Classificazione",
    "label.basis": "Metodo",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Segnalante",
    "label.behalf": "Per conto di",
    "label.organisations": "Organizzazioni segnalanti",
    "label.sender": "Mittente",
    "label.verify": "Verifica",
    "label.phone": "Telefono",
    "label.number": "Rif.",
    "label.ticket": "Vs rif.",
    "label.told-before": "Precedente",
    "label.machine": "Allegato",
    screenshot: "presso il segnalante, su richiesta",
    "domain.malicious": "sembra registrato per questo abuso (secondo il segnalante)",
    "reason.assessment": "illecito secondo il segnalante",
    "basis.manual-review": "verifica umana",
    "basis.hash-match": "hash noti",
    "basis.user-report": "segnalazione di un utente",
    "basis.automated-scan": "scansione automatizzata",
    "basis.unstated": "non indicato",
    "classification.baseline": "baseline (illegale quasi ovunque)",
    "classification.A1": "A1 (bambino prepubere, atto sessuale)",
    "classification.A2": "A2 (bambino prepubere, posa sessuale)",
    "classification.B1": "B1 (minore pubere, atto sessuale)",
    "classification.B2": "B2 (minore pubere, posa sessuale)",
    "channel.message-board": "forum",
    "channel.chat-room": "chat",
    "channel.peer-to-peer": "rete peer-to-peer",
    "channel.instant-messaging": "messaggistica istantanea",
    "channel.live-stream": "diretta streaming",
    "channel.file-host": "servizio di file hosting",
    "channel.e-mail": "e-mail",
    "delivery.delivered": "accettata dal server di posta",
    "delivery.sent": "inviata, consegna non confermata",
    "delivery.returned": "restituita come non recapitabile",
    acknowledged: "ricezione confermata",
    "answer.passed-on": "inoltrata al loro cliente",
    "answer.removed": "risposta: rimosso",
    "answer.not-ours": "risposta: non è un loro cliente",
    "answer.form": "risposta: usare un modulo",
    "answer.refused": "risposta: non interverranno",
    "answer.not-found": "risposta: non trovato",
    "answer.question": "risposta: una domanda",
    "answer.other": "risposta ricevuta, non risolto",
    list: "URL",

    "ground.dsa": "Segnalazione ex art. 16 DSA (regolamento (UE) 2022/2065); diteci la decisione.",
    "ground.dsa-life": "Si applica anche il suo art. 18 (minaccia per la vita o la sicurezza).",
    "ground.trusted-flagger": "Segnalatore attendibile: {{flagger}} (art. 22, chiediamo priorità).",
    "ground.us-provider":
      "Il 18 U.S.C. 2258A impone la segnalazione alla CyberTipline di NCMEC e la sua conservazione.",
    "ground.raa":
      "Riteniamo sia un abuso del DNS; la sezione 3.18.2 del RAA di ICANN impone di agire tempestivamente in presenza di prove sufficienti.",
    "ground.terms": "Ci basiamo sulle vostre condizioni o sulla vostra AUP.",
    "ground.national": "Ci rivolgiamo a voi come contatto nazionale per questo tipo di segnalazioni.",
    "ground.site": "Il vostro sito sembra essere stato sfruttato da terzi; vi chiediamo aiuto.",
    "ground.good-faith": "Segnalante e mittente ritengono in buona fede le informazioni e accuse esatte e complete.",
    desk: "Ufficio sbagliato? Indicateci quello giusto.",
    several: "La vostra risposta vale per tutti gli URL elencati, salvo che indichi i riferimenti a cui si riferisce.",
  },
};
