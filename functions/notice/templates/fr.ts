import type { Texts } from "../texts.ts";

/** Every French word that a desk reads from us; `en.ts` says what each text is for. */
export const french: Texts = {
  language: "fr",
  name: "French",
  parts: {
    "mark.reminder": "Rappel {{reminder}}",
    "mark.escalation": "Escalade",
    "mark.moved": "Sans suite",
    "mark.withdrawal": "RETIRÉ",
    "mark.correction": "RECTIFICATIF",

    "type.csam": "contenus d'abus sexuels sur mineurs",
    "type.csem": "exploitation sexuelle de mineurs",
    "type.ncii": "images intimes sans consentement",
    "type.terrorism": "contenu à caractère terroriste",
    "type.phishing": "hameçonnage",
    "type.malware": "logiciel malveillant",
    "type.botnet": "botnet",
    "type.fraud": "escroquerie",
    "type.brand": "atteinte à une marque",
    "type.copyright": "atteinte au droit d'auteur",
    "type.exposed-data": "données exposées",
    "type.other": "contenu préjudiciable",

    "what.csam": "contenus représentant des abus sexuels sur mineurs",
    "what.csem": "exploitation sexuelle d'un mineur",
    "what.ncii": "images intimes publiées sans le consentement de la personne représentée",
    "what.terrorism": "contenu incitant au terrorisme ou le soutenant",
    "what.phishing": "hameçonnage",
    "what.malware": "diffusion de logiciels malveillants",
    "what.botnet": "contrôle d'un botnet",
    "what.fraud": "escroquerie",
    "what.brand": "usage trompeur d'une marque",
    "what.copyright": "utilisation d'une œuvre protégée sans autorisation",
    "what.exposed-data": "données exposées sans droit de les publier",
    "what.other": "contenu préjudiciable",

    "place.url": "sur {{host}}",
    "place.host": "sur {{host}}",
    "place.peer": "depuis {{host}}, port {{port}}",
    "place.account": "dans un compte sur {{host}}",
    "place.several": "à {{count}} adresses{{#host}} sur {{host}}{{/host}}",
    "where.url": "Adresse exacte, neutralisée (lire hxxp comme http, [.] comme ., [:] comme :) :",
    "where.host": "Emplacement exact, neutralisé (lire [.] comme ., [:] comme :), tout ce qui se trouve sur cet hôte :",
    "where.peer": "Emplacement exact, neutralisé (lire [.] comme ., [:] comme :) :",
    "where.account": "Emplacement exact, neutralisé (lire [.] comme ., [:] comme :) :",
    "where.several":
      "Les adresses exactes figurent dans la liste à la fin de ce message, chacune une fois, avec notre référence et la date de la première constatation ; elles sont neutralisées (lire hxxp comme http, [.] comme ., [:] comme :).",
    "where.port": "port",
    "where.account-name": "compte",

    "lead.first":
      "Nous vous signalons les faits suivants : {{>what}} {{>place}}, constatés pour la première fois le {{seen}}. {{>please}}.",
    "lead.reminder":
      "Rappel {{reminder}} : nous vous avons signalé les faits suivants et n'avons connaissance d'aucune réponse qui y mette fin : {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Nous vous signalons les faits suivants, car, à notre connaissance, les destinataires précédents n'y ont pas mis fin : {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "Concernant notre signalement ({{>what}} {{>place}}) : ce contenu n'est plus diffusé depuis votre réseau. Aucune autre action ne vous est demandée. Nous vous remercions.",
    "lead.withdrawal":
      "Nous retirons notre signalement ({{>what}} {{>place}}). Nous vous prions de n'y donner aucune suite et d'annuler ce que vous auriez fait sur notre seule parole. Nous vous présentons nos excuses.",
    "lead.correction":
      "Nous rectifions notre signalement ({{>what}} {{>place}}, constaté pour la première fois le {{seen}}). {{>please}}. Veuillez retenir les éléments du présent message à la place des précédents.",
    "may-be-second":
      "Il se peut que vous ayez déjà reçu ce signalement : nous n'avons pas pu établir si notre précédent message vous est parvenu. Veuillez traiter les deux comme un seul.",

    "please.host": "Nous vous prions de préserver les preuves, puis de retirer ce contenu ou de le rendre inaccessible",
    "please.upstream": "Nous vous prions de le faire retirer par votre client, ou de cesser de l'acheminer",
    "please.front":
      "Nous vous prions de ne plus le diffuser par votre réseau et de transmettre ce message à l'hébergeur qui se trouve derrière",
    "please.registrar": "Nous vous prions d'agir contre cet usage du nom de domaine",
    "please.hotline": "Nous vous prions de l'évaluer et de le faire retirer selon votre procédure nationale",
    "please.cert": "Nous vous prions d'y faire mettre fin par le réseau responsable relevant de votre périmètre",
    "please.site": "Nous vous prions de le retirer de votre site et de fermer la voie par laquelle il y est arrivé",

    "relation.platform":
      "Vous recevez ce message en tant que service chargé des abus du service où ce contenu a été vu{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Vous recevez ce message en tant que contact abus du réseau depuis lequel ce contenu est diffusé{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Vous recevez ce message en tant que contact abus du service placé devant l'hébergeur{{#range}} ({{range}}){{/range}} ; le contenu lui-même peut se trouver ailleurs.",
    "relation.upstream":
      "Vous recevez ce message en tant que contact abus du réseau qui achemine le trafic du réseau hébergeur{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Vous recevez ce message en tant que contact abus du bureau d'enregistrement du domaine{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Vous recevez ce message en tant que point de signalement du pays d'hébergement{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Vous recevez ce message en tant qu'équipe de réponse aux incidents (CERT) du pays d'hébergement{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Vous recevez ce message en tant que contact du site lui-même.",

    "label.seen": "Première constatation :",
    "label.channel": "Vu sur :",
    "label.addresses": "Résolu vers :",
    "label.looked-up": "vérifié le",
    "label.explanation": "Motifs :",
    "label.imitates": "Imité ou lésé :",
    "label.legitimate-site": "Site légitime :",
    "label.reproduce": "Pour le constater :",
    "label.classification": "Classification :",
    "label.assessed": "Évalué par :",
    "label.hash": "Empreinte :",
    "label.notifier": "Notifiant :",
    "label.sender": "Envoyé par :",
    live: "Signalé comme se déroulant en direct.",
    organisations: "Signalé par {{organisations}} organisations.",
    "assessed.manual-review": "une personne de l'organisation à l'origine du signalement",
    "assessed.hash-match": "correspondance avec une liste d'empreintes connues",
    "assessed.user-report": "signalement d'un utilisateur, transmis par l'organisation",
    "assessed.automated-scan": "analyse automatisée",
    "assessed.unstated": "l'organisation à l'origine du signalement, méthode non précisée",
    "channel.website": "un site web",
    "channel.message-board": "un forum",
    "channel.chat-room": "un salon de discussion",
    "channel.peer-to-peer": "un réseau pair à pair",
    "channel.instant-messaging": "une messagerie instantanée",
    "channel.live-stream": "une diffusion en direct",
    "channel.file-host": "un hébergeur de fichiers",
    "channel.e-mail": "un courrier électronique",

    "ask.child-abuse.host":
      "Nos demandes : 1. Avant le retrait, préserver le contenu et les traces permettant de savoir qui l'a mis en ligne et qui y a accédé, comme votre droit l'exige, avec un accès réservé aux personnes habilitées. 2. Le retirer ou le rendre inaccessible. 3. Le signaler à votre police ou à votre point de signalement. 4. Ne pas avertir la personne qui l'a mis en ligne. Merci de ne nous envoyer aucun élément de ce contenu.",
    "ask.child-abuse.upstream":
      "Nos demandes : faire préserver les preuves et retirer le contenu sans délai par votre client ; à défaut, cesser d'acheminer cette adresse. Ne pas avertir la personne qui l'a mis en ligne. Merci de ne nous envoyer aucun élément de ce contenu.",
    "ask.child-abuse.registrar":
      "Nos demandes : examiner si vos conditions vous permettent de suspendre la résolution du nom de domaine, préserver les données d'enregistrement pour la police, et ne pas avertir le titulaire. Merci de ne nous envoyer aucun élément de ce contenu.",
    "ask.child-abuse.hotline":
      "Nos demandes : évaluer cet emplacement, alerter votre police et l'hébergeur selon votre procédure nationale, et nous dire si l'hébergeur ne doit pas encore être informé.",
    "ask.child-abuse.cert":
      "Nos demandes : alerter votre police ou votre point de signalement, et nous indiquer qui, dans votre pays, peut obtenir le retrait.",
    "ask.intimate.host":
      "Nos demandes : retirer ces images ou les rendre inaccessibles, retirer les copies identiques que vous pouvez trouver, et préserver les traces permettant de savoir qui les a mises en ligne. Merci de ne nous envoyer aucune de ces images.",
    "ask.terrorism.host":
      "Nos demandes : évaluer ce contenu, le préserver ainsi que les traces permettant de savoir qui l'a mis en ligne, et le retirer ou le rendre inaccessible s'il enfreint la loi ou vos conditions.",
    "ask.crime.host":
      "Nos demandes : conserver les journaux et les fichiers comme preuves, mettre hors ligne la page, le fichier ou la machine, et informer votre client si son système a été compromis.",
    "ask.crime.registrar":
      "Nos demandes : examiner les preuves contenues dans ce message et, si vous constatez que le nom de domaine sert à cet abus, faire cesser ou entraver cet usage. Si le nom appartient à une victime dont le site a été compromis, merci d'informer plutôt le titulaire.",
    "ask.crime.cert":
      "Nos demandes : transmettre ceci au réseau responsable relevant de votre périmètre, et nous dire s'il vous faut d'autres éléments.",
    "ask.rights.host":
      "Nos demandes : examiner l'usage décrit ici, et le retirer ou le rendre inaccessible si vous le jugez illicite ou contraire à vos conditions.",
    "ask.rights.registrar":
      "Nos demandes : transmettre ce signalement au titulaire, et examiner l'enregistrement au regard de vos conditions.",
    "ask.exposed.host":
      "Nos demandes : rendre ces données inaccessibles sans délai, conserver les journaux d'accès, et informer votre client afin qu'il puisse avertir les personnes concernées.",
    "ask.host":
      "Nos demandes : préserver les preuves, examiner ce contenu, et le retirer ou le rendre inaccessible s'il enfreint la loi ou vos conditions.",
    "ask.front":
      "Nos demandes : ne plus diffuser cette adresse par votre réseau si elle enfreint la loi ou vos conditions, transmettre ce message à l'hébergeur qui se trouve derrière, et nous indiquer qui il est.",
    "ask.upstream":
      "Nos demandes : y faire mettre fin par votre client au titre de vos conditions d'utilisation ; à défaut, cesser d'acheminer cette adresse.",
    "ask.registrar":
      "Nos demandes : transmettre ce signalement au titulaire ou à votre revendeur, et examiner l'usage du nom de domaine au regard de vos conditions.",
    "ask.hotline": "Nos demandes : évaluer cet emplacement et agir selon votre procédure nationale.",
    "ask.cert": "Nos demandes : transmettre ceci à qui peut y mettre fin dans votre périmètre.",
    "ask.site":
      "Nos demandes : conserver une copie des journaux, retirer la page ou le fichier, et rechercher comment il y est arrivé ; votre hébergeur peut vous aider.",

    "ground.dsa":
      "Ceci est une notification au titre de l'article 16 du règlement (UE) 2022/2065 (règlement sur les services numériques). Nous vous prions d'en accuser réception et de nous communiquer votre décision.",
    "ground.dsa-life":
      "L'article 18 impose aux hébergeurs d'informer les autorités de tout soupçon d'infraction menaçant la vie ou la sécurité de personnes.",
    "ground.trusted-flagger":
      "Elle émane d'un signaleur de confiance au sens de l'article 22 de ce règlement et doit être traitée en priorité.",
    "ground.us-provider":
      "Si vous êtes un fournisseur aux États-Unis : le 18 U.S.C. 2258A demande aux fournisseurs ayant une connaissance effective d'une infraction apparente de la signaler à la CyberTipline du NCMEC et de conserver ce qu'ils signalent.",
    "ground.raa":
      "Nous estimons qu'il s'agit d'un abus du DNS et ce message contient nos preuves ; la section 3.18 du Registrar Accreditation Agreement de l'ICANN demande aux bureaux d'enregistrement de domaines génériques d'agir lorsqu'ils en reçoivent des preuves exploitables.",
    "ground.terms": "Nous le demandons au titre de vos propres conditions d'utilisation.",
    "ground.national": "Nous le demandons dans le cadre de votre mandat national.",
    "ground.site": "Votre site semble avoir été détourné ; nous sollicitons votre aide.",
    "ground.copyright":
      "Ce message ne contient aucune déclaration au titre du 17 U.S.C. 512(c)(3) ; seul le titulaire des droits ou son mandataire peut en faire une.",
    "ground.good-faith":
      "Nous pensons de bonne foi que les informations contenues dans ce signalement sont exactes et complètes.",

    "history.reminder": "Nos précédents messages à votre attention :",
    "history.escalation": "Destinataires précédents :",
    "history.subject": "objet",
    "history.acknowledged": "réception confirmée le",
    "history.ticket": "numéro de dossier",
    "delivery.delivered": "accepté par le serveur de messagerie du destinataire",
    "delivery.sent": "envoyé, remise non confirmée",
    "delivery.returned": "retourné comme non distribuable",
    "answer.removed": "réponse : retiré",
    "answer.not-ours": "réponse : n'est pas de leur ressort",
    "answer.form": "réponse : renvoi vers un formulaire",
    "answer.refused": "réponse : refus d'agir",
    "answer.question": "réponse : une question",
    "answer.other": "réponse qui ne met pas fin aux faits",

    reach:
      "Pour nous joindre, répondez à ce message ; des personnes le lisent. Notre référence est {{caseId}}{{#ticket}}, la vôtre est {{ticket}}{{/ticket}}. Si vous n'êtes pas le bon service, merci de nous indiquer lequel l'est.",
    "reach.several":
      "Votre réponse vaut pour toutes les adresses de la liste, sauf si elle indique les références de celles qu'elle concerne.",
    verify: "Pour vérifier l'authenticité de ce signalement : {{verifyBy}}",
    machine:
      "Le fichier joint xarf.json dit la même chose sous forme lisible par machine (XARF 4.2), avec l'adresse exacte.",
    "machine.several":
      "Le fichier joint xarf-reports.json dit la même chose sous forme lisible par machine (XARF 4.2, {{reports}} sur {{count}}), avec les adresses exactes.",
    list: "Adresses",
  },
};
