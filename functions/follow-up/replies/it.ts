import type { Lexicon } from "./lexicon.ts";

const off =
  "((elimina|cancella|disattiva|disabilita|blocca|oscura|isola|termina|cessa|bonifica|banna|sconnetta|inattiva|ripuli|inibi|rimuovu|disdett)t[oaie]|rimoss[oaie]|sospes[oaie]|chius[oaie]|spent[oaie]|tolt[oaie]|revocat[oaie]|messo offline|messa offline|reso inaccessibile|resa inaccessibile|resi inaccessibili|scollegat[oaie]|(buttat|tirat)[oaie] giu)";
const about = "(ticket|richiesta|messaggio|mail|e mail|segnalazione|casella|pratica|caso)";

/** Italian. */
export const italian: Lexicon = {
  language: "it",
  common:
    "il lo gli un una di del della dei ed sono stato stata stati abbiamo ha hanno nostro nostra nostri vostra sua suo non per che con si ci la le questo questa al alla dal nel nella grazie buongiorno gentile piu da su tramite cordiali saluti",
  polite: [
    / (vi |la |le )?(informiamo|confermiamo|comunichiamo)( che)? /g,
    / (in caso|per) (di )?(ulteriori|eventuali) (domande|informazioni|chiarimenti)[a-z ]{0,40}/g,
    / non esiti [a-z ]{0,40}/g,
  ],
  joints: / (?=(?:e(?= (?:il|lo|la|i|gli|le|l|abbiamo|ha|hanno|stiamo|si|che|non) )|ed|ma|pero|tuttavia|perche|fino|finche|quindi|poiche|dal|da quando) )/,
  gone: [
    new RegExp(
      ` (e|sono|stat[oaie]|abbiamo|ha|hanno|ho|risulta|risultano|ora|gia|sito|pagina|account|contenuto|dominio|server|file|aver|essere|venne|rimane) (?:[a-z]+ ){0,3}${off} `,
    ),
    new RegExp(`^ (?:[a-z]+ ){0,3}${off} (?:[a-z]+ ){0,2}$`),
    / non (?:[a-z]+ ){0,2}piu (?:[a-z]+ ){0,2}(raggiungibil[ei]|disponibil[ei]|accessibil[ei]|attiv[oaie]|online|visibil[ei]|in linea|presente|risolve) /,
    / (e|sono|ora|sito|pagina|gia|server) (?:[a-z]+ ){0,2}(offline|irraggiungibile|inaccessibile) | (restituisce|risponde|mostra|da) (?:[a-z]+ ){0,4}(404|403|410|451) | (client|server) ?hold /,
    / (abbiamo|ha) (?:[a-z]+ )?provveduto (?:[a-z]+ ){0,3}(rimuoverl[oaie]|cancellarl[oaie]|eliminarl[oaie]|rimuovere|rimozione|sospendere|sospensione|oscurare|oscuramento|bloccare|blocco|disattivare|disattivazione|cancellare|eliminare|chiudere|spegnere) /,
  ],
  notDone: new RegExp(
    [
      " (quasi|maggior|sbagliat[oa]|per (errore|sbaglio)|parte|(solo|soltanto|solamente)|(un[oa]?|due|tre|quattro|cinque|[0-9]+) (?:[a-z]+ )?(su|dei|delle|degli) (due|tre|quattro|cinque|sei|[0-9]+)|finora|dice|dicono|assicura|(suo|sua|vostro|vostra) (account|mail|e mail|indirizzo|richiesta|ticket)|non|nulla|niente|nessun|nessuna|nessuno|mai|sara|saranno|verra|verranno|venga|sia|siano|provvederemo|procederemo|possiamo|puo|potra|potrebbe|deve|dovra|chiesto|chiediamo|richiesto|invitato|sollecitato|prego|preghiamo|per favore|vogliamo|vorremmo|prima|parzialmente|alcuni|alcune|altro|altra|altri|altre|simile|simili|sostiene|afferma|sembra|pare|presumibilmente|a breve|presto|domani|in corso|in attesa|affinche|tentato|di nuovo|nuovamente|sempre|ancora|di rimuovere|di solito) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(e|sono|stat[oaie]) (?:[a-z]+ ){0,3}${off} `,
      " \\? ",
    ].join("|"),
  ),
  aside:
    / (geo ?(blocc|restri)[a-z]*|accesso (?:[a-z]+ )?(da|dall|dalla)|(in|dall|dalla|per l) (italia|svizzera|ue|europa)|nel (suo|vostro) paese|sospensione|blocco|restrizione|restrizioni|divieto|list[ae]( nera)?|blacklist|indice|motor[ei] di ricerca|risultati di ricerca|da google|cache|copia di (sicurezza|backup)|backup|monitoraggio) /,
  hypothetical:
    / (in (questi|tali|quei|casi simili) casi|contenuti (illeciti|illegali|segnalati) (sono|vengono)|(penso|pensiamo|credo|crediamo|suppongo|supponiamo|immagino) che|ci (dicono|hanno detto)|per quanto ne (so|sappiamo)|se|quando|qualora|una volta|non appena|a meno|in caso|purche|salvo|nel caso|altrimenti) /,
  stands: [
    / (punta|puntano|risiede|risiedono) (?:[a-z]+ ){0,2}(altro|altra|nuovo) (provider|hoster|fornitore|azienda) | non (?:[a-z]+ ){0,3}verificato /,
    / non (?:[a-z]+ ){0,3}(rimoss|eliminat|sospes|bloccat|cancellat|chius|oscurat)[oaie] /,
    / non (?:[a-z]+ ){0,3}(possibile|riusciti|potuto) (?:[a-z]+ ){0,2}(rimuovere|eliminare|sospendere|bloccare|cancellare|oscurare) /,
    / (tornat[oaie]|riappars[oaie]|ricompars[oaie]) (?!(in ufficio|al lavoro)\b)/,
    / (ancora|tuttora|di nuovo) (?:[a-z]+ )?(online|attiv[oaie]|raggiungibil[ei]|disponibil[ei]|visibil[ei]) /,
  ],
  notOurs: [
    / non (?:[a-z]+ ){0,4}(appartiene|appartengono|ospitat[oaie]|nostr[oaie]|noi|responsabili|fornitore|gestiamo|ospitiamo|di nostra|competenza|competenti) (?!(policy|politica|termini|condizioni))/,
    / (solo|soltanto|solamente|unicamente|esclusivamente) (?:[a-z]+ ){0,3}(il registrar|registrar|registrante|rivenditore|il dominio|dns|registriamo|noleggiamo|forniamo|la registrazione|un intermediario|transito) /,
    / (contatti|contattare|contattate|si rivolga|rivolgersi|rivolgetevi|invii|inviare|scriva|segnali) (?:[a-z]+ ){0,6}(il|al|a|l|all) (?:[a-z]+ ){0,2}(provider|fornitore|hosting|hoster|registrar|proprietario|titolare|gestore|operatore|societa) /,
    / (ospitat[oaie]|gestit[oaie]|assegnat[oaie]|appartiene|appartengono) (?:[a-z]+ ){0,2}(altrove|da|presso|a|ad|dalla|al|alla) (?!(noi|nostr[oaie]|un nostro)\b)/,
    / (non e piu|non piu|piu) (?:un |nostro |nostra )*(con noi|cliente|nostr[oaie]|presso di noi) | (migrat[oaie]|passat[oaie]|trasferit[oaie]|cedut[oaie]|spostat[oaie]) (?:[a-z]+ ){0,3}(altro|altra|provider|fornitore|ad|a|presso) /,
    / (indirizzo|ufficio|azienda|destinatario|reparto) (sbagliat[oa]|errat[oa]) | (nessun|non abbiamo) (?:[a-z]+ )?controllo (?:[a-z]+ ){0,3}/,
  ],
  form: [
    / (utilizzare|utilizzi|utilizzate|usare|usi|compili|compilare|compilate|tramite|mediante|attraverso|via|con|su|nel|dal|il) (?:[a-z]+ ){0,6}(modulo|form|portale|piattaforma|pagina di segnalazione|moduli) /,
    / (segnalazioni|segnalare|segnali|abuso|abusi|inviare|invii|reclami) (?:[a-z]+ ){0,10}(su|tramite|via|qui|a|all indirizzo) (?:[a-z]+ ){0,3}URL /,
    / (casella|indirizzo|e ?mail|mail) (?:[a-z]+ ){0,4}non (?:e |viene |sono )?(?:[a-z]+ )?(monitorat[oa]|lett[oa]|presidiat[oa]|controllat[oa]|gestit[oa]) /,
    / non (?:[a-z]+ ){0,5}(via|per|tramite) (e ?mail|mail|posta) /,
  ],
  refused: [
    [
      / non (?:[a-z]+ ){0,4}(procederemo|intervenire|interverremo|rimuovere|rimuoveremo|rimuoviamo|possiamo rimuovere|ravvisiamo|riscontriamo|riscontrato|rilevato|violazione|violazioni|viola|accogliere|sospendere|sospendiamo|agire|illecito|illegale|daremo seguito) /,
      / (stato possibile|riusciti|potuto) /,
    ],
    / (senza|solo|in assenza|soltanto|previo|salvo|mediante) (?:[a-z]+ ){0,5}(provvedimento|ordine|ordinanza|decreto|sentenza|autorita|giudice|magistratura) /,
    / (respint[oa]|respingiamo|rifiutat[oa]|rifiutiamo|rigettat[oa]) | (liberta di espressione|contenuto e (legale|lecito)) | (rimarra|restera|resta) (?:[a-z]+ ){0,3}(online|disponibile|pubblicat[oa]) | nessuna (azione|misura|violazione) | alcuna violazione /,
  ],
  question: [
    [
      / (puo|puoi|potrebbe|potreste|potete|sarebbe possibile) (?:[a-z]+ ){0,5}(inviar[a-z]*|inviare|indicar[a-z]*|fornir[a-z]*|confermar[a-z]*|chiarire|dir[a-z]+|specificare|precisare|condividere|allegare|spiegare|mandar[a-z]*|trasmetter[a-z]*) /,
      / modulo /,
    ],
    [
      / (per favore|prego|preghiamo|chiediamo|si prega|vi preghiamo|la preghiamo) (?:[a-z]+ ){0,5}(inviare|indicare|fornire|allegare|confermare|chiarire|specificare|trasmettere|inviarci|fornirci|indicarci|di volerci) /,
      / (modulo|al provider|al fornitore) /,
    ],
    / (servono|serve|abbiamo bisogno|necessitiamo|occorre|occorrono|mancano|manca|richiediamo) (?:[a-z]+ ){0,8}(informazioni|dettagli|prove|screenshot|url|log|data|ora|orario|indirizzo|delega|procura|elementi|link|schermate) /,
    / non (?:[a-z]+ ){0,3}(riusciamo|vediamo|troviamo|riproducibile|possiamo riprodurre|si apre|e stato possibile) (?:[a-z]+ ){0,6}(?!violazione)/,
    / (quale|quali|di quale|cosa|quando|dove|chi|come|e|avete|ha|si tratta|da quale) (?:[a-z0-9]+ ){0,25}\? /,
  ],
  acknowledged: [
    / (ricevut[oa]|ricevuto|registrat[oa]|inoltrat[oa]|inoltriamo|trasmess[oa] al|girat[oa]|presa in carico|preso in carico|in carico|verificando|verifica|verificheremo|analizzando|controllando|indagando|esaminando|esame|valutando|in lavorazione|in corso|avvisat[oa]|informat[oa] il|notificat[oa]|contattat[oa] il|chiesto al|invitato il|rispondera|risponderemo|ore di tempo|ore per|provvederemo|procederemo alla|faremo|stiamo|attendiamo|in attesa|ticket (?:[a-z0-9]+ ){0,3}(aperto|creato)|aperto|promesso|impegnat[oa]|avviseremo|informeremo|faremo sapere|(spegn|sospend|chiud|disattiv|blocch|oscur)(iamo|eremo)) /,
    / grazie per | (sara|verra|saranno|verranno) (?:[a-z]+ ){0,5}(rimoss[oaie]|sospes[oaie]|bloccat[oaie]|eliminat[oaie]|oscurat[oaie]|chius[oaie]) /,
  ],
  away: [/ (in ferie|assente|assenza|fuori ufficio|fuori sede|al mio rientro|rientro|non lavoro piu|accesso limitato|in malattia|chius[oi] per|festivita) /],
};
