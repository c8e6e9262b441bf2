import type { Texts } from "../texts.ts";

/*
 * Terms: notice notificação, report denúncia, notifier denunciante, host provedor de hospedagem,
 * platform serviço, hotline canal de denúncia, abuse desk equipe, evidence provas, logs logs, take
 * offline tirar do ar, to forward encaminhar, registrar registrador, registrant titular, null-route
 * aplicar null route, law enforcement polícia, the attached XARF anexo, AUP política de uso aceitável,
 * a URL (feminine).
 * What is reported stands without an article after "notificar" and "sobre"; what the requests call
 * it is a página, o recurso (crime) or o conteúdo (all else).
 * Avoided: retirada of a notice (it is the takedown), desativado (reads as taken down), vocês (too
 * familiar, and Brazilian alone), transportar of content, participles that must agree with what
 * the notice is about.
 */

/**
 * As written in Brazil, where most desks that read it are (European laws as the Union names them); see `en.ts`.
 */
export const portuguese: Texts = {
  language: "pt",
  name: "Portuguese",
  parts: {
    "mark.live": "LIVE",
    "mark.reminder": "Lembrete {{reminder}}",
    "mark.escalation": "Escalonamento",
    "mark.moved": "Nenhuma ação necessária",
    "mark.withdrawal": "NOTIFICAÇÃO CANCELADA",
    "mark.correction": "CORREÇÃO",
    "mark.returned": "Reaparecimento",

    "type.csam": "material de abuso sexual infantil",
    "type.csem": "exploração sexual de criança ou adolescente",
    "type.ncii": "imagens íntimas divulgadas sem consentimento",
    "type.terrorism": "conteúdo terrorista",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "servidor de comando e controle de botnet",
    "type.fraud": "fraude",
    "type.brand": "violação de marca",
    "type.copyright": "violação de direitos autorais",
    "type.exposed-data": "dados pessoais ou confidenciais expostos",
    "type.other": "conteúdo nocivo",

    "page.phishing": "uma página de phishing",
    "pages.phishing": "páginas de phishing",
    "page.fraud": "uma página fraudulenta",
    "pages.fraud": "páginas fraudulentas",
    "server.botnet": "um servidor de comando e controle de botnet",
    "servers.botnet": "servidores de comando e controle de botnet",
    "it.page": "a página",
    "it.pages": "essas páginas",
    "it.one": "o recurso",
    "it.several": "esses recursos",

    "on.platform": "em seu serviço",
    "on.network": "em sua rede",
    "on.front": "por trás de seu proxy ou CDN",
    "on.upstream": "em uma rede à qual fornecem trânsito",
    "on.registrar": "em um domínio registrado por seu intermédio",
    "on.hotline": "com hospedagem em seu país",
    "on.cert": "com hospedagem em seu país",
    "on.site": "em seu site",
    "on.peer": "via P2P a partir de sua rede",
    "place.several": "{{count}} URLs{{#host}} em {{host}}{{/host}}, listadas abaixo",

    greeting: "Prezada equipe,",

    "lead.first": "Notificamos {{>what}} {{>on}}: {{>place}}.",
    "lead.reminder":
      "Lembrete {{reminder}}: não recebemos resposta à nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} {{>on}}: {{>place}}. Se o caso já foi resolvido, basta responder com uma palavra.",
    "lead.reminder.replied":
      "Lembrete {{reminder}}: agradecemos sua resposta à nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} {{>on}}: {{>place}}. Não sabemos se o caso foi resolvido. Se foi, basta responder com uma palavra.",
    "seen-since": "Houve nova denúncia, com detecção em {{seenSince}}.",
    "lead.escalation":
      "Notificamos {{>what}} {{>on}}: {{>place}}. Notificações anteriores (abaixo) ficaram sem confirmação de remoção.",
    "lead.moved.host":
      "Nenhuma outra ação é necessária quanto à nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} ({{>place}}): pelo que podemos ver, a hospedagem não é mais sua. Agradecemos.",
    "lead.moved.other":
      "Nenhuma outra ação é necessária quanto à nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} ({{>place}}): a hospedagem agora está com outro provedor. Agradecemos.",
    "lead.withdrawal":
      "Cancelamos nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} {{>on}}: {{>place}}. Motivo: o denunciante desistiu da denúncia. Pedimos que não tomem nenhuma medida e que revertam as que tenham tomado unicamente por causa de nossa notificação. Pedimos desculpas.",
    "lead.withdrawal.sensitive":
      "Cancelamos nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} {{>on}}: {{>place}}. Motivo: o denunciante desistiu da denúncia. Não pedimos mais nada. Se alguma medida já foi tomada, cabe à sua equipe decidir se a mantém, conforme sua própria análise e a lei aplicável.",
    "lead.correction":
      "Corrigimos o motivo indicado em nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} {{>on}}: {{>place}}. O motivo correto está abaixo; tudo o mais permanece igual.",
    "lead.returned":
      "Notificamos novamente {{>what}} {{>on}}: {{>place}}. Após a remoção, houve nova detecção{{#seenAgain}} em {{seenAgain}}{{/seenAgain}}.",
    "lead.letter":
      "Escrevemos a respeito de nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} sobre {{>what}} {{>on}}: {{>place}}.",
    "lead.letter.asked":
      "Recebemos sua pergunta sobre nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} a respeito de {{>what}} {{>on}}: {{>place}}. O que consta da denúncia está abaixo.",
    live: "URGENTE: segundo a denúncia, está ocorrendo ao vivo, neste momento.",
    reply: "Pedimos resposta com as medidas tomadas ou dúvidas.",
    "reply.soon": "Pedimos resposta em até 24h com medidas tomadas ou dúvidas.",
    "reply.live":
      "Por favor, ajam imediatamente e avisem-nos, por telefone se possível{{#phone}} ({{phone}}){{/phone}}.",
    "may-be-second":
      "Talvez já tenham recebido esta mensagem: não conseguimos confirmar se nosso envio anterior chegou. Pedimos que tratem ambas como uma só.",

    "please.host": "Pedimos que analisem o conteúdo e removam o que for ilícito ou contrário a seus termos.",
    "please.peer":
      "Pedimos que identifiquem o cliente por endereço, porta e horário, na medida permitida por sua lei, guardem esse registro e façam o cliente parar o compartilhamento.",
    "please.front":
      "Pedimos que analisem o conteúdo, deixem de servir o que for ilícito ou contrário a seus termos, encaminhem esta notificação ao provedor de hospedagem de origem e nos informem qual é.",
    "please.upstream":
      "Pedimos que, com base em sua política de uso aceitável, façam seu cliente analisar o conteúdo e tomar providências.",
    "please.registrar":
      "Pedimos que analisem o uso deste nome de domínio conforme seus termos e informem o titular sem os dados do denunciante.",
    "please.hotline": "Pedimos que avaliem o conteúdo e ajam conforme seu procedimento nacional.",
    "please.cert": "Pedimos que encaminhem esta notificação a quem possa agir em sua área de atuação.",
    "please.site":
      "Pedimos que removam o conteúdo de seu site, guardem uma cópia dos logs e corrijam a vulnerabilidade explorada; seu provedor de hospedagem pode ajudar.",
    "please.child-abuse.host":
      "Pedimos que tirem já o conteúdo do ar, preservem-no com os logs de acesso para a polícia, se sua lei permitir, e não avisem antes quem o publicou.",
    "please.child-abuse.peer":
      "Pedimos que identifiquem o cliente por endereço, porta e horário, preservem esse registro para a polícia, na medida permitida ou exigida por sua lei, e não avisem o cliente.",
    "please.child-abuse.front":
      "Pedimos que deixem de servir o conteúdo imediatamente e nos informem quem o hospeda. Só avisem quem o publicou quando estiver fora do ar e preservado.",
    "please.child-abuse.upstream":
      "Pedimos que seu cliente tire já o conteúdo do ar e o preserve, sem avisar antes quem o publicou; se ele não o fizer, apliquem null route ao endereço.",
    "please.child-abuse.registrar":
      "Pedimos que verifiquem se seus termos permitem suspender o domínio e preservem os dados de registro para a polícia, sem avisar antes o titular.",
    "please.child-abuse.hotline":
      "Pedimos que avaliem o conteúdo, avisem a polícia e o provedor de hospedagem conforme seu procedimento nacional e nos informem se ainda não devemos notificar o provedor.",
    "please.child-abuse.cert":
      "Pedimos que avisem a polícia ou o canal de denúncia e nos informem quem, em seu país, pode obter a remoção.",
    "please.intimate.host":
      "Pedimos que tirem as imagens do ar imediatamente, removam as cópias idênticas que puderem encontrar e preservem os registros de quem as publicou.",
    "please.exposed.host":
      "Pedimos que tornem os dados inacessíveis imediatamente, guardem os logs de acesso e avisem seu cliente, para que ele possa alertar as pessoas afetadas.",
    "please.terrorism.host":
      "Pedimos que analisem o conteúdo, removam-no se for ilícito ou contrário a seus termos e preservem-no com os registros de quem o publicou.",
    "please.crime.host": "Pedimos que tirem {{>it}} do ar e guardem provas (logs, arquivos).",
    "please.crime.front":
      "Pedimos que deixem de servir {{>it}}, encaminhem esta notificação ao provedor de hospedagem de origem e nos informem qual é.",
    "please.crime.upstream":
      "Pedimos que façam seu cliente tirar {{>it}} do ar e, se ele não o fizer, apliquem null route ao endereço.",
    "please.crime.registrar":
      "Pedimos que examinem as provas e, se comprovarem o abuso, suspendam ou desabilitem o domínio.",
    "please.crime.cert":
      "Pedimos que encaminhem esta notificação ao operador responsável em sua área de atuação e nos informem se precisarem de mais dados.",
    hidden: "Talvez só seja visível como descrito abaixo.",

    "more.child-abuse":
      "Por favor, denunciem à polícia ou ao canal de denúncia, não repassem isto nem nos enviem material.",
    "more.child-abuse.upstream":
      "Por favor, denunciem à polícia ou ao canal de denúncia, repassem isto só a esse cliente e não nos enviem o material.",
    "more.intimate":
      "Por favor, não nos enviem nenhuma das imagens e não encaminhem esta notificação a quem as publicou.",
    "more.terrorism": "Por favor, não encaminhem esta notificação a quem publicou o conteúdo.",
    "more.crime":
      "Procurem também o kit, conteúdo semelhante e a brecha usada. Se seu cliente foi invadido, podem encaminhar-lhe isto sem nomear o denunciante.",
    "more.victim": "Se o site do titular foi invadido, avisem-no em vez disso.",
    "more.customer": "Podem encaminhar isto a seu cliente sem o nome do denunciante.",

    "label.url": "URL",
    "label.host": "Host inteiro",
    "label.account": "Conta",
    "label.address": "Endereço IP",
    "label.port": "porta",
    "label.network": "Sua rede",
    "label.country": "País",
    "label.registered": "Registro do domínio",
    "label.domain": "Nome de domínio",
    "label.seen": "Última detecção",
    "label.first-seen": "Primeira detecção",
    "label.channel": "Local da detecção",
    "label.reason": "Motivo informado",
    "label.was": "Motivo anterior (incorreto)",
    "label.removed": "Removido em",
    "label.brand": "Marca/obra",
    "label.genuine": "Site autêntico",
    "label.right": "Número de registro",
    "label.reproduce": "Como reproduzir",
    "label.redirects": "Redirecionado de",
    "label.classification": "Classificação",
    "label.basis": "Análise",
    "label.hash": "Hash",
    "label.screenshot": "Captura de tela",
    "label.notifier": "Denunciante",
    "label.behalf": "Em nome de",
    "label.organisations": "Organizações denunciantes",
    "label.sender": "Remetente",
    "label.verify": "Verificação",
    "label.phone": "Telefone",
    "label.number": "Referência",
    "label.ticket": "Sua referência",
    "label.told-before": "Notificados",
    "label.machine": "Anexo",
    screenshot: "com o denunciante, disponível a pedido",
    "domain.malicious": "parece registrado para este abuso (denúncia)",
    "reason.assessment": "ilegal, segundo o denunciante",
    "basis.manual-review": "manual",
    "basis.hash-match": "por hash",
    "basis.user-report": "por usuário",
    "basis.automated-scan": "automatizada",
    "basis.unstated": "não informada",
    "classification.baseline": "baseline (ilegal em quase toda parte)",
    "classification.A1": "A1 (criança pré-púbere, ato sexual)",
    "classification.A2": "A2 (criança pré-púbere, pose sexual)",
    "classification.B1": "B1 (adolescente púbere, ato sexual)",
    "classification.B2": "B2 (adolescente púbere, pose sexual)",
    "channel.message-board": "fórum",
    "channel.chat-room": "sala de bate-papo",
    "channel.peer-to-peer": "rede peer-to-peer (P2P)",
    "channel.instant-messaging": "mensagens instantâneas",
    "channel.live-stream": "transmissão ao vivo",
    "channel.file-host": "hospedagem de arquivos",
    "channel.e-mail": "e-mail",
    "delivery.delivered": "recebida pelo servidor de e-mail",
    "delivery.sent": "enviada, entrega não confirmada",
    "delivery.returned": "devolvida por não poder ser entregue",
    acknowledged: "recebimento confirmado",
    "answer.passed-on": "encaminhada ao cliente deles",
    "answer.removed": "resposta: removido",
    "answer.not-ours": "resposta: não é cliente deles",
    "answer.form": "resposta: usar um formulário",
    "answer.refused": "resposta: não vão agir",
    "answer.not-found": "resposta: não encontrado",
    "answer.question": "resposta: uma pergunta",
    "answer.other": "houve resposta, caso não resolvido",
    list: "URLs",

    "ground.dsa": "Notificação pelo art. 16 do DSA (Regulamento (UE) 2022/2065); aguardamos sua decisão.",
    "ground.dsa-life": "Aplica-se também seu art. 18 (ameaças à vida ou à segurança).",
    "ground.trusted-flagger": "Sinalizador de confiança: {{flagger}}; pedimos prioridade (art. 22).",
    "ground.us-provider":
      "18 U.S.C. 2258A exige comunicação à CyberTipline do NCMEC e a preservação do que foi comunicado.",
    "ground.raa":
      "Acreditamos que se trata de abuso do DNS; a seção 3.18.2 do RAA da ICANN exige pronta ação diante de provas suficientes.",
    "ground.terms": "Baseamo-nos em seus termos de serviço ou política de uso aceitável.",
    "ground.national": "Dirigimo-nos ao contato nacional para denúncias desse tipo.",
    "ground.site": "Seu site parece ter sido usado indevidamente; pedimos sua ajuda.",
    "ground.good-faith": "De boa-fé, o denunciante e nós consideramos exatas e completas as informações e alegações.",
    desk: "Equipe errada? Indiquem-nos a certa.",
    several: "Sua resposta vale para todas as URLs listadas, salvo se mencionar referências específicas.",
  },
};
