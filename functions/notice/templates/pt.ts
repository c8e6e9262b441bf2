import type { Texts } from "../texts.ts";

/**
 * Every Portuguese word that a desk reads from us, as it is written in Brazil, where most desks
 * that read it are (names of European laws as the Union gives them); `en.ts` says what each text is
 * for.
 */
export const portuguese: Texts = {
  language: "pt",
  name: "Portuguese",
  parts: {
    "mark.reminder": "Lembrete {{reminder}}",
    "mark.escalation": "Escalonamento",
    "mark.moved": "Nenhuma ação adicional",
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
    "type.copyright": "violação de direitos autorais",
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
    "where.url": "Endereço exato, desativado (leia hxxp como http, [.] como ., [:] como :):",
    "where.host": "Local exato, desativado (leia [.] como ., [:] como :), tudo o que está neste host:",
    "where.peer": "Local exato, desativado (leia [.] como ., [:] como :):",
    "where.account": "Local exato, desativado (leia [.] como ., [:] como :):",
    "where.several":
      "Os endereços exatos estão na lista no fim desta mensagem, cada um uma única vez, com nosso número e o momento em que foi visto pela primeira vez; estão desativados (leia hxxp como http, [.] como ., [:] como :).",
    "where.port": "porta",
    "where.account-name": "conta",

    "lead.first": "Comunicamos o seguinte: {{>what}} {{>place}}, visto pela primeira vez em {{seen}}. {{>please}}.",
    "lead.reminder":
      "Lembrete {{reminder}}: já comunicamos a vocês o seguinte e não temos conhecimento de resposta que resolva o caso: {{>what}} {{>place}}. {{>please}}.",
    "lead.escalation":
      "Comunicamos a vocês o seguinte porque, até onde sabemos, os destinatários anteriores não resolveram o caso: {{>what}} {{>place}}. {{>please}}.",
    "lead.moved":
      "Sobre nossa notificação ({{>what}} {{>place}}): o conteúdo não é mais servido a partir da sua rede. Nenhuma outra providência é necessária. Muito obrigado.",
    "lead.withdrawal":
      "Retiramos nossa notificação ({{>what}} {{>place}}). Pedimos que não tomem nenhuma medida com base nela e que desfaçam o que tiver sido feito apenas com base em nossa palavra. Pedimos desculpas.",
    "lead.correction":
      "Corrigimos nossa notificação ({{>what}} {{>place}}, visto pela primeira vez em {{seen}}). {{>please}}. Pedimos que usem os dados desta mensagem no lugar dos anteriores.",
    "may-be-second":
      "É possível que já tenham recebido esta notificação: não conseguimos apurar se a nossa mensagem anterior chegou. Pedimos que tratem ambas como uma só.",

    "please.host": "Pedimos que preservem as provas e depois removam o conteúdo ou o deixem inacessível",
    "please.upstream": "Pedimos que façam seu cliente remover o conteúdo ou que deixem de transportá-lo",
    "please.front":
      "Pedimos que deixem de servi-lo pela sua rede e encaminhem esta notificação à hospedagem que está por trás",
    "please.registrar": "Pedimos que tomem providências contra esse uso do nome de domínio",
    "please.hotline": "Pedimos que avaliem o conteúdo e providenciem a remoção conforme o procedimento nacional",
    "please.cert": "Pedimos que façam a rede responsável, em seu âmbito, resolver o caso",
    "please.site": "Pedimos que removam o conteúdo do seu site e corrijam a falha por onde ele entrou",

    "relation.platform":
      "Vocês recebem esta notificação como equipe de abuso do serviço em que o conteúdo foi visto{{#range}} ({{range}}){{/range}}.",
    "relation.network":
      "Vocês recebem esta notificação como contato de abuso da rede a partir da qual o conteúdo é servido{{#range}} ({{range}}){{/range}}.",
    "relation.front":
      "Vocês recebem esta notificação como contato de abuso do serviço que fica à frente da hospedagem{{#range}} ({{range}}){{/range}}; o conteúdo em si pode estar em outro lugar.",
    "relation.upstream":
      "Vocês recebem esta notificação como contato de abuso da rede que transporta o tráfego da rede de hospedagem{{#range}} ({{range}}){{/range}}.",
    "relation.registrar":
      "Vocês recebem esta notificação como contato de abuso do registrador do domínio{{#range}} ({{range}}){{/range}}.",
    "relation.hotline":
      "Vocês recebem esta notificação como canal de denúncia do país em que o conteúdo está hospedado{{#country}} ({{country}}){{/country}}.",
    "relation.cert":
      "Vocês recebem esta notificação como equipe de resposta a incidentes (CERT) do país em que o conteúdo está hospedado{{#country}} ({{country}}){{/country}}.",
    "relation.site": "Vocês recebem esta notificação como contato do próprio site.",

    "label.seen": "Visto pela primeira vez:",
    "label.channel": "Visto em:",
    "label.addresses": "Resolve para:",
    "label.looked-up": "consultado",
    "label.explanation": "Por que é o que dizemos:",
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
    "channel.e-mail": "e-mail",

    "ask.child-abuse.host":
      "O que pedimos: 1. Antes da remoção, preservar o material e os registros de quem o publicou e de quem o acessou, conforme a lei do seu país exigir, com acesso apenas para quem esteja autorizado. 2. Remover o material ou deixá-lo inacessível. 3. Comunicar o fato à polícia ou ao canal de denúncia do seu país. 4. Não avisar quem o publicou. Pedimos que não nos enviem nenhuma parte do material.",
    "ask.child-abuse.upstream":
      "O que pedimos: que seu cliente preserve as provas e remova o material imediatamente; se isso não acontecer, que deixem de transportar o endereço. Não avisar quem o publicou. Pedimos que não nos enviem nenhuma parte do material.",
    "ask.child-abuse.registrar":
      "O que pedimos: verificar se seus termos permitem suspender a resolução do nome de domínio, preservar os dados de registro para a polícia e não avisar o titular. Pedimos que não nos enviem nenhuma parte do material.",
    "ask.child-abuse.hotline":
      "O que pedimos: avaliar o local, alertar a polícia e o provedor de hospedagem conforme o procedimento nacional e nos dizer se o provedor ainda não deve ser informado.",
    "ask.child-abuse.cert":
      "O que pedimos: alertar a polícia ou o canal de denúncia do seu país e nos indicar quem, no seu país, pode obter a remoção.",
    "ask.intimate.host":
      "O que pedimos: remover as imagens ou deixá-las inacessíveis, remover as cópias idênticas que puderem encontrar e preservar os registros de quem as publicou. Pedimos que não nos enviem nenhuma das imagens.",
    "ask.terrorism.host":
      "O que pedimos: avaliar o conteúdo, preservá-lo com os registros de quem o publicou e removê-lo ou deixá-lo inacessível se violar a lei ou seus termos.",
    "ask.crime.host":
      "O que pedimos: guardar os registros e arquivos como prova, retirar do ar a página, o arquivo ou a máquina e avisar seu cliente se o sistema dele tiver sido invadido.",
    "ask.crime.registrar":
      "O que pedimos: examinar as provas desta mensagem e, se verificarem que o nome de domínio é usado para esse abuso, interromper ou dificultar esse uso. Se o nome pertencer a uma vítima cujo site foi invadido, pedimos que, em vez disso, informem o titular.",
    "ask.crime.cert":
      "O que pedimos: encaminhar esta notificação à rede responsável em seu âmbito e nos dizer se precisam de mais informações.",
    "ask.rights.host":
      "O que pedimos: examinar o uso aqui descrito e removê-lo ou deixá-lo inacessível se o considerarem ilícito ou contrário a seus termos.",
    "ask.rights.registrar":
      "O que pedimos: encaminhar esta notificação ao titular e examinar o registro conforme seus termos.",
    "ask.exposed.host":
      "O que pedimos: deixar os dados inacessíveis imediatamente, guardar os registros de acesso e informar seu cliente para que ele possa avisar as pessoas afetadas.",
    "ask.host":
      "O que pedimos: preservar as provas, examinar o conteúdo e removê-lo ou deixá-lo inacessível se violar a lei ou seus termos.",
    "ask.front":
      "O que pedimos: deixar de servir o endereço pela sua rede se ele violar a lei ou seus termos, encaminhar esta notificação ao provedor de hospedagem que está por trás e nos dizer quem ele é.",
    "ask.upstream":
      "O que pedimos: que seu cliente resolva o caso conforme sua política de uso aceitável; se isso não acontecer, que deixem de transportar o endereço.",
    "ask.registrar":
      "O que pedimos: encaminhar esta notificação ao titular ou a seu revendedor e examinar o uso do nome de domínio conforme seus termos.",
    "ask.hotline": "O que pedimos: avaliar o local e agir conforme o procedimento nacional.",
    "ask.cert": "O que pedimos: encaminhar esta notificação a quem, em seu âmbito, possa resolver o caso.",
    "ask.site":
      "O que pedimos: guardar uma cópia dos registros, remover a página ou o arquivo e descobrir como foi parar lá; seu provedor de hospedagem pode ajudar.",

    "ground.dsa":
      "Esta é uma notificação nos termos do artigo 16 do Regulamento (UE) 2022/2065 (Regulamento dos Serviços Digitais). Pedimos que confirmem o recebimento e nos comuniquem sua decisão.",
    "ground.dsa-life":
      "O artigo 18 obriga os serviços de hospedagem a informar as autoridades de qualquer suspeita de crime contra a vida ou a segurança de pessoas.",
    "ground.trusted-flagger":
      "Provém de um sinalizador de confiança nos termos do artigo 22 do mesmo Regulamento e tem prioridade.",
    "ground.us-provider":
      "Caso sejam um provedor nos Estados Unidos: a 18 U.S.C. 2258A pede aos provedores que tenham conhecimento efetivo de uma aparente infração que a comuniquem à CyberTipline do NCMEC e preservem o que comunicarem.",
    "ground.raa":
      "Acreditamos que se trata de abuso do DNS e esta mensagem contém nossas provas; a seção 3.18 do Registrar Accreditation Agreement da ICANN pede aos registradores de domínios genéricos que ajam com base em provas acionáveis desse abuso.",
    "ground.terms": "Fazemos este pedido com base em seus próprios termos de uso.",
    "ground.national": "Fazemos este pedido no âmbito do seu mandato nacional.",
    "ground.site": "Seu site parece ter sido usado indevidamente; pedimos sua ajuda.",
    "ground.copyright":
      "Esta mensagem não contém nenhuma declaração nos termos de 17 U.S.C. 512(c)(3); somente o titular do direito ou seu representante pode fazê-la.",
    "ground.good-faith": "Acreditamos de boa-fé que as informações desta notificação são exatas e completas.",

    "history.reminder": "Nossas notificações anteriores:",
    "history.escalation": "Informados antes:",
    "history.subject": "assunto",
    "history.acknowledged": "recebimento confirmado",
    "history.ticket": "número do caso",
    "delivery.delivered": "recebida pelo servidor de e-mail do destinatário",
    "delivery.sent": "enviada, entrega não confirmada",
    "delivery.returned": "devolvida por não poder ser entregue",
    "answer.removed": "resposta: removido",
    "answer.not-ours": "resposta: não são os responsáveis",
    "answer.form": "resposta: indicação de um formulário",
    "answer.refused": "resposta: não vão agir",
    "answer.question": "resposta: uma pergunta",
    "answer.other": "resposta que não resolve o caso",

    reach:
      "Para nos contatar, respondam a esta mensagem; ela é lida por pessoas. Nosso número é {{caseId}}{{#ticket}}; o de vocês é {{ticket}}{{/ticket}}. Caso não sejam o destinatário correto, pedimos que nos indiquem quem é.",
    "reach.several":
      "Sua resposta vale para todos os endereços da lista, a menos que indique os números daqueles a que se refere.",
    verify: "Para verificar que esta notificação é autêntica: {{verifyBy}}",
    machine: "O arquivo anexado xarf.json diz o mesmo em formato legível por máquina (XARF 4.2), com o endereço exato.",
    "machine.several":
      "O arquivo anexado xarf-reports.json diz o mesmo em formato legível por máquina (XARF 4.2, {{reports}} de {{count}}), com os endereços exatos.",
    list: "Endereços",
  },
};
