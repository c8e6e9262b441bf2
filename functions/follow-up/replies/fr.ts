import type { Lexicon } from "./lexicon.ts";

const off =
  "(supprime|supprimes|supprimee|supprimees|retire|retires|retiree|retirees|desactive|desactives|desactivee|desactivees|suspendu|suspendus|suspendue|suspendues|bloque|bloques|bloquee|bloquees|ferme|fermes|fermee|fermees|coupe|coupes|coupee|coupees|efface|effaces|effacee|effacees|resilie|resilies|resiliee|neutralise|neutralisee|neutralises|depublie|depubliee|depublies|banni|bannis|bannie|isole|isolee|isoles|arrete|arretee|arretes|eteint|eteints|eteinte|nettoye|nettoyee|nettoyes|debranche|debranches|mis hors ligne|mise hors ligne|mis hors service|mise hors service|mis hors d etat|rendu inaccessible|rendue inaccessible|rendus inaccessibles)";
const about = "(ticket|demande|message|mail|courriel|signalement|plainte|boite|dossier|requete|notification|e mail)";

/** French. */
export const french: Lexicon = {
  language: "fr",
  common:
    "le la les un une des et est sont a ete ont avons nous vous votre notre vos nos pas ne ce cette ces du au aux par pour que qui dans sur avec bonjour merci madame monsieur depuis il je plus c d l n en cordialement chez si deja",
  polite: [
    / aucune (autre )?(action|demarche) [a-z ]{0,10}(requise|necessaire|n est)[a-z ]{0,30}/g,
    / (nous )?(vous )?(informons|confirmons|pouvons vous confirmer|confirme)( vous)?( de ce)?( que)? /g,
    / (si|pour) (vous avez|toute)[a-z ]{0,10}(question|questions|renseignement|information complementaire)[a-z ]{0,40}/g,
    / n hesitez pas [a-z ]{0,40}/g,
    / ne pas (y )?repondre[a-z ]{0,40}/g,
    / (veuillez|je vous prie d|nous vous prions d) ?(agreer|recevoir|croire|accepter)[a-z ]{0,80}/g,
    / s il vous plait | d ores et deja /g,
  ],
  joints: / (?=(?:et|mais|car|cependant|toutefois|puisque|parce|depuis|jusqu|jusque|donc|ainsi|alors|afin|pour que) )/,
  gone: [
    new RegExp(
      ` (a|ont|avons|ai|est|sont|ete|fut|furent|site|page|compte|contenu|domaine|serveur|fichiers?|avoir|etre|videos?|desormais|deja|maintenant|bien|immediatement|definitivement|temporairement|aussitot|le|les|etait|c est|fait) (?:[a-z]+ ){0,3}${off} `,
    ),
    new RegExp(`^ (?:[a-z]+ ){0,3}${off} (?:[a-z]+ ){0,2}$`),
    / (n est|ne sont|n etait|n apparait|ne repond|ne resout|ne se charge|n existe|n y a|ne sera|n a) (?:[a-z]+ ){0,2}plus (?!chez|client|notre|heberge|des notres|nous|dans|sous|sur)(?:[a-z]+ ){0,3}/,
    / plus (?:[a-z]+ )?(accessible|accessibles|disponible|disponibles|en ligne|actif|active|joignable|visible|visibles|consultable) /,
    / acces (?:[a-z]+ ){0,6}(rendu|est|devenu) (?:[a-z]+ ){0,1}impossible /,
    / (hors ligne|hors service|inaccessible|inaccessibles|injoignable) /,
    / (renvoie|retourne|affiche|donne|repond) (?:[a-z]+ ){0,4}(404|403|410|451) | (client|server) ?hold | (procede a|proceder a|proceder au|procede au) (?:[a-z]+ ){0,2}(suppression|retrait|suspension|blocage|fermeture|desactivation) /,
  ],
  notDone: new RegExp(
    [
      " (mauvaise?s?|par erreur|presque|quasiment|la plupart|majeure|partie|(seul|seule|seuls|seules|seulement|uniquement)|(une?|deux|trois|quatre|cinq|[0-9]+) (?:[a-z]+ )?(sur|des|de ces) (deux|trois|quatre|cinq|six|[0-9]+)|dit|disent|assure|jure|votre|levee?|ne|n|pas|rien|jamais|aucun|aucune|sera|seront|serait|allons|va|vont|pourra|pourrait|peut|pouvons|doit|devra|doivent|devons|faut|faudra|veuillez|demande|demandons|demander|prie|prions|souhaitons|souhaite|invite|invitons|somme|afin|pour|avant|partiellement|certains|certaines|autre|autres|similaire|similaires|pretend|affirme|semble|apparemment|probablement|bientot|prochainement|en cours|devrait|tentons|essayons|demain|a nouveau|de nouveau|toujours|generalement|peuvent|merci de|de faire|mise en demeure|enjoint) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(est|a|sont|ont|ete) (?:[a-z]+ ){0,2}${off} `,
      " \\? ",
    ].join("|"),
  ),
  aside:
    / (geo ?(bloque|blocage|restreint)[a-z]*|acces depuis|(en|depuis|pour) (la )?(france|belgique|suisse|europe)|(dans|depuis) (l ue|votre pays)|service abuse|service client|boite|suspension|blocage|restrictions?|interdiction|listes?( noire)?|index(?! (html?|php))|moteurs? de recherche|resultats de recherche|(de|sur) google|cache|sauvegardes?|copie de sauvegarde|surveillance|journaux) /,
  hypothetical:
    / (aura(it|ient) (ete|disparu)|dans (ces|de tels|ce genre de|de pareils) cas|contenus (illicites|illegaux|signales) sont|(pense|pensons|crois|croyons|suppose|supposons|presume) que|il (parait|semble)|on nous (dit|a dit)|a ma connaissance|a notre connaissance|si|lorsque|des que|une fois|quand|a moins|en cas|des lors|tant que|a defaut|sous reserve|s il (?!vous)|avant que|qu apres|sauf|dans l hypothese|sinon|faute de) /,
  stands: [
    / (fonctionne|tourne|marche|repond)(nt)? (toujours|encore) | mais pas (la|le|les|l|celui|celle|encore) | (a|reste a) verifier $/,
    / (n|ne|pas) (?:[a-z]+ ){0,3}(pas|encore|toujours) (?:encore |ete |toujours )*(supprime[a-z]*|retire[a-z]*|suspendu[a-z]*|bloque[a-z]*|ferme[a-z]*) /,
    / (revenue?s?|reapparue?s?|remise?s? en ligne|de retour) (?!(vers|chez|au bureau|au|le|de)\b)/,
    / (toujours|encore|de nouveau|a nouveau) (en ligne|accessible|accessibles|actif|active|disponible|visible) /,
  ],
  notOurs: [
    / (pas|plus) (?:[a-z]+ ){0,3}(chez nous|par nous|sur notre|sur nos|dans notre|dans nos|a notre|notre|nos|a nous|nous appartient|heberge[a-z]* (?:chez|par|sur)|responsables?|client|clients|l hebergeur|l hebergeurs|hebergeur|le bon|les bons|competents?|de notre|de nos|en charge|concernes?) /,
    / n (?:[a-z]+ )?(hebergeons|administrons|gerons|exploitons|assurons) (?:[a-z]+ )?(pas|aucun|ni|que) /,
    / ne nous (appartient|appartiennent|concerne) /,
    [
      / (ne sommes|n est|sommes|est|suis|agissons|fournissons|n assurons|assurons) (?:[a-z]+ ){0,4}(que|qu|uniquement|seulement|simplement|simple) (?:[a-z]+ ){0,3}(le|un|l|la|les|bureau|registrar|registre|revendeur|transitaire|fournisseur|dns|domaine|adresses?) /,
      / est ce que /,
    ],
    / (veuillez|merci de|invitons a|devez|pouvez|prions de|conseillons de|il faut|convient de|prie de|bien vouloir|invite a) (?:[a-z]+ ){0,4}(adresser|contacter|tourner|rapprocher|ecrire|saisir|diriger|prendre contact|prendre attache) (?:[a-z]+ ){0,6}(hebergeur|hebergeurs|fournisseur|registrar|bureau|proprietaire|titulaire|responsable|exploitant|operateur|a l|aupres) /,
    / (heberge|hebergee|heberges|hebergees|exploite|exploitee|gere|geree|attribue|attribuee|delegue|loue|louee) (?:[a-z]+ ){0,2}(par|chez|a|aupres) (?!(nous|notre|nos|vous|un de nos|l un de nos)\b)/,
    / (appartient|appartiennent) (?:[a-z]+ ){0,2}(a|au) (?!(nous|notre|nos|un de nos)\b)/,
    / (change|parti|partie|migre|transfere|transferee|demenage|quitte|cede|vendu) (?:[a-z]+ ){0,3}(d hebergeur|hebergeur|chez|vers|ailleurs|un autre|nous|de prestataire|a un|a une) /,
    / (mauvais|mauvaise|erreur de) (?:[a-z]+ ){0,2}(destinataire|interlocuteur|adresse|service|societe|personne) /,
    / (aucun|aucune) (?:[a-z]+ )?(controle|maitrise|acces) (?:[a-z]+ ){0,3}(contenu|contenus|serveur|site) /,
  ],
  form: [
    / (utiliser|utilisez|remplir|remplissez|via|completer|completez|par|sur|deposer|deposees|passer|soumettre|employer|moyen|au|dans|cliquez|rendez vous) (?:[a-z]+ ){0,8}(formulaire|portail|plateforme|teleservice|formulaires|page de signalement|outil de signalement|point de contact electronique) /,
    / (signaler|signalez|signalement|signalements|plaintes?|notifications?|demandes?|declarer|deposez|contenus?) (?:[a-z]+ ){0,12}(sur|via|a l adresse|ici|en ligne|a|suivante) (?:[a-z]+ ){0,3}URL /,
    / (courriels?|e ?mails?|mails?|messages?|boite|adresse) (?:[a-z]+ ){0,8}(ne|n) (?:[a-z]+ ){0,3}(pas|plus) (?:[a-z]+ ){0,2}(traites?|traitee?s?|lus?|lue|relevee?|surveillee?|consultee?|acceptes?|prise?s? en compte|suivie) /,
    / (ne|n) (?:[a-z]+ ){0,3}(pas|plus) (?:[a-z]+ ){0,6}par (courriel|e ?mail|mail) /,
  ],
  refused: [
    / (ne|n) (?:[a-z]+ ){0,4}(pas|aucune) (?:[a-z]+ ){0,2}suite | (rejetee?|rejetons|refusons|refusee?|declinons|irrecevable|infondee?) /,
    / (sans|qu|que|uniquement|seulement|sur|absence d|en l absence d|defaut d|presentation d) (?:[a-z]+ ){0,5}(decision|ordonnance|injonction|requisition|jugement|commission rogatoire) (?:[a-z]+ ){0,3}(justice|judiciaire|juge|tribunal|)/,
    / (ne|n) (?:[a-z]+ ){0,4}(pas|aucune|aucun|nullement) (?:[a-z]+ ){0,4}(manifestement|illicite|illegal|contraire|etablir|infraction|violation|manquement|enfreint|viole|constitue) /,
    / (ne|n) (?:[a-z]+ ){0,4}pas (?:[a-z]+ ){0,2}(retirer|supprimer|bloquer|suspendre|intervenir|agir|acceder|donner|retirerons|supprimerons) (?!.*(heberg|registrar))/,
    / (pouvons|peut|pouvez) (retirer|supprimer|agir|intervenir) (?:[a-z]+ ){0,4}sans /,
    / (restera|reste|resteront|demeure|demeurera|maintenu|maintenons) (?:[a-z]+ ){0,3}(en ligne|accessible|publie|le contenu) | seule? (un|une|le|la|l) (tribunal|juge|justice|autorite)[a-z]* | liberte d expression | (aucune|pas d) (mesure|action) (?:[a-z]+ ){0,4}/,
  ],
  question: [
    [/ (pourriez|pouvez|pouvons|auriez|avez|voulez|puis|etes) (vous|je) (?:[a-z]+ ){0,20}/, / (formulaire|adresser a|contacter (l|votre)|heberg) /],
    [
      / (veuillez|merci de|merci de bien vouloir|prions de|demandons de|remercions de|prie de) (?:[a-z]+ ){0,4}(fournir|envoyer|preciser|indiquer|transmettre|communiquer|joindre|faire parvenir|renvoyer|confirmer|adresser|donner|justifier|expliquer) /,
      / (formulaire|hebergeur|fournisseur d acces|portail) /,
    ],
    / (avons besoin|besoin d|manque|manquent|nous faut|necessitons|necessaire) (?:[a-z]+ ){0,10}(elements?|informations?|precisions?|preuves?|capture|captures|url|journaux|logs|details|date|heure|adresse|justificatif|mandat|procuration) /,
    / (ne|n) (?:[a-z]+ ){0,3}(pas|rien|aucun|aucune) (?:[a-z]+ ){0,3}(reproduire|trouver|trouve|trouvons|voir|voyons|constater|constatons|acceder|ouvrir|identifier|localiser) /,
    / (quelle|quel|quelles|quels|depuis|qui|quand|comment|ou|pourquoi|est ce|de quel|de quelle|s agit il|a quel) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (recu|recue|recus|accusons reception|accuse de reception|enregistre|enregistree|transmis|transmise|transmettons|transfere a|traitement|traitee|traite|prise en charge|pris en charge|pris en compte|examinons|examine|examen|regardons|analysons|analyse|verifions|verification|verifie|enquete|enquetons|etudions|etude|occupons|contacte notre|informe|averti|avertie|alerte|notifie|reviendrons|repondra|repondrons|revenons|mis en demeure|dispose|heures pour|delai|demande|relaye|relayons|suivons|ouvert un ticket|creation|remonte[a-z]*|en charge|attendons|en attente|note|engagee? a|promis|previendrons|avertirons|informerons|tiendrons|recontacterons) /,
    / merci (?:[a-z]+ )?(pour|de|d) (?:[a-z]+ )?(votre|ce|cette|nous avoir|l|avoir|le|la) /,
    / (allons|va|vont|sera|seront|procederons|devra) (?:[a-z0-9]+ ){0,8}(suspend(re|u|ue|us)|suppr[a-z]+|retir[a-z]+|bloqu[a-z]+|coup[a-z]+|ferm[a-z]+|desactiv[a-z]+) /,
  ],
  away: [
    / (absente?|absence|en conges?|en vacances|conge|de retour|mon retour|hors du bureau|bureaux? (sont|est|seront|sera) fermes?|ne travaille plus|acces limite|feries?) /,
  ],
};
