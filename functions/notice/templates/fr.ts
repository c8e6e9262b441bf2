import type { Texts } from "../texts.ts";

/*
 * Terms: notice signalement (in the words of the Regulation: notification), report what the
 * déclarant declared, notifier déclarant, host hébergeur (behind a proxy: hébergeur d'origine),
 * platform service, hotline point de signalement, abuse desk équipe abuse, evidence preuves, logs
 * journaux, access records données d'accès, take offline retirer, mettre hors ligne, defanged
 * neutralisé, registrar bureau d'enregistrement, registrant titulaire, whoever placed it auteur de
 * la publication, to route acheminer le trafic.
 * Avoided: retirer of a notice (it is the word for takedown), sans suite (a prosecutor's),
 * participles that must agree with what the notice is about, « le » and « l' » for content (they
 * have nothing to refer to). Before : ; ? ! stands U+00A0, so that none begins a line.
 */

/** Every French word that a desk reads from us; `en.ts` says what each text is for. */
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
    "type.ncii": "images intimes diffusées sans consentement",
    "type.terrorism": "contenu à caractère terroriste",
    "type.phishing": "phishing",
    "type.malware": "logiciel malveillant",
    "type.botnet": "serveur de commande (C2) d'un botnet",
    "type.fraud": "escroquerie",
    "type.brand": "contrefaçon de marque",
    "type.copyright": "atteinte au droit d'auteur",
    "type.exposed-data": "données divulguées sans autorisation",
    "type.other": "contenu préjudiciable",

    "on.platform": "sur votre service",
    "on.network": "sur votre réseau",
    "on.front": "derrière votre proxy ou votre CDN",
    "on.upstream": "sur un réseau dont vous acheminez le trafic",
    "on.registrar": "sous un nom de domaine enregistré par votre intermédiaire",
    "on.hotline": "sur un hébergement situé dans votre pays",
    "on.cert": "sur un hébergement situé dans votre pays",
    "on.site": "sur votre site",
    "on.peer": "en partage depuis votre réseau",
    "place.several": "{{count}} URL{{#host}} sur {{host}}{{/host}}, énumérées ci-dessous",

    "lead.first": "Nous signalons : {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Rappel {{reminder}} : notre signalement{{#noticed}} du {{noticed}}{{/noticed}} n'est pas réglé : {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation":
      "Nous signalons : {{>type}} {{>on}}, {{>place}}. Nos signalements à d'autres (ci-dessous) n'ont pas suffi.",
    "lead.moved.host":
      "Aucune autre action n'est requise. Notre signalement{{#noticed}} du {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) est clos : à notre connaissance, ce contenu n'est plus hébergé chez vous. Merci.",
    "lead.moved.other":
      "Aucune autre action n'est requise. Notre signalement{{#noticed}} du {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) est clos en ce qui vous concerne : ce contenu a changé de prestataire. Merci.",
    "lead.withdrawal":
      "Nous annulons notre signalement{{#noticed}} du {{noticed}}{{/noticed}} : {{>type}} {{>on}}, {{>place}}. Motif : le déclarant s'est rétracté. Nous vous prions de n'y donner aucune suite et de revenir sur les mesures prises sur la seule base de notre signalement. Nous vous présentons nos excuses.",
    "lead.correction":
      "Nous rectifions le motif indiqué dans notre signalement{{#noticed}} du {{noticed}}{{/noticed}} : {{>type}} {{>on}}, {{>place}}. Le motif exact figure ci-dessous ; tout le reste est inchangé.",
    "lead.returned":
      "De nouveau en ligne : {{>type}} {{>on}}, {{>place}}. Contenu retiré, puis constaté de nouveau{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter":
      "Au sujet de notre signalement{{#noticed}} du {{noticed}}{{/noticed}} : {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "Vous nous avez interrogés sur notre signalement{{#noticed}} du {{noticed}}{{/noticed}} : {{>type}} {{>on}}, {{>place}}. Ce qu'indique la déclaration figure ci-dessous.",
    live: "URGENT : selon la déclaration, les faits se déroulent en direct, en ce moment même.",
    reply: "Merci d'indiquer vos mesures ou demandes.",
    "reply.soon": "Merci d'indiquer sous 24 heures vos mesures ou demandes.",
    "may-be-second":
      "Vous avez peut-être déjà reçu ce message : nous n'avons pas pu établir si notre premier envoi vous est parvenu. Merci de traiter les deux comme un seul.",

    "please.host":
      "Merci d'examiner ce contenu et de le retirer si vous le jugez illicite ou contraire à vos conditions.",
    "please.peer":
      "Merci d'identifier, dans la mesure où votre droit le permet, le client à partir de l'adresse, du port et de l'heure, de conserver cette correspondance et de faire cesser ces agissements.",
    "please.front":
      "Merci de ne plus diffuser ce contenu dans la mesure où il enfreint la loi ou vos conditions, de transmettre ce signalement à l'hébergeur d'origine et de nous communiquer son nom.",
    "please.upstream":
      "Merci de faire examiner ce contenu par votre client et d'y faire mettre fin selon votre charte d'utilisation (AUP).",
    "please.registrar":
      "Merci d'examiner l'usage de ce nom de domaine au regard de vos conditions et d'informer le titulaire sans lui communiquer les coordonnées du déclarant.",
    "please.hotline": "Merci d'évaluer ce contenu et d'agir selon votre procédure nationale.",
    "please.cert": "Merci d'en saisir l'acteur de votre périmètre qui est en mesure d'y mettre fin.",
    "please.site":
      "Merci de retirer ce contenu de votre site, de conserver une copie des journaux et de corriger la faille qui a permis son dépôt ; votre hébergeur peut vous y aider.",
    "please.child-abuse.host":
      "Merci de retirer immédiatement ce contenu et de le conserver avec ses données d'accès pour la police, autant que la loi l'autorise ou l'exige. N'avertissez pas l'auteur de la publication.",
    "please.child-abuse.peer":
      "Merci d'identifier le client à partir de l'adresse, du port et de l'heure et de conserver cette correspondance pour la police, autant que la loi l'autorise ou l'exige. N'avertissez pas le client.",
    "please.child-abuse.front":
      "Merci de cesser immédiatement de diffuser ce contenu et de nous indiquer qui l'héberge. N'avertissez pas l'auteur de la publication.",
    "please.child-abuse.upstream":
      "Merci de faire retirer immédiatement ce contenu par votre client et, à défaut, de cesser d'acheminer le trafic vers cette adresse IP. N'avertissez pas l'auteur de la publication.",
    "please.child-abuse.registrar":
      "Merci de conserver les données d'enregistrement pour la police et de vérifier si vos conditions permettent de suspendre le nom de domaine. N'avertissez pas le titulaire.",
    "please.child-abuse.hotline":
      "Merci d'évaluer ce contenu, d'alerter la police et l'hébergeur selon votre procédure nationale et de nous indiquer si l'hébergeur ne doit pas encore être informé.",
    "please.child-abuse.cert":
      "Merci d'alerter les services de police ou votre point de signalement et de nous indiquer qui, dans votre pays, peut faire retirer ce contenu.",
    "please.intimate.host":
      "Merci de mettre immédiatement ces images hors ligne, d'en retirer les copies identiques que vous pouvez trouver et de conserver les données relatives à leur mise en ligne.",
    "please.exposed.host":
      "Merci de rendre immédiatement ces données inaccessibles, de conserver les journaux d'accès et d'informer votre client afin qu'il puisse avertir les personnes concernées.",
    "please.terrorism.host":
      "Merci d'examiner ce contenu, de le retirer s'il enfreint la loi ou vos conditions, et de le conserver avec les données relatives à sa mise en ligne.",
    "please.crime.host":
      "Merci de mettre hors ligne cette ressource et de conserver les journaux et fichiers comme preuves.",
    "please.crime.front":
      "Merci de ne plus diffuser cette ressource, de transmettre ce signalement à l'hébergeur d'origine et de nous communiquer son nom.",
    "please.crime.upstream":
      "Merci de faire mettre cette ressource hors ligne par votre client et, à défaut, de cesser d'acheminer le trafic vers cette adresse IP.",
    "please.crime.registrar":
      "Merci d'examiner les preuves et, si elles établissent cet abus, de suspendre le nom de domaine ou d'en faire cesser autrement l'usage abusif.",
    "please.crime.cert":
      "Merci d'en saisir l'opérateur responsable dans votre périmètre et de nous dire s'il vous faut d'autres éléments.",

    "more.child-abuse":
      "Signalez les faits à la police ou à votre point de signalement, sans transmettre ce message à d'autres ni nous envoyer ce contenu.",
    "more.intimate":
      "Merci de ne nous envoyer aucune de ces images et de ne pas transmettre ce signalement à l'auteur de la publication.",
    "more.terrorism": "Merci de ne pas transmettre ce signalement à l'auteur de la publication.",
    "more.crime":
      "Si votre client a été piraté, merci de l'en informer ; vous pouvez lui transmettre ce signalement sans le nom du déclarant.",
    "more.victim": "Si le site du titulaire a été piraté, merci plutôt d'en informer celui-ci.",
    "more.customer": "Vous pouvez transmettre ce signalement à votre client, sans le nom du déclarant.",

    "label.url": "URL",
    "label.host": "Hôte entier",
    "label.account": "Compte",
    "label.address": "Adresse IP",
    "label.port": "port",
    "label.network": "Votre réseau",
    "label.country": "Pays",
    "label.seen": "Dernière constatation",
    "label.first-seen": "Première constatation",
    "label.channel": "Lieu de constatation",
    "label.reason": "Motif (déclaré)",
    "label.was": "Ancien motif, erroné",
    "label.removed": "Retiré le",
    "label.brand": "Marque ou œuvre",
    "label.genuine": "Site authentique",
    "label.right": "Numéro d'enregistrement",
    "label.reproduce": "Pour reproduire",
    "label.redirects": "Redirection depuis",
    "label.classification": "Classification",
    "label.basis": "Évaluation",
    "label.hash": "Empreinte",
    "label.screenshot": "Capture d'écran",
    "label.notifier": "Déclarant",
    "label.organisations": "Organisations déclarantes",
    "label.sender": "Expéditeur",
    "label.verify": "Vérification",
    "label.number": "Notre numéro",
    "label.ticket": "Votre numéro",
    "label.told-before": "Signalement antérieur",
    "label.machine": "Données structurées",
    screenshot: "chez le déclarant, envoyée sur demande",
    "basis.manual-review": "examen humain",
    "basis.hash-match": "liste d'empreintes connues",
    "basis.user-report": "signalement d'un utilisateur",
    "basis.automated-scan": "analyse automatisée",
    "basis.unstated": "non précisée",
    "channel.message-board": "forum",
    "channel.chat-room": "salon de discussion",
    "channel.peer-to-peer": "réseau pair à pair",
    "channel.instant-messaging": "messagerie instantanée",
    "channel.live-stream": "diffusion en direct",
    "channel.file-host": "hébergeur de fichiers",
    "channel.e-mail": "courriel",
    "delivery.delivered": "accepté par le serveur de messagerie",
    "delivery.sent": "envoyé, remise non confirmée",
    "delivery.returned": "retourné comme non distribuable",
    acknowledged: "réception confirmée",
    "answer.passed-on": "transmis à leur client",
    "answer.removed": "réponse : contenu retiré",
    "answer.not-ours": "réponse : pas de leur ressort",
    "answer.form": "réponse : renvoi vers un formulaire",
    "answer.refused": "réponse : refus d'agir",
    "answer.not-found": "réponse : contenu non trouvé",
    "answer.question": "réponse : une question",
    "answer.other": "réponse ne réglant pas la question",
    list: "URL",

    "ground.dsa":
      "Notification prévue à l'article 16 du règlement (UE) 2022/2065 sur les services numériques ; merci d'indiquer votre décision.",
    "ground.dsa-life": "L'article 18 (menace pour la vie ou la sécurité) s'applique également.",
    "ground.trusted-flagger": "Notification prioritaire d'un signaleur de confiance (article 22).",
    "ground.us-provider":
      "Fournisseurs aux États-Unis : le 18 U.S.C. 2258A impose un signalement à la CyberTipline du NCMEC et sa conservation.",
    "ground.raa":
      "Nous estimons qu'il s'agit d'un abus du DNS ; la section 3.18.2 de l'ICANN Registrar Accreditation Agreement (RAA) impose, sur preuves exploitables, des mesures appropriées sans délai.",
    "ground.terms": "Nous invoquons vos conditions d'utilisation (AUP).",
    "ground.national": "Nous nous adressons à vous en tant que contact national pour de tels signalements.",
    "ground.site": "Votre site semble avoir été détourné ; nous sollicitons votre aide.",
    "ground.copyright":
      "Ce message ne contient aucune déclaration au titre du 17 U.S.C. 512(c)(3) ; seul le titulaire des droits ou son mandataire peut en faire une.",
    "ground.good-faith":
      "Le déclarant et nous-mêmes tenons de bonne foi ces informations et allégations pour exactes et complètes.",
    desk: "Mauvais destinataire ? Indiquez-nous le service compétent.",
    several: "Votre réponse vaut pour toutes les URL énumérées, sauf si elle précise les numéros qu'elle concerne.",
  },
};
