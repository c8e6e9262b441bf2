import { once } from "../../kernel/once.ts";
import { courtesy, type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** French. */
const sayings = (): Sayings => ({
  polite: [
    / aucune (autre )?(action|demarche) [a-z ]{0,10}(requise|necessaire|n est)[a-z ]{0,30}/g,
    / (nous )?(vous )?(informons|confirmons|pouvons vous confirmer|confirme)( vous)?( de ce)?( que)? /g,
    courtesy(
      " (si|pour) (vous avez|toute)[a-z ]{0,10}",
      ["question", "questions", "renseignement", "information complementaire"],
      "[a-z ]{0,40}",
    ),
    / n hesitez pas [a-z ]{0,40}/g,
    / ne pas (y )?repondre[a-z ]{0,40}/g,
    / (veuillez|je vous prie d|nous vous prions d) ?(agreer|recevoir|croire|accepter)[a-z ]{0,80}/g,
    / s il vous plait | d ores et deja /g,
  ],
  joints: / (?=(?:et|mais|car|cependant|toutefois|puisque|parce|depuis|jusqu|jusque|donc|ainsi|alors|afin|pour que) )/,
  hypothetical: saying(
    " ",
    [
      "aura(it|ient) (ete|disparu)",
      "dans (ces|de tels|ce genre de|de pareils) cas",
      "contenus (illicites|illegaux|signales) sont",
      "(pense|pensons|crois|croyons|suppose|supposons|presume) que",
      "il (parait|semble)",
      "on nous (dit|a dit)",
      "a ma connaissance",
      "a notre connaissance",
      "si",
      "lorsque",
      "des que",
      "une fois",
      "quand",
      "a moins",
      "en cas",
      "des lors",
      "tant que",
      "a defaut",
      "sous reserve",
      "s il (?!vous)",
      "avant que",
      "qu apres",
      "sauf",
      "dans l hypothese",
      "sinon",
      "faute de",
    ],
    " ",
  ),
  greetings: [
    /^ (?:bonjour|bonsoir|salut|bjr|madame|monsieur|cher|chere|chers)(?: [a-z]+){0,4} $/,
    /^ (?:cordialement|cdt|cdlt|bien (?:a vous|cordialement)|salutations|bonne journee|merci)(?: [a-z]+){0,4} $/,
    / (?:merci de|priere de) ne pas (?:y )?repondre[a-z ]{0,40}/,
    / (?:nous )?vous remercions [a-z ]{0,60}/,
  ],
  ownTicket: [
    // A field of a ticket system.
    /^ (?:statut|etat) (?:ferme|clos|cloture|resolu) $/,
    saying(
      "^ (?:(?:votre|le|ce|la|cette) )?",
      ["ticket", "demande", "dossier", "signalement", "incident", "requete"],
      "(?: (?:ID|numero|n))*(?: (?:a ete|est|sera))?(?: (?:donc|desormais))? ",
      ["cloturee?", "ferme", "fermee", "resolue?", "clos", "close", "traitee?"],
      "(?: (?:avec le commentaire suivant))? $",
    ),
    saying(
      "^ (?:je |nous )",
      ["ferme", "fermons", "cloture", "cloturons", "considere", "considerons"],
      " (?:le|ce|votre|donc le) (?:ticket|dossier|incident|signalement)",
      "(?: (?:comme )?(?:clos|resolu|traite))? $",
    ),
  ],
  plain: {
    thing: `
      contenus? pages? site sites site_web sites_web site_internet sous_domaines? noms?
      nom_de_domaine noms_de_domaine domaines? fichiers? url urls liens? lien adresses? comptes?
      compte_client compte_hebergement serveurs? serveur_dedie vps hebergements? services? acces
      acces_ftp profils? publications? annonces? images? photos? videos? boutiques? chaines?
      groupes? instances? machines? machine_virtuelle vm conteneurs? dossiers? repertoires? scripts?
      donnees installation contrats? offre ip ips adresse_ip kit malware code tout l_ensemble
      formule espace espace_web messages application depots? zones? bot sites? disque port
      sous_dossiers? nom_d_hote machine_concernee profil_client
      compte_(etudiant|personnel|utilisateur|abonne|agent) page_personnelle pages_personnelles
      partage lien_de_partage fichiers_partages poste ordinateur machine_en_cause ligne connexion
      prise routeur utilisateur_en_cause compte_de_l_auteur
    `,
    person: "clients? utilisateurs? abonnes? etudiants? auteur auteurs",
    act: `
      (supprime|retire|desactive|bloque|coupe|efface|resilie|neutralise|depublie|isole|arrete|
        nettoye|debranche|ote|enleve|verrouille|annule|vide|deconnecte)e?s?
      suspendue?s? bannie?s? eteinte?s? detruite?s? mise?s?_hors_(ligne|service|d_etat)
      rendue?s?_(inaccessibles?|indisponibles?|impossible)
      (procede|procedons)_(a_la|au|a_l)_(suppression|retrait|suspension|blocage|fermeture|
        desactivation|coupure|resiliation)
      (suppression|retrait|suspension|blocage|fermeture|desactivation)_(effectuee?|faite?|realisee?)
      gelee?s? (mis|mise|place|placee|passe|passee)_en_(client|server)_?hold fait_le_menage videe?s?
      rompue?s? demantelee?s? vire viree degage degagee degages nullroutee?s? null_routee?s?
      mise?s?_en_quarantaine en_quarantaine mise?s?_a_l_arret isolee?s?_du_reseau retire_du_reseau
      tue tuee kille kickee? rase rasee
      (comptes?|sites?|pages?|chaines?|boutiques?|acces|hebergements?)_(du_client_|
        client_)?((a_ete|ont_ete|est|sont)_)?(desormais_|donc_)?(ferme|cloture)e?s?
      (ferme|cloture)_(le|la|les|ce|cette|l|son)_(comptes?|sites?|pages?|chaines?|boutiques?|
        acces|hebergements?)
    `,
    state: `
      hors_(ligne|service) inaccessibles? injoignables? indisponibles? inactifs?
      n_est_(desormais_|donc_|maintenant_|deja_)?plus_(accessible|disponible|en_ligne|actif|
        active|joignable|visible|consultable)
      ne_sont_(desormais_|donc_)?plus_(accessibles|disponibles|en_ligne|actifs|actives|joignables|
        visibles|consultables)
      plus_(accessible|disponible|en_ligne|actif|active|joignable|visible|consultable)s?
      n_existe(nt)?_plus ne_(repond|resout|resolvent|repondent|se_charge)(ent)?_plus tombe down
      introuvables? plus_(rien|aucune_donnee) n_apparait_plus ne_charge_plus mort morte morts mortes
      (renvoie|retourne|affiche|donne|repond)(nt)?_(bien_|desormais_|maintenant_|une_|un_|erreur_|
        page_|code_)*(404|403|410|451)
    `,
    who: `
      nous on(?!_est) j je
      (notre|nos)_(clients?|equipe|equipes|techniciens|service|service_technique|service_abuse|
        administrateurs)
      (par|de|sur|dans|chez|depuis)_(nous|nos_(equipes|techniciens|serveurs|services|soins|
        systemes)|notre_(equipe|client|service|part|cote|reseau|plateforme|infrastructure|
        hebergement|registre|support))
      (le|son|l)_(client|titulaire|proprietaire|editeur|hebergeur|exploitant|webmaster|registre|
        bureau_d_enregistrement)
      titulaire proprietaire hebergeur client il elle lui meme
      (son|sa|ses)(?!_(compte|profil|acces|mot))
    `,
    when: `
      aujourd_hui hier ce_(matin|jour|midi) cette_(nuit|apres_midi) hier_soir maintenant desormais
      deja immediatement aussitot a_l_instant sans_delai sans_preavis
      depuis(_ce_matin|_hier|_aujourd_hui|_TIME)? definitivement dans_la_(foulee|journee|matinee)
      entre_temps a_TIME TIME
      (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)(_(matin|soir|dernier))?
      (le_)?[0-9]{1,2}(er)?_(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|
        novembre|decembre)(_20[0-9]{2})?
      il_y_a_(une_|quelques_|[0-9]{1,2}_)?(heures?|minutes?|instants?) actuellement a_ce_jour
      avec_effet_immediat a_ce_stade vient_d_etre viennent_d_etre venons_de
    `,
    how: `
      bien totalement entierement completement integralement effectivement manuellement donc ainsi
      (pour|suite_a|en_raison_de|en_raison_d|a_la_suite_de|du_fait_de|conformement_a|apres|
        au_titre_de|en_application_de|pour_cause_de|sur_la_base_de)_(l_|la_|une_|un_|le_|votre_|
        notre_|nos_|vos_|de_|d_|non_respect_de_|non_respect_des_|violation_de_|violation_des_|
        manquement_aux_|des_)*(signalements?|notifications?|demande|message|courriel|mail|
        non_respect|violations?|infractions?|abus|phishing|fraude|verifications?|analyse|
        investigations?|enquete|examen|cgu|cgv|conditions|conditions_generales|
        conditions_d_utilisation|article_[0-9]{1,2}|dsa|lcen)
      non_respect violation infraction
      (a|de|des|aux)_(nos|notre)_(conditions|cgu|cgv|conditions_generales|
        conditions_generales_d_utilisation|conditions_d_utilisation|politique|regles)
      des_(cgu|cgv) de_la_(lcen|dsa) du_dsa
      (que|qui)_vous_(nous_)?(avez|aviez)_(signalee?s?|indiquee?s?|mentionnee?s?|notifiee?s?)
      (signalee?s?|indiquee?s?|mentionnee?s?|citee?s?)_(par_vos_soins|dans_votre_(message|
        signalement|courriel|mail|notification))
      suite_a_(votre|vos)_[a-z]{4,14}(_du_TIME)? (client|server)_?hold en_(client|server)_?hold LAW
    `,
    little: `
      le la les l des du de d au aux ce cet cette ces et ainsi_que a ont avons ai avoir est sont ete
      etre fut furent c s y en il elle ils elles tous toutes tout ensemble question cause vise visee
      vises visees concernee?s? signalee?s? litigieux litigieuses? frauduleux frauduleuses?
      incriminee?s? malveillante?s? illicites? mis mise place placee? passe devenue? mentionnee?s?
      indiquee?s? susmentionnee?s? precitee?s? correspondante?s? associee?s? pirate piratee infecte
      compromis compromise compromises fait faite pris prises mesures necessaires ci_dessus dessus
      bonjour oui se trouve sous sur dans deux ce_jour rendu rendue rendus rendues traite avec
      hameconnage de_phishing dernier par personnelle personnel universite avec_tous_ses_fichiers
      contenant hebergee?s? disponible_auparavant la_dessus pour_toujours pour_de_bon par_precaution
    `,
    beside: `
      bonjour bonsoir madame monsieur merci pour de votre signalement notification message vigilance
      cordialement cdt bien bonne journee salutations client informe averti avertie prevenu previent
      notifie contacte titulaire ticket dossier clos cloture ferme mots? passe changes? modifies?
      reinitialises? mis_a_jour plugins? cms nettoye son le site nous avons verifie verifications
      confirme confirmons constate corrige corrigee a ete est je le_ticket vu on accusons_reception
      bjr salut bsr re hello note commentaire agent statut resolu reponse technicien toutes_les
      infos abonne recu notification_de_resiliation resiliation bon_courage bonne_(fin_de_)?journee
      bon_week_end l_abonne a_ete_prevenu desole retard du_retard en_cause preuves conservees
      pour_l_enquete plainte deposee
    `,
  },
  doubts: saying(
    " ",
    [
      "(est|sont|reste|restent) (en ligne|accessibles?)",
      "si (le|la|les|un|une|vous|ce|cela|on)",
      "pas",
      "ne",
      "n",
      "rien",
      "aucune?",
      "jamais",
      "ni",
      "sans",
      "mais",
      "cependant",
      "toutefois",
      "neanmoins",
      "pourtant",
      "sauf",
      "hormis",
      "excepte",
      "s il",
      "des que",
      "lorsque",
      "quand",
      "tant que",
      "jusqu",
      "sera",
      "seront",
      "serait",
      "va",
      "vont",
      "allons",
      "pourra",
      "pourrait",
      "peut",
      "pouvons",
      "pouvez",
      "doit",
      "devra",
      "doivent",
      "devrait",
      "seule?s?",
      "seulement",
      "uniquement",
      "partie",
      "partiellement",
      "certaine?s?",
      "autres?",
      "second[es]?",
      "deuxieme",
      "reste",
      "restants?",
      "moitie",
      "encore",
      "toujours",
      "nouveau",
      "revenue?s?",
      "retabli[es]*",
      "reactive[es]*",
      "remise?s?",
      "temporairement",
      "provisoirement",
      "mauvaise?s?",
      "dit",
      "dis",
      "affirme",
      "assure",
      "pretend",
      "selon",
      "d apres",
      "pense",
      "crois",
      "suppose",
      "espere",
      "semble",
      "parait",
      "apparemment",
      "probablement",
      "peut etre",
      "sans doute",
      "bientot",
      "prochainement",
      "demain",
      "plus tard",
      "demande",
      "demandons",
      "invite",
      "prie",
      "supprimer",
      "retirer",
      "bloquer",
      "suspendre",
      "couper",
      "fermer",
      "desactiver",
      "blocage",
      "suspension",
      "levee?",
      "migre",
      "migree",
      "ailleurs",
      "demenage",
      "transfere[es]*",
      "disponibles?",
    ],
    " ",
  ),
  stands: [
    / (fonctionne|tourne|marche|repond)(nt)? (toujours|encore) /,
    / mais pas (la|le|les|l|celui|celle|encore) /,
    / (a|reste a) verifier $/,
    saying(
      " (n|ne|pas) (?:[a-z]+ ){0,3}(pas|encore|toujours) (?:encore |ete |toujours )*",
      ["supprime[a-z]*", "retire[a-z]*", "suspendu[a-z]*", "bloque[a-z]*", "ferme[a-z]*"],
      " ",
    ),
    / (revenue?s?|reapparue?s?|remise?s? en ligne|de retour) (?!(vers|chez|au bureau|au|le|de)\b)/,
    / (toujours|encore|de nouveau|a nouveau) (en ligne|accessible|accessibles|actif|active|disponible|visible) /,
  ],
  notOurs: [
    saying(
      " ",
      ["cede", "revendu", "transfere", "migre", "rendu", "restitue"],
      "[a-z]* (?:[a-z]+ ){0,4}",
      ["autre", "ailleurs", "hebergeur", "operateur", "registrar", "ripe"],
      " ",
    ),
    / ecrivez (leur|a) /,
    saying(
      " (?<!(existe|figure|figurent|existent) )(pas|plus) (?:[a-z]+ ){0,3}",
      [
        "chez nous",
        "par nous",
        "sur notre",
        "sur nos",
        "dans notre",
        "dans nos",
        "a notre",
        "notre",
        "nos",
        "a nous",
        "nous appartient",
        "heberge[a-z]* (?:chez|par|sur)",
        "responsables?",
        "client",
        "clients",
        "l hebergeur",
        "l hebergeurs",
        "hebergeur",
        "le bon",
        "les bons",
        "competents?",
        "de notre",
        "de nos",
        "en charge",
        "concernes?",
      ],
      " ",
    ),
    / n (?:[a-z]+ )?(hebergeons|administrons|gerons|exploitons|assurons) (?:[a-z]+ )?(pas|aucun|ni|que) /,
    / ne nous (appartient|appartiennent|concerne) /,

    saying(
      " ",
      [
        "veuillez",
        "merci de",
        "invitons a",
        "devez",
        "pouvez",
        "prions de",
        "conseillons de",
        "il faut",
        "convient de",
        "prie de",
        "bien vouloir",
        "invite a",
      ],
      " (?:[a-z]+ ){0,4}",
      [
        "adresser",
        "contacter",
        "tourner",
        "rapprocher",
        "ecrire",
        "saisir",
        "diriger",
        "prendre contact",
        "prendre attache",
      ],
      " (?:[a-z]+ ){0,6}",
      [
        "hebergeur",
        "hebergeurs",
        "fournisseur",
        "registrar",
        "bureau",
        "proprietaire",
        "titulaire",
        "responsable",
        "exploitant",
        "operateur",
        "a l",
        "aupres",
      ],
      " ",
    ),

    / (appartient|appartiennent) (?:[a-z]+ ){0,2}(a|au) (?!(nous|notre|nos|un de nos)\b)/,
    saying(
      " ",
      ["change", "parti", "partie", "migre", "transfere", "transferee", "demenage", "quitte", "cede", "vendu"],
      " (?:[a-z]+ ){0,3}",
      ["d hebergeur", "hebergeur", "chez", "vers", "ailleurs", "un autre", "nous", "de prestataire", "a un", "a une"],
      " ",
    ),
    / (mauvais|mauvaise|erreur de) (?:[a-z]+ ){0,2}(destinataire|interlocuteur|adresse|service|societe|personne) /,
    / (aucun|aucune) (?:[a-z]+ )?(controle|maitrise|acces) (?:[a-z]+ ){0,3}(contenu|contenus|serveur|site) /,
  ],
  form: [
    saying(
      " (signaler|signalement|declarer) (?:[a-z]+ ){0,4}(depuis|via|dans) (?:[a-z]+ ){0,3}",
      ["application", "appli", "formulaire", "portail", "espace"],
      " ",
    ),
    / signales par (courriel|mail|email) ne /,
    saying(
      " ",
      [
        "utiliser",
        "utilisez",
        "remplir",
        "remplissez",
        "via",
        "completer",
        "completez",
        "par",
        "sur",
        "deposer",
        "deposees",
        "passer",
        "soumettre",
        "employer",
        "moyen",
        "au",
        "dans",
        "cliquez",
        "rendez vous",
      ],
      " (?:[a-z]+ ){0,8}",
      [
        "formulaire",
        "portail",
        "plateforme",
        "teleservice",
        "formulaires",
        "page de signalement",
        "outil de signalement",
        "point de contact electronique",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "signaler",
        "signalez",
        "signalement",
        "signalements",
        "plaintes?",
        "notifications?",
        "demandes?",
        "declarer",
        "deposez",
        "contenus?",
      ],
      " (?:[a-z]+ ){0,12}",
      ["sur", "via", "a l adresse", "ici", "en ligne", "a", "suivante"],
      " (?:[a-z]+ ){0,3}URL ",
    ),
    saying(
      " ",
      ["courriels?", "e ?mails?", "mails?", "messages?", "boite", "adresse"],
      " (?:[a-z]+ ){0,8}(ne|n) (?:[a-z]+ ){0,3}(pas|plus) (?:[a-z]+ ){0,2}",
      [
        "traites?",
        "traitee?s?",
        "lus?",
        "lue",
        "relevee?",
        "surveillee?",
        "consultee?",
        "acceptes?",
        "prise?s? en compte",
        "suivie",
      ],
      " ",
    ),
    / (ne|n) (?:[a-z]+ ){0,3}(pas|plus) (?:[a-z]+ ){0,6}par (courriel|e ?mail|mail) /,
  ],
  refused: [
    / sans (?:[a-z]+ ){0,4}(juge|ordonnance|decision|justice|requisition|commission rogatoire) /,
    / (pas|ni) (?:[a-z]+ ){0,3}(juge|juges|police|tribunal|censeurs?) /,
    / ne (sera|seront) pas (retire|supprime)[a-z]* /,
    / restera en ligne /,
    / (ne|n) (?:[a-z]+ ){0,4}(pas|aucune) (?:[a-z]+ ){0,2}suite /,
    / (rejetee?|rejetons|refusons|refusee?|declinons|irrecevable|infondee?) /,
    saying(
      " ",
      [
        "sans",
        "qu",
        "que",
        "uniquement",
        "seulement",
        "sur",
        "absence d",
        "en l absence d",
        "defaut d",
        "presentation d",
      ],
      " (?:[a-z]+ ){0,5}",
      ["decision", "ordonnance", "injonction", "requisition", "jugement", "commission rogatoire"],
      " (?:[a-z]+ ){0,3}(justice|judiciaire|juge|tribunal|)",
    ),
    saying(
      " (ne|n) (?:[a-z]+ ){0,4}(pas|aucune|aucun|nullement) (?:[a-z]+ ){0,4}",
      [
        "manifestement",
        "illicite",
        "illegal",
        "contraire",
        "etablir",
        "infraction",
        "violation",
        "manquement",
        "enfreint",
        "viole",
        "constitue",
      ],
      " ",
    ),
    saying(
      " (ne|n) (?:[a-z]+ ){0,4}pas (?:[a-z]+ ){0,2}",
      [
        "retirer",
        "supprimer",
        "bloquer",
        "suspendre",
        "intervenir",
        "agir",
        "acceder",
        "donner",
        "retirerons",
        "supprimerons",
      ],
      " (?!.*(heberg|registrar))",
    ),
    / (pouvons|peut|pouvez) (retirer|supprimer|agir|intervenir) (?:[a-z]+ ){0,4}sans /,
    saying(
      " ",
      ["restera", "reste", "resteront", "demeure", "demeurera", "maintenu", "maintenons"],
      " (?:[a-z]+ ){0,3}(en ligne|accessible|publie|le contenu) ",
    ),
    / seule? (un|une|le|la|l) (tribunal|juge|justice|autorite)[a-z]* /,
    / liberte d expression /,
    / (aucune|pas d) (mesure|action) (?:[a-z]+ ){0,4}/,
  ],
  question: [
    / (lien|url|capture|piece jointe) (?:[a-z]+ ){0,4}(tronque|coupe|incomplet|illisible|vide|manquante?)[a-z]* /,
    / (quelle|quel|quels|quelles) (?:[a-z]+ ){0,8}\? /,
    [
      / (pourriez|pouvez|pouvons|auriez|avez|voulez|puis|etes) (vous|je) (?:[a-z]+ ){0,20}/,
      / (formulaire|adresser a|contacter (l|votre)|heberg) /,
    ],
    [
      saying(
        " ",
        ["veuillez", "merci de", "merci de bien vouloir", "prions de", "demandons de", "remercions de", "prie de"],
        " (?:[a-z]+ ){0,4}",
        [
          "fournir",
          "envoyer",
          "preciser",
          "indiquer",
          "transmettre",
          "communiquer",
          "joindre",
          "faire parvenir",
          "renvoyer",
          "confirmer",
          "adresser",
          "donner",
          "justifier",
          "expliquer",
        ],
        " ",
      ),
      / (formulaire|hebergeur|fournisseur d acces|portail) /,
    ],
    saying(
      " ",
      ["avons besoin", "besoin d", "manque", "manquent", "nous faut", "necessitons", "necessaire"],
      " (?:[a-z]+ ){0,10}",
      [
        "elements?",
        "informations?",
        "precisions?",
        "preuves?",
        "capture",
        "captures",
        "url",
        "journaux",
        "logs",
        "details",
        "date",
        "heure",
        "adresse",
        "justificatif",
        "mandat",
        "procuration",
      ],
      " ",
    ),
    saying(
      " (ne|n) (?:[a-z]+ ){0,3}(pas|rien|aucun|aucune) (?:[a-z]+ ){0,3}",
      [
        "reproduire",
        "trouver",
        "trouve",
        "trouvons",
        "voir",
        "voyons",
        "constater",
        "constatons",
        "acceder",
        "ouvrir",
        "identifier",
        "localiser",
      ],
      " ",
    ),
    saying(
      " ",
      [
        "quelle",
        "quel",
        "quelles",
        "quels",
        "depuis",
        "qui",
        "quand",
        "comment",
        "ou",
        "pourquoi",
        "est ce",
        "de quel",
        "de quelle",
        "s agit il",
        "a quel",
      ],
      " (?:[a-z0-9]+ ){0,25}\\? ",
    ),
  ],
  acknowledged: [
    / (mis|mise) (?:[a-z]+ ){0,3}en demeure /,
    / a defaut de reponse /,
    / on (suspend|coupe|ferme|regarde|verifie|relance) /,
    / je (regarde|verifie|relance|vous tiens|m en occupe|reviens vers|transmets|fais suivre) /,
    / (transmis|remonte|fait suivre) (?:[a-z]+ ){0,3}(client|collegue|equipe|service) /,
    saying(
      " ",
      [
        "recu",
        "recue",
        "recus",
        "accusons reception",
        "accuse de reception",
        "enregistre",
        "enregistree",
        "transmis",
        "transmise",
        "transmettons",
        "transfere a",
        "traitement",
        "traitee",
        "traite",
        "prise en charge",
        "pris en charge",
        "pris en compte",
        "examinons",
        "examine",
        "examen",
        "regardons",
        "analysons",
        "analyse",
        "verifions",
        "verification",
        "verifie",
        "enquete",
        "enquetons",
        "etudions",
        "etude",
        "occupons",
        "contacte notre",
        "informe",
        "averti",
        "avertie",
        "alerte",
        "notifie",
        "reviendrons",
        "repondra",
        "repondrons",
        "revenons",
        "mis en demeure",
        "dispose",
        "heures pour",
        "delai",
        "demande",
        "relaye",
        "relayons",
        "suivons",
        "ouvert un ticket",
        "creation",
        "remonte[a-z]*",
        "en charge",
        "attendons",
        "en attente",
        "note",
        "engagee? a",
        "promis",
        "previendrons",
        "avertirons",
        "informerons",
        "tiendrons",
        "recontacterons",
      ],
      " ",
    ),
    / merci (?:[a-z]+ )?(pour|de|d) (?:[a-z]+ )?(votre|ce|cette|nous avoir|l|avoir|le|la) /,
    saying(
      " ",
      ["allons", "va", "vont", "sera", "seront", "procederons", "devra"],
      " (?:[a-z0-9]+ ){0,8}",
      [
        "suspend(re|u|ue|us)",
        "suppr[a-z]+",
        "retir[a-z]+",
        "bloqu[a-z]+",
        "coup[a-z]+",
        "ferm[a-z]+",
        "desactiv[a-z]+",
      ],
      " ",
    ),
  ],
  passedOn: [
    saying(
      " (?:transmis|transmise|transfere|transferee|relaye|relayee|fait suivre|communique",
      "|communiquee|adresse|adressee|remonte|envoye|envoyee|signale|notifie) (?:[a-z]+",
      " ){0,6}(?:a|au|aux|vers) (?:[a-z]+ ){0,3}(?:client|cliente|clients|abonne|titulaire",
      "|revendeur|proprietaire|exploitant|utilisateur|editeur|locataire|hebergement) ",
    ),
    saying(
      " (?:informe|averti|avertis|alerte|notifie|contacte|prevenu|somme|demande a|ecrit a",
      "|relance|mis en demeure) (?:[a-z]+ ){0,3}(?:client|cliente|abonne|titulaire|revendeur",
      "|proprietaire|exploitant|utilisateur|editeur|locataire|webmestre) ",
    ),
    saying(
      " (?:client|cliente|abonne|titulaire|revendeur|proprietaire|exploitant|utilisateur",
      "|editeur|locataire) (?:[a-z]+ ){0,4}(?:a ete|est|a bien ete|ont ete) (?:[a-z]+",
      " )?(?:informe|averti|alerte|notifie|contacte|prevenu|mis en demeure|somme|invite) ",
    ),
    saying(
      " (?:client|titulaire|revendeur|proprietaire|exploitant|utilisateur|editeur|il)",
      " (?:[a-z]+ ){0,2}(?:dispose|a (?:jusqu|[0-9]+)|aura) ",
    ),
    saying(
      " (?:transmettons|relayons|faisons suivre) (?:[a-z]+ ){0,5}(?:a|au) (?:[a-z]+",
      " ){0,2}(?:client|titulaire|revendeur|proprietaire|exploitant) ",
    ),
    saying(
      " (?:client|titulaire|proprietaire|utilisateur|editeur|revendeur|heberge) (?:[a-z]+",
      " ){0,3}(?:promis|engage|assure) ",
    ),
    saying(" si (?:le|notre|l) (?:client|titulaire|proprietaire|editeur|heberge) ne "),
    saying(" (?:demande|connaissance) (?:[a-z]+ ){0,2}(?:editeur|heberge) "),
  ],
  notFound: [
    saying(
      " (?:n|ne) (?:[a-z]+ ){0,4}(?:pas|rien|aucun|aucune) (?:[a-z]+ ){0,4}(?:trouve|trouver",
      "|constate|constater|vu|voir|reproduire|reproduit|detecte|detecter|observe|observer",
      "|identifie|releve|pu (?:[a-z]+ )?(?:trouver|reproduire|constater|voir)) ",
    ),
    saying(
      " (?:n|ne) (?:[a-z]+ ){0,3}(?:trouvons|voyons|constatons|detectons|avons (?:trouve",
      "|constate|detecte|vu|releve)) (?:[a-z]+ ){0,2}(?:rien|aucun|aucune|pas) ",
    ),
    saying(
      " (?:aucun|aucune) (?:[a-z]+ ){0,3}(?:hameconnage|phishing|contenu|page|fichier|trace",
      "|anomalie|malveillant|activite) (?:[a-z]+ ){0,5}(?:trouve|trouvee|constate|constatee",
      "|detecte|detectee|visible|releve|observe) ",
    ),
  ],
  closed: [
    saying(
      " (?:ticket|demande|dossier|signalement|incident)(?: [a-z0-9]+){0,5} (?:cloture|cloturee",
      "|clos|close|ferme|fermee|resolu|resolue|fusionne|fusionnee|archive) ",
    ),
    saying(" (?:cloturons|fermons|cloture) (?:[a-z]+ ){0,2}(?:ticket|dossier|demande) "),
  ],
  absent: [
    saying(
      " (?:je suis|je serai|nous sommes|suis) (?:[a-z]+ ){0,3}(?:absent|absente|absents|en",
      " conges?|en vacances|hors du bureau|en deplacement|en arret) ",
    ),
    saying(" (?:absent|absente|en conges?|en vacances) (?:[a-z]+ ){0,2}(?:jusqu|du|a partir) "),
    saying(" (?:ne travaille plus|a quitte (?:l|la|notre)|ne fait plus partie) "),
    saying(
      " (?:bureaux?|societe|entreprise|service) (?:[a-z]+ ){0,3}(?:ferme|fermes|fermee)s?",
      " (?:[a-z]+ ){0,3}(?:jusqu|du|pour|a|le) ",
    ),
  ],
  unreached: [
    saying(
      " (?:votre|le|ce) (?:message|courriel|e ?mail|mail) (?:[a-z]+ ){0,3}(?:n a pas (?:pu",
      " )?(?:etre )?|pas )(?:[a-z]+ ){0,2}(?:distribue|remis|livre|delivre|accepte) ",
    ),
    saying(" (?:boite|messagerie) (?:[a-z]+ ){0,4}(?:pleine|saturee|inconnue|n existe) "),
    saying(" (?:prouver|confirmer|verifier) (?:[a-z]+ ){0,4}(?:humain|etre humain|pas un robot) "),
  ],
  forLater: saying(
    " (?:a l avenir|la prochaine fois|prochains? signalements?|futurs? signalements?",
    "|traitement plus rapide|plus rapidement|egalement|autres? signalements?|pour accelerer",
    "|de preference|ne pas repondre|suivre|consulter|suivi de|etat de)",
  ),
  ofOurs: saying(
    " (?:notre|nos|un de nos|l un de nos) (?:[a-z]+ )?(?:clients?|cliente|revendeurs?",
    "|utilisateurs?|filiales?|services?|equipes?|agence) ",
  ),
  away: [
    saying(
      " ",
      [
        "absente?",
        "absence",
        "en conges?",
        "en vacances",
        "conge",
        "de retour",
        "mon retour",
        "hors du bureau",
        "bureaux? (sont|est|seront|sera) fermes?",
        "ne travaille plus",
        "acces limite",
        "feries?",
      ],
      " ",
    ),
  ],
});

export const french: Lexicon = {
  language: "fr",
  common: `
    le la les un une des et est sont a ete ont avons nous vous votre notre vos nos pas ne ce cette
    ces du au aux par pour que qui dans sur avec bonjour merci madame monsieur depuis il je plus c d
    l n en cordialement chez si deja
  `,
  sayings: once(sayings),
};
