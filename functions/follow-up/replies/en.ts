import type { Lexicon } from "./lexicon.ts";

const off =
  "(removed|deleted|disabled|suspended|blocked|terminated|deactivated|taken (down|offline|off ?line|care of and removed)|shut( |)(down|off)|null ?routed|black ?holed|cleaned|cleared|quarantined|isolated|unpublished|locked|banned|restricted|power(ed)? (off|down)|switched off|turned off|disconnected|pulled|killed|wiped|erased|purged|revoked|unlisted|delisted|delegitimi[sz]ed|delegated away|undelegated|sinkholed|parked|emptied|neutrali[sz]ed|discontinued|withdrawn|stopped|cut off|made (inaccessible|unreachable|unavailable|private)|put offline|closed down)";
const thing =
  "(content|contents|material|materials|page|pages|subpage|site|sites|website|websites|webspace|web site|file|files|url|urls|uri|uris|link|links|image|images|picture|pictures|photo|photos|video|videos|clip|post|posts|thread|message board|account|accounts|customer|customers|server|servers|vps|vm|machine|host|hosts|domain|domains|domain name|domain names|subdomain|hostname|service|services|ip|ips|ip address|instance|instances|user|users|client|subscriber|uploader|seller|phish|phishing|malware|kit|shell|script|scripts|bucket|resource|listing|listings|profile|profiles|channel|group|comment|repository|repo|app|application|offer|shop|store|ad|ads|upload|folder|directory|stream|registration|hosting|package|container|database|download|item|items|access|record|records|dns|bot|c2|album|blog|paste|share|archive|product|server s|tenant|reseller|project|document|form page)";
const about =
  "(ticket|tickets|case|request|requests|message|messages|mail|mails|email|emails|e mail|e mails|mailbox|inbox|address book|report|reports|complaint|complaints|notice|notices|reply|replies|attachment|attachments|enquiry|inquiry|phone|office|line|lines are|sender|your ip|comments are)";

/** English. Clause by clause for what is gone, since most traps are in the clause beside it. */
export const english: Lexicon = {
  language: "en",
  common:
    "the and of to is are was were has have been this that with your our we you for not will it from on by please any be if as they do does an or at can them their",
  polite: [
    / if (you|there|the|this) [a-z ]{0,40}(questions?|concerns?|queries|anything else|further assistance|further information|problems? (persist|remain)s?|issues? (persist|remain)s?|additional information|more information|other urls?|others|any other)[a-z ]{0,60}/g,
    / should you [a-z ]{0,80}/g,
    / (please |kindly )?(do not hesitate to|feel free to|be (informed|advised|aware|assured|reminded)( that)?|note( that)?|accept our apologies[a-z ]{0,30}|find below)( contact us| reply| ask)?/g,
    / (please |kindly )?(just )?let (us|me) know (if|should|in case|when you) [a-z ]{0,80}/g,
    / (please |kindly )?(contact|reply|write|email) (us|me)? ?(again )?(if|should) [a-z ]{0,80}/g,
    / (we|i) (can|could|hereby|do|would like to|want to|wish to|wanted to)? ?(confirm|inform you|let you know|advise|advise you|see that|notify you|say)( that)? /g,
    / when (we|i) (checked|looked|tried|opened|visited|accessed|tested|received)[a-z ]{0,30}? (the|your|this) (url|link|page|site|report|notice|mail|message)( this morning| today| just now)?/g,
    / (so|therefore|thus)? ?nothing (more|else|further) is needed[a-z ]{0,20}/g,
    / (could|can|would) you (please )?(re ?check|verify|confirm) (on your (side|end)|from your (side|end)|that it is gone)[a-z ]{0,30}/g,
  ],
  joints:
    / (?=(?:and|but|pending|however|so|because|although|though|while|whereas|until|since|after which|therefore|yet|thus|hence|nevertheless|also|even though|then) )/,
  gone: [
    new RegExp(` ${off} `),
    / (took|taken|taking|bring|brought|knocked|pulled) (?:[a-z0-9]+ ){0,8}(down|offline|off ?line|off the (air|net|network|internet)|out of service) /,
    / (shut|switched|turned|powered) (?:[a-z0-9]+ ){1,5}(down|off) /,
    / no longer (?:[a-z]+ ){0,3}(available|accessible|online|reachable|active|live|resolves|resolving|resolve|works?|working|loads?|visible|up|exists?|served|there|viewable|respond|responds|responding|load|reached|accessed|viewed|possible|published) | not (?:[a-z]+ ){0,3}(available|accessible|online|reachable|active|live|resolve|resolving|visible|viewable) /,
    / not (?:[a-z]+ ){0,3}(any ?more|any longer) /,
    / (is|are|was|were|been|went|gone|now|already|currently|remains?|kept) (?:[a-z]+ ){0,2}(offline|off ?line|down|gone|dead|unavailable|unreachable|inaccessible|inactive|history) /,
    new RegExp(` ${thing} (?:[a-z]+ ){0,2}(offline|unavailable|unreachable|inaccessible|gone|down) `),
    / (public )?access (?:[a-z]+ ){0,6}(is|was|has been|no longer) (?:[a-z]+ ){0,2}(possible|denied|withdrawn|closed) /,
    / (on|to|in|under|with|placed|status)? ?((client|server) ?hold|registrar hold|registry hold) /,
    / (returns?|returned|returning|gives?|gave|shows?|showed|serves?|served|answers?|answered|yields?|throws?|with|is|get|getting|got) (?:[a-z]+ ){0,4}(404|403|410|451)( |$)/,
    / (shows?|displays?|serves?) (?:[a-z]+ ){0,3}(suspension|suspended|blank|empty|placeholder) (?:[a-z]+ )?(notice|page) /,
    / (account|shop|service|profile|channel|contract|stream|hosting|store|chat|group|room|access) (?:[a-z]+ ){0,3}(closed|ended|cancelled|canceled) /,
    / (closed|ended|cancelled|canceled) (?:[a-z]+ ){0,3}(account|accounts|shop|profile|channel|contract|stream|chat|group|room|hosting) /,
    / (has|have) (now |already |since |just )*been actioned /,
    / ceased to (exist|be available|resolve) | (is|are) out of service /,
    / (removed|deleted|disabled|banned|replaced) (?:[a-z]+ ){0,3}(it|them|this|that|these|those) /,
    / (site|page|content|file) (?:[a-z]+ ){0,6}replaced (with|by) /,
  ],
  notDone: new RegExp(
    [
      " (not|never|unable|can|can not|will|would|shall|going|might|may|could|should|must|need|needs|needed|ought|wants?|like|whether|before|please|kindly|ask|asks|asked|asking|request|requests|requested|requesting|urged?|told|demand(ed)?|instructed|ordered|required?|in order|to be|be|being|get|getting|gets|fails?|failed|otherwise|process|progress|soon|shortly|about to|similar|another|other|others|some|partly|partially|except|half|claims?|claimed|alleges?|allegedly|apparently|supposedly|presumably|probably|perhaps|maybe|seems?|appears?|suggests?|believes?|thinks?|thought|hopes?|hopefully|said to|trying|tried|attempt|expects?|expected|scheduled|planned|awaiting|waiting|wait|until we|deadline|hours to|till|only|how|why|what|which|who|than|you|long ago|again|back|temporarily back|warned?|warning|notified to|blocked from|restricted to|always|usually|normally|typically|generally|often|every|each time|any|policy|policies|rule|rules|terms say|same as|last (week|month|year)) ",
      " (blocked|restricted|locked) (from (accessing|viewing|sending|us)|by our (spam|mail|filter)|for (you|your)) | (to )?(have|get|see) (the|it|this|that|them) (?:[a-z]+ ){0,4}(removed|deleted|cleaned|suspended|taken down|disabled|blocked) ",
      ` ${about} (?:[a-z0-9]+ ){0,3}(is|are|was|were|has|have|been|gets?|automatically) (?:[a-z]+ ){0,2}${off} `,
      ` ${about} ${off} `,
      ` ${about} (?:[a-z0-9]+ ){0,4}(closed|ended|cancelled|canceled|offline|down|unavailable|inactive|no longer|not) `,
      " (this|the|our|my) (mailbox|address|inbox|office|form|portal|phone|line|system|tool|ticket system) ",
      ` (a|an|any|of|for|about|regarding|concerning|with) ${off} (?!until|for|by|due|and|in|at|on|as|since|from|because|within|after) ?[a-z]+ `,
      ` ${off} (your|the|this|our|my) ${about} `,
      " to (take|shut|bring|pull|get|turn|switch|knock|put) | from (here|my) | for (us|me) ",
      " \\? ",
    ].join("|"),
  ),
  hypothetical:
    / (if|unless|once|as soon as|whenever|in case|in the event|provided that|assuming|should (he|she|they|the|it|no|there|you|your)|when (?!we |i )|were it|whether|where (we|it|appropriate|applicable|necessary)|that (violates?|breaks?|breach(es)?|infringes?)|which (violates?|breaks?)|found to|depending|either|once confirmed|had it been|would have) /,
  stands: [
    / (not|never|has yet to|have yet to) (?:[a-z]+ ){0,4}(been |be |yet )*(removed|deleted|taken down|suspended|blocked|disabled|taken offline) /,
    / (is|are|it|they|site|page|content|remains?) (?:[a-z]+ ){0,2}still (?:[a-z]+ ){0,2}(online|up|live|active|accessible|reachable|available|loads?|works?|working|there|visible|resolves?|resolving) /,
    / still (loads?|works?|resolves?|opens?|shows?|online|up|live|reachable|accessible) (?:[a-z]+ ){0,5}/,
    / (came|come|is|are|went|put) (?:[a-z]+ ){0,2}(back|online again|up again) (?:[a-z]+ ){0,3}(again|now|online|up) /,
    / (can|could) not (verify|confirm|tell|say) (?:[a-z]+ ){0,6}/,
    / not (?:[a-z]+ ){0,2}(been )?possible to (take|remove|suspend|delete|block|disable) /,
    / (do|does) not know (either|if|whether) /,
  ],
  notOurs: [
    / (is|are|was|were|does|do|did|has|have|being|been) (not|no longer) (?:[a-z]+ ){0,3}(hosted|located|host|belong|belongs|served|reside|registered|assigned|operated|managed|allocated|residing|routed|under|part|within|announced|owned|sponsored|provisioned|ours|connected|come|originate) (?:[a-z0-9]+ ){0,6}(us|our|ours|here|we|this network|servers?|example [a-z]+|[a-z]+) /,
    / (is|are|was|were) not (ours|our) | not our (ip|ips|ip address|customer|client|network|server|servers|domain|address|site|range|prefix|system|responsibility|block|subnet|netblock|hosting) /,
    / (not|never|no longer|neither|nor) (?:[a-z]+ ){0,3}(on|in|within|from|part of|under|with|at|inside|using) (any of )?(our|us)( |$)(?!(terms|policy|policies|rules|side|end|opinion|view|guidelines|records show))/,
    / (not|no longer) (?:one of |an? |any of )?our (customers?|clients?|users?|servers?|ip addresses|addresses|domains?|subscribers?|networks?|ips) /,
    / not hosted (here|by|with|at|on) | not (?:[a-z]+ ){0,2}with us /,
    [
      / (we|i|this company|our company|example [a-z]+) (do|are|am|does|is) not (?:[a-z]+ ){0,3}(host|hosting|own|operate|manage|control|run|responsible|affiliated|the (hosting provider|host|owner|registrar|operator|provider|responsible)|in charge|competent|hosts?|an? (hosting|isp|internet)|connected) /,
      / (tolerate|allow|permit|responsible for what|responsible for (the )?content|liable) /,
    ],
    / (no|any) (control|authority|influence|access) (over|to|on) (?:[a-z]+ ){0,4}(content|contents|site|website|server|servers|domain|address|ip|network|hosting|it|them) /,
    / (we|i) (have|had) (nothing|no connection|no relation|no business|no relationship|no affiliation) (?:[a-z]+ ){0,2}(to do|with) /,
    / (we|i|example [a-z]+) (are|am|is|act|provide|provides|supply|sell|offer|lease|rent|register|resell|announce|route|manage|proxy) (?:[a-z]+ ){0,5}(only|merely|just|solely|simply) (?!(act|accept|respond|remove|on|upon|if|when|with|looking|checking|working|investigating|reviewing|waiting)\b)/,
    / (we|i) (only|merely|just|solely|simply) (?:[a-z]+ )?(lease|rent|provide|offer|sell|register|announce|route|manage|proxy|resell|own|supply|host|run) /,
    / (sits?|is|are) (?:[a-z]+ ){0,2}behind (our|us) (?:[a-z]+ ){0,3}only | only (?:[a-z]+ ){0,3}(registrar|registry|reseller|proxy|cdn|dns provider|upstream|transit|carrier|data ?cent(er|re)) /,
    / (registrar|registry|cdn|upstream|carrier|transit provider|proxy|dns provider|transit) (?:[a-z ]{1,60} )(only|not the (host|hosting)|do not host|can not remove|not in a position|not provide hosting) /,
    / (as|we are) (a|an|the) (?:[a-z]+ ){0,3}(registry|cdn|transit provider|carrier|ixp|internet exchange) /,
    [
      / (belongs? to|part of|(hosted|operated|managed|owned|announced|routed|used|served|provided|run|controlled|administered) (by|at|with|through)|(assigned|delegated|allocated|leased|sub ?allocated|sub ?delegated|transferred|sold|reassigned|moved|rented|handed over) (to|out)|registered (through|with|at|via)|responsibility of|origin (is|server|host) (?:[a-z]+ ){0,4}(at|is)?) (?!(our|us|you|your|we|the customer|one of our|a customer|this customer|the same|its|a dedicated|a vps|a reseller|abuse|legal|you)\b)/,
      / (if|whether|forwarded|passed|escalated|your (report|complaint|request|message|ticket|case|mail)|rented by|report|ticket|case|complaint) /,
    ],
    [
      / (customer|client|domain|site|website|server|range|subnet|network|prefix|they|block|user) (?:[a-z]+ ){0,4}(left|moved|migrated|transferred|switched|changed|departed|relocated|sold|went) (?:[a-z]+ ){0,5}(us|out|away|elsewhere|another|other|different|new|provider|host|hoster|registrar|company|in|to) /,
      / (if|moved to quarantine|transferred to (our|the abuse|the legal)) /,
    ],
    / (moved|transferred|switched|migrated|sold|is( now)?|are( now)?) (?:away )?(to|with|at|by) (another|a different|a new|other|some other) (provider|host|hoster|registrar|company|network|isp|operator) /,
    / (no longer|not any ?more|stopped) (?:[a-z]+ ){0,3}(a |our )?(customer|client|provide|providing|serve|manage|own|host|announce|service) (?:[a-z]+ ){0,4}/,
    [
      / (please|kindly|you (should|need to|must|may want to|will have to|have to|can)|we (recommend|suggest|advise|ask) (that )?you( to)?|should be|must|better) (?:[a-z]+ ){0,3}(contact|write to|reach out|direct|redirect|send|forward|report|refer|address|get in touch|approach|turn|ask|try|directed|sent|addressed|check) (?:[a-z0-9]+ ){0,9}(hosting provider|hosting company|host|hoster|provider|isp|registrar|owner|operator|responsible (party|network)|them|instead|directly|upstream|whois|webmaster|third party|downstream) /,
      / (form|portal|webform|our|us|screenshot|evidence|logs) /,
    ],
    / (wrong|incorrect) (party|department|company|contact|address|provider|recipient|network|place|team|people|person|desk|organi[sz]ation|number|isp|mailbox) /,
    / (not|n t) (?:[a-z]+ ){0,4}(on|in|of|from) (any of )?our (address|ip|network|server|range|data) /,
    / (could|can) not match (?:[a-z]+ ){0,6}(our|us|any|customer) /,
    / rather than (ours|us) | not us | (you )?(can )?find their (abuse )?(contact|address) | their own abuse (desk|contact|team|department) | their abuse (contact|desk|address) is /,
    / not responsible for (?:[a-z]+ ){0,3}(hosts?|sites?|networks?|addresses|domains?|this|that|ip|ips|servers?) /,
    / private (person|individual) (?:[a-z]+ ){0,10}| (do|does) not run (any|a) (servers?|network) /,
    / (parent|sister|different|another|other) (network|company|provider|isp|organi[sz]ation|registrar|host) (?:[a-z]+ ){0,6}(responsible|handles|is in charge) | address of our parent /,
    / reassigned to (a different|another|someone|somebody) | not allocated to (?:[a-z]+ ){0,4}(us|subscriber|customer) /,
  ],
  form: [
    [
      / (must|need to|needs to|have to|has to|should|please|kindly|required to|only|can|could you|ask you to|encourage you to|submit|submitted|file|filed|complete|fill|use|using|via|through|in|with|open|by) (?:[a-z0-9]+ ){0,14}(web ?form|contact form|form|portal|abuse page|reporting (page|tool|portal|form|system|site)|report abuse page|online tool|help cent(er|re)|trust cent(er|re)|mechanism|web ?page|ticketing (system|portal)|online (form|service)|report button|button) /,
      / (does not|do not|no longer|not) (need|have) to | (to (add|provide|send|give)( us)? (more|additional|further)|status of|follow|track|view|customer (has|must|should|needs)|reproduce|(the|a) phishing form|signed|opening a|url|login form) /,
    ],
    [
      / (report|reported|submit|file|send|lodge|complaints?|reports?|notices?|it|tell us|notify us) (?:[a-z0-9]+ ){0,12}(at|via|through|using|here|under|to|on|by) (?:[a-z]+ ){0,2}URL /,
      / (status|track|view|ticket at|faq|read more|learn more|information about|add (a )?comments?|hosted|phishing at) /,
    ],
    [
      / (to|if you (want|wish|would like) to) (file|report|submit|lodge|make|send) (?:[a-z]+ ){0,10}(go to|visit|use|open|head (over )?to|log ?in|click|see|follow) (?:[a-z]+ ){0,12}URL /,
      / (status|track|view|faq|learn more) /,
    ],
    [
      / (reports?|reporting|abuse|complaints?|notices?|report it|process|portal|submit|file|infringement) (?:[a-z]+ ){0,10}(visit|go to|open|head (over )?to|click|use|see|is at|here|available at|found at|log ?in to) (?:[a-z]+ ){0,10}URL /,
      / (status|track|view|ticket at|faq|learn more) /,
    ],
    / (visit|go to|head over to|head to|use|open|log ?in to|click) (?:[a-z]+ ){0,8}URL (?:[a-z]+ ){0,6}(to|and|for) (?:[a-z]+ ){0,5}(report|file|submit|lodge|tell us|complaint|complain|choose|follow|abuse) /,
    / (mailbox|e ?mail address|address|inbox|email account|account) (?:[a-z]+ ){0,6}(is|are) (not|no longer) (?:[a-z]+ ){0,2}(monitored|read|in use|used|checked|attended|for abuse|accepting|processed) /,
    [
      / (do not|no longer|can not|not able to|unable to|are not|not|never|will not be) (?:[a-z]+ ){0,2}(accept|accepted|process|processed|handle|handled|take|answer|answered|respond to|receive|read|deal with|work on) (?:[a-z]+ ){0,6}(by|via|through|over|from|as|in|to|sent to|sent by|that) (?:[a-z]+ ){0,2}(e ?mails?|mails?|this (address|mailbox|channel|inbox)) /,
      / unsubscri/,
    ],
    / (sent|submitted|made|reported) (?:[a-z]+ ){0,3}(by|via|to|through) (?:[a-z]+ ){0,2}(e ?mail|mail|mailbox|inbox|address) (?:[a-z]+ ){0,2}(will not|are not|is not|can not|not|are discarded|are deleted|are ignored) /,
    / (e ?mails?|reports?|messages?) (?:[a-z]+ ){0,4}(to|at) this (mailbox|address|inbox|account) (?:[a-z]+ ){0,2}(are|is|will be|not) (?:[a-z]+ ){0,2}(deleted|discarded|ignored|unread|read|processed|answered) /,
    / only (deal with|accept|process|handle|take|consider|notices|reports) (?:[a-z]+ ){0,8}(form|portal|online|URL|mechanism) /,
    / (please|kindly|must|have to|need to) (?:[a-z]+ )?(re ?submit|open a ticket|lodge|file|submit) (?:[a-z]+ ){0,12}URL /,
  ],
  refused: [
    [
      / (we|i|our team|our company|example [a-z]+) (?:[a-z]+ ){0,3}(will not|will therefore not|are not going to|decline|declined|refuse|refused|decided not|are unable|can not|are not able|am unable|do not|does not|not be|will not be|is unable|have no intention|not going to|will neither|see no) (?:[a-z]+ ){0,3}(remove|removing|take|taking|act|acting|action|suspend|suspending|disable|block|blocking|delete|deleting|intervene|interfere|comply|terminate|proceed|moderate|police|censor|pursue|process|respond to such|ban|honou?r|restrict|shut|disconnect|entertain) /,
      / (by e ?mail|via e ?mail|by mail|through e ?mail|abuse reports by|without (more|further|additional|this|the|an? (date|time|url|screenshot|log))|until|not (hosted|our|on our)|hosting provider|more information|further information|not the host|registrar (only|is not)) /,
    ],
    [
      / (require|requires|need|only (act|remove|respond|on|with|upon|react)|unless|without|provide|subject to|bring|present|ordered|absence of|valid|receipt of|obtain|get|upon) (?:[a-z]+ ){0,8}(court order|legal order|subpoena|court decision|judicial order|judg?ement|court|warrant|judge|courts) /,
      / (law enforcement has|police have) /,
    ],
    / (private|privacy|offshore|bulletproof|free speech|freedom) (?:[a-z]+ ){0,2}(hosting|service) (?:[a-z]+ ){0,5}(ignore|go away|respond|only|not|do not) | ignore (dmca|abuse|such|these|your|all|takedown) | go away /,
    / nothing (illegal|unlawful|wrong|abusive|will be done|will happen|we can do|we could do|that breaches|that violates) /,
    / (do|will|does|shall)( not|n t) (intervene|interfere|moderate|police|censor|take sides|get involved|mediate) | not to (interfere|intervene|take (any )?action|act|remove|get involved) | not interfere /,
    / (see|find|found|have|is|are|was|were|finding|with)( absolutely)? (no|insufficient) (reason|reasons|grounds?|basis|cause|legal basis|violation|violations|breach|breaches|infringement|evidence of (abuse|a violation|any violation|wrongdoing|a breach)) /,
    [
      / (not|no|nor) (?:[a-z]+ ){0,5}(violat(e|es|ed|ion|ions|ing|ive)|breach(es|ed)?|infring(e|es|ed|ement|ing)|contraven(e|es|ing)|in violation|against (our|the)) /,
      / (if|whether|please|could you|can you|which) /,
    ],
    / (not|n t) (?:[a-z]+ ){0,2}(consider|regard|deem|believe|find|think|classify|qualify|see|constitute|amount to) (?:[a-z]+ ){0,6}(violation|breach|illegal|unlawful|abusive|infringing|phishing case|malicious|abuse|manifestly|infringement) /,
    / (we|i) (hereby |must |have to |therefore )?(decline|reject|refuse|dispute|deny) /,
    / (complaint|report|request|notice|claim|application|takedown)s? (has been|have been|was|were|is|are)? ?(rejected|declined|denied|refused|dismissed|not upheld|unfounded|unsubstantiated|invalid|baseless) /,
    [/ (keep|stay|stays|remain|remains) (?:[a-z]+ ){0,4}(online|up|available|accessible|live) /, / (if|to avoid|whether|still) /],
    / no (further |more )?(action|steps|measures) (will|has|is|can|shall|are|was|were|to be|needed from our) (?:[a-z]+ ){0,3}/,
    / (content|material|page|site|it|this|website|parody|hosting such content|speech|activity) (?:[a-z]+ ){0,4}(is|are) (?:[a-z]+ ){0,3}(legal|lawful|permitted|allowed|protected|legitimate|a false positive|in line with|compliant|covered by|within our (rules|terms|policy))(?! notice) /,
    / (false positive|legitimate (site|website|page|business|company)|protected speech|free speech|fair use|safe harbou?r|mere conduit|as a conduit) /,
    / (is not|isnt) something we (act|do|handle|take action|remove) | not take (any )?(further )?(action|steps|measures) | will not be (?:[a-z]+ )?(removing|taking|acting|responding|doing|suspending|blocking) /,
    / (does|do) not (suspend|remove|block|delete|disable|take down|act|terminate) (?:[a-z]+ ){0,5}(content|contents|domain|domains|customers?|request|requests|on|names|anything|sites?|private|allegations?) /,
    / (on the basis of|based on) an? (?:[a-z]+ )?(allegation|allegations|claim|complaint) alone | (material|content|work) (?:[a-z]+ ){0,2}(is|was) licen[cs]ed /,
    / (case|ticket|matter|report) (?:[a-z]+ ){0,3}closed (without|as (unfounded|invalid|not actionable|no action)) | not actionable | unactionable /,
  ],
  question: [
    [
      / (could|can|would|will|may i ask|might) (you|i) (?:please |kindly |also |perhaps |possibly )*(provide|send|clarify|tell|explain|share|specify|let us know|let me know|give|resend|attach|check|forward|supply|point|elaborate|indicate|describe|confirm|show|be more specific|help us|ask who|re ?send|state|say|include) /,
      / (form|portal|to contact|forward (it|this|your (report|complaint))) /,
    ],
    [
      / (we|i|would|it|one) (?:would |will |do |still |also |first |do |further |urgently )*(need|needs|require|are missing|lack|lacks|miss|require|would appreciate|ask for|request|must have|want|would want) (?:[a-z0-9]+ ){0,9}(copy|power of attorney|authori[sz]ation|document(s|ation)?|information|details?|evidence|logs?|url|urls|link|headers?|proof|timestamps?|screenshots?|screen ?shot|exact|full|statement|sample|date|time|ip|port|excerpts?|example|examples|identity|context|description) /,
      / (court order|subpoena) /,
    ],
    [
      / (please|kindly|pls) (?:also |first |then |either |kindly )*(tell us|let us know|resend|send( us| me| over)?( again)?|provide( us)?( with)?|supply|specify|clarify|include|attach|share|give( us)?|reply with|respond with|confirm|indicate|state|explain|forward( us)?|name|describe|submit|advise) (?:[a-z0-9]+ ){0,9}(information|details?|evidence|logs?|log|url|urls|link|links|headers?|proof|timestamps?|time|date|screenshots?|screen ?shot|source ip|source|port|ports|exact|full|complete|authori[sz]ation|identity|which|what|whether|if|documentation|steps|excerpts?|sample|samples|copy|hash|path|account|ip|where|how|who|on whose|why|them|these) /,
      / (form|portal|in future|future reports|when (reporting|submitting)|let us know if|any (further|more|other) |them at|the (host|hosting provider|registrar|isp|owner)|not needed|customer to) /,
    ],
    [/ (please|kindly) (tell us|let us know|resend|supply|clarify) /, / (form|portal|if you|if there|any (further|more|other) |should) /],
    / (unable|can not|could not|not able|did not|was not able|were not able|fail|failed|do not) (to )?(?:[a-z]+ )?(find|see|verify|reproduce|replicate|locate|access|open|identify|view|spot|detect|load|be opened|understand which|recogni[sz]e) (?:[a-z0-9]+ ){0,12}(?!customer)/,
    / (get|got|getting|see|gives us|returns) (?:[a-z]+ ){0,2}(404|403|empty|blank|only an?) (?:[a-z0-9]+ ){0,10}\? /,
    / (which|what|whats|where|when|who|whose|how|is (it|this|that|there)|are you|do you|did you|have you|has this|does (it|this)|which of|on whose behalf|may i|can you|could you|is the) (?:[a-z0-9]+ ){0,30}\? /,
    / (attachment|file|link|url|image|screenshot) (?:[a-z]+ ){0,4}(can not|could not|can t|does not|is cut|is broken|is missing|was missing|empty) /,
    / (lacks|lack|missing|without) (?:[a-z]+ ){0,4}(date|time|timestamp|timezone|time zone|url|ip|details|evidence|information) /,
  ],
  acknowledged: [
    / (we|i|have|successfully|is|been|was|has|got|gratefully) (?:[a-z]+ ){0,3}(received|receipt|got|registered|logged|recorded|acknowledge|acknowledged|noted) /,
    / (thank you|thanks|many thanks|thx|appreciate) (?:[a-z]+ ){0,4}(for|your) /,
    / (report|complaint|request|ticket|message|e ?mail|notice|notification|case|inquiry|enquiry|submission|matter|incident|issue|concern|it|this|information) (?:[a-z0-9]+ ){0,8}(received|created|opened|logged|registered|assigned|forwarded|passed|escalated|queued|accepted|recorded|acknowledged|raised|being (reviewed|handled|processed|investigated)|under (review|investigation)|in progress|relayed|submitted|transferred|sent|pending|delivered|reached) /,
    [
      / (investigat(e|ing|ion)|review(ing|ed)?|look(ing|s)? (into|at)|examin(e|ing)|forward(ed|ing)?|pass(ed|ing)?|work(ing)? (on|with)|get back|process(ing)?|handl(e|ing)|tak(e|ing) (care|it from here)|escalat(e|ed|ing)|inform(ed|ing)?|contact(ed|ing)?|notif(y|ied|ying)|check(ing)?|dealing|monitor(ing)?|assess(ing)?|on it|chasing|follow(ing)? up|await(ing)?|raised|reached out|alerted|pinged|asked|warned|told|in touch) /,
      / (please|kindly) (?:[a-z]+ ){0,3}(forward|contact|check|inform|notify|review|reach|look) /,
    ],
    / (will|shall|going to|to be|about to|within|in progress|underway|planned|scheduled) (?:[a-z]+ ){0,6}(removed?|suspend(ed)?|taken?|disabled?|blocked?|act|deleted?|shut|terminated?|remov(al|ing)|cleaned|locked|nullrouted|disconnected?) /,
    / (removal|takedown|take down|suspension|clean ?up) (?:[a-z]+ ){0,4}(in progress|underway|under way|pending|scheduled|initiated|requested|started|ongoing) /,
    / (customer|client|user|owner|webmaster|registrant|reseller|operator|subscriber|team|colleagues?|he|they|tenant) (?:[a-z]+ ){0,4}(has|have|was|were|is|been|given|gave|until|till|hours|deadline|must|should) (?:[a-z0-9]+ ){0,5}(contacted|informed|notified|asked|alerted|warned|told|notice|time|hours|days|deadline|until|till|tomorrow|respond|reply|delete|remove|act|today|noon) /,
    / (ticket|case|reference|incident|request) (?:[a-z]+ ){0,3}(number|id|no|nr|created|opened|logged|received) | (new|opened|open|created) (?:[a-z]+ ){0,2}(ticket|case|investigation) /,
    / (noted|will do|understood|working on it|on it|we will (have a )?look|got it|duly noted) /,
    / (allow|give us|please be patient|bear with us) (?:[a-z0-9]+ ){0,4}(hours|days|time|patience) | aware of (this|it|the) | automatically generated (?:[a-z]+ ){0,8}(ticket|report|request) /,
  ],
  away: [
    / (out of (the )?office|on (vacation|holiday|holidays|annual leave|parental leave|maternity leave|sick leave|leave|a business trip)|(currently|temporarily|presently|i am|we are|am|be) (?:[a-z]+ ){0,3}(away|out|unavailable|travell?ing|absent)|away (from|until|till)|(return|back|returning) (to (the )?office|in (the )?office|on )|when i (return|am back|get back)|limited access to (my |e ?mail)|no access to (my )?(e ?mail|mail)|slow to respond) /,
    / (office|offices|company|team|desk|we) (?:[a-z]+ ){0,6}(closed|unavailable) | (bank|national|public) holiday | holidays? (season|until|from) /,
    / (no longer (with|employed|works?|work|at)|left the company|not work(ing)? (here|for|at)|do not work|retired) | only sleeping /,
  ],
};
