import type { Texts } from "../texts.ts";

/*
 * Terms: notice segnalazione, report segnalazione originaria, notifier segnalante, host fornitore
 * di hosting, platform servizio, hotline hotline, abuse desk ufficio abuse, evidence prove, logs
 * log, take offline mettere offline, defanged non cliccabile, registrar registrar, registrant
 * titolare, to route instradare il traffico.
 * Avoided: denuncia (a complaint to the police), ritirata of a notice (a retreat), disattivato
 * (reads as taken down), violato of a customer (reads as a person harmed), registri for logs,
 * posizione for an address, participles that must agree with what the notice is about. Voi and
 * Vostro stand with a capital throughout.
 */

/** Every Italian word that a desk reads from us; `en.ts` says what each text is for. */
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
    "type.csem": "sfruttamento sessuale di minori",
    "type.ncii": "immagini intime diffuse senza consenso",
    "type.terrorism": "contenuto terroristico",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "comando e controllo (C2) di botnet",
    "type.fraud": "frode",
    "type.brand": "violazione di marchio",
    "type.copyright": "violazione del diritto d'autore",
    "type.exposed-data": "dati divulgati senza autorizzazione",
    "type.other": "contenuto dannoso",

    "on.platform": "sul Vostro servizio",
    "on.network": "sulla Vostra rete",
    "on.front": "dietro il Vostro proxy o CDN",
    "on.upstream": "su una rete a cui fornite il transito",
    "on.registrar": "su un nome a dominio registrato tramite Voi",
    "on.hotline": "su un hosting nel Vostro Paese",
    "on.cert": "su un hosting nel Vostro Paese",
    "on.site": "sul Vostro sito",
    "on.peer": "in condivisione dalla Vostra rete",
    "place.several": "{{count}} URL{{#host}} su {{host}}{{/host}}, elencati sotto",

    "lead.first": "Segnaliamo: {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Sollecito {{reminder}}: la nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} è ancora irrisolta: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation": "Segnaliamo: {{>type}} {{>on}}, {{>place}}. Le segnalazioni ad altri (sotto) non sono bastate.",
    "lead.moved.host":
      "Non è richiesta alcuna ulteriore azione. La nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) è chiusa: per quanto ci risulta, il contenuto non è più ospitato da Voi. Grazie.",
    "lead.moved.other":
      "Non è richiesta alcuna ulteriore azione. La nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) è chiusa per quanto Vi riguarda: il contenuto è passato a un altro fornitore. Grazie.",
    "lead.withdrawal":
      "Annulliamo la nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Motivo: il segnalante ha revocato la segnalazione originaria. Vi preghiamo di non intervenire e di revocare le misure adottate sulla sola base della nostra segnalazione. Ci scusiamo.",
    "lead.correction":
      "Rettifichiamo la motivazione della nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. La motivazione corretta è indicata sotto; tutto il resto è invariato.",
    "lead.returned":
      "Di nuovo online: {{>type}} {{>on}}, {{>place}}. Contenuto rimosso e poi rilevato di nuovo{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "In merito alla nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "Ci avete chiesto informazioni sulla nostra segnalazione{{#noticed}} del {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Quanto indicato dal segnalante è riportato sotto.",
    live: "URGENTE: secondo il segnalante è in corso in diretta, in questo momento.",
    reply: "Attendiamo risposta: cosa avete fatto o cosa Vi serve.",
    "reply.soon": "Attendiamo risposta entro 24 ore: cosa avete fatto o cosa Vi serve.",
    "may-be-second":
      "Potreste avere già ricevuto questo messaggio: non abbiamo potuto accertare se il nostro invio precedente Vi sia giunto. Vi preghiamo di considerare i due messaggi come un'unica segnalazione.",

    "please.host":
      "Vi preghiamo di esaminare il contenuto e di rimuoverlo se lo ritenete illecito o contrario alle Vostre condizioni.",
    "please.peer":
      "Vi preghiamo di identificare, nella misura consentita dalla vostra legge, il cliente in base a indirizzo, porta e ora, di conservare tale abbinamento e di far cessare la condotta del cliente.",
    "please.front":
      "Vi preghiamo di non distribuire più il contenuto nella misura in cui viola la legge o le Vostre condizioni, di inoltrare questa segnalazione al fornitore di hosting di origine e di indicarci quale sia.",
    "please.upstream":
      "Vi preghiamo di far esaminare il contenuto al Vostro cliente e di far cessare l'abuso in base alla Vostra acceptable use policy (AUP).",
    "please.registrar":
      "Vi preghiamo di esaminare l'uso di questo nome a dominio in base alle Vostre condizioni e di informare il titolare senza i dati del segnalante.",
    "please.hotline": "Vi preghiamo di valutare il contenuto e di agire secondo la Vostra procedura nazionale.",
    "please.cert": "Vi preghiamo di inoltrare la segnalazione a chi, nel Vostro ambito, può porvi fine.",
    "please.site":
      "Vi preghiamo di rimuovere il contenuto dal Vostro sito, di conservare una copia dei log e di eliminare la vulnerabilità che ne ha permesso l'inserimento; il Vostro fornitore di hosting può aiutarVi.",
    "please.child-abuse.host":
      "Vi preghiamo di mettere subito offline il contenuto e di conservarlo con i log degli accessi per le forze dell'ordine, nei limiti consentiti o imposti dalla legge. Non avvertite chi lo ha pubblicato.",
    "please.child-abuse.peer":
      "Vi preghiamo di identificare il cliente in base a indirizzo, porta e ora e di conservare tale abbinamento per le forze dell'ordine, nei limiti consentiti o imposti dalla legge. Non avvertite il cliente.",
    "please.child-abuse.front":
      "Vi preghiamo di interrompere subito la distribuzione del contenuto e di indicarci chi lo ospita. Non avvertite chi lo ha pubblicato.",
    "please.child-abuse.upstream":
      "Vi preghiamo di far mettere subito offline il contenuto dal Vostro cliente e, in mancanza, di non instradare più il traffico verso l'indirizzo. Non avvertite chi lo ha pubblicato.",
    "please.child-abuse.registrar":
      "Vi preghiamo di conservare i dati di registrazione per le forze dell'ordine e di verificare se le Vostre condizioni consentono di sospendere il nome a dominio. Non avvertite il titolare.",
    "please.child-abuse.hotline":
      "Vi preghiamo di valutare il contenuto, di avvisare le forze dell'ordine e il fornitore di hosting secondo la Vostra procedura nazionale e di indicarci se quest'ultimo non deve ancora essere informato.",
    "please.child-abuse.cert":
      "Vi preghiamo di avvisare le forze dell'ordine o la hotline nazionale e di indicarci chi, nel Vostro Paese, può far rimuovere il contenuto.",
    "please.intimate.host":
      "Vi preghiamo di mettere subito offline le immagini, di rimuovere le copie identiche che riuscite a trovare e di conservare i log relativi a chi le ha pubblicate.",
    "please.exposed.host":
      "Vi preghiamo di rendere subito inaccessibili i dati, di conservare i log degli accessi e di informare il Vostro cliente affinché possa avvertire gli interessati.",
    "please.terrorism.host":
      "Vi preghiamo di esaminare il contenuto, di rimuoverlo se viola la legge o le Vostre condizioni e di conservarlo con i log relativi a chi lo ha pubblicato.",
    "please.crime.host": "Vi preghiamo di mettere offline la risorsa e di conservare log e file come prova.",
    "please.crime.front":
      "Vi preghiamo di non distribuire più la risorsa, di inoltrare questa segnalazione al fornitore di hosting di origine e di indicarci quale sia.",
    "please.crime.upstream":
      "Vi preghiamo di far mettere offline la risorsa dal Vostro cliente e, in mancanza, di non instradare più il traffico verso l'indirizzo.",
    "please.crime.registrar":
      "Vi preghiamo di esaminare le prove e, se ne risulta questo abuso, di sospendere il nome a dominio o di impedirne altrimenti l'uso.",
    "please.crime.cert":
      "Vi preghiamo di inoltrare la segnalazione all'operatore responsabile nel Vostro ambito e di dirci se Vi serve altro.",

    "more.child-abuse":
      "Segnalate il contenuto alle forze dell'ordine o alla hotline nazionale; non inoltrate ad altri questo messaggio e non inviateci il materiale.",
    "more.intimate": "Non inviateci alcuna immagine e non inoltrate questa segnalazione a chi le ha pubblicate.",
    "more.terrorism": "Vi preghiamo di non inoltrare questa segnalazione a chi ha pubblicato il contenuto.",
    "more.crime":
      "Se il sistema del Vostro cliente è stato compromesso, informatelo; potete inoltrargli questa segnalazione senza il nome del segnalante.",
    "more.victim": "Se il sito del titolare è stato compromesso, Vi preghiamo invece di informare il titolare.",
    "more.customer": "Potete inoltrare questa segnalazione al Vostro cliente senza il nome del segnalante.",

    "label.url": "URL",
    "label.host": "Intero host",
    "label.account": "Account",
    "label.address": "Indirizzo IP",
    "label.port": "porta",
    "label.network": "Vostra rete",
    "label.country": "Paese",
    "label.seen": "Ultima rilevazione",
    "label.first-seen": "Prima rilevazione",
    "label.channel": "Luogo di rilevazione",
    "label.reason": "Motivazione (segnalante)",
    "label.was": "Motivazione errata precedente",
    "label.removed": "Rimosso il",
    "label.brand": "Marchio od opera",
    "label.genuine": "Sito autentico",
    "label.right": "Numero di registrazione",
    "label.reproduce": "Come riprodurlo",
    "label.redirects": "Reindirizzamento da",
    "label.classification": "Classificazione",
    "label.basis": "Valutazione",
    "label.hash": "Hash",
    "label.screenshot": "Screenshot",
    "label.notifier": "Segnalante",
    "label.organisations": "Organizzazioni segnalanti",
    "label.sender": "Mittente",
    "label.verify": "Verifica",
    "label.number": "Nostro numero",
    "label.ticket": "Vostro numero",
    "label.told-before": "Segnalazione precedente",
    "label.machine": "Dati strutturati",
    screenshot: "presso il segnalante, inviato su richiesta",
    "basis.manual-review": "verifica umana",
    "basis.hash-match": "corrispondenza con hash noti",
    "basis.user-report": "segnalazione di un utente",
    "basis.automated-scan": "scansione automatizzata",
    "basis.unstated": "non indicata",
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
    "answer.not-ours": "risposta: non di loro competenza",
    "answer.form": "risposta: rinvio a un modulo",
    "answer.refused": "risposta: non interverranno",
    "answer.not-found": "risposta: non trovato",
    "answer.question": "risposta: una domanda",
    "answer.other": "risposta non risolutiva",
    list: "URL",

    "ground.dsa":
      "Segnalazione ex articolo 16 del regolamento (UE) 2022/2065 sui servizi digitali; comunicateci la Vostra decisione.",
    "ground.dsa-life": "Si applica anche l'articolo 18 (minaccia per la vita o la sicurezza).",
    "ground.trusted-flagger": "Segnalazione prioritaria di un segnalatore attendibile (articolo 22).",
    "ground.us-provider":
      "Per i provider negli Stati Uniti: il 18 U.S.C. 2258A impone la segnalazione alla CyberTipline di NCMEC e la sua conservazione.",
    "ground.raa":
      "Riteniamo che si tratti di abuso del DNS; la sezione 3.18.2 dell'ICANN Registrar Accreditation Agreement (RAA) impone misure adeguate e tempestive in presenza di prove utilizzabili.",
    "ground.terms": "Ci basiamo sulle Vostre condizioni d'uso (AUP).",
    "ground.national": "Ci rivolgiamo a Voi come contatto nazionale per tali segnalazioni.",
    "ground.site": "Il Vostro sito sembra essere stato compromesso; chiediamo il Vostro aiuto.",
    "ground.copyright":
      "Questo messaggio non contiene alcuna dichiarazione ai sensi del 17 U.S.C. 512(c)(3); solo il titolare del diritto o un suo incaricato può farla.",
    "ground.good-faith":
      "Il segnalante e noi riteniamo in buona fede esatte e complete queste informazioni e dichiarazioni.",
    desk: "Destinatario errato? Indicateci l'ufficio competente.",
    several: "La Vostra risposta vale per tutti gli URL elencati, salvo che indichi i numeri a cui si riferisce.",
  },
};
