import type { Texts } from "../texts.ts";

/** Every Italian word that a desk reads from us; `en.ts` says what each text is for. */
export const italian: Texts = {
  language: "it",
  name: "Italian",
  parts: {
    "mark.reminder": "Sollecito {{reminder}}",
    "mark.escalation": "Escalation",
    "mark.moved": "Nessuna ulteriore azione",
    "mark.withdrawal": "RITIRATA",
    "mark.correction": "RETTIFICA",

    "type.csam": "materiale di abuso sessuale su minori",
    "type.csem": "sfruttamento sessuale di minori",
    "type.ncii": "immagini intime senza consenso",
    "type.terrorism": "contenuto terroristico",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "botnet",
    "type.fraud": "frode",
    "type.brand": "violazione di marchio",
    "type.copyright": "violazione del diritto d'autore",
    "type.exposed-data": "dati esposti",
    "type.other": "contenuto dannoso",

    "what.csam": "materiale di abuso sessuale su minori",
    "what.csem": "sfruttamento sessuale di un minore",
    "what.ncii": "immagini intime pubblicate senza il consenso della persona raffigurata",
    "what.terrorism": "contenuto che incita al terrorismo o lo sostiene",
    "what.phishing": "phishing",
    "what.malware": "distribuzione di malware",
    "what.botnet": "controllo di una botnet",
    "what.fraud": "frode",
    "what.brand": "uso ingannevole di un marchio",
    "what.copyright": "uso di un'opera protetta senza autorizzazione",
    "what.exposed-data": "dati esposti senza diritto di pubblicarli",
    "what.other": "contenuto dannoso",

    "place.url": "su {{host}}",
    "place.host": "su {{host}}",
    "place.peer": "da {{host}}, porta {{port}}",
    "place.account": "in un account su {{host}}",
    "place.several": "a {{count}} indirizzi{{#host}} su {{host}}{{/host}}",
    "where.url": "Indirizzo esatto, disattivato (leggere hxxp come http, [.] come ., [:] come :):",
    "where.host":
      "Posizione esatta, disattivata (leggere [.] come ., [:] come :), tutto ciò che si trova su questo host:",
    "where.peer": "Posizione esatta, disattivata (leggere [.] come ., [:] come :):",
    "where.account": "Posizione esatta, disattivata (leggere [.] come ., [:] come :):",
    "where.several":
      "Gli indirizzi esatti si trovano nell'elenco alla fine di questo messaggio, ciascuno una sola volta, con il nostro numero e il momento in cui è stato visto per la prima volta; sono disattivati (leggere hxxp come http, [.] come ., [:] come :).",
    "where.port": "porta",
    "where.account-name": "account",

    "lead.first": "Segnaliamo quanto segue: {{>what}} {{>place}}, visto per la prima volta il {{seen}}. {{>please}}.",
    "lead.reminder":
      "Sollecito {{reminder}}: Vi abbiamo segnalato quanto segue e non ci risulta alcuna risposta risolutiva: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Vi segnaliamo quanto segue perché, per quanto ci risulta, i destinatari precedenti non vi hanno posto fine: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "In merito alla nostra segnalazione ({{>what}} {{>place}}): il contenuto non è più servito dalla Vostra rete. Non Vi è chiesto altro. Grazie.",
    "lead.withdrawal":
      "Ritiriamo la nostra segnalazione ({{>what}} {{>place}}). Vi preghiamo di non darvi seguito e di annullare quanto fatto sulla sola base della nostra parola. Ce ne scusiamo.",
    "lead.correction":
      "Rettifichiamo la nostra segnalazione ({{>what}} {{>place}}, visto per la prima volta il {{seen}}). {{>please}}. Vi preghiamo di usare i dati di questo messaggio al posto dei precedenti.",
    "may-be-second":
      "È possibile che abbiate già ricevuto questa segnalazione: non abbiamo potuto accertare se il nostro messaggio precedente vi sia arrivato. Vi preghiamo di trattarle come una sola.",

    "please.host": "Vi preghiamo di conservare le prove e poi di rimuovere il contenuto o renderlo inaccessibile",
    "please.upstream": "Vi preghiamo di farlo rimuovere dal Vostro cliente o di non instradarlo più",
    "please.front":
      "Vi preghiamo di non distribuirlo più attraverso la Vostra rete e di inoltrare questo messaggio all'hosting che c'è dietro",
    "please.registrar": "Vi preghiamo di intervenire contro questo uso del nome a dominio",
    "please.hotline": "Vi preghiamo di valutarlo e di farlo rimuovere secondo la Vostra procedura nazionale",
    "please.cert": "Vi preghiamo di farvi porre fine dalla rete responsabile nel Vostro ambito",
    "please.site": "Vi preghiamo di rimuoverlo dal Vostro sito e di chiudere la via per cui vi è arrivato",

    "relation.platform":
      "Ricevete questo messaggio come ufficio abuse del servizio su cui è stato visto{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Ricevete questo messaggio come contatto abuse della rete da cui è servito{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Ricevete questo messaggio come contatto abuse del servizio che sta davanti all'hosting{{#range}} ({{range}}){{/range}}; il contenuto può trovarsi altrove.",
    "relation.upstream":
      "Ricevete questo messaggio come contatto abuse della rete che trasporta il traffico della rete di hosting{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Ricevete questo messaggio come contatto abuse del registrar del dominio{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Ricevete questo messaggio come hotline del paese in cui è ospitato{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Ricevete questo messaggio come gruppo di risposta agli incidenti (CERT) del paese in cui è ospitato{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Ricevete questo messaggio come contatto del sito stesso.",

    "label.seen": "Visto per la prima volta:",
    "label.channel": "Visto su:",
    "label.addresses": "Risolve in:",
    "label.looked-up": "verificato",
    "label.explanation": "Perché lo è:",
    "label.imitates": "Imitato o violato:",
    "label.legitimate-site": "Sito legittimo:",
    "label.reproduce": "Come vederlo:",
    "label.classification": "Classificazione:",
    "label.assessed": "Valutato da:",
    "label.hash": "Hash:",
    "label.notifier": "Segnalante:",
    "label.sender": "Inviato da:",
    live: "Segnalato come in corso dal vivo.",
    organisations: "Segnalato da {{organisations}} organizzazioni.",
    "assessed.manual-review": "una persona dell'organizzazione segnalante",
    "assessed.hash-match": "corrispondenza con un elenco di hash noti",
    "assessed.user-report": "segnalazione di un utente, trasmessa dall'organizzazione segnalante",
    "assessed.automated-scan": "scansione automatizzata",
    "assessed.unstated": "l'organizzazione segnalante, metodo non indicato",
    "channel.website": "un sito web",
    "channel.message-board": "un forum",
    "channel.chat-room": "una chat",
    "channel.peer-to-peer": "una rete peer-to-peer",
    "channel.instant-messaging": "messaggistica istantanea",
    "channel.live-stream": "una diretta",
    "channel.file-host": "un servizio di hosting di file",
    "channel.e-mail": "posta elettronica",

    "ask.child-abuse.host":
      "Che cosa chiediamo: 1. Prima della rimozione, conservare il materiale e i registri di chi lo ha pubblicato e di chi vi ha avuto accesso, come richiesto dalla Vostra legge, accessibili solo a chi ne ha titolo. 2. Rimuoverlo o renderlo inaccessibile. 3. Segnalarlo alla Vostra polizia o hotline. 4. Non avvertire chi lo ha pubblicato. Vi preghiamo di non inviarci nulla del materiale.",
    "ask.child-abuse.upstream":
      "Che cosa chiediamo: far conservare le prove e far rimuovere subito il materiale dal Vostro cliente; se ciò non avviene, non instradare più l'indirizzo. Non avvertire chi lo ha pubblicato. Vi preghiamo di non inviarci nulla del materiale.",
    "ask.child-abuse.registrar":
      "Che cosa chiediamo: verificare se le Vostre condizioni consentono di sospendere la risoluzione del nome a dominio, conservare i dati di registrazione per la polizia e non avvertire il titolare. Vi preghiamo di non inviarci nulla del materiale.",
    "ask.child-abuse.hotline":
      "Che cosa chiediamo: valutare la posizione, avvisare la Vostra polizia e l'hosting provider secondo la Vostra procedura nazionale e dirci se il provider non deve ancora essere informato.",
    "ask.child-abuse.cert":
      "Che cosa chiediamo: avvisare la Vostra polizia o hotline e indicarci chi, nel Vostro paese, può ottenere la rimozione.",
    "ask.intimate.host":
      "Che cosa chiediamo: rimuovere le immagini o renderle inaccessibili, rimuovere le copie identiche che potete trovare e conservare i registri di chi le ha pubblicate. Vi preghiamo di non inviarci alcuna delle immagini.",
    "ask.terrorism.host":
      "Che cosa chiediamo: valutare il contenuto, conservarlo con i registri di chi lo ha pubblicato e rimuoverlo o renderlo inaccessibile se viola la legge o le Vostre condizioni.",
    "ask.crime.host":
      "Che cosa chiediamo: conservare log e file come prova, mettere offline la pagina, il file o la macchina e avvisare il Vostro cliente se il suo sistema è stato violato.",
    "ask.crime.registrar":
      "Che cosa chiediamo: esaminare le prove in questo messaggio e, se accertate che il nome a dominio è usato per questo abuso, far cessare o ostacolare tale uso. Se il nome appartiene a una vittima il cui sito è stato violato, Vi preghiamo di informare invece il titolare.",
    "ask.crime.cert":
      "Che cosa chiediamo: inoltrare questo alla rete responsabile nel Vostro ambito e dirci se Vi serve altro.",
    "ask.rights.host":
      "Che cosa chiediamo: esaminare l'uso qui descritto e rimuoverlo o renderlo inaccessibile se lo ritenete illecito o contrario alle Vostre condizioni.",
    "ask.rights.registrar":
      "Che cosa chiediamo: inoltrare questa segnalazione al titolare ed esaminare la registrazione secondo le Vostre condizioni.",
    "ask.exposed.host":
      "Che cosa chiediamo: rendere subito inaccessibili i dati, conservare i log di accesso e informare il Vostro cliente affinché possa avvertire gli interessati.",
    "ask.host":
      "Che cosa chiediamo: conservare le prove, esaminare il contenuto e rimuoverlo o renderlo inaccessibile se viola la legge o le Vostre condizioni.",
    "ask.front":
      "Che cosa chiediamo: non distribuire più l'indirizzo attraverso la Vostra rete se viola la legge o le Vostre condizioni, inoltrare questo messaggio al fornitore di hosting che c'è dietro e dirci chi è.",
    "ask.upstream":
      "Che cosa chiediamo: farvi porre fine dal Vostro cliente secondo la Vostra policy d'uso; se ciò non avviene, non instradare più l'indirizzo.",
    "ask.registrar":
      "Che cosa chiediamo: inoltrare questa segnalazione al titolare o al Vostro rivenditore ed esaminare l'uso del nome a dominio secondo le Vostre condizioni.",
    "ask.hotline": "Che cosa chiediamo: valutare la posizione e agire secondo la Vostra procedura nazionale.",
    "ask.cert": "Che cosa chiediamo: inoltrare questo a chi nel Vostro ambito può porvi fine.",
    "ask.site":
      "Che cosa chiediamo: conservare una copia dei log, rimuovere la pagina o il file e accertare come vi sia arrivato; il Vostro hosting provider può aiutarvi.",

    "ground.dsa":
      "Questa è una segnalazione ai sensi dell'articolo 16 del regolamento (UE) 2022/2065 (regolamento sui servizi digitali). Vi preghiamo di confermarne la ricezione e di comunicarci la Vostra decisione.",
    "ground.dsa-life":
      "L'articolo 18 impone ai servizi di hosting di informare le autorità di ogni sospetto di reato contro la vita o la sicurezza delle persone.",
    "ground.trusted-flagger":
      "Proviene da un segnalatore attendibile ai sensi dell'articolo 22 di tale regolamento e ha priorità.",
    "ground.us-provider":
      "Se siete un provider negli Stati Uniti: il 18 U.S.C. 2258A chiede ai provider che hanno effettiva conoscenza di un'apparente violazione di segnalarla alla CyberTipline di NCMEC e di conservare quanto segnalato.",
    "ground.raa":
      "Riteniamo che si tratti di abuso del DNS e questo messaggio contiene le nostre prove; la sezione 3.18 del Registrar Accreditation Agreement di ICANN chiede ai registrar di domini generici di intervenire in presenza di prove utilizzabili.",
    "ground.terms": "Lo chiediamo in base alle Vostre stesse condizioni d'uso.",
    "ground.national": "Lo chiediamo nell'ambito del Vostro mandato nazionale.",
    "ground.site": "Il Vostro sito sembra essere stato oggetto di abuso; chiediamo il Vostro aiuto.",
    "ground.copyright":
      "Questo messaggio non contiene alcuna dichiarazione ai sensi del 17 U.S.C. 512(c)(3); solo il titolare del diritto o un suo incaricato può farla.",
    "ground.good-faith": "Riteniamo in buona fede che le informazioni di questa segnalazione siano esatte e complete.",

    "history.reminder": "Le nostre segnalazioni precedenti a Voi:",
    "history.escalation": "Informati prima di Voi:",
    "history.subject": "oggetto",
    "history.acknowledged": "ricezione confermata",
    "history.ticket": "numero di pratica",
    "delivery.delivered": "accettata dal server di posta del destinatario",
    "delivery.sent": "inviata, consegna non confermata",
    "delivery.returned": "tornata come non recapitabile",
    "answer.removed": "risposta: rimosso",
    "answer.not-ours": "risposta: non di loro competenza",
    "answer.form": "risposta: rinvio a un modulo",
    "answer.refused": "risposta: non interverranno",
    "answer.question": "risposta: una domanda",
    "answer.other": "risposta non risolutiva",

    reach:
      "Per contattarci, rispondete a questo messaggio: lo leggono persone. Il nostro numero è {{caseId}}{{#ticket}}; il Vostro è {{ticket}}{{/ticket}}. Se non siete l'ufficio competente, Vi preghiamo di indicarci quale lo è.",
    "reach.several":
      "La Vostra risposta vale per tutti gli indirizzi dell'elenco, salvo che indichi i numeri di quelli a cui si riferisce.",
    verify: "Per verificare che questa segnalazione è autentica: {{verifyBy}}",
    machine:
      "Il file allegato xarf.json dice lo stesso in forma leggibile da una macchina (XARF 4.2), con l'indirizzo esatto.",
    "machine.several":
      "Il file allegato xarf-reports.json dice lo stesso in forma leggibile da una macchina (XARF 4.2, {{reports}} su {{count}}), con gli indirizzi esatti.",
    list: "Indirizzi",
  },
};
