import { once } from "../../kernel/once.ts";
import { courtesy, type Lexicon, type Sayings, saying } from "./lexicon.ts";

/** What "you reported" may stand behind. */
const things = [
  "content",
  "contents",
  "material",
  "materials",
  "page",
  "pages",
  "subpage",
  "site",
  "sites",
  "website",
  "websites",
  "webspace",
  "web site",
  "file",
  "files",
  "url",
  "urls",
  "uri",
  "uris",
  "link",
  "links",
  "image",
  "images",
  "picture",
  "pictures",
  "photo",
  "photos",
  "video",
  "videos",
  "clip",
  "post",
  "posts",
  "thread",
  "message board",
  "account",
  "accounts",
  "customer",
  "customers",
  "server",
  "servers",
  "vps",
  "vm",
  "machine",
  "host",
  "hosts",
  "domain",
  "domains",
  "domain name",
  "domain names",
  "subdomain",
  "hostname",
  "service",
  "services",
  "ip",
  "ips",
  "ip address",
  "instance",
  "instances",
  "user",
  "users",
  "client",
  "subscriber",
  "uploader",
  "administrators",
  "admins",
  "members",
  "seller",
  "phish",
  "phishing",
  "malware",
  "kit",
  "shell",
  "script",
  "scripts",
  "bucket",
  "resource",
  "listing",
  "listings",
  "profile",
  "profiles",
  "channel",
  "group",
  "comment",
  "repository",
  "repo",
  "app",
  "application",
  "offer",
  "shop",
  "store",
  "ad",
  "ads",
  "upload",
  "folder",
  "directory",
  "stream",
  "registration",
  "hosting",
  "package",
  "container",
  "database",
  "download",
  "item",
  "items",
  "access",
  "record",
  "records",
  "dns",
  "bot",
  "c2",
  "album",
  "blog",
  "paste",
  "share",
  "archive",
  "product",
  "server s",
  "tenant",
  "reseller",
  "project",
  "document",
  "form page",
];

/** English. Clause by clause for what is gone, since most traps are in the clause beside it. */
const sayings = (): Sayings => ({
  polite: [
    / (is there )?anything else (that )?(we|i) can (help|do|assist)[a-z ]{0,30}(\? )?/g,
    / (could|can|would) you please be patient[a-z ]{0,30}(\? )?/g,
    / how (did we do|would you rate|satisfied|was (your|our))[a-z ]{0,60}(\? )?/g,
    / (please |kindly )?(just )?let (us|me) know (if|should|in case|when you) [a-z ]{0,80}/g,
    courtesy(
      " ",
      ["following", "after", "upon", "during", "based on", "as a result of"],
      " (?:our|an|the|a|your|this) (?:[a-z]+ ){0,2}",
      ["investigation", "review", "report", "notice", "complaint", "check", "analysis"],
    ),
    // "The page you reported" is a name for it; "you reported that it is gone" is a word of ours.
    courtesy(
      "(?<= ",
      things,
      ") (that |which )?you (have )?(just )?",
      [
        "reported",
        "mentioned",
        "flagged",
        "listed",
        "identified",
        "named",
        "described",
        "sent us",
        "referred to",
        "pointed out",
      ],
      " (?!that )",
    ),
    / this (e ?mail |message |mail )?is to (inform|notify|tell|advise|let) you (know )?(that)?/g,
    courtesy(
      " no (further |more )?(action|steps?|response|reply|answer) (is|are) ",
      "(required|needed|necessary|expected)",
      [" from (your|you)[a-z ]{0,20}", " on your (side|part|end)", " at this (time|point)"],
      "?",
    ),
    courtesy(
      " (will|can|may) not be ",
      ["reactivated", "restored", "re ?enabled", "unsuspended", "reinstated", "unlocked", "able to [a-z ]{0,20}"],
      "( (until|unless)[a-z ]{0,60})?",
    ),
    / (following|upon|at|after|per|on|by) (our|your|their|my|the registrar|the registry) requests?/g,
    / there is nothing (more|else|further) (for you|you need)[a-z ]{0,20}/g,
    courtesy(
      " if (you|there|the|this) [a-z ]{0,40}",
      [
        "questions?",
        "concerns?",
        "queries",
        "anything else",
        "further assistance",
        "further information",
        "problems? (persist|remain)s?",
        "issues? (persist|remain)s?",
        "additional information",
        "more information",
        "other urls?",
        "others",
        "any other",
      ],
      "[a-z ]{0,60}",
    ),
    / should you [a-z ]{0,80}/g,
    courtesy(
      " (please |kindly )?",
      [
        "do not hesitate to",
        "feel free to",
        "be (informed|advised|aware|assured|reminded)( that)?",
        "note( that)?",
        "accept our apologies[a-z ]{0,30}",
        "find below",
      ],
      "( contact us| reply| ask)?",
    ),
    / (please |kindly )?(just )?let (us|me) know (if|should|in case|when you) [a-z ]{0,80}/g,
    / (please |kindly )?(contact|reply|write|email) (us|me)? ?(again )?(if|should) [a-z ]{0,80}/g,
    courtesy(
      " (we|i) ",
      [
        "can",
        "could",
        "hereby",
        "do",
        "would like to",
        "want to",
        "wish to",
        "wanted to",
        "write to",
        "are writing to",
        "am writing to",
      ],
      "? ?",
      ["confirm", "inform you", "let you know", "advise", "advise you", "see that", "notify you", "say"],
      "( that)? ",
    ),
    courtesy(
      " when (we|i) ",
      ["checked", "looked", "tried", "opened", "visited", "accessed", "tested", "received"],
      "[a-z ]{0,30}? (the|your|this) ",
      ["url", "link", "page", "site", "report", "notice", "mail", "message"],
      "( this morning| today| just now)?",
    ),
    / (so|therefore|thus)? ?nothing (more|else|further) is needed[a-z ]{0,20}/g,
    courtesy(
      " (could|can|would) you (please )?(re ?check|verify|confirm) ",
      ["on your (side|end)", "from your (side|end)", "that it is gone"],
      "[a-z ]{0,30}",
    ),
  ],
  joints: saying(
    " ",
    "(?=(?:and|but|pending|however|so|because|although|though|while|whereas|until|since|after which|",
    "therefore|yet|thus|hence|nevertheless|also|even though|then) )",
  ),
  hypothetical: saying(
    " ",
    [
      "in (such|these|those) (a )?cases?",
      "upon (confirmation|verification|receipt)",
      "found to (be )?(in )?(violate|violation|breach|infringe|infringing|illegal|" +
        "abusive) (?:[a-z]+ ){0,5}(is|are|gets?)",
      "(is|are) (?:[a-z]+ ){1,2}(?:[a-z]+ ){0,2}within [0-9]+ (hours?|days?)",
      "(we|i) (?:[a-z]+ )?(think|guess|believe|suppose|assume|suspect|imagine|hear|heard)",
      "(am|are|is|been|was|were) (?:[a-z]+ )?told",
      "word (is|has it)",
      "rumou?rs?",
      "as far as (we|i) know",
      "if",
      "unless",
      "once",
      "as soon as",
      "whenever",
      "in case",
      "in the event",
      "provided that",
      "assuming",
      "should (he|she|they|the|it|no|there|you|your)",
      "when(?! (we|i) )",
      "were it",
      "whether",
      "where (we|it|a|an|any|the|reports?|complaints?|violations?|content|material|appropriate|" +
        "applicable|necessary)",
      "that (violates?|breaks?|breach(es)?|infringes?)",
      "which (violates?|breaks?)",
      "depending",
      "according to you",
      "according to your",
      "you (say|said|wrote|claim|claimed)",
      "either",
      "once confirmed",
      "had it been",
      "would have",
    ],
    " ",
  ),
  greetings: [
    saying(
      "^ (?:please |just )?",
      [
        "let (?:us|me) know",
        "tell (?:us|me)",
        "write(?: to)? (?:us|me)",
        "shout",
        "ping (?:us|me)",
        "reach out",
        "get in touch",
        "send (?:us|me) a (?:note|mail)",
      ],
      " if (?:you|there|anything|it|more|others?)[a-z ]{0,60} $",
    ),
    saying(
      "^ (?:if|should) (?:you|there|anything|others?|more)[a-z ]{0,60}? ",
      ["let (?:us|me) know", "tell (?:us|me)", "shout", "reach out", "get in touch", "write(?: to)? (?:us|me)"],
      "[a-z ]{0,20} $",
    ),
    /^ (?:hi|hello|hey|dear|hiya|good (?:morning|afternoon|evening|day)|greetings)(?: [a-z]+){0,4} $/,
    /^ (?:(?:kind|best|warm|many) )?(?:regards|cheers|sincerely|thanks|thank you|rgds|br)(?: [a-z]+){0,4} $/,
    saying(
      " (?:dns )?(?:caches|propagation|changes) (?:may|can|might) take (?:up to )?(?:[0-9a-z]+ )?",
      "(?:[0-9]+ )?(?:hours?|days?|minutes?|time)(?: to (?:expire|propagate|take effect|clear))?",
      "(?: worldwide)?(?= )",
    ),
    / (?:please )?(?:do not|don t) (?:reply|respond) to this (?:e ?mail|mail|message)(?= )/,
    / (?:we|i) (?:would|d) like to thank you for [a-z ]{0,60}/,
    / (?:just )?reply to (?:this (?:e ?mail|mail|message)|add a comment)[a-z ]{0,30}/,
    / (?:please )?type your reply above this line /,
    / how (?:did we do|would you rate)[a-z ]{0,40}\? /,
    / was this helpful \? /,
  ],
  ownTicket: [
    saying(
      "^ (?:(?:your|this|the|my|our) )?(?:support )?",
      ["ticket", "case", "request", "matter", "report", "complaint", "incident", "enquiry", "inquiry", "case file"],
      "(?: (?:ID|number))*(?: (?:has|have) been| is| was| are)?(?: now| therefore| hereby| hence)*",
      [" (?:set|changed|moved) to", " marked as", " being"],
      "? ",
      ["closed", "resolved", "solved", "completed", "updated", "done"],
      "(?: (?:on|at|from) (?:our|my) (?:end|side|part))?(?: now)? $",
    ),
    saying(
      "^ ",
      ["i am ", "we are ", "i will ", "we will ", "i ", "we ", "so "],
      "*(?:now )?",
      ["closing", "close", "consider", "consider(?:ing)?", "mark(?:ing)?", "can close"],
      "(?: (?:now|out))? (?:the|this|your) ",
      ["ticket", "case", "matter", "incident", "report", "issue"],
      "(?: (?:ID|number))*(?: (?:as|to be))?(?: (?:closed|resolved|solved|settled|done))?(?: now| here)? $",
    ),
  ],
  plain: {
    thing: `
      contents? materials? pages? sub_?pages? landing_pages? phishing_pages? web_pages? sites?
      websites? web_?sites? web_?spaces? files? urls? uris? links? images? pictures? photos? videos?
      clips? posts? postings? accounts? user_accounts? customer_accounts? hosting_accounts? servers?
      vps vpses vms? machines? virtual_machines? boxes box hosts? domains? domain_names?
      sub_?domains? hostnames? vhosts? services? hosting_services? ips? ip_address(es)? instances?
      containers? phish phishes phishing malware kits? phishing_kits? shells? web_?shells? scripts?
      buckets? resources? listings? profiles? channels? groups? repository repositories repos? apps?
      applications? offers? shops? web_?shops? stores? ads? uploads? folders? director(y|ies)
      streams? registration hosting package plan databases? items? public_access records?
      dns_records? a_records? zone zones dns bots? botnets? c2 albums? blogs? pastes? shares?
      products? projects? documents? installs? installations? contract network_port port ports line
      deployments? code malicious_code nodes? droplets? login_pages? phishing_forms? forks
      everything uploads campaigns? pwa tunnels? workers? functions? invoice_page homepage
      backdoors? payloads? binary binaries executables? phishing_panels? short_?links? short_?urls?
      group disks? drives? nameservers? name_servers? ns_records? dns_entr(y|ies) student_accounts?
      account_s page_s site_s whole_(directory|account|site|folder|thing|server|vhost)
      internet_connection connection switch_port uplink public_html wp_content cpanel_account
      site_s_files hosting_plan campaign landing_page counterfeit_site clone clones
      fake_(page|site|shop|login_page)
      phishing_(content|files?|sites?|folder|director(y|ies)|material|links?|urls?|forms?|
        scripts?|campaign|domains?|accounts?|kit)
      malicious_(content|files?|sites?|folder|director(y|ies)|links?|urls?|pages?|scripts?|code|
        domains?)
      employee_account staff_account employee_s_account faculty_account web_space
      home_director(y|ies) shared_(folder|file|link|drive) share_link drive_folder static_ip_service
      broadband_service computer workstation laptop pc device printer vlan lab_machine
      cloud_instance lambda serverless_function pages_project project deployment worker_script
      channel_and_its_content chat chats bot_account bot_token and_everything_on_it telegram_channel
      wallet storefront page_builder_site subscription subscriber_line modem cable_modem cpe
      end_point endpoint
      (?<!(owner|customer|client|user|ftp|panel|ssh|account|login|email|mail|s|his|her|their|
        management)_)access
    `,
    person: `
      customers? users? clients? end_customers? resellers? subscribers? uploaders? members? sellers?
      tenants? administrators admins student student_s end_user customer_s client_s persons?
      person_who_posted_it person_behind_it posters? uploader_s students?
    `,
    act: `
      removed deleted disabled suspended blocked terminated deactivated taken_down taken_offline
      taken_off_?line took_down taken_out taken_care_of_and_removed shut_?down shut_off null_?routed
      black_?holed cleaned cleaned_up quarantined isolated unpublished banned power(ed)?_(off|down)
      switched_off turned_off disconnected pulled pulled_the_plug killed wiped erased purged revoked
      delegitimi[sz]ed undelegated sinkholed emptied neutrali[sz]ed discontinued withdrawn cut_off
      destroyed decommissioned nuked kicked kicked_off booted expelled unplugged scrubbed dismantled
      eradicated shuttered zapped binned trashed axed
      made_(inaccessible|unreachable|unavailable|private) put_offline closed_down defanged
      put_on_hold placed_on_hold
      (placed|put|set|is|are|now|been|was|were)_(on|to|in|under)_(client|server|registrar|
        registry)_?hold
      (on|in)_(client|server)_?hold taken_out_of_(the_)?(zone|service|dns) removed_from_the_zone
      null_?route(d)? scrapped ripped_out ripped_down tore_down torn_down yanked wound_down
      pulled_down pulled_offline swept deprovisioned de_provisioned vaporised vaporized shut
      done_away_with replaced_(with|by)_(a_|an_)?(blank|empty|placeholder|default)_(one|page|site)
      nulled null_routed wiped_clean wiped_out permanently_banned turned_it_off switched_it_off
      shut_it_down taken_down_at_source removed_at_source bricked reimaged re_imaged
      moved_to_quarantine put_in_quarantine hard_blocked firewalled_off air_gapped
      disconnected_from_the_(network|internet|campus_network) cut_loose shown_the_door
      dropped_from_dns given_the_boot
      (account|accounts|user|users|profile|profiles|tenant)_((is|are|was|were|has_been|have_been|
        has_now_been)_)?(now_|already_|also_)?locked
      locked_(the|this|that|his|their)_(account|accounts|user|profile)
      (customer_|user_|hosting_)?(account|accounts|shop|store|profile|channel|site|website|page|
        group|stream|hosting|package|service)_((is|are|was|were|has_been|have_been|
        has_now_been)_)?(now_|already_|also_|since_)*(closed|cancel+ed|ended)
      (closed|cancel+ed|ended)_(the|this|that|his|their|our)_(customers?_|clients?_|
        reseller_)?(account|accounts|shop|store|profile|channel|site|website|page|group|stream|
        hosting|package|contract)
      access_to_(the|this|that|it|all)_([a-z]{3,12}_){0,3}(is|was|has_been|have_been)_restricted
      (?<=_(taken|took|brought|pulled|knocked|shut|turned|switched|powered|
        put)_([a-z]+_){1,6})(down|offline|off_?line|off)
    `,
    state: `
      offline off_?line gone unavailable unreachable inaccessible inactive history dark
      ceased_to_(exist|be_available|resolve) out_of_service nxdomain
      no_longer_(publicly_)?(available|accessible|online|reachable|active|live|resolves|resolving|
        resolve|works?|working|loads?|visible|up|exists?|served|there|viewable|respond|responds|
        responding|load|reached|accessed|viewed|published)
      no_longer_be_(reached|accessed|viewed|opened|visited|found)
      (is|are)_no_longer_(possible|there|with_us_online)
      not_(publicly_)?(available|accessible|online|reachable|active|live|visible|viewable|there|
        resolving|working|up|loading|responding)_(any_?more|any_longer)
      (does|do)_not_(work|exist|resolve|load|respond|open|answer|show|
        serve)(_anything)?_(any_?more|any_longer)
      nothing_(is_)?(left_there|left)(_any_?more|_any_longer|_now)?
      nothing_(is_)?(there|served)_(any_?more|any_longer|now)
      not_found_(404|error) (is|now)_a_404 switched_to_offline cut kaput in_quarantine
      stopped_serving gone_for_good now_answers_(410|404) now_returns_(410|404) poof bye_bye
      (?<!_(was|were)_)down (?<!links?_(is|are)_)dead
      (server|box|machine|vm|vps|host|site|plug)_is_(now_)?(off|pulled)
      (returns?|returned|returning|gives?|gave|shows?|showed|serves?|served|answers?|answered|
        yields?|throws?|with)_(now_|just_|only_|already_)?(an?_)?(http_)?(error_)?(404|403|410|451|
        nxdomain)(_error)?(_not_found|_gone|_forbidden)?
      dead_now
    `,
    who: `
      (we|i|our_(own_)?(abuse_|support_|security_|hosting_|technical_|network_|operations_|
        trust_and_safety_|compliance_|engineering_|on_call_)?(team|teams|staff|engineers?|
        technicians?|admins?|administrators|colleagues?|analysts?|upstream|upstream_provider|
        provider|registrar|data_?cent(er|re))|my_colleagues?|my_team|he|she|site_owner|
        website_owner|account_owner|account_holder|domain_owner|domain_holder|registrant|owner|
        holder|webmaster|operator|provider|hosting_provider|registry|registrar|upstream|
        upstream_provider|the_(abuse|security|support|hosting|noc)_team|colleagues?)(?!_(is|are|am|
        was|were|be|been|got|has_been|have_been))
      our_(customers?|clients?|users?|end_customers?|resellers?|tenants?|subscribers?|customer_s|
        client_s)
      (from|on|by|in|at|with|of|off|through|to|across)_(any_of_)?our_(own_)?(side|end|part|
        servers?|platforms?|infrastructure|systems?|services?|hosting|cdn|nameservers?|border|
        cluster|marketplace|registry|backbone)
      by_(the_|our_)?(abuse_|security_|support_|hosting_)?(team|staff|support|noc|us|customer|
        client|user|owner)
      himself herself themselves (our|the)_student student_s myself
      the_site_operator(?!_(is|are|was)) site_operator(?!_(is|are|was)) the_lab(?!_(is|are|was))
      colleague_of_mine(?!_(is|are|was)) google_(has|have) our_moderators
      the_(customer|client|owner|student|user|reseller|registrant|site_owner|webmaster|registry|
        registrar|host|provider|department|helpdesk)(?!_(is|are|was|were|be|been|got|has_been|
        have_been))
      they(?!_(are|were|have_been)) one_of_(our|my)_(colleagues|admins|engineers|technicians)
      my_boss(?!_is) my_colleague_[a-z]{3,10}(?!_is) from_our_network
      (on|at)_our_(edge|border|routers?)
      (his|her|their|its)(?!_(own_)?(account|accounts|access|ftp|password|profile))
    `,
    when: `
      now today yesterday already just just_now meanwhile in_the_meantime since since_then earlier
      earlier_today a_moment_ago a_few_(minutes|moments|hours)_ago
      (an|one|two|three|about_an|[0-9]{1,2})_(hours?|minutes?|mins?|days?)_ago minutes_ago
      (this|yesterday)_(morning|afternoon|evening|noon) last_night
      (on_)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)(_(morning|afternoon|
        evening))?
      overnight immediately instantly promptly straight_away right_away at_once
      as_of_(now|today|this_morning|writing) as_of at_this_(time|moment|point) presently currently
      effective with_immediate_effect effective_immediately
      (am|pm|utc|gmt|cet|cest|local_time|est|edt|pst|pdt|msk|ist|jst) [0-9]{1,2}(am|pm)?
      [0-9]{1,2}(st|nd|rd|th)?_(of_)?(january|february|march|april|may|june|july|august|september|
        october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)(_20[0-9]{2})?
      (january|february|march|april|may|june|july|august|september|october|november|december|jan|
        feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec)_[0-9]{1,2}(st|nd|rd|th)?(_20[0-9]{2})?
      TIME noon midday midnight
      within_(minutes|the_hour|an_hour)_of_(your_report|receipt|receiving_your_report|your_notice|
        your_mail)
      the_same_day on_the_same_day upon_receipt_of_your_(report|notice|complaint|e_?mail|mail)
      for_good within_the_hour in_the_last_hour a_few_minutes_ago this_very_(morning|minute)
      half_an_hour_ago an_hour_ago a_minute_ago minutes_later within_minutes in_minutes
      (over|during)_the_weekend first_thing_this_morning earlier_this_(morning|afternoon|week)
      before_lunch after_lunch this_week [0-9]{1,2}_hours_ago around a_while_ago
    `,
    how: `
      permanently completely entirely fully finally successfully manually definitively altogether
      indefinitely in_full forthwith accordingly consequently because_of due_to as_a_result_of
      as_a_result following after under per pursuant_to in_accordance_with in_line_with
      in_response_to on_account_of based_on on_the_basis_of
      for_(the_)?(violation|violating|breach|breaching|abuse|abusing|phishing|fraud|malware|spam|
        infringement|infringing)
      violations? breach breaches abuse fraud infringement violating breaching
      (our|the)_(terms|terms_of_service|terms_of_use|tos|aup|policy|policies|
        acceptable_use_policy|rules|guidelines|community_(guidelines|standards)|general_terms|
        registration_agreement|agreement|usage_policy|service_agreement)
      terms_of_service tos aup dsa dmca art(icle)?_[0-9]{1,3} section_[0-9]{1,2}(_[0-9]{1,2})?
      (regulation_eu|eu_regulation)_[0-9]{4}_[0-9]{4} regulation_eu_ID_ID law
      (after|following|upon|at|by|on)_(our|your)_(notification|request|notice)
      (after|following|upon|based_on|as_a_result_of|in|during|on)_(our_|an_|a_|the_|your_|this_|
        internal_|own_|manual_|further_|thorough_|careful_|initial_)*(review|investigation|analysis|
        checks?|assessment|verification)
      (after|following|upon|as_per|per|based_on|due_to|because_of|in_response_to|in_reply_to|
        thanks_to|on_receipt_of|as_a_result_of|further_to|with_regards?_to|with_reference_to|
        regarding|concerning)_(your|this|the)_(abuse_|phishing_)?(report|reports|complaint|notice|
        notification|mail|e_?mail|message|request|ticket|alert)(_(of|from|dated)_TIME)?
      as_requested as_you_requested as_per_your_(request|report) thanks_to_your_report
      (reported|listed|mentioned|named|identified|specified|cited|referenced|described)_(in|
        by)_(your_(report|notice|complaint|mail|e_?mail|message|notification)|you)
      (shows?|displays?|serves?)_(now_|only_)?(our_|an?_|the_)?(suspension|suspended|blank|empty|
        placeholder|default|parking)_(notice_|account_)?page
      LAW
      because_it_(violated|violates|breached|breaches|went_against|goes_against|broke)_(our|
        the)_[a-z]{3,12}(_of_(service|use))?(_guidelines|_standards|_policy)?
      for_(forensic|security|safety)_(purposes|reasons)
      after_consulting_(with_)?(our|the)_(reseller|customer|client|legal_team)
      with_the_(customer|client|reseller|registry|registrar) for_phishing_reasons by_now at_our_edge
      (that_|which_)?you_(have_)?(just_)?(reported|mentioned|flagged|listed|identified|named|
        described|sent_us|referred_to|pointed_out|sent|provided)(?!_that)
      (after|on|upon)_receiving_(your|this|the)_(report|notice|complaint|notification|mail|e_?mail)
      at_(the_)?registry_level on_(the_)?(network|dns|server|host|edge)_level at_source
      under_clause_[0-9]{1,2}(_[0-9]{1,2})?
      (under|per)_(our|the)_(business_|general_|broadband_)*(terms|policy|aup|contract)
      (after|following)_(a_)?(chat|call|word|talk|phone_call)_with_the_(customer|client|owner|
        student|reseller|department)
      all_the_same just_in_case out_of_caution as_a_precaution by_hand
    `,
    little: `
      the this that these those it they them itself both all any_of_(it|them|these|those)
      none_of_(the|these|those|them)_(urls|links|pages|files)_is_(accessible|reachable|available|
        online)(_any_more|_anymore|_any_longer)?
      of in on at by from
      to_the_(site|page|url|content|account|server|domain|file|material|files|pages|website|
        reported_[a-z]{3,12}|phishing_[a-z]{3,12})
      to_this_(site|page|url|content|account|server|domain|file|material|files|website)
      for_the_(domain|account|site|server|customer|user|url|website|subdomain|reported_[a-z]{3,12})
      for_this_(domain|account|site|customer|user|url|website) with and so therefore thus hence also
      too as_well as whole entire complete respective is are was were has have had been got
      being_now indeed hereby which who yes ok okay done sorry well fyi in_question concerned
      affected reported offending related said corresponding associated relevant infringing abusive
      malicious fraudulent illegal illicit fake hacked infected compromised alleged hosted
      hosting_the_(content|page|site|phish|phishing|phishing_page) located involved responsible
      same_one above above_mentioned mentioned named identified below underlying matching specified
      under_(this|that)_(address|url|domain|link) behind_(it|this|the_(site|page|url|domain|link))
      together along its took taken take_down bring brought knocked put placed set shut switched
      turned powered went gone_ahead made no_trace
      off_the_(air|net|network|internet|web|server|servers|platform)
      from_the_(internet|server|network|platform|account|outside|web|site|website|bucket|repository)
      from_public_(access|view) offline_now further for_everyone worldwide globally everywhere
      in_all_regions publicly to_(the_)?public to_visitors longer any_more any_longer anymore
      actioned handled dealt_with acted acted_upon resolved fixed addressed processed completed
      settled sorted action actions appropriate_action immediate_action necessary_action step steps
      measures question this_one that_one all_of_(it|them|these|those|this)
      other_than_that(?=_nothing) including together_with
      belonging_to_(the|this|that)_(customer|client|account|user|domain|reseller)
      of_(the|this|that)_(customer|client|user|tenant|subscriber|reseller) of_(his|her|their|its)
      from_which used_for_(the_)?(phishing|attack|abuse|scam)
      used_to_(host|serve)_(it|the_(page|phish|content|site))
      that_(hosted|served|carried)_(it|the_(page|phish|content|site))
      serving_(it|the_(page|phish|content|site)) behind
      all_(two|three|four|five|six|[0-9]{1,2}|of_the) both_of_(them|the|these) took_care_of_it
      from_(google_)?(drive|docs|sites|cloud)
    `,
    beside: `
      thanks thank_you thx cheers many_thanks kind_regards regards best_regards best sincerely hi
      hello dear_(sir|madam|reporter|colleague|colleagues|team|sirs) hi_(there|team|all)
      good_(morning|afternoon|evening|day) tickets? cases? closing close can_close matter this_case
      file incident your_report report reporting for_reporting for_letting_us_know
      for_(the|your)_(report|notice|notification|heads_up|information|patience|help|mail|message)
      heads_up flagging for_flagging flagging_this notifying considered consider marked mark
      informed notified warned told contacted advised alerted aware of_(this|it) knows why
      passwords? reset resetting rotated changed credentials updated patched upgraded reinstalled
      rebuilt hardened plugins? software investigation investigated investigating reviewed review
      verified checked double_checked confirmed confirm confirms tested looked monitoring found
      discovered identified determined
      to_be_(in_violation_of|malicious|phishing|infringing|fraudulent) to looked_into into finished
      issue issues problem warning issued given got locked_for_[a-z]+ reason reasons
      statement_of_reasons sent recipient vulnerable vulnerability outdated hacked compromised old
      out_of_date through via using been_in_contact_with reached_out replied responded keep an_eye
      for_your_(information|report|help|patience) no_further_action not_needed (please_)?let_us_know
      delay late apologies apologi[sz]e inconvenience for_the_(delay|inconvenience|late_reply)
      confirmed_phishing it_was ours indeed hiya hey see_ticket_history ticket_history see saw
      posted it_had_(posted|uploaded) from_scratch forensic_purposes update on_ticket_ID ref
      reference resolution status comment solved note fyi cert_note why_exactly as_well password
      ftp_passwords? their
      (your|this|the)_(report|complaint|notice|notification|message|mail|e_?mail|submission|case|
        matter|ticket)
      valid good_news pending_(further_)?(investigation|review)(_by_the_customer)? a_blank_one
      evidence preserved evidence_(kept|preserved|secured)(_for_the_police|_for_police)?
      for_(the_)?(police|prosecutors|law_enforcement|forensics) refunded refund
      customer_has_been_told we_have_spoken_to_(him|her|them|the_customer)
      logs_(kept|preserved|saved) ticket_closed happy_hunting turns_out it_is
      have_a_(nice|good)_(day|one|weekend) case_closed notified_too hacked_through_an_old_plugin
      thanks_again sorry_about_that sorry_for_the_(delay|trouble|wait|mess) took_us_a_while bye
    `,
  },
  doubts: saying(
    " ",
    [
      "new",
      "requested",
      "requesting",
      "planning",
      "planned",
      "(is|are|it|remains?|stays?|page|site) (up|online|live|reachable|accessible)",
      "to check",
      "cannot",
      "not",
      "never",
      "no",
      "nothing",
      "none",
      "nor",
      "neither",
      "nobody",
      "without",
      "unable",
      "fail(s|ed|ure)?",
      "but",
      "however",
      "although",
      "though",
      "except",
      "yet",
      "unless",
      "until",
      "if",
      "whether",
      "once",
      "while",
      "would",
      "should",
      "could",
      "might",
      "must",
      "shall",
      "only",
      "part",
      "partly",
      "partial(ly)?",
      "some",
      "other",
      "another",
      "others",
      "rest",
      "remaining",
      "different",
      "second",
      "third",
      "half",
      "most",
      "still",
      "again",
      "back",
      "restor[a-z]*",
      "reinstat[a-z]*",
      "re ?enabl[a-z]*",
      "re ?activat[a-z]*",
      "unsuspend[a-z]*",
      "unblock[a-z]*",
      "unlock[a-z]*",
      "lift(ed|ing)?",
      "temporar(y|ily)",
      "wrong",
      "mistake[a-z]*",
      "accident[a-z]*",
      "claim(s|ed)?",
      "sa(ys?|id)",
      "promise[a-z]*",
      "according",
      "believes?",
      "thinks?",
      "guess",
      "suppose",
      "hop(e|es|ing)",
      "seems?",
      "appears?",
      "apparently",
      "maybe",
      "perhaps",
      "probably",
      "presumably",
      "sure",
      "unsure",
      "unclear",
      "pending",
      "soon",
      "tomorrow",
      "later",
      "will",
      "going to",
      "to be",
      "ask(s|ed|ing)?",
      "remov(e|es|ing|al)",
      "delet(e|es|ing|ion)",
      "suspend(s|ing)?",
      "suspension",
      "block(s|ing)?",
      "terminat(e|es|ing|ion)",
      "disabl(e|es|ing)",
      "take ?down",
      "tak(e|es|ing) (it |them |this )?(down|offline)",
      "move[ds]?",
      "migrat[a-z]*",
      "transferred",
      "elsewhere",
      "new (host|server|provider|location|address|ip|url)",
      "available",
    ],
    " ",
  ),
  stands: [
    // What may come of a report; or passed on, and nobody looked.
    / (typical|possible|usual|common) outcomes? /,
    saying(
      " not (?:[a-z]+ ){0,5}(check|checked|verify|verified) (?:[a-z]+ ){0,1}",
      ["it", "this", "that", "ourselves", "independently", "yet", "myself"],
      " ",
    ),
    saying(
      " (not|never|has yet to|have yet to) (?:[a-z]+ ){0,4}(been |be |yet )*",
      ["removed", "deleted", "taken down", "suspended", "blocked", "disabled", "taken offline"],
      " ",
    ),
    saying(
      " ",
      ["is", "are", "it", "they", "site", "page", "content", "remains?"],
      " (?:[a-z]+ ){0,2}still (?:[a-z]+ ){0,2}",
      [
        "online",
        "up",
        "live",
        "active",
        "accessible",
        "reachable",
        "available",
        "loads?",
        "works?",
        "working",
        "there",
        "visible",
        "resolves?",
        "resolving",
      ],
      " ",
    ),
    [
      saying(
        " ",
        [
          "restored",
          "reinstated",
          "reactivated",
          "unsuspended",
          "unblocked",
          "reappeared",
          "re ?enabled",
          "online again",
          "up again",
          "back (online|up)",
        ],
        " ",
      ),
      / (will|would|can|may|shall|until|before|once|be|not|to) /,
    ],
    / (original|rest|others?|remaining|second|first) (?:[a-z]+ ){0,3}(was|is|were|are) (not|still) /,
    [/ still (see|find) /, / (if|you) /],
    saying(
      " still ",
      [
        "serves?",
        "hosts?",
        "loads?",
        "works?",
        "resolves?",
        "opens?",
        "shows?",
        "online",
        "up",
        "live",
        "reachable",
        "accessible",
      ],
      " (?:[a-z]+ ){0,5}",
    ),
    / (came|come|is|are|went|put) (?:[a-z]+ ){0,2}(back|online again|up again) (?:[a-z]+ ){0,3}(again|now|online|up) /,
    / (can|could) not (verify|confirm|tell|say) (?:[a-z]+ ){0,6}/,
    / not (?:[a-z]+ ){0,2}(been )?possible to (take|remove|suspend|delete|block|disable) /,
    / (do|does) not know (either|if|whether) /,
    saying(
      " ",
      ["it", "site", "page", "content", "domain", "account", "they", "which"],
      " (?:[a-z]+ ){0,2}(was|is|are|were|came|comes) (?:[a-z]+ ){0,2}back (?!to |in |with |from |at )",
    ),
  ],
  notOurs: [
    saying(
      " ",
      ["is", "are", "was", "were", "does", "do", "did", "has", "have", "being", "been"],
      " (not|no longer) (?:[a-z]+ ){0,3}",
      [
        "hosted",
        "located",
        "host",
        "belong",
        "belongs",
        "served",
        "reside",
        "registered",
        "assigned",
        "operated",
        "managed",
        "allocated",
        "residing",
        "routed",
        "under",
        "part",
        "within",
        "announced",
        "owned",
        "sponsored",
        "provisioned",
        "ours",
        "connected",
        "come",
        "originate",
      ],
      " (?:[a-z0-9]+ ){0,6}",
      ["us", "our", "ours", "here", "we", "this network", "servers?", "example [a-z]+", "[a-z]+"],
      " ",
    ),
    / (is|are|was|were) not (ours|our) /,
    saying(
      " not our ",
      [
        "ip",
        "ips",
        "ip address",
        "customer",
        "client",
        "network",
        "server",
        "servers",
        "domain",
        "address",
        "site",
        "range",
        "prefix",
        "system",
        "responsibility",
        "block",
        "subnet",
        "netblock",
        "hosting",
      ],
      " ",
    ),
    saying(
      " (not|never|no longer|neither|nor) (?:[a-z]+ ){0,3}",
      ["on", "in", "within", "from", "part of", "under", "with", "at", "inside", "using"],
      " (any of )?(our|us)( |$)",
      "(?!(terms|policy|policies|rules|side|end|opinion|view|guidelines|records show))",
    ),
    saying(
      " (not|no longer) (?:one of |an? |any of )?our ",
      [
        "customers?",
        "clients?",
        "users?",
        "servers?",
        "ip addresses",
        "addresses",
        "domains?",
        "subscribers?",
        "networks?",
        "ips",
      ],
      " ",
    ),
    / not hosted (here|by|with|at|on) | not (?:[a-z]+ ){0,2}with us /,
    [
      saying(
        " ",
        ["we", "i", "this company", "our company", "example [a-z]+"],
        " (do|are|am|does|is) not (?:[a-z]+ ){0,3}",
        [
          "host",
          "hosting",
          "own",
          "operate",
          "manage",
          "control",
          "run",
          "responsible",
          "affiliated",
          "the (hosting provider|host|owner|registrar|operator|provider|responsible)",
          "in charge",
          "competent",
          "hosts?",
          "an? (hosting|isp|internet)",
          "connected",
        ],
        " ",
      ),
      / (tolerate|allow|permit|responsible for what|responsible for (the )?content|liable) /,
    ],
    saying(
      " (act|acts|acting|serve|serves) (?:[a-z]+ ){0,2}as (?:[a-z]+ ){0,3}",
      ["lir", "registrar", "reseller", "registry", "carrier", "upstream", "proxy"],
      " ",
    ),

    / somebody else /,
    / someone else /,
    / (find|found|have|see|show) no (trace|record|records|match|entry|such (customer|domain|ip|server)) /,
    / wrong tree /,
    / not (?:[a-z]+ ){0,2}under our /,
    / not (?:[a-z]+ ){0,2}in our (systems?|records|database|portfolio|books) /,
    saying(
      " (no|any) (control|authority|influence) (over|to|on) (?:[a-z]+ ){0,4}",
      [
        "content",
        "contents",
        "site",
        "website",
        "server",
        "servers",
        "domain",
        "address",
        "ip",
        "network",
        "hosting",
        "it",
        "them",
      ],
      " ",
    ),
    saying(
      " (we|i) (have|had) ",
      ["nothing", "no connection", "no relation", "no business", "no relationship", "no affiliation"],
      " (?:[a-z]+ ){0,2}(to do|with) ",
    ),

    saying(
      " (we|i) (only|merely|just|solely|simply) (?:[a-z]+ )?",
      [
        "lease",
        "rent",
        "provide",
        "offer",
        "sell",
        "register",
        "announce",
        "route",
        "manage",
        "proxy",
        "resell",
        "own",
        "supply",
        "host",
        "run",
      ],
      " ",
    ),
    / (sits?|is|are) (?:[a-z]+ ){0,2}behind (our|us) (?:[a-z]+ ){0,3}only /,
    saying(
      " only (?:[a-z]+ ){0,3}",
      [
        "registrar",
        "registry",
        "reseller",
        "proxy",
        "cdn",
        "dns provider",
        "upstream",
        "transit",
        "carrier",
        "data ?cent(er|re)",
      ],
      " ",
    ),
    saying(
      " ",
      ["registrar", "registry", "cdn", "upstream", "carrier", "transit provider", "proxy", "dns provider", "transit"],
      " (?:[a-z ]{1,60} )",
      ["only", "not the (host|hosting)", "do not host", "can not remove", "not in a position", "not provide hosting"],
      " ",
    ),
    / (as|we are) (a|an|the) (?:[a-z]+ ){0,3}(registry|cdn|transit provider|carrier|ixp|internet exchange) /,

    [
      saying(
        " ",
        [
          "belongs? to",
          "part of (?!the (site|page|website|content|url))(?=(?:[a-z]+ ){0,5}(network|allocation|range|" +
            "infrastructure|block|prefix|subnet|as) )",
          "(hosted|operated) (by|at|with|through)",
          "(assigned|delegated|allocated|leased|sub ?allocated|sub ?delegated|reassigned) (to|out)",
          "origin (is|server|host) (?:[a-z]+ ){0,4}(at|is)?",
        ],
        " ",
        "(?!(our|us|you|your|we|the customer|one of our|a customer|this customer|the same|its|a dedicated|",
        "a vps|a reseller|abuse|legal|you|information security)\\b)",
      ),
      saying(
        " ",
        [
          "if",
          "whether",
          "tier",
          "team",
          "colleague",
          "agent",
          "level",
          "staff",
          "analyst",
          "department",
          "forwarded",
          "passed",
          "escalated",
          "your (report|complaint|request|message|ticket|case|mail)",
          "rented by",
          "report",
          "ticket",
          "case",
          "complaint",
          "downstream",
          "of ours",
          "connected to our",
          "(business|residential) subscriber",
          "(a|our) (?:[a-z]+ ){0,2}(partner|student|employee|group)",
        ],
        " ",
      ),
    ],
    [
      saying(
        " ",
        [
          "customer",
          "client",
          "domain",
          "site",
          "website",
          "server",
          "range",
          "subnet",
          "network",
          "prefix",
          "they",
          "block",
          "user",
        ],
        " (?:[a-z]+ ){0,4}",
        ["left", "moved", "migrated", "transferred", "switched", "changed", "departed", "relocated", "sold", "went"],
        " (?:[a-z]+ ){0,5}",
        [
          "us",
          "out",
          "away",
          "elsewhere",
          "another",
          "other",
          "different",
          "new",
          "provider",
          "host",
          "hoster",
          "registrar",
          "company",
          "in",
          "to",
        ],
        " ",
      ),
      saying(
        " ",
        [
          "if",
          "(ticketing|new|online|web) (portal|system|platform|form|tool)",
          "moved to quarantine",
          "transferred to (our|the abuse|the legal)",
        ],
        " ",
      ),
    ],
    saying(
      " ",
      ["moved", "transferred", "switched", "migrated", "sold", "is( now)?", "are( now)?"],
      " (?:away )?(to|with|at|by) ",
      ["another", "a different", "a new", "other", "some other"],
      " ",
      ["provider", "host", "hoster", "registrar", "company", "network", "isp", "operator"],
      " ",
    ),
    saying(
      " (no longer|not any ?more|stopped) (?:[a-z]+ ){0,3}(a |our )?",
      ["customer", "client", "provide", "providing", "serve", "manage", "own", "host", "announce", "service"],
      " (?:[a-z]+ ){0,4}",
    ),

    saying(
      " (wrong|incorrect) ",
      [
        "party",
        "department",
        "company",
        "contact",
        "address",
        "provider",
        "recipient",
        "network",
        "place",
        "team",
        "people",
        "person",
        "desk",
        "organi[sz]ation",
        "isp",
        "mailbox",
      ],
      " ",
    ),
    / (not|n t) (?:[a-z]+ ){0,4}(on|in|of|from) (any of )?our (address|ip|network|server|range|data) /,
    / (could|can) not match (?:[a-z]+ ){0,6}(our|us|any|customer) /,
    / rather than (ours|us) /,
    / not us /,
    / (you )?(can )?find their (abuse )?(contact|address) /,
    / their own abuse (desk|contact|team|department) /,
    / their abuse (contact|desk|address) is /,
    / not responsible for (?:[a-z]+ ){0,3}(hosts?|sites?|networks?|addresses|domains?|this|that|ip|ips|servers?) /,
    / private (person|individual) (?:[a-z]+ ){0,10}| (do|does) not run (any|a) (servers?|network) /,
    / address of our parent /,
    saying(
      " (current|new|actual|present) ",
      ["holder", "owner", "operator", "provider", "host", "hoster", "lessee"],
      " (?:[a-z]+ ){0,4}(is|are) (?!(our|we|you|us)\\b)",
    ),
    / reassigned to (a different|another|someone|somebody) /,
    / not allocated to (?:[a-z]+ ){0,4}(us|subscriber|customer) /,
  ],
  form: [
    [
      saying(
        " ",
        [
          "must",
          "need to",
          "needs to",
          "have to",
          "has to",
          "should",
          "please",
          "kindly",
          "required to",
          "only",
          "can",
          "could you",
          "ask you to",
          "encourage you to",
          "submit",
          "submitted",
          "file",
          "filed",
          "complete",
          "fill",
          "use",
          "using",
          "via",
          "through",
          "in",
          "with",
          "open",
          "by",
        ],
        " (?:[a-z0-9]+ ){0,14}",
        [
          "web ?form",
          "contact form",
          "form",
          "portal",
          "abuse page",
          "reporting (page|tool|portal|form|system|site)",
          "report abuse page",
          "online tool",
          "help cent(er|re)",
          "trust cent(er|re)",
          "mechanism",
          "web ?page",
          "ticketing (system|portal)",
          "online (form|service)",
          "report button",
        ],
        " ",
      ),
      saying([
        " (see|saw) (the|a|an) (?:contact )?form |(client|customer) through |by a ticketing system",
        " (does not|do not|no longer|not) (need|have) to ",
        " (to (add|provide|send|give)( us)? (more|additional|further)|status of|follow|track|view|" +
          "customer (has|must|should|needs)|reproduce|(the|a) phishing form|signed|opening a|url|" +
          "login form) ",
      ]),
    ],
    [
      saying(
        " ",
        [
          "report",
          "reported",
          "submit",
          "file",
          "send",
          "lodge",
          "complaints?",
          "reports?",
          "notices?",
          "it",
          "tell us",
          "notify us",
        ],
        " (?:[a-z0-9]+ ){0,12}",
        ["at", "via", "through", "using", "here", "under", "to", "on", "by"],
        " (?:[a-z]+ ){0,2}URL ",
      ),
      saying(
        " ",
        [
          "status",
          "track",
          "view",
          "ticket at",
          "faq",
          "read more",
          "learn more",
          "information about",
          "add (a )?comments?",
          "hosted",
          "phishing at",
        ],
        " ",
      ),
    ],
    [
      saying(
        " (to|if you (want|wish|would like) to) (file|report|submit|lodge|make|send) (?:[a-z]+ ){0,10}",
        ["go to", "visit", "use", "open", "head (over )?to", "log ?in", "click", "see", "follow"],
        " (?:[a-z]+ ){0,12}URL ",
      ),
      / (status|track|view|faq|learn more) /,
    ],
    [
      saying(
        " ",
        [
          "reports?",
          "reporting",
          "abuse",
          "complaints?",
          "notices?",
          "report it",
          "process",
          "portal",
          "submit",
          "file",
          "infringement",
        ],
        " (?:[a-z]+ ){0,10}",
        [
          "visit",
          "go to",
          "open",
          "head (over )?to",
          "click",
          "use",
          "see",
          "is at",
          "here",
          "available at",
          "found at",
          "log ?in to",
        ],
        " (?:[a-z]+ ){0,10}URL ",
      ),
      / (status|track|view|ticket at|faq|learn more) /,
    ],
    saying(
      " ",
      ["visit", "go to", "head over to", "head to", "use", "open", "log ?in to", "click"],
      " (?:[a-z]+ ){0,8}URL (?:[a-z]+ ){0,6}(to|and|for) (?:[a-z]+ ){0,5}",
      ["report", "file", "submit", "lodge", "tell us", "complaint", "complain", "choose", "follow", "abuse"],
      " ",
    ),
    saying(
      " ",
      ["mailbox", "e ?mail address", "address", "inbox", "email account", "account"],
      " (?:[a-z]+ ){0,6}(is|are) (not|no longer) (?:[a-z]+ ){0,2}",
      ["monitored", "read", "in use", "used", "checked", "attended", "for abuse", "accepting", "processed"],
      " ",
    ),
    [
      saying(
        " ",
        ["do not", "no longer", "can not", "not able to", "unable to", "are not", "not", "never", "will not be"],
        " (?:[a-z]+ ){0,2}",
        [
          "accept",
          "accepted",
          "process",
          "processed",
          "handle",
          "handled",
          "take",
          "answer",
          "answered",
          "respond to",
          "receive",
          "read",
          "deal with",
          "work on",
        ],
        " (?:[a-z]+ ){0,6}",
        ["by", "via", "through", "over", "from", "as", "in", "to", "sent to", "sent by", "that"],
        " (?:[a-z]+ ){0,2}",
        ["e ?mails?", "mails?", "this (address|mailbox|channel|inbox)"],
        " ",
      ),
      / unsubscri/,
    ],
    saying(
      " (sent|submitted|made|reported) (?:[a-z]+ ){0,3}(by|via|to|through) (?:[a-z]+ ){0,2}",
      "(e ?mail|mail|mailbox|inbox|address) (?:[a-z]+ ){0,2}",
      ["will not", "are not", "is not", "can not", "not", "are discarded", "are deleted", "are ignored"],
      " ",
    ),
    saying(
      " (e ?mails?|reports?|messages?) (?:[a-z]+ ){0,4}(to|at) this (mailbox|address|inbox|account) ",
      "(?:[a-z]+ ){0,2}(are|is|will be|not) (?:[a-z]+ ){0,2}",
      ["deleted", "discarded", "ignored", "unread", "read", "processed", "answered"],
      " ",
    ),
    / (head|go|turn|proceed|navigate|move|moved) (?:over |directly )?to URL /,
    / (exclusively|solely|only) (via|through|by|at|on|under|using) (?:[a-z]+ ){0,4}(URL|form|portal) /,
    / (unattended|unmonitored|no reply|noreply|unread) (mailbox|inbox|address|e ?mail) /,
    / find (?:[a-z]+ ){0,6}form /,
    / to report (?:[a-z]+ ){1,5}URL /,
    / (sent|addressed|made) to this (?:[a-z]+ ){0,2}(address|mailbox|inbox) (?:[a-z]+ ){0,3}(no longer|not|never) /,
    / find (their|the|our) (?:[a-z]+ ){0,2}form /,
    saying(
      " (created|set up|provide|offer|launched) (?:[a-z]+ ){0,4}",
      ["reporting ", "report ", "abuse ", "contact ", "web "],
      "+(form|portal|page) ",
    ),
    saying(
      " only ",
      ["deal with", "accept", "process", "handle", "take", "consider", "notices", "reports"],
      " (?:[a-z]+ ){0,8}(form|portal|online|URL|mechanism) ",
    ),
    saying(
      " (please|kindly|must|have to|need to) (?:[a-z]+ )?",
      ["re ?submit", "open a ticket", "lodge", "file", "submit"],
      " (?:[a-z]+ ){0,12}URL ",
    ),
  ],
  refused: [
    / (parody|satire|opinion piece) (?:[a-z]+ ){0,6}(stays|remains|legal|allowed|staying) /,
    saying(
      " (we|i) (?:[a-z]+ )?",
      ["do not", "will not", "are not going to", "am not going to"],
      " (?:[a-z]+ )?",
      ["touch", "bring", "pull", "kill", "drop", "yank", "nuke", "unplug"],
      " (?:[a-z]+ ){0,4}",
    ),
    [
      saying(
        " ",
        ["we", "i", "our team", "our company", "example [a-z]+"],
        " (?:[a-z]+ ){0,3}",
        [
          "will not",
          "will therefore not",
          "are not going to",
          "decline",
          "declined",
          "refuse",
          "refused",
          "decided not",
          "are unable",
          "can not",
          "are not able",
          "am unable",
          "do not",
          "does not",
          "not be",
          "will not be",
          "is unable",
          "have no intention",
          "not going to",
          "will neither",
          "see no",
        ],
        " (?:[a-z]+ ){0,3}",
        [
          "remove",
          "removing",
          "take",
          "taking",
          "act",
          "acting",
          "action",
          "suspend",
          "suspending",
          "disable",
          "block",
          "blocking",
          "delete",
          "deleting",
          "intervene",
          "interfere",
          "comply",
          "terminate",
          "proceed",
          "moderate",
          "police",
          "censor",
          "pursue",
          "process",
          "respond to such",
          "ban",
          "honou?r",
          "restrict",
          "shut",
          "disconnect",
          "entertain",
        ],
        " ",
      ),
      saying(
        " ",
        [
          "by e ?mail",
          "via e ?mail",
          "by mail",
          "through e ?mail",
          "abuse reports by",
          "without (more|further|additional|this|the|an? (date|time|url|screenshot|log))",
          "until",
          "not (hosted|our|on our)",
          "hosting provider",
          "more information",
          "further information",
          "not the host",
          "registrar (only|is not)",
        ],
        " ",
      ),
    ],
    [
      saying(
        " ",
        [
          "require",
          "requires",
          "need",
          "only (act|remove|respond|on|with|upon|react)",
          "unless",
          "without",
          "provide",
          "subject to",
          "bring",
          "present",
          "ordered",
          "absence of",
          "valid",
          "receipt of",
          "obtain",
          "get",
          "upon",
        ],
        " (?:[a-z]+ ){0,8}",
        [
          "court order",
          "legal order",
          "subpoena",
          "court decision",
          "judicial order",
          "judg?ement",
          "court",
          "warrant",
          "judge",
          "courts",
        ],
        " ",
      ),
      / (law enforcement has|police have|(customer|personal|subscriber|account) (data|information|details)) /,
    ],
    / ignore (dmca|abuse|such|these|your|all|takedown) /,
    / go away /,
    saying(
      " nothing ",
      [
        "illegal",
        "unlawful",
        "wrong",
        "abusive",
        "will be done",
        "will happen",
        "we can do",
        "we could do",
        "that breaches",
        "that violates",
      ],
      " ",
    ),
    / (do|will|does|shall)( not|n t) (intervene|interfere|moderate|police|censor|take sides|get involved|mediate) /,
    / not to (interfere|intervene|take (any )?action|act|remove|get involved) /,
    / not interfere /,
    saying(
      " ",
      ["see", "find", "found", "have", "is", "are", "was", "were", "finding", "with"],
      "( absolutely)? (no|insufficient) ",
      [
        "reason",
        "reasons",
        "grounds?",
        "basis",
        "cause",
        "legal basis",
        "violation",
        "violations",
        "breach",
        "breaches",
        "infringement",
        "evidence of (abuse|a violation|any violation|wrongdoing|a breach)",
      ],
      " ",
    ),
    [
      saying(
        " (not|no|nor) (?:[a-z]+ ){0,5}",
        [
          "violat(e|es|ed|ion|ions|ing|ive)",
          "breach(es|ed)?",
          "infring(e|es|ed|ement|ing)",
          "contraven(e|es|ing)",
          "in violation",
          "against (our|the)",
        ],
        " ",
      ),
      / (if|whether|please|could you|can you|which) /,
    ],
    saying(
      " (not|n t) (?:[a-z]+ ){0,2}",
      [
        "consider",
        "regard",
        "deem",
        "believe",
        "find",
        "think",
        "classify",
        "qualify",
        "see",
        "constitute",
        "amount to",
      ],
      " (?:[a-z]+ ){0,6}",
      [
        "violation",
        "breach",
        "illegal",
        "unlawful",
        "abusive",
        "infringing",
        "phishing case",
        "malicious",
        "abuse",
        "manifestly",
        "infringement",
      ],
      " ",
    ),
    / (we|i) (hereby |must |have to |therefore )?(decline|reject|refuse|dispute|deny) /,
    saying(
      " ",
      ["complaint", "report", "request", "notice", "claim", "application", "takedown"],
      "s? (has been|have been|was|were|is|are)? ?",
      [
        "rejected",
        "declined",
        "denied",
        "refused",
        "dismissed",
        "not upheld",
        "unfounded",
        "unsubstantiated",
        "invalid",
        "baseless",
      ],
      " ",
    ),
    [
      / (keep|stay|stays|remain|remains) (?:[a-z]+ ){0,4}(online|up|available|accessible|live) /,
      / (if|to avoid|whether|still) /,
    ],
    saying(
      " no (further |more )?(action|steps|measures) ",
      ["will", "has", "is", "can", "shall", "are", "was", "were", "to be", "needed from our"],
      " (?:[a-z]+ ){0,3}",
    ),
    saying(
      " ",
      [
        "content",
        "material",
        "page",
        "site",
        "it",
        "this",
        "website",
        "parody",
        "hosting such content",
        "speech",
        "activity",
      ],
      " (?:[a-z]+ ){0,4}(is|are) (?:[a-z]+ ){0,3}",
      [
        "legal",
        "lawful",
        "permitted",
        "allowed",
        "protected",
        "legitimate",
        "a false positive",
        "in line with",
        "compliant",
        "covered by",
        "within our (rules|terms|policy)",
      ],
      "(?! notice) ",
    ),
    saying(
      " ",
      ["assess", "assessed", "found", "deemed", "considered", "judged", "rated", "classified", "determined"],
      " (?:[a-z0-9]+ ){0,6}not (?:[a-z]+ ){0,2}",
      ["illegal", "unlawful", "infringing", "abusive", "harmful", "malicious", "criminal", "violating", "actionable"],
      " ",
    ),
    / stands? (by|behind) our (customer|client|user)s? /,
    saying(
      " not (?:[a-z]+ ){0,2}",
      [
        "pulling",
        "removing",
        "taking down",
        "suspending",
        "blocking",
        "deleting",
        "shutting",
        "acting on",
        "disconnecting",
      ],
      " ",
    ),
    / (no|not) (?:[a-z]+ ){0,2}(proof|ground for|grounds for|reason for) /,
    saying(
      " (not|no) (?:[a-z]+ ){0,2}",
      ["intend", "intention", "plan", "wish", "prepared", "willing", "going"],
      " to ",
      ["take", "remove", "act", "do", "suspend", "block", "intervene", "proceed", "delete"],
      " ",
    ),
    / not go(es)? against /,
    / not take (it|this|them) down /,
    saying(
      " ",
      [
        "false positive",
        "legitimate (site|website|page|business|company)",
        "protected speech",
        "free speech",
        "fair use",
        "safe harbou?r",
        "mere conduit",
        "as a conduit",
      ],
      " ",
    ),
    / (is not|isnt) something we (act|do|handle|take action|remove) /,
    / not take (any )?(further )?(action|steps|measures) /,
    / will not be (?:[a-z]+ )?(removing|taking|acting|responding|doing|suspending|blocking) /,
    saying(
      " (does|do) not ",
      ["suspend", "remove", "block", "delete", "disable", "take down", "act", "terminate"],
      " (?:[a-z]+ ){0,5}",
      [
        "content",
        "contents",
        "domain",
        "domains",
        "customers?",
        "request",
        "requests",
        "on",
        "names",
        "anything",
        "sites?",
        "private",
        "allegations?",
      ],
      " ",
    ),
    / (on the basis of|based on) an? (?:[a-z]+ )?(allegation|allegations|claim|complaint) alone /,
    / (material|content|work) (?:[a-z]+ ){0,2}(is|was) licen[cs]ed /,
    / (case|ticket|matter|report) (?:[a-z]+ ){0,3}closed (without|as (unfounded|invalid|not actionable|no action)) /,
    / not actionable /,
    / unactionable /,
  ],
  question: [
    saying(
      " (link|url|screenshot|attachment|image) (?:[a-z]+ ){0,5}",
      ["cut off", "truncated", "incomplete", "blank", "redacted", "did not come through", "stripped"],
      " ",
    ),
    saying(
      " (need|send|give|want) (?:us |me )?(?:[a-z]+ ){0,3}(exact|full|complete) (?:[a-z]+ ){0,2}",
      "(url|link|path|headers?|time|timestamp) ",
    ),
    [
      saying(
        " (could|can|would|will|may i ask|might) (you|i) ",
        ["please ", "kindly ", "also ", "perhaps ", "possibly "],
        "*",
        [
          "provide",
          "send",
          "clarify",
          "tell",
          "explain",
          "share",
          "specify",
          "let us know",
          "let me know",
          "give",
          "resend",
          "attach",
          "check",
          "forward",
          "supply",
          "point",
          "elaborate",
          "indicate",
          "describe",
          "confirm",
          "show",
          "be more specific",
          "help us",
          "ask who",
          "re ?send",
          "state",
          "say",
          "include",
        ],
        " ",
      ),
      / (form|portal|to contact|forward (it|this|your (report|complaint))) /,
    ],
    [
      saying(
        " (we|i|would|it|one) ",
        ["would ", "will ", "do ", "still ", "also ", "first ", "do ", "further ", "urgently "],
        "*",
        [
          "need",
          "needs",
          "require",
          "are missing",
          "lack",
          "lacks",
          "miss",
          "require",
          "would appreciate",
          "ask for",
          "request",
          "must have",
          "want",
          "would want",
        ],
        " (?:[a-z0-9]+ ){0,9}",
        [
          "copy",
          "power of attorney",
          "authori[sz]ation",
          "document(s|ation)?",
          "information",
          "details?",
          "evidence",
          "logs?",
          "url",
          "urls",
          "link",
          "headers?",
          "proof",
          "timestamps?",
          "screenshots?",
          "screen ?shot",
          "exact",
          "full",
          "statement",
          "sample",
          "date",
          "time",
          "ip",
          "port",
          "excerpts?",
          "example",
          "examples",
          "identity",
          "context",
          "description",
        ],
        " ",
      ),
      / (court order|subpoena|unless|further feedback) /,
    ],
    [
      saying(
        " (please|kindly|pls) (?:also |first |then |either |kindly )*",
        [
          "tell us",
          "let us know",
          "resend",
          "send( us| me| over)?( again)?",
          "provide( us)?( with)?",
          "supply",
          "specify",
          "clarify",
          "include",
          "attach",
          "share",
          "give( us)?",
          "reply with",
          "respond with",
          "confirm",
          "indicate",
          "state",
          "explain",
          "forward( us)?",
          "name",
          "describe",
          "submit",
          "advise",
        ],
        " (?:[a-z0-9]+ ){0,9}",
        [
          "information",
          "details?",
          "evidence",
          "logs?",
          "log",
          "url",
          "urls",
          "link",
          "links",
          "headers?",
          "proof",
          "timestamps?",
          "time",
          "date",
          "screenshots?",
          "screen ?shot",
          "source ip",
          "source",
          "port",
          "ports",
          "exact",
          "full",
          "complete",
          "authori[sz]ation",
          "identity",
          "which",
          "what",
          "whether",
          "if",
          "documentation",
          "steps",
          "excerpts?",
          "sample",
          "samples",
          "copy",
          "hash",
          "path",
          "account",
          "ip",
          "where",
          "how",
          "who",
          "on whose",
          "why",
          "them",
          "these",
        ],
        " ",
      ),
      saying(
        " ",
        [
          "form",
          "portal",
          "in future",
          "future reports",
          "when (reporting|submitting)",
          "let us know if",
          "any (further|more|other) ",
          "them at",
          "the (host|hosting provider|registrar|isp|owner)",
          "not needed",
          "customer to",
        ],
        " ",
      ),
    ],
    [
      / (please|kindly) (tell us|let us know|resend|supply|clarify) /,
      / (form|portal|if you|if there|any (further|more|other) |should) /,
    ],
    saying(
      " ",
      [
        "unable",
        "can not",
        "could not",
        "not able",
        "did not",
        "was not able",
        "were not able",
        "fail",
        "failed",
        "do not",
      ],
      " (to )?(?:[a-z]+ )?",
      [
        "find",
        "see",
        "verify",
        "reproduce",
        "replicate",
        "locate",
        "access",
        "open",
        "identify",
        "view",
        "spot",
        "detect",
        "load",
        "be opened",
        "understand which",
        "recogni[sz]e",
      ],
      " (?:[a-z0-9]+ ){0,12}(?!customer)",
    ),
    saying(
      " ",
      [
        "which",
        "what",
        "whats",
        "where",
        "when",
        "who",
        "whose",
        "how",
        "is (it|this|that|there)",
        "are you",
        "do you",
        "did you",
        "have you",
        "has this",
        "does (it|this)",
        "which of",
        "on whose behalf",
        "may i",
        "can you",
        "could you",
        "is the",
      ],
      " (?:[a-z0-9]+ ){0,30}\\? ",
    ),
    saying(
      " ",
      ["attachment", "file", "link", "url", "image", "screenshot"],
      " (?:[a-z]+ ){0,4}",
      ["can not", "could not", "can t", "does not", "is cut", "is broken", "is missing", "was missing", "empty"],
      " ",
    ),
    saying(
      " (must|need to|have to|has to) (?:[a-z]+ ){0,2}(verify|know|establish|confirm) (?:[a-z]+ ){0,3}",
      ["your", "who", "identity", "you", "which", "what", "whether", "that"],
      " ",
    ),
    / (please|kindly) (reply|answer|respond) (?:[a-z]+ ){0,6}(with|and|stating|quoting) (?!further)/,
    saying(
      " (lacks|lack|missing|without) (?:[a-z]+ ){0,4}",
      ["date", "time", "timestamp", "timezone", "time zone", "url", "ip", "details", "evidence", "information"],
      " ",
    ),
  ],
  acknowledged: [
    / (will|going to) (?:[a-z]+ ){0,3}(check|look|see|deal|pull|kill|have a word|chase|poke|ring|call|phone) /,
    / (with|on) (?:the|my|our) (boss|manager|legal team|night shift|day shift|on call)( |$)/,
    saying(
      " ",
      ["we", "i", "have", "successfully", "is", "been", "was", "has", "got", "gratefully"],
      " (?:[a-z]+ ){0,3}",
      ["received", "receipt", "got", "registered", "logged", "recorded", "acknowledge", "acknowledged", "noted"],
      " ",
    ),
    / (thank you|thanks|many thanks|thx|appreciate) (?:[a-z]+ ){0,4}(for|your) /,
    saying(
      " ",
      [
        "report",
        "complaint",
        "request",
        "ticket",
        "message",
        "e ?mail",
        "notice",
        "notification",
        "case",
        "inquiry",
        "enquiry",
        "submission",
        "matter",
        "incident",
        "issue",
        "concern",
        "it",
        "this",
        "information",
      ],
      " (?:[a-z0-9]+ ){0,8}",
      [
        "received",
        "created",
        "opened",
        "logged",
        "registered",
        "assigned",
        "forwarded",
        "passed",
        "escalated",
        "queued",
        "accepted",
        "recorded",
        "acknowledged",
        "raised",
        "being (reviewed|handled|processed|investigated)",
        "under (review|investigation)",
        "in progress",
        "relayed",
        "submitted",
        "transferred",
        "sent",
        "pending",
        "delivered",
        "reached",
      ],
      " ",
    ),
    [
      saying(
        " ",
        [
          "investigat(e|ing|ion)",
          "review(ing|ed)?",
          "look(ing|s)? (into|at)",
          "examin(e|ing)",
          "forward(ed|ing)?",
          "pass(ed|ing)?",
          "work(ing)? (on|with)",
          "get back",
          "process(ing)?",
          "handl(e|ing)",
          "tak(e|ing) (care|it from here)",
          "escalat(e|ed|ing)",
          "inform(ed|ing)?",
          "contact(ed|ing)?",
          "notif(y|ied|ying)",
          "check(ing)?",
          "dealing",
          "monitor(ing)?",
          "assess(ing)?",
          "on it",
          "chasing",
          "follow(ing)? up",
          "await(ing)?",
          "raised",
          "reached out",
          "alerted",
          "pinged",
          "asked",
          "warned",
          "told",
          "be in touch",
          "keep in touch",
          "in (our|the) queue",
          "landed",
          "made it to us",
          "reached us",
          "pick (it|this|that) up",
          "picked up",
          "expect (?:[a-z]+ ){0,3}(news|answer|reply|update|response|feedback)",
          "in the loop",
          "passed along",
          "pushed to",
        ],
        " ",
      ),
      / (please|kindly) (?:[a-z]+ ){0,3}(forward|contact|check|inform|notify|review|reach|look) /,
    ],
    saying(
      " ",
      ["will", "shall", "going to", "to be", "about to", "within", "in progress", "underway", "planned", "scheduled"],
      " (?:[a-z]+ ){0,6}",
      [
        "removed?",
        "suspend(ed)?",
        "taken?",
        "disabled?",
        "blocked?",
        "act",
        "deleted?",
        "shut",
        "terminated?",
        "remov(al|ing)",
        "cleaned",
        "locked",
        "nullrouted",
        "disconnected?",
      ],
      " ",
    ),
    saying(
      " ",
      ["removal", "takedown", "take down", "suspension", "clean ?up"],
      " (?:[a-z]+ ){0,4}",
      ["in progress", "underway", "under way", "pending", "scheduled", "initiated", "requested", "started", "ongoing"],
      " ",
    ),
    saying(
      " ",
      [
        "customer",
        "client",
        "user",
        "owner",
        "webmaster",
        "registrant",
        "reseller",
        "operator",
        "subscriber",
        "team",
        "colleagues?",
        "he",
        "they",
        "tenant",
      ],
      " (?:[a-z]+ ){0,4}",
      [
        "has",
        "have",
        "was",
        "were",
        "is",
        "been",
        "given",
        "gave",
        "until",
        "till",
        "hours",
        "deadline",
        "must",
        "should",
      ],
      " (?:[a-z0-9]+ ){0,5}",
      [
        "contacted",
        "informed",
        "notified",
        "asked",
        "alerted",
        "warned",
        "told",
        "notice",
        "time",
        "hours",
        "days",
        "deadline",
        "until",
        "till",
        "tomorrow",
        "respond",
        "reply",
        "delete",
        "remove",
        "act",
        "today",
        "noon",
      ],
      " ",
    ),
    / (ticket|case|reference|incident|request) (?:[a-z]+ ){0,3}(number|id|no|nr|created|opened|logged|received) /,
    / (new|opened|open|created) (?:[a-z]+ ){0,2}(ticket|case|investigation) /,
    saying(
      " (will|shall) (?:[a-z]+ ){0,3}",
      [
        "let you know",
        "keep you (posted|informed|updated)",
        "drop you a (line|note|mail)",
        "tell you",
        "update you",
        "report back",
        "follow up",
      ],
      " ",
    ),
    saying(
      " ",
      ["customer", "client", "owner", "user", "he", "they", "reseller", "tenant"],
      " (?:[a-z]+ ){0,3}",
      ["promised", "agreed", "committed", "assured", "undertook", "pledged"],
      " ",
    ),
    / (scheduled|slated|due|queued|lined up) for (termination|removal|suspension|deletion|takedown) /,
    / (gets?) (suspended|terminated|removed|disconnected|null ?routed|blocked|shut) /,
    saying(
      " ",
      ["removed", "suspended", "deleted", "terminated", "disabled"],
      " (?:[a-z]+ ){0,5}(in|within) (?:[a-z]+ ){0,2}[0-9]+ ?(h|hrs?|hours?|days?) ",
    ),
    / (noted|will do|understood|working on it|on it|we will (have a )?look|got it|duly noted) /,
    / (allow|give us|please be patient|bear with us) (?:[a-z0-9]+ ){0,4}(hours|days|time|patience) /,
    / aware of (this|it|the) /,
    / automatically generated (?:[a-z]+ ){0,8}(ticket|report|request) /,
  ],
  passedOn: [
    saying(
      " (?:forwarded|passed|relayed|sent|handed|transmitted|submitted|escalated|reported",
      "|referred|raised|forwarding|passing|relaying) (?:[a-z0-9]+ ){0,8}(?:to|on to|onto|with)",
      " (?:[a-z]+ ){0,4}(?:customers?|clients?|resellers?|tenants?|subscribers?|end users?",
      "|users?|downstream|(?:site|domain|account|server|website) (?:owner|holder|operator)",
      "|owner|registrant|webmaster|hosting client|lessee) ",
    ),
    saying(
      " (?:informed|notified|contacted|alerted|warned|asked|advised|told|instructed|requested",
      "|approached|messaged|emailed|pinged|called|phoned|urged|chasing|working with) (?:[a-z]+",
      " ){0,4}(?:customers?|clients?|resellers?|tenants?|subscribers?|end users?|user",
      "|downstream|owner|registrant|webmaster|site operator|lessee|account holder) ",
    ),
    saying(
      " (?:customer|client|reseller|tenant|subscriber|user|owner|registrant|webmaster|site",
      " operator|account holder|downstream [a-z]+) (?:[a-z]+ ){0,3}(?:has been|have been|had",
      " been|was|were|is being)(?: now)? (?:[a-z]+ ){0,1}(?:informed|notified|contacted",
      "|alerted|warned|asked|advised|told|instructed|requested|given|forwarded|urged|made",
      " aware) ",
    ),
    saying(
      " (?:customer|client|reseller|tenant|subscriber|user|owner|registrant|they|he) (?:now",
      " )?(?:has|have|got|gets?) (?:until|till|[0-9]+|a deadline|one|two|three) ",
    ),
    saying(
      " (?:gave|given|set|granted|allowed) (?:[a-z]+ ){0,3}(?:customer|client|reseller|tenant",
      "|user|owner|registrant|him|them|her) (?:[a-z0-9]+ ){0,4}(?:hours?|hrs?|days?|deadline",
      "|until|till|h) ",
    ),
    saying(
      " waiting (?:for|on) (?:[a-z]+ ){0,3}(?:customer|client|reseller|tenant|owner|user",
      "|response from (?:our|the) (?:customer|client)) ",
    ),
    saying(
      " (?:customer|client|owner|user|reseller|tenant|site operator) (?:[a-z]+",
      " ){0,3}(?:promised|agreed|committed|assured|undertook|pledged|said (?:he|they|she)",
      " (?:will|would)) ",
    ),
    saying(
      " if (?:the|our|this) (?:[a-z]+ ){0,2}(?:customer|client|owner|user|reseller|tenant)",
      " (?:does|do|did|will|has|have|fails) (?:not )?",
    ),
    saying(
      " (?:customer|client|reseller) (?:does|do|did|has) not (?:respond|reply|react|act|remove",
      "|comply|answer) ",
    ),
  ],
  notFound: [
    saying(
      " (?:can|could|did|do|was|were|are|am|is|been) (?:not|unable)(?: been| able)?(?: to)?",
      " (?:[a-z]+ ){0,3}(?:find|found|see|locate|located|reproduce|replicate|detect|detected",
      "|spot|observe|observed) (?:[a-z0-9]+ ){0,9}(?:content|page|phishing|malware|url|site",
      "|file|material|link|issue|problem|abuse|activity|behaviou?r|anything|it|this|spam",
      "|malicious|reported|address|kit|website|domain) ",
    ),
    saying(" unable to (?:[a-z]+ ){0,2}(?:find|see|locate|reproduce|replicate|detect) "),
    saying(
      " (?:no|nothing|without any) (?:[a-z]+ ){0,3}(?:phishing|malware|malicious|suspicious",
      "|abusive content|such (?:content|page|file|url|site)|evidence of (?:phishing|malware",
      "|compromise|abuse|malicious|spam)|trace of (?:phishing|malware|the (?:page|file|content",
      "|kit))|phish|bad) (?:[a-z]+ ){0,4}(?:found|seen|detected|visible|present) ",
    ),
    saying(
      " (?:found|find|see|saw|detected|identified) (?:no|nothing|neither) (?:[a-z]+",
      " ){0,3}(?:phishing|malware|malicious|suspicious|phish|such|trace|evidence|reported",
      "|content|page|file|there|bad|unusual|sign|signs|indication) ",
    ),
    saying(
      " (?:url|link|page|site|website|address|path) (?:[a-z0-9]+ ){0,5}(?:shows|returns",
      "|displays|leads to|gives|loads) (?:[a-z]+ ){0,3}(?:nothing|blank|empty|default|normal",
      "|legitimate|index|parking|harmless|an? (?:normal|empty|blank|default|404)) ",
    ),
  ],
  closed: [
    saying(
      " (?:ticket|case|request|report|issue|inquiry|enquiry|incident|conversation)(?:",
      " [a-z0-9]+){0,4} (?:has been|was|is|is now|have been|were|has now been|being|as)(?:",
      " [a-z]+){0,2} (?:closed|merged|solved|resolved|marked (?:as )?(?:solved|resolved",
      "|closed)|duplicate|combined|archived|completed) ",
    ),
    saying(
      " (?:closed|closing|merged|resolved|solved) (?:this|your|the|our) (?:[a-z]+ )?(?:ticket",
      "|case|request|report|incident) ",
    ),
    saying(
      " (?:ticket|case|status|state|report|request)(?: ID| [0-9a-z-]{2,20})? (?:closed|merged",
      "|resolved|solved|duplicate) ",
    ),
  ],
  absent: [
    saying(
      " (?:i am|i will be|i m|we are|am|is) (?:[a-z]+ ){0,3}(?:out of (?:the )?office|on",
      " (?:annual |parental |maternity |sick |vacation )?(?:leave|vacation|holiday|holidays)",
      "|away until|away from|travelling|traveling|not in the office) ",
    ),
    saying(
      " (?:out of (?:the )?office|on (?:annual )?leave|on vacation|on holiday) (?:[a-z]+",
      " ){0,3}(?:until|from|till|through|and will) ",
    ),
    saying(" no longer (?:with|works? (?:for|at|here)|employed|part of) (?:[a-z]+ ){0,4}"),
    saying(" (?:has|have) left (?:the |our )?(?:company|organi[sz]ation|firm|university|example", " [a-z]+) "),
    saying(
      " (?:office|offices|company|helpdesk|support) (?:[a-z]+ ){0,3}(?:is|are|will be",
      "|remains?) closed (?:[a-z]+ ){0,4}(?:until|from|for|on|between|due|during|today|over) ",
    ),
    saying(" (?:our|the) (?:office|business|opening|working|support) hours are "),
  ],
  unreached: [
    saying(
      " (?:your|the|this) (?:e ?mail|mail|message)(?: [a-z]+){0,4} (?:could not be|was not|can",
      " not be|has not been|not) (?:delivered|accepted) ",
    ),
    saying(
      " (?:mailbox|inbox|quota) (?:[a-z]+ ){0,4}(?:is full|over quota|exceeded|full|unknown",
      "|does not exist) | (?:over|exceeded) (?:[a-z]+ )?quota ",
    ),
    saying(
      " (?:prove|confirm|verify|show) (?:[a-z]+ ){0,3}(?:you are|are you|that you are)",
      " (?:[a-z]+ )?(?:a )?(?:human|real person|not a (?:robot|bot|machine|spammer)) ",
    ),
    saying(
      " (?:your|this) (?:message|e ?mail|mail) (?:[a-z]+ ){0,4}(?:held|quarantined|waiting|in",
      " quarantine|not been delivered|be released|be delivered (?:after|once|as soon)) ",
    ),
    saying(
      " (?:click|follow) (?:[a-z]+ ){0,6}(?:URL )?(?:[a-z]+ ){0,4}to (?:release|deliver|have",
      " your (?:message|mail|e ?mail)|confirm (?:your (?:e ?mail|address|message)|that you)",
      "|authenticate|verify (?:your|yourself)) ",
    ),
    saying(" (?:delivery|delivering) (?:[a-z]+ ){0,6}(?:failed|rejected|refused|impossible) "),
  ],
  forLater: saying(
    " (?:in (?:the )?future|next time|future (?:reports?|complaints?|notices?|cases)|for",
    " (?:a )?(?:faster|quicker|better|prompter|speedier|swifter) |(?:can|may|could) also ",
    "|alternatively|to speed (?:things )?up|going forward|faster (?:processing|handling|if",
    "|via|through)|prefer|further reports|more reports|additional reports|(?:do not|please",
    " do not) reply|status of|track|from now on|welcome to use|if you (?:have|wish|want",
    "|would like|find|come across|see) (?:[a-z]+ ){0,4}(?:more|other|further|another",
    "|additional))",
  ),
  ofOurs: saying(
    " (?:our|a|this|one of our) (?:[a-z]+ )?(?:customers?|clients?|resellers?|users?",
    "|tenants?|offices?|colleagues?|subsidiar(?:y|ies)|departments?|teams?)|customer of ours",
    "|client of ours ",
  ),
  away: [
    saying(
      " ",
      [
        "out of (the )?office",
        "on (vacation|holiday|holidays|annual leave|parental leave|maternity leave|sick leave|leave|" +
          "a business trip)",
        "(currently|temporarily|presently|i am|we are|am|be) (?:[a-z]+ ){0,3}(away|out|unavailable|" +
          "travell?ing|absent)",
        "away (from|until|till)",
        "(return|back|returning) (to (the )?office|in (the )?office|on )",
        "when i (return|am back|get back)",
        "limited access to (my |e ?mail)",
        "no access to (my )?(e ?mail|mail)",
        "slow to respond",
      ],
      " ",
    ),
    / (office|offices|company|team|desk|we) (?:[a-z]+ ){0,6}(closed|unavailable) /,
    / (bank|national|public) holiday /,
    / holidays? (season|until|from) /,
    / (no longer (with|employed|works?|work|at)|left the company|not work(ing)? (here|for|at)|do not work|retired) /,
  ],
});

export const english: Lexicon = {
  language: "en",
  common: `
    the and of to is are was were has have been this that with your our we you for not will it from
    on by please any be if as they do does an or at can them their
  `,
  sayings: once(sayings),
};
