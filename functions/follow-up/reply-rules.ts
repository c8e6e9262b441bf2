import type { ReplyClass } from "../case/event.ts";

/**
 * How a reply's words are classed. Rules are tried on each sentence that the writer wrote themselves; a sentence counts for a rule when
 * `says` fits and `unless` does not. Where two different classes are said, or none, the reply is `unclear` and a person reads it.
 * Rules name what desks write in general; none is made for one mail.
 */
export type ReplyRule = { readonly name: string; readonly class: ReplyClass; readonly says: RegExp; readonly unless?: RegExp };

/** Said of the future, of a condition, of others, or denied: then nothing was removed yet, or nothing is known. */
const notDone =
  /\b(not|n't|never|unable|cannot|will|would|shall|going to|if|unless|once|until|when|whether|may|might|could|should|before|can|please|asked?|request(ed|ing)?|want(s|ed)? to|in order to|to be|only|fails?|otherwise|nicht|kein|wird|werden|sobald|wenn|falls|nach|bevor|pas|n'a|sera|seront|lorsque|dès que|si|no ha|será|cuando|niet|zal|zodra|als)\b/i;
const thing =
  /(content|material|page|pages|site|website|web site|file|files|url|urls|link|links|image|images|video|post|account|customer|server|vps|domain|domain name|subdomain|service|host|ip|ip address|instance|user|client|it|they|these|those|this|phish|phishing|malware|issue|matter|problem|abuse|instance|bucket|resource|listing|profile|channel|group|thread|comment|repository|app|offer|shop|store|ad|upload|folder|directory|script|photos?|pictures?|streams?|registration|accounts|domains|profiles|posts|videos|comments|listings|instances|servers|sites|websites|customers|clients|users)/
    .source;
const removedWord =
  /(removed|deleted|taken down|taken offline|disabled|suspended|blocked|terminated|deactivated|shut ?down|null-?routed|nullrouted|cleaned|quarantined|unpublished|made (inaccessible|unreachable|unavailable)|no longer (available|accessible|online|reachable|active|live|resolv(es|ing)|hosted))/
    .source;

export const sentenceRules: readonly ReplyRule[] = [
  // Removed: in the past or present perfect, about the thing or by the desk.
  {
    name: "it was removed",
    class: "removed",
    says: new RegExp(
      `\\b${thing}\\b.{0,90}\\b(has|have|had|was|were|is|are|got)( now| already| since| been| just| also| permanently| immediately)*( been)? ${removedWord}`,
      "i",
    ),
    unless: notDone,
  },
  {
    name: "we removed it",
    class: "removed",
    says: /\b(we|i|our (team|engineers|abuse team|staff))( have|'ve| has)?( now| already| since| just| also| immediately| promptly| permanently)* (removed|deleted|disabled|suspended|blocked|terminated|deactivated|took|taken|shut|pulled|null-?routed|cleaned)\b.{0,60}\b(content|material|page|site|website|file|files|url|urls|link|images?|video|post|account|customer|server|vps|domain|service|it|them|ip|user|client|down|offline|instance|access|profile|channel|photo|picture|stream)\b/i,
    unless: notDone,
  },
  {
    name: "removed, in one word",
    class: "removed",
    says: /^\W*(content |site |page |url |account |domain |file |done[,.:;! ]+)?(is )?(now )?(removed|deleted|taken down|suspended|terminated|disabled|blocked)\b[\s.!]*(thanks|thank you|regards)?[\s.!,]*$/i,
  },
  {
    name: "removed, without a verb",
    class: "removed",
    says: /(^|[,;:.!] ?|\b(resolved|fixed|solved|done|and|now) )(the |all |your |reported )*(customer |user )?(content|page|pages|site|website|files?|urls?|links?|account|profile|domain|server|material|images?) (now |already |permanently )?(removed|deleted|taken down|suspended|terminated|disabled|blocked|offline|closed)\b/i,
    unless: notDone,
  },
  {
    name: "off the name system",
    class: "removed",
    says: /\b(is|was|are|has been|have been|been|placed|put|set|now)\b.{0,20}\b(on|to|in|under)?\b ?(client|server) ?hold\b|\b(returns?|gives?|shows?|serves?|answers? with|is( now)?) (an? )?(http )?(error )?(404|410|451)\b|\b(has|have)( now| already)* been actioned\b/i,
    unless: notDone,
  },
  {
    name: "customer removed it",
    class: "removed",
    says: /\b(customer|client|user|owner|webmaster)\b.{0,40}\b(has|have)( now| already| since)* (removed|deleted|cleaned|taken down|disabled)\b/i,
    unless: notDone,
  },
  {
    name: "entfernt",
    class: "removed",
    says: /\b(wurden?|haben|ist|sind)\b.{0,80}\b(entfernt|gelöscht|gesperrt|deaktiviert|abgeschaltet|vom netz genommen|nicht mehr (erreichbar|verfügbar|online))/i,
    unless: /\b(wenn|falls|sobald|werden wir|wird|könnten?|sollten?|bitte|noch nicht|nicht (entfernt|gelöscht|gesperrt)|ob)\b/i,
  },
  {
    name: "supprimé",
    class: "removed",
    says: /\b(a|ont|avons|est|sont) (bien |déjà |désormais |maintenant )?(été )?(supprimée?s?|retirée?s?|désactivée?s?|suspendue?s?|bloquée?s?)(?!\p{L})/iu,
    unless: /\b(si|lorsque|dès que|sera|seront|pas|jamais|veuillez|peut)\b/i,
  },
  {
    name: "eliminado",
    class: "removed",
    says: /\b(ha|han|hemos|fue|fueron) (sido )?(ya )?(eliminad[oa]s?|retirad[oa]s?|suspendid[oa]s?|bloquead[oa]s?|desactivad[oa]s?|eliminado|retirado|suspendido)\b/i,
    unless: /\b(si|cuando|no|será|serán|por favor)\b/i,
  },
  {
    name: "verwijderd",
    class: "removed",
    says: /\b(is|zijn|werd|hebben|heeft)\b.{0,60}\b(verwijderd|offline gehaald|geblokkeerd|opgeschort|uitgeschakeld)\b/i,
    unless: /\b(niet|als|zodra|wordt|worden|zal|graag|indien|nog)\b/i,
  },

  // Not ours: the writer says that they are the wrong party.
  {
    name: "not hosted with us",
    class: "not-ours",
    says: /\b(is|are|was|does|do)( not|n't)( currently| actually| being)? (hosted|located|host|belong|served|reside|registered|assigned|operated|managed|allocated)\b.{0,60}\b(us|our|ours|here|we|this network|servers?)\b/i,
  },
  {
    name: "not our network",
    class: "not-ours",
    says: /^\W*not (our|ours)\b|\b(not|n't) one of our (customers?|clients?|users?|servers?|ip addresses|addresses|domains?)\b|\b(not|n't|never)( \w+){0,3} (in|on|to|of|from) (any of )?our (address|ip|network|server|range|data)/i,
    unless: /\b(visible|found any|violat|breach|allowed|permitted|tolerat)/i,
  },
  {
    name: "not on our network",
    class: "not-ours",
    says: /\b(not|n't|no longer|neither)( \w+){0,3} (on|in|within|from|part of|under|a)? ?(our|us) ?(data ?cent(er|re)s?|network|servers?|infrastructure|customers?|clients?|range|ip space|ip range|address space|prefix(es)?|control|responsibility|platform|systems?|hosting|service|management|domain)\b/i,
    unless: /\b(visible|found any|violat|breach|allowed|permitted|tolerat)/i,
  },
  {
    name: "we do not host it",
    class: "not-ours",
    says: /\b(we|i)( do| are|'re)?( not|n't)( the)?( own| host| hosting| manage| operate| control| responsible for| affiliated with| the (host|hosting provider|owner|registrar|operator|responsible party))\b/i,
    unless: /\b(tolerate|allow|permit)\b/i,
  },
  {
    name: "we are not the host",
    class: "not-ours",
    says: /\b(we are|we're|i am|i'm) (not|only|merely|just)( \w+){0,3} (host|hosting provider|provider|owner|registrar|operator|responsible|reseller|registry|carrier|transit provider|upstream)\b/i,
  },
  {
    name: "gone elsewhere",
    class: "not-ours",
    says: /\b(moved|transferred|switched|migrated|sold|is( now)?|are( now)?) (away )?(to|with|at|by) (another|a different|a new|other) (provider|host|hoster|registrar|company|network|isp|operator)\b|\b(left us|no longer (a |our |is our |with )?(customer|client|us)|not (a|our) (customer|client))\b/i,
    unless: /\bif\b/i,
  },
  {
    name: "only a part of it",
    class: "not-ours",
    says: /\b(we|i)( only| just| merely|'re only|'re just| are only| are just)+ (lease|rent|provide|offer|sell|register|announce|route|manage|proxy|resell|own)\b/i,
  },
  { name: "does not host", class: "not-ours", says: /\b(do|does|did)( not|n't) (host|store|own|operate|control|serve)( the| any| this| that| these| it)?\b/i },
  {
    name: "somebody else's",
    class: "not-ours",
    says: /\b(belongs? to|is (hosted|operated|managed|owned|announced|routed|used) (by|at|with)|is (assigned|delegated|allocated|leased|sub-?allocated) to|was (sold|transferred|reassigned|moved) to|responsibility of)\b(?!.{0,20}\b(you|your|us|our|one of our)\b)/i,
    unless: /\b(if|whether)\b/i,
  },
  {
    name: "please ask another",
    class: "not-ours",
    says: /\b(please|kindly|you (should|need to|must|may want to)) (contact|write to|reach out to|direct|redirect|send|forward|report|refer|address)\b.{0,80}\b(hosting provider|host|provider|isp|registrar|owner|operator|network owner|responsible (party|network)|them|instead|directly)\b/i,
    unless: /\b(form|portal|webform|our)\b/i,
  },
  {
    name: "wrong address",
    class: "not-ours",
    says: /,? (not|n't|and not) with us\b|\breassigned to (a different|another|someone|somebody)\b|\b(wrong|incorrect) (party|department|company|contact|address|provider|recipient|network|place|team)\b/i,
  },
  {
    name: "nicht bei uns",
    class: "not-ours",
    says: /\b(nicht (bei uns|von uns|in unserem netz|auf unseren servern|unser|zuständig)|nicht (zu|in) unser|sind nicht (der|die) (hoster|provider|betreiber|zuständig))/i,
  },
  {
    name: "pas chez nous",
    class: "not-ours",
    says: /\b(pas (hébergée?s? (chez|par) nous|chez nous|sur notre réseau|responsables?)|ne sommes pas (l'hébergeur|responsables|le bon))/i,
  },
  {
    name: "no es nuestro",
    class: "not-ours",
    says: /\bno (está|se encuentra|están|es|pertenece|somos)\b.{0,40}\b(alojad[oa]s?|nuestr[oa]s?|responsables?|proveedor)\b/i,
  },
  { name: "niet bij ons", class: "not-ours", says: /\bniet (bij ons|op ons netwerk|van ons|door ons)\b/i },

  // Use our form: this mailbox takes no reports.
  {
    name: "use our form",
    class: "use-our-form",
    says: /\b(must|need to|needs to|have to|has to|should|please|kindly|required to|only|can|ask you to|encourage you to|submit|file|complete|fill|use)\b.{0,100}\b(web ?form|form|portal|abuse page|reporting (page|tool)|report abuse page|online tool|webformular|help cent(er|re))\b/i,
    unless: /\b(does not|doesn't|don't|no longer|not) (need|have) to\b|\b(to (add|provide|send|give)( us)? (more|additional|further)|status of|follow)\b/i,
  },
  {
    name: "reports at an address",
    class: "use-our-form",
    says: /\b(report|submit|file|send|complaints?|reports?|notices?)\b.{0,80}\b(at|via|through|using|here|under|to|on)\b:? *<?https?:\/\/\S*(abuse|report|form|complain|contact|dmca|legal)/i,
    unless: /\b(status|track|view|ticket|faq|read more|learn more|information about)\b/i,
  },
  {
    name: "to report, go there",
    class: "use-our-form",
    says: /\bto (file|report|submit|lodge|make)\b.{0,60}\b(go to|visit|use|open|head to)\b.{0,80}https?:\/\/|\b(report(ing|s)?|abuse|complaints?|notices?)\b.{0,60}\b(visit|go to|open|head to|click|use|see)\b:? *<?https?:\/\//i,
    unless: /\b(status|track|view|ticket|faq|learn more)\b/i,
  },
  {
    name: "mailbox not read",
    class: "use-our-form",
    says: /\b(this|the) (mailbox|e-?mail address|address|inbox)\b.{0,40}\b(is|are) (not|no longer) (monitored|read|in use|used|checked|attended)\b.{0,200}https?:\/\//i,
  },
  {
    name: "no reports by mail",
    class: "use-our-form",
    says: /\b(do not|don't|no longer|cannot|can't|are unable to) (accept|process|handle|take)\b.{0,60}\b(by|via|through|over|sent to) (e-?mail|this (address|mailbox|channel))/i,
    unless: /\bunsubscri/i,
  },
  {
    name: "formular",
    class: "use-our-form",
    says: /\b(nutzen|verwenden|benutzen) sie\b.{0,60}\bformular\b|\b(utiliser|remplir|via|compléter)\b.{0,50}\bformulaire\b|\b(utilice|rellene|complete|use)\b.{0,40}\bformulario\b|\b(gebruik|invullen|via)\b.{0,40}\bformulier\b/i,
  },

  // Refused: they could act and will not.
  {
    name: "will not act",
    class: "refused",
    says: /\b(we|i|our team)( \w+){0,2} (will not|won't|are not going to|decline|declined|refuse|have decided not|are unable|cannot|can't|are not able)( to)?\b.{0,40}\b(remove|take (it|this|them|that|the [a-z]+) down|take down|act|take (any )?action|suspend|disable|block|delete|intervene|comply|terminate|proceed)/i,
    unless: /\b(without|until|unless|because .{0,40}(not hosted|not our)|not (hosted|our))\b/i,
  },
  {
    name: "court order",
    class: "refused",
    says: /\b(require|need|only (act|remove|respond)|unless|without|provide|subject to)\b.{0,60}\b(court order|legal order|subpoena|court decision|judicial order)\b/i,
  },
  {
    name: "sees no reason",
    class: "refused",
    says: /\bnothing (illegal|unlawful|wrong|abusive)\b|\b(do|will|does)( not|n't) (intervene|interfere|moderate|police|censor|take sides)\b|\b(see|find|found|have)( absolutely)? no (reason|grounds?|basis|cause|legal basis) (to|for)\b|\b(not|n't) (consider|regard|deem|believe|find|think)\b.{0,50}\b(violation|breach|illegal|unlawful|abusive|infringing|phishing|malicious)\b/i,
  },
  {
    name: "no violation",
    class: "refused",
    says: /\b(does not|doesn't|do not|did not|not|no)( \w+){0,3} (violat(e|es|ion|ions|ing)|breach|infring(e|es|ement))\b/i,
    unless: /\b(if|whether|please)\b/i,
  },
  {
    name: "declined",
    class: "refused",
    says: /\b(we|i) (hereby |must |have to )?(decline|reject|refuse|dispute)\b|\b(complaint|report|request|notice|claim)s? (has been|have been|was|were|is|are) (rejected|declined|denied|refused|dismissed)\b|\b(keep|stay|remain)s? (the (site|page|content|server|domain) |it |them )?(online|up|available|accessible)\b/i,
    unless: /\b(if|whether|to avoid|by email|by mail|automatically)\b/i,
  },
  {
    name: "no action",
    class: "refused",
    says: /\b(no (further )?action (will|has|is|can)\b.{0,20}(be )?(taken|been taken|required)|not be (taking|removing)|report (has been|was|is) (rejected|declined|closed without))/i,
  },
  {
    name: "kein Verstoß",
    class: "refused",
    says: /\b(kein(en)? (rechts)?verstoß|lehnen (wir )?ab|werden nicht (tätig|entfernen|sperren)|nur (auf|mit|nach) gerichtlich)/i,
  },

  // Question: they want something before they act.
  {
    name: "please send us",
    class: "question",
    says: /\b(could|can|would|will) you (please |kindly |also )*(provide|send|clarify|confirm|tell|explain|share|specify|let us know|give|resend|attach|check)\b/i,
  },
  {
    name: "we need more",
    class: "question",
    says: /\b(we|i) (would |will |do |still |also )*(need|require|are missing|lack)\b.{0,60}\b(copy|power of attorney|authori[sz]ation|document(s|ation)?|information|details?|evidence|logs?|url|urls|headers?|proof|timestamps?|screenshots?|exact|full)\b/i,
  },
  {
    name: "please give us",
    class: "question",
    says: /\b(please|kindly) (tell us|let us know|resend|send( us)?( again)?( the| a| an| your| us))\b|\bplease (provide|send|supply|specify|clarify|include|forward|attach|share|give|reply with|respond with|confirm)\b.{0,80}\b(information|details?|evidence|logs?|url|urls|headers?|proof|timestamps?|screenshots?|source ip|port|exact|full|authori[sz]ation|identity|which|what|whether|if|documentation)\b/i,
    unless: /\b(form|portal|in future|future reports|when (reporting|submitting)|let us know if|any (further|more|other))\b/i,
  },
  {
    name: "cannot see it",
    class: "question",
    says: /\b(we|i)( \w+){0,2} (unable to|cannot|can't|could not|couldn't|not able to) (find|see|verify|reproduce|locate|access|open|confirm|identify|view)\b/i,
  },
  {
    name: "könnten Sie",
    class: "question",
    says: /\b(können|könnten|würden) sie (uns |bitte )*.{0,60}(mitteilen|senden|schicken|nennen|angeben|bestätigen)|\bbitte (senden|schicken|nennen|teilen) sie uns\b|\bbenötigen (wir )?(weitere|mehr|noch)/i,
  },
  {
    name: "pourriez-vous",
    class: "question",
    says: /\b(pourriez|pouvez)[- ]vous\b|\bveuillez (nous )?(fournir|envoyer|préciser|indiquer)\b|\b¿?(podría|puede)n? (usted |ustedes )?(enviar|indicar|proporcionar|confirmar)/i,
  },

  // Acknowledged: they have it.
  {
    name: "we received it",
    class: "acknowledgement",
    says: /\b(we|i)( have|'ve| can confirm| hereby confirm| confirm)*( successfully)? (received|receipt|got|registered|logged|recorded)\b/i,
  },
  {
    name: "thank you for your report",
    class: "acknowledgement",
    says: /\b(thank you|thanks|many thanks)( very much| again)? for (your|the|this|contacting|reporting|bringing|letting|submitting|notifying|informing|writing|reaching|getting)\b/i,
  },
  {
    name: "has been received",
    class: "acknowledgement",
    says: /\b(report|complaint|request|ticket|message|e-?mail|notice|notification|case|inquiry|enquiry|submission)\b.{0,60}\b(has been|was|is|have been)( successfully)? (received|created|opened|logged|registered|assigned|forwarded|passed|escalated|queued|accepted|recorded|acknowledged)\b/i,
  },
  {
    name: "we look into it",
    class: "acknowledgement",
    says: /\b(we|i|our (abuse |security |support )?(team|department|staff))( will| are| shall|'ll|'re)?( now| currently| be)* (investigat(e|ing)|review(ing)?|look(ing)? into|examin(e|ing)|forward(ed|ing)?|pass(ed|ing)?|work(ing)? on|respond|reply|get back|process(ing)?|handl(e|ing)|tak(e|ing) (care|action)|escalat(e|ed|ing)|inform(ed|ing)?|contact(ed|ing)?|notif(y|ied|ying))\b/i,
  },
  {
    name: "we will act",
    class: "acknowledgement",
    says: /\b(we|our (team|customer))( will|'ll| shall| are going to| have asked| asked| have informed| informed| have notified| notified| have contacted)\b.{0,60}\b(remove|suspend|take|disable|block|act|delete|customer|client|user|owner)\b/i,
    unless: /\bwill not\b/i,
  },
  {
    name: "passed on",
    class: "acknowledgement",
    says: /\b(report|complaint|request|notice) (accepted|received|registered|logged)\b|\b(we are|we're) (aware|dealing with|on it)\b|\b(opened|started) an? (investigation|case|ticket)\b|^\W*(noted|working on it|will do|on it|we('ll| will) (have a )?look|understood)\b|\bwe('ll| will) (have a look|look|check)\b|\b(passed|forwarded|sent|relayed|escalated|assigned|handed)( it| this| that| them|( the| your)? (complaint|report|notice|case|message|e-?mail))?( on| over| along)? to\b|\b(customer|client|user|owner|webmaster|team|colleagues?)( has| have| was| were| is| will be)( now| already)*( been)? (contacted|informed|notified|asked|alerted|warned|told)\b/i,
    unless: /\bplease\b/i,
  },
  {
    name: "ticket opened",
    class: "acknowledgement",
    says: /\b(a|new|your|following) (ticket|case|support request|incident)\b.{0,40}\b(created|opened|assigned|number|id|has been|is)\b/i,
  },
  {
    name: "eingegangen",
    class: "acknowledgement",
    says: /\b(eingegangen|erhalten|vielen dank für ihre (meldung|nachricht|e-?mail|anfrage|mitteilung)|weitergeleitet|prüfen (wir|den|die|das|ihre)|wird (bearbeitet|geprüft))\b/i,
  },
  {
    name: "bien reçu",
    class: "acknowledgement",
    says: /\b(bien reçu|accusons réception|avons (bien )?reçu|merci (de|pour) votre (signalement|message|mail)|hemos recibido|gracias por (su|contactar|informar)|ontvangen|bedankt voor (uw|je)|abbiamo ricevuto|grazie per)\b/i,
  },
];

/** Subjects that a machine writes when nobody is there. Not an answer. */
export const awaySubject =
  /^\s*(\[[^\]]{1,40}\]\s*)?((auto(matic|mated|matische|matisch)?)[ -]?(reply|response|antwort|respon[sd]er|antwoord)|autoreply|out of (the )?office|ooo\b|away (from|until)|vacation|on (annual )?leave|abwesenheit(snotiz)?|réponse automatique|absence|respuesta automática|risposta automatica|resposta automática|afwezig|automatisch antwoord|i am (currently )?(away|out))/i;

/** Words of somebody who is away; a ticket system doesn't say so. */
export const awayWords =
  /\b(out of (the )?office|on (vacation|holiday|annual leave|parental leave|leave)|(currently|temporarily) (away|out|unavailable)|away (from|until)|(return|back) (to the office|in the office|on)|limited access to (my )?e-?mail|nicht im (büro|haus)|im urlaub|en vacances|absent[e]? du|fuera de la oficina|de vacaciones|no longer (with|employed|works?)|i'?m only sleeping)\b/i;

/**
 * The desk's number: what stands after a word for it, or in the brackets in which ticket systems put it. It needs a digit; years, dates and
 * our own case numbers are not one.
 */
export const ticketPatterns: readonly RegExp[] = [
  /\[(?:ticket|case|request|incident|abuse|issue|ref(?:erence)?|id)?\s*(?:id|no\.?|nr\.?|number)?\s*[#:~]+\s*([A-Z0-9][A-Z0-9._/:-]{2,40})\]/i,
  /\[~?([A-Z][A-Z0-9]{1,12}-\d{2,12})\]/,
  /\((?:ticket|case|ref(?:erence)?|id|abuse ?id|abuseid)\s*[#:]?\s*([A-Z0-9][A-Z0-9._/:-]{2,40})\)/i,
  /\babuse-?id\s*[:#]?\s*([A-Z0-9][A-Z0-9._/:-]{2,40})/i,
  /\b(?:ticket|case|incident|request|reference|report|tracking|vorgangs?|ticket-?|support ?id|dossier|zaak|caso)[ -]?(?:id|no\.?|nr\.?|number|nummer|code|ref(?:erence)?|numéro|número)?\s*(?:is|are|lautet|est|es|:|#|=|of)*\s*[:#]?\s*["'<[(]?#?([A-Z]{0,10}[-_]?\d[A-Z0-9._/:-]{2,40})/i,
  /(?:^|\s)#(\d{3,20})\b/,
];
