import type { Texts } from "../texts.ts";

/** Every Portuguese word that a desk reads from us, in words that Portugal and Brazil share; `en.ts` says what each text is for. */
export const portuguese: Texts = {
  language: "pt",
  name: "Portuguese",
  parts: {
    "mark.reminder": "Lembrete {{reminder}}",
    "mark.escalation": "Escalonamento",
    "mark.moved": "Sem mais ações",
    "mark.withdrawal": "RETIRADA",
    "mark.correction": "CORREÇÃO",

    "type.csam": "material de abuso sexual infantil",
    "type.csem": "exploração sexual infantil",
    "type.ncii": "imagens íntimas sem consentimento",
    "type.terrorism": "conteúdo terrorista",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "botnet",
    "type.fraud": "fraude",
    "type.brand": "violação de marca",
    "type.copyright": "violação de direitos de autor",
    "type.exposed-data": "dados expostos",
    "type.other": "conteúdo nocivo",

    "what.csam": "material de abuso sexual infantil",
    "what.csem": "exploração sexual de uma criança",
    "what.ncii": "imagens íntimas publicadas sem o consentimento da pessoa retratada",
    "what.terrorism": "conteúdo que incita ao terrorismo ou o apoia",
    "what.phishing": "phishing",
    "what.malware": "distribuição de malware",
    "what.botnet": "controle de uma botnet",
    "what.fraud": "fraude",
    "what.brand": "uso enganoso de uma marca",
    "what.copyright": "uso de uma obra protegida sem autorização",
    "what.exposed-data": "dados expostos sem direito de publicação",
    "what.other": "conteúdo nocivo",

    "place.url": "em {{host}}",
    "place.host": "em {{host}}",
    "place.peer": "a partir de {{host}}, porta {{port}}",
    "place.account": "em uma conta em {{host}}",
    "place.several": "em {{count}} endereços{{#host}} de {{host}}{{/host}}",
    "where.url": "Endereço exato, desativado (leia hxxp como http, [.] como .):",
    "where.host": "Local exato, desativado (leia [.] como ., [:] como :), tudo o que está neste host:",
    "where.peer": "Local exato, desativado (leia [.] como ., [:] como :):",
    "where.account": "Local exato, desativado (leia [.] como ., [:] como :):",
    "where.several":
      "Os endereços exatos estão na lista no fim desta mensagem, cada um uma única vez, com o nosso número e o momento em que foi visto pela primeira vez; estão desativados (leia hxxp como http, [.] como ., [:] como :).",
    "where.port": "porta",
    "where.account-name": "conta",

    "lead.first": "Comunicamos o seguinte: {{>what}} {{>place}}, visto pela primeira vez em {{seen}}. {{>please}}.",
    "lead.reminder":
      "Lembrete {{reminder}}: comunicamos-lhes o seguinte e não temos conhecimento de resposta que resolva o caso: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Comunicamos-lhes o seguinte porque, tanto quanto sabemos, os destinatários anteriores não lhe puseram fim: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved": "Sobre a nossa notificação ({{>what}} {{>place}}): o conteúdo já não é servido a partir da sua rede. Nada mais é pedido. Muito obrigado.",
    "lead.withdrawal":
      "Retiramos a nossa notificação ({{>what}} {{>place}}). Pedimos que não tomem nenhuma medida com base nela e que desfaçam o que fizeram apenas pela nossa palavra. Pedimos desculpa.",
    "lead.correction":
      "Corrigimos a nossa notificação ({{>what}} {{>place}}, visto pela primeira vez em {{seen}}). {{>please}}. Pedimos que usem os dados desta mensagem em lugar dos anteriores.",

    "please.host": "Pedimos que preservem as provas e depois removam o conteúdo ou o tornem inacessível",
    "please.upstream": "Pedimos que façam o seu cliente removê-lo ou que deixem de transportá-lo",
    "please.registrar": "Pedimos que atuem contra este uso do nome de domínio",
    "please.hotline": "Pedimos que o avaliem e providenciem a remoção segundo o seu procedimento nacional",
    "please.cert": "Pedimos que façam a rede responsável, no seu âmbito, pôr fim a isto",
    "please.site": "Pedimos que o removam do seu site e fechem a via pela qual lá chegou",

    "relation.platform": "Recebem esta notificação como equipe de abuso do serviço em que foi visto{{#range}} ({{range}}){{/range}}.",
    "relation.network": "Recebem esta notificação como contato de abuso da rede a partir da qual é servido{{#range}} ({{range}}){{/range}}.",
    "relation.upstream":
      "Recebem esta notificação como contato de abuso da rede que transporta o tráfego da rede de hospedagem{{#range}} ({{range}}){{/range}}.",
    "relation.registrar": "Recebem esta notificação como contato de abuso do registrador do domínio{{#range}} ({{range}}){{/range}}.",
    "relation.hotline": "Recebem esta notificação como canal de denúncia do país em que está hospedado{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Recebem esta notificação como equipe de resposta a incidentes (CERT) do país em que está hospedado{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Recebem esta notificação como contato do próprio site.",

    "label.seen": "Visto pela primeira vez:",
    "label.channel": "Visto em:",
    "label.addresses": "Resolve para:",
    "label.looked-up": "consultado",
    "label.explanation": "Por que o é:",
    "label.imitates": "Imitado ou violado:",
    "label.legitimate-site": "Site legítimo:",
    "label.reproduce": "Como ver:",
    "label.classification": "Classificação:",
    "label.assessed": "Avaliado por:",
    "label.hash": "Hash:",
    "label.notifier": "Notificante:",
    "label.sender": "Enviado por:",
    live: "Comunicado como ocorrendo ao vivo.",
    organisations: "Comunicado por {{organisations}} organizações.",
    "assessed.manual-review": "uma pessoa da organização notificante",
    "assessed.hash-match": "correspondência com uma lista de hashes conhecidos",
    "assessed.user-report": "denúncia de um usuário, encaminhada pela organização notificante",
    "assessed.automated-scan": "análise automatizada",
    "assessed.unstated": "a organização notificante, método não indicado",
    "channel.website": "um site",
    "channel.message-board": "um fórum",
    "channel.chat-room": "uma sala de chat",
    "channel.peer-to-peer": "uma rede ponto a ponto (P2P)",
    "channel.instant-messaging": "mensagens instantâneas",
    "channel.live-stream": "uma transmissão ao vivo",
    "channel.file-host": "um serviço de hospedagem de arquivos",
    "channel.e-mail": "correio eletrônico",

    "ask.child-abuse.host":
      "O que pedimos: 1. Antes da remoção, preservar o material e os registros de quem o publicou e de quem o acessou, como a sua lei exigir, com acesso apenas para quem esteja autorizado. 2. Removê-lo ou torná-lo inacessível. 3. Comunicá-lo à sua polícia ou canal de denúncia. 4. Não avisar quem o publicou. Pedimos que não nos enviem nada do material.",
    "ask.child-abuse.upstream":
      "O que pedimos: que o seu cliente preserve as provas e remova o material de imediato; se isso não acontecer, deixar de transportar o endereço. Não avisar quem o publicou. Pedimos que não nos enviem nada do material.",
    "ask.child-abuse.registrar":
      "O que pedimos: verificar se as suas condições permitem suspender a resolução do nome de domínio, preservar os dados de registro para a polícia e não avisar o titular. Pedimos que não nos enviem nada do material.",
    "ask.child-abuse.hotline":
      "O que pedimos: avaliar o local, alertar a sua polícia e o provedor de hospedagem segundo o seu procedimento nacional e dizer-nos se o provedor ainda não deve ser informado.",
    "ask.child-abuse.cert": "O que pedimos: alertar a sua polícia ou canal de denúncia e indicar-nos quem, no seu país, pode obter a remoção.",
    "ask.intimate.host":
      "O que pedimos: remover as imagens ou torná-las inacessíveis, remover as cópias idênticas que puderem encontrar e preservar os registros de quem as publicou. Pedimos que não nos enviem nenhuma das imagens.",
    "ask.terrorism.host":
      "O que pedimos: avaliar o conteúdo, preservá-lo com os registros de quem o publicou e removê-lo ou torná-lo inacessível se violar a lei ou as suas condições.",
    "ask.crime.host":
      "O que pedimos: guardar os registros e arquivos como prova, retirar do ar a página, o arquivo ou a máquina e avisar o seu cliente se o sistema dele foi invadido.",
    "ask.crime.registrar":
      "O que pedimos: examinar as provas desta mensagem e, se verificarem que o nome de domínio é usado para este abuso, cessar ou dificultar esse uso. Se o nome pertencer a uma vítima cujo site foi invadido, pedimos que informem antes o titular.",
    "ask.crime.cert": "O que pedimos: encaminhar isto à rede responsável no seu âmbito e dizer-nos se precisam de mais.",
    "ask.rights.host":
      "O que pedimos: examinar o uso aqui descrito e removê-lo ou torná-lo inacessível se o considerarem ilícito ou contrário às suas condições.",
    "ask.rights.registrar": "O que pedimos: encaminhar esta notificação ao titular e examinar o registro segundo as suas condições.",
    "ask.exposed.host":
      "O que pedimos: tornar os dados inacessíveis de imediato, guardar os registros de acesso e informar o seu cliente para que possa avisar as pessoas afetadas.",
    "ask.host": "O que pedimos: preservar as provas, examinar o conteúdo e removê-lo ou torná-lo inacessível se violar a lei ou as suas condições.",
    "ask.upstream":
      "O que pedimos: que o seu cliente ponha fim a isto nos termos da sua política de uso aceitável; se isso não acontecer, deixar de transportar o endereço.",
    "ask.registrar":
      "O que pedimos: encaminhar esta notificação ao titular ou ao seu revendedor e examinar o uso do nome de domínio segundo as suas condições.",
    "ask.hotline": "O que pedimos: avaliar o local e agir segundo o seu procedimento nacional.",
    "ask.cert": "O que pedimos: encaminhar isto a quem possa pôr-lhe fim no seu âmbito.",
    "ask.site":
      "O que pedimos: guardar uma cópia dos registros, remover a página ou o arquivo e descobrir como lá chegou; o seu provedor de hospedagem pode ajudar.",

    "ground.dsa":
      "Esta é uma notificação nos termos do artigo 16 do Regulamento (UE) 2022/2065 (Regulamento dos Serviços Digitais). Pedimos que confirmem o recebimento e nos comuniquem a sua decisão.",
    "ground.trusted-flagger": "Provém de um sinalizador de confiança nos termos do artigo 22 desse Regulamento e tem prioridade.",
    "ground.us-provider":
      "Se são um provedor nos Estados Unidos: 18 U.S.C. 2258A pede aos provedores com conhecimento efetivo de uma aparente infração que a comuniquem à CyberTipline do NCMEC e preservem o que comunicam.",
    "ground.raa":
      "Acreditamos que se trata de abuso do DNS e esta mensagem contém as nossas provas; a seção 3.18 do Registrar Accreditation Agreement da ICANN pede aos registradores de domínios genéricos que atuem perante provas acionáveis disso.",
    "ground.terms": "Pedimos isto com base nas suas próprias condições de uso.",
    "ground.national": "Pedimos isto no âmbito do seu mandato nacional.",
    "ground.copyright":
      "Esta mensagem não contém nenhuma declaração nos termos de 17 U.S.C. 512(c)(3); só o titular do direito ou o seu representante a pode fazer.",
    "ground.good-faith": "Acreditamos de boa-fé que as informações desta notificação são exatas e completas.",

    "history.reminder": "As nossas notificações anteriores:",
    "history.escalation": "Informados antes:",
    "history.subject": "assunto",
    "history.acknowledged": "recebimento confirmado",
    "history.ticket": "número do caso",
    "delivery.delivered": "recebida pelo servidor de correio do destinatário",
    "delivery.sent": "enviada, entrega não confirmada",
    "delivery.returned": "devolvida por não poder ser entregue",
    "answer.removed": "resposta: removido",
    "answer.not-ours": "resposta: não lhes compete",
    "answer.form": "resposta: remissão para um formulário",
    "answer.refused": "resposta: não vão agir",
    "answer.question": "resposta: uma pergunta",
    "answer.other": "resposta que não resolve o caso",

    reach:
      "Para nos contatar, respondam a esta mensagem; ela é lida por pessoas. O nosso número é {{caseId}}{{#ticket}}; o seu é {{ticket}}{{/ticket}}. Se não são o destinatário certo, pedimos que nos indiquem quem é.",
    "reach.several": "A sua resposta vale para todos os endereços da lista, a menos que indique os números daqueles a que se refere.",
    verify: "Para verificar que esta notificação é autêntica: {{verifyBy}}",
    machine: "O arquivo anexo xarf.json diz o mesmo em formato legível por máquina (XARF 4.2), com o endereço exato.",
    "machine.several":
      "O arquivo anexo xarf-reports.json diz o mesmo em formato legível por máquina (XARF 4.2, {{reports}} de {{count}}), com os endereços exatos.",
    list: "Endereços",
  },
};
