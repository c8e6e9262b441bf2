import type { Texts } from "../texts.ts";

/*
 * Terms: notice signalement (in the words of the Regulation: notification), notifier notifiant (the
 * word of French law, LCEN), host hébergeur (behind a proxy: hébergeur d'origine), platform service,
 * hotline plateforme de signalement, abuse desk service, evidence preuves, logs journaux, take offline
 * mettre hors ligne, remove retirer, resolved le nécessaire a été fait, to null-route bloquer l'adresse
 * (null-route), registrar bureau d'enregistrement, registrant titulaire, uploader auteur (de la
 * publication), law enforcement police, compromised piraté, the attached XARF PJ.
 * What it is stands behind « pour », the one word of French behind which both « phishing » and « une
 * page de phishing » stand; the subject has it without an article.
 * Avoided: retirer of a notice (it is the word for takedown), sans suite (a prosecutor's), déclarant
 * (a tax office's), participles that must agree with what the notice is about, « le » and « l' » for
 * content that has no noun before it. Before : ; ? ! and in 24 h stands U+00A0, so that
 * none begins a line.
 */

/** `en.ts` says what each text is for. */
export const french: Texts = {
  language: "fr",
  name: "French",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Rappel {{reminder}}",
    "mark.escalation": "Escalade",
    "mark.moved": "Clos, aucune action requise",
    "mark.withdrawal": "ANNULATION",
    "mark.correction": "RECTIFICATIF",
    "mark.returned": "De nouveau en ligne",

    "type.csam": "contenu pédopornographique",
    "type.csem": "exploitation sexuelle de mineurs",
    "type.ncii": "diffusion d'images intimes sans consentement",
    "type.terrorism": "contenu à caractère terroriste",
    "type.phishing": "phishing",
    "type.malware": "diffusion de logiciels malveillants",
    "type.botnet": "serveur de commande (C2) de botnet",
    "type.fraud": "escroquerie",
    "type.brand": "contrefaçon de marque",
    "type.copyright": "atteinte au droit d'auteur",
    "type.exposed-data": "divulgation de données personnelles ou confidentielles",
    "type.other": "contenu préjudiciable",

    "page.phishing": "une page de phishing",
    "pages.phishing": "des pages de phishing",
    "page.fraud": "une page frauduleuse",
    "pages.fraud": "des pages frauduleuses",
    "server.botnet": "un serveur de commande (C2) de botnet",
    "servers.botnet": "des serveurs de commande (C2) de botnet",
    "it.page": "la page",
    "it.pages": "ces pages",
    "it.one": "cette ressource",
    "it.several": "ces ressources",

    "on.platform": "sur votre service",
    "on.network": "sur votre réseau",
    "on.front": "derrière votre proxy ou CDN",
    "on.upstream": "sur un réseau dont vous assurez le transit",
    "on.registrar": "sous un nom de domaine enregistré chez vous",
    "on.hotline": "sur un serveur situé dans votre pays",
    "on.cert": "sur un serveur situé dans votre pays",
    "on.site": "sur votre site",
    "on.peer": "en partage pair à pair depuis votre réseau",
    "place.several": "{{count}} URL{{#host}} sur {{host}}{{/host}}, listées ci-dessous",

    greeting: "Bonjour,",
    "lead.first": "Nous vous adressons un signalement pour {{>what}} {{>on}} : {{>place}}.",
    "lead.reminder":
      "Rappel {{reminder}} : notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} ({{>place}}) est resté sans réponse. Si le nécessaire a été fait, une réponse d'un mot suffit.",
    "lead.reminder.replied":
      "Rappel {{reminder}} : merci pour votre réponse à notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} ({{>place}}). Nous ignorons si le nécessaire a été fait. Si oui, une réponse d'un mot suffit.",
    "seen-since": "Un nouveau signalement nous est parvenu : vu en ligne le {{seenSince}}.",
    "lead.escalation":
      "Signalement pour {{>what}} {{>on}} : {{>place}}. Aucun retrait n'a été confirmé malgré les signalements ci-dessous.",
    "lead.moved.host":
      "Notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} ({{>place}}) n'appelle plus d'action de votre part : d'après nos constatations, vous n'hébergez plus {{>it}}. Merci.",
    "lead.moved.other":
      "Notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} ({{>place}}) n'appelle plus d'action de votre part : un autre prestataire héberge désormais {{>it}}. Merci.",
    "lead.withdrawal":
      "Nous annulons notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} : {{>place}}. Motif : le notifiant s'est rétracté. Merci de ne rien entreprendre et de lever les mesures prises sur la seule base de notre signalement. Veuillez nous excuser.",
    "lead.withdrawal.sensitive":
      "Nous annulons notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} : {{>place}}. Motif : le notifiant s'est rétracté. Nous ne vous demandons plus rien. Il vous appartient de décider si une mesure déjà prise est maintenue, selon votre propre examen et votre droit.",
    "lead.correction":
      "Nous rectifions le motif indiqué dans notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} : {{>place}}. Le motif exact figure ci-dessous ; tout le reste est inchangé.",
    "lead.returned":
      "Nouveau signalement pour {{>what}} {{>on}} : {{>place}}, de nouveau en ligne{{#seenAgain}} (vu le {{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "Ce message fait suite à notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} : {{>place}}.",
    "lead.letter.asked":
      "Vous nous avez interrogés sur notre signalement{{#noticed}} du {{noticed}}{{/noticed}} pour {{>what}} {{>on}} : {{>place}}. Voici ce qu'indique le notifiant.",
    live: "URGENT : signalé comme se déroulant en direct, en ce moment même.",
    reply: "Merci de nous indiquer vos mesures ou questions.",
    "reply.soon": "Merci d'indiquer sous 24 h vos mesures ou questions.",
    "reply.live":
      "Merci d'agir immédiatement et de nous prévenir, par téléphone si possible{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Vous avez peut-être déjà reçu ce message : nous n'avons pas pu confirmer que notre envoi précédent vous est parvenu. Merci de traiter les deux comme un seul.",

    "please.host": "Merci d'examiner {{>it}} et de retirer ce qui est illicite ou contraire à vos conditions.",
    "please.peer":
      "Merci d'identifier le client à partir de l'adresse, du port et de l'heure, si votre droit le permet, de conserver ces données et de faire cesser ces agissements.",
    "please.front":
      "Merci d'examiner {{>it}}, de ne plus diffuser ce qui est illicite ou contraire à vos conditions, de transmettre ce signalement à l'hébergeur d'origine et de nous indiquer son nom.",
    "please.upstream":
      "Merci de faire examiner {{>it}} par votre client et d'agir selon votre politique d'utilisation (AUP).",
    "please.registrar":
      "Merci d'examiner l'usage de ce nom de domaine au regard de vos conditions et d'informer le titulaire, sans les coordonnées du notifiant.",
    "please.hotline": "Merci d'évaluer {{>it}} et d'agir selon votre procédure nationale.",
    "please.cert": "Merci de transmettre ce signalement à qui peut agir dans votre périmètre.",
    "please.site":
      "Merci de retirer {{>it}} de votre site, de conserver une copie des journaux et de corriger la faille exploitée ; votre hébergeur peut vous y aider.",
    "please.child-abuse.host":
      "Merci de mettre sans délai ce contenu hors ligne, de le conserver avec les journaux d'accès pour la police, si la loi le permet, et de n'en avertir l'auteur qu'ensuite.",
    "please.child-abuse.peer":
      "Merci d'identifier le client à partir de l'adresse, du port et de l'heure, de conserver ces données pour la police, dans la mesure où votre droit le permet ou l'exige, et de ne pas avertir le client.",
    "please.child-abuse.front":
      "Merci de ne plus diffuser ce contenu, dès maintenant, et de nous indiquer qui l'héberge. N'en avertissez l'auteur qu'une fois le contenu hors ligne et conservé.",
    "please.child-abuse.upstream":
      "Merci de faire mettre sans délai ce contenu hors ligne par votre client et, à défaut, de bloquer l'adresse (null-route). Qu'il n'en avertisse l'auteur qu'une fois le contenu hors ligne et conservé.",
    "please.child-abuse.registrar":
      "Merci de conserver les données d'enregistrement pour la police et de voir si vos conditions permettent de suspendre le domaine. N'avertissez le titulaire qu'ensuite.",
    "please.child-abuse.hotline":
      "Merci d'évaluer ce contenu, d'alerter la police et l'hébergeur selon votre procédure nationale et de nous dire si l'hébergeur ne doit pas encore être averti.",
    "please.child-abuse.cert":
      "Merci d'alerter la police ou votre plateforme de signalement et de nous indiquer qui, dans votre pays, peut faire retirer ce contenu.",
    "please.intimate.host":
      "Merci de mettre ces images hors ligne immédiatement, de supprimer les copies identiques que vous pouvez trouver et de conserver les données sur l'auteur de la publication.",
    "please.exposed.host":
      "Merci de rendre ces données inaccessibles sans délai, de conserver les journaux d'accès et d'informer votre client, afin qu'il puisse avertir les personnes concernées.",
    "please.terrorism.host":
      "Merci d'examiner ce contenu, de le retirer s'il est illicite ou contraire à vos conditions, et de le conserver avec les données sur l'auteur de la publication.",
    "please.crime.host": "Merci de mettre {{>it}} hors ligne et de conserver journaux et fichiers comme preuves.",
    "please.crime.front":
      "Merci de ne plus diffuser {{>it}}, de transmettre ce signalement à l'hébergeur d'origine et de nous indiquer son nom.",
    "please.crime.upstream":
      "Merci de faire mettre {{>it}} hors ligne par votre client et, à défaut, de bloquer l'adresse (null-route).",
    "please.crime.registrar":
      "Merci d'examiner les preuves et, si elles établissent cet abus, de suspendre ou désactiver le domaine.",
    "please.crime.cert":
      "Merci de transmettre ce signalement à l'opérateur responsable dans votre périmètre et de nous dire s'il vous faut autre chose.",
    hidden: "L'accès peut dépendre des conditions ci-dessous.",

    "more.child-abuse":
      "Prévenez police ou plateforme de signalement sans relayer ce message ni nous envoyer ce contenu.",
    "more.child-abuse.upstream":
      "Merci de prévenir police ou plateforme de signalement, de ne relayer ce message qu'à ce client et de ne pas nous envoyer ce contenu.",
    "more.intimate":
      "Merci de ne pas nous envoyer ces images et de ne pas transmettre ce signalement à l'auteur de la publication.",
    "more.terrorism": "Merci de ne pas transmettre ce signalement à l'auteur de la publication.",
    "more.crime":
      "Merci de chercher aussi kit, contenus semblables et faille, et de prévenir un client piraté, sans nommer le notifiant.",
    "more.victim": "Si le site du titulaire a été piraté, merci de l'en avertir plutôt que de suspendre le domaine.",
    "more.customer": "Vous pouvez transmettre ce signalement à votre client sans le nom du notifiant.",

    "label.url": "URL",
    "label.host": "Hôte entier",
    "label.account": "Compte",
    "label.address": "IP",
    "label.port": "port",
    "label.network": "Votre réseau",
    "label.country": "Pays",
    "label.registered": "Domaine enregistré le",
    "label.domain": "Nom de domaine",
    "label.seen": "Dernier constat",
    "label.first-seen": "Premier constat",
    "label.channel": "Constaté sur",
    "label.reason": "Motif",
    "label.was": "Ancien motif (erroné)",
    "label.removed": "Retiré le",
    "label.brand": "Marque/œuvre",
    "label.genuine": "Site légitime",
    "label.right": "Numéro d'enregistrement",
    "label.reproduce": "Conditions",
    "label.redirects": "Redirigé depuis",
    "label.classification": "Classification",
    "label.basis": "Base",
    "label.hash": "Hash",
    "label.screenshot": "Capture d'écran",
    "label.notifier": "Notifiant",
    "label.behalf": "Pour le compte de",
    "label.organisations": "Organisations à l'origine du signalement",
    "label.sender": "Expéditeur",
    "label.verify": "Vérification",
    "label.phone": "Téléphone",
    "label.number": "N/réf.",
    "label.ticket": "V/réf.",
    "label.told-before": "Averti",
    "label.machine": "PJ",
    screenshot: "chez le notifiant, sur demande",
    "domain.malicious": "signalé comme enregistré pour cet abus",
    "reason.assessment": "jugé illicite par le notifiant",
    "basis.manual-review": "examen humain",
    "basis.hash-match": "hash connu",
    "basis.user-report": "signalement d'un utilisateur",
    "basis.automated-scan": "analyse automatisée",
    "basis.unstated": "non précisée",
    "classification.baseline": "baseline (illicite presque partout)",
    "classification.A1": "A1 (enfant prépubère, acte sexuel)",
    "classification.A2": "A2 (enfant prépubère, pose à caractère sexuel)",
    "classification.B1": "B1 (enfant pubère, acte sexuel)",
    "classification.B2": "B2 (enfant pubère, pose à caractère sexuel)",
    "channel.message-board": "forum",
    "channel.chat-room": "salon de discussion",
    "channel.peer-to-peer": "réseau pair à pair",
    "channel.instant-messaging": "messagerie instantanée",
    "channel.live-stream": "diffusion en direct",
    "channel.file-host": "hébergeur de fichiers",
    "channel.e-mail": "courriel",
    "delivery.delivered": "accepté par le serveur",
    "delivery.sent": "envoyé, remise non confirmée",
    "delivery.returned": "retourné, non distribuable",
    acknowledged: "réception confirmée",
    "answer.passed-on": "transmis à leur client",
    "answer.removed": "réponse : retiré",
    "answer.not-ours": "réponse : pas leur client",
    "answer.form": "réponse : utiliser un formulaire",
    "answer.refused": "réponse : refus d'agir",
    "answer.not-found": "réponse : rien trouvé",
    "answer.question": "réponse : une question",
    "answer.other": "réponse reçue, non résolu",
    list: "URL",

    "ground.dsa": "Notification selon l'art. 16 du DSA (règlement (UE) 2022/2065) ; indiquez votre décision.",
    "ground.dsa-life": "Son art. 18 (menace pour la vie ou la sécurité) s'applique également.",
    "ground.trusted-flagger": "Signaleur de confiance : {{flagger}} (art. 22, priorité demandée).",
    "ground.us-provider": "Le 18 U.S.C. 2258A impose un signalement à la CyberTipline du NCMEC et sa conservation.",
    "ground.raa":
      "Nous y voyons un abus du DNS ; l'article 3.18.2 du RAA de l'ICANN impose d'agir rapidement sur la base de preuves exploitables.",
    "ground.terms": "Nous invoquons vos conditions ou votre AUP.",
    "ground.national": "Nous nous adressons à vous en tant que contact national pour ce type de signalement.",
    "ground.site": "Votre site semble avoir été détourné ; nous sollicitons votre aide.",
    "ground.good-faith":
      "Le notifiant et nous pensons de bonne foi que ces informations et allégations sont exactes et complètes.",
    desk: "Mauvais service ? Qui contacter ?",
    several: "Votre réponse vaut pour toutes les URL indiquées, sauf si elle précise les références concernées.",
  },
};
