import type { Texts } from "../texts.ts";

/*
 * Terms: notice notificação, report denúncia, notifier denunciante, host provedor de hospedagem,
 * platform serviço, hotline canal de denúncia, abuse desk equipe de abuse, evidence provas, logs
 * logs, take offline tirar do ar, defanged não clicável, registrar registrador, registrant
 * titular, to route rotear o tráfego.
 * Avoided: retirada of a notice (it is the takedown), desativado (reads as taken down), vocês (too
 * familiar, and Brazilian alone), transportar of content, participles that must agree with what
 * the notice is about.
 */

/**
 * Every Portuguese word that a desk reads from us, as it is written in Brazil, where most desks
 * that read it are (names of European laws as the Union gives them); `en.ts` says what each text is
 * for.
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
    "mark.returned": "Novamente online",

    "type.csam": "material de abuso sexual infantil",
    "type.csem": "exploração sexual de criança ou adolescente",
    "type.ncii": "imagens íntimas divulgadas sem consentimento",
    "type.terrorism": "conteúdo terrorista",
    "type.phishing": "phishing",
    "type.malware": "malware",
    "type.botnet": "comando e controle (C2) de botnet",
    "type.fraud": "fraude",
    "type.brand": "violação de marca",
    "type.copyright": "violação de direitos autorais",
    "type.exposed-data": "dados divulgados sem autorização",
    "type.other": "conteúdo nocivo",

    "on.platform": "em seu serviço",
    "on.network": "em sua rede",
    "on.front": "por trás de seu proxy ou CDN",
    "on.upstream": "em rede à qual fornecem trânsito",
    "on.registrar": "em nome de domínio registrado por seu intermédio",
    "on.hotline": "em hospedagem no seu país",
    "on.cert": "em hospedagem no seu país",
    "on.site": "em seu site",
    "on.peer": "em compartilhamento a partir de sua rede",
    "place.several": "{{count}} URLs{{#host}} em {{host}}{{/host}}, listados abaixo",

    "lead.first": "Notificamos: {{>type}} {{>on}}, {{>place}}.",
    "lead.reminder":
      "Lembrete {{reminder}}: nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} não foi resolvida: {{>type}} {{>on}}, {{>place}}.",
    "lead.escalation": "Notificamos: {{>type}} {{>on}}, {{>place}}. As notificações a outros (abaixo) não bastaram.",
    "lead.moved.host":
      "Nenhuma outra ação é necessária. Nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) está encerrada: até onde vemos, o conteúdo não está mais em sua hospedagem. Agradecemos.",
    "lead.moved.other":
      "Nenhuma outra ação é necessária. Nossa notificação{{#noticed}} de {{noticed}}{{/noticed}} ({{>type}}, {{>place}}) está encerrada de sua parte: o conteúdo passou para outro provedor. Agradecemos.",
    "lead.withdrawal":
      "Cancelamos nossa notificação{{#noticed}} de {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. Motivo: o denunciante desistiu da denúncia. Pedimos que não tomem providências e que revertam as medidas tomadas exclusivamente com base em nossa notificação. Pedimos desculpas.",
    "lead.correction":
      "Corrigimos o motivo indicado em nossa notificação{{#noticed}} de {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. O motivo correto está abaixo; tudo o mais permanece igual.",
    "lead.returned":
      "Novamente online: {{>type}} {{>on}}, {{>place}}. O conteúdo foi removido e detectado novamente{{#seenAgain}} ({{seenAgain}}){{/seenAgain}}.",
    "lead.letter": "Sobre nossa notificação{{#noticed}} de {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}.",
    "lead.letter.asked":
      "Recebemos sua pergunta sobre nossa notificação{{#noticed}} de {{noticed}}{{/noticed}}: {{>type}} {{>on}}, {{>place}}. O que consta da denúncia está abaixo.",
    live: "URGENTE: segundo a denúncia, está ocorrendo ao vivo, neste momento.",
    reply: "Pedimos resposta: medidas tomadas ou o que falta.",
    "reply.soon": "Pedimos resposta em 24 horas: medidas tomadas ou o que falta.",
    "may-be-second":
      "Esta mensagem talvez já tenha sido recebida: não conseguimos verificar se nosso envio anterior chegou. Pedimos que tratem ambas como uma só.",

    "please.host": "Pedimos que examinem o conteúdo e o removam se o considerarem ilícito ou contrário a seus termos.",
    "please.peer":
      "Pedimos que identifiquem, na medida em que a vossa lei o permita, o cliente por endereço, porta e horário, guardem esse registro e façam cessar a conduta do cliente.",
    "please.front":
      "Pedimos que deixem de servir o conteúdo na medida em que viole a lei ou seus termos, repassem esta notificação ao provedor de hospedagem de origem e nos informem qual é.",
    "please.upstream":
      "Pedimos que façam seu cliente examinar o conteúdo e pôr fim a ele conforme sua política de uso aceitável (AUP).",
    "please.registrar":
      "Pedimos que examinem o uso deste nome de domínio conforme seus termos e informem o titular sem os dados do denunciante.",
    "please.hotline": "Pedimos que avaliem o conteúdo e ajam conforme seu procedimento nacional.",
    "please.cert": "Pedimos que repassem a notificação a quem, em sua área de atuação, possa pôr fim a isso.",
    "please.site":
      "Pedimos que removam o conteúdo de seu site, guardem uma cópia dos logs e corrijam a vulnerabilidade pela qual foi inserido; seu provedor de hospedagem pode ajudar.",
    "please.child-abuse.host":
      "Pedimos que tirem o conteúdo do ar imediatamente e o preservem com os registros de acesso para a polícia, na medida permitida ou exigida por lei. Não alertem quem o publicou.",
    "please.child-abuse.peer":
      "Pedimos que identifiquem o cliente por endereço, porta e horário e preservem esse registro para a polícia, na medida permitida ou exigida por lei. Não alertem o cliente.",
    "please.child-abuse.front":
      "Pedimos que deixem de servir o conteúdo imediatamente e nos informem quem o hospeda. Não alertem quem o publicou.",
    "please.child-abuse.upstream":
      "Pedimos que façam seu cliente tirar o conteúdo do ar imediatamente e, se isso não ocorrer, deixem de rotear o tráfego para o endereço. Não alertem quem o publicou.",
    "please.child-abuse.registrar":
      "Pedimos que preservem os dados de registro para a polícia e verifiquem se seus termos permitem suspender o nome de domínio. Não alertem o titular.",
    "please.child-abuse.hotline":
      "Pedimos que avaliem o conteúdo, alertem a polícia e o provedor de hospedagem conforme seu procedimento nacional e nos informem se este ainda não deve ser avisado.",
    "please.child-abuse.cert":
      "Pedimos que alertem a polícia ou o canal de denúncia e nos informem quem, em seu país, pode obter a remoção.",
    "please.intimate.host":
      "Pedimos que tirem as imagens do ar imediatamente, removam as cópias idênticas que puderem encontrar e guardem os registros de quem as publicou.",
    "please.exposed.host":
      "Pedimos que tornem os dados inacessíveis imediatamente, guardem os logs de acesso e informem seu cliente, para que possa avisar os titulares dos dados.",
    "please.terrorism.host":
      "Pedimos que examinem o conteúdo, o removam se violar a lei ou seus termos e o preservem com os registros de quem o publicou.",
    "please.crime.host": "Pedimos que tirem o recurso do ar e guardem os logs e arquivos como prova.",
    "please.crime.front":
      "Pedimos que deixem de servir o recurso, repassem esta notificação ao provedor de hospedagem de origem e nos informem qual é.",
    "please.crime.upstream":
      "Pedimos que façam seu cliente tirar o recurso do ar e, se isso não ocorrer, deixem de rotear o tráfego para o endereço.",
    "please.crime.registrar":
      "Pedimos que examinem as provas e, se comprovarem este abuso, suspendam o nome de domínio ou interrompam seu uso de outro modo.",
    "please.crime.cert":
      "Pedimos que acionem o operador responsável em sua área de atuação e nos informem se precisarem de mais dados.",

    "more.child-abuse":
      "Denunciem o conteúdo à polícia ou ao canal de denúncia nacional; não repassem esta notificação a outros nem nos enviem o material.",
    "more.intimate": "Não nos enviem nenhuma das imagens nem repassem esta notificação a quem as publicou.",
    "more.terrorism": "Pedimos que não repassem esta notificação a quem publicou o conteúdo.",
    "more.crime":
      "Se o sistema de seu cliente foi invadido, pedimos que o informem; esta notificação pode ser repassada a ele sem o nome do denunciante.",
    "more.victim": "Se o site do titular foi invadido, pedimos que, em vez disso, informem o titular.",
    "more.customer": "Esta notificação pode ser repassada a seu cliente sem o nome do denunciante.",

    "label.url": "URL",
    "label.host": "Host inteiro",
    "label.account": "Conta",
    "label.address": "Endereço IP",
    "label.port": "porta",
    "label.network": "Sua rede",
    "label.country": "País",
    "label.seen": "Última detecção",
    "label.first-seen": "Primeira detecção",
    "label.channel": "Local da detecção",
    "label.reason": "Motivo (denunciado)",
    "label.was": "Motivo incorreto anterior",
    "label.removed": "Removido em",
    "label.brand": "Marca ou obra",
    "label.genuine": "Site autêntico",
    "label.right": "Número de registro",
    "label.reproduce": "Como reproduzir",
    "label.redirects": "Redirecionado de",
    "label.classification": "Classificação",
    "label.basis": "Base da avaliação",
    "label.hash": "Hash",
    "label.screenshot": "Captura de tela",
    "label.notifier": "Denunciante",
    "label.organisations": "Organizações denunciantes",
    "label.sender": "Remetente",
    "label.verify": "Verificação",
    "label.number": "Nosso número",
    "label.ticket": "Seu número",
    "label.told-before": "Notificação anterior",
    "label.machine": "Dados estruturados",
    screenshot: "com o denunciante, enviada a pedido",
    "basis.manual-review": "análise humana",
    "basis.hash-match": "correspondência com hashes conhecidos",
    "basis.user-report": "denúncia de usuário",
    "basis.automated-scan": "varredura automatizada",
    "basis.unstated": "não informada",
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
    "answer.not-ours": "resposta: não são os responsáveis",
    "answer.form": "resposta: indicação de um formulário",
    "answer.refused": "resposta: não vão agir",
    "answer.not-found": "resposta: não encontrado",
    "answer.question": "resposta: uma pergunta",
    "answer.other": "resposta que não resolve o caso",
    list: "URLs",

    "ground.dsa":
      "Notificação conforme o artigo 16 do Regulamento (UE) 2022/2065 dos Serviços Digitais; comuniquem-nos sua decisão.",
    "ground.dsa-life": "Aplica-se também o artigo 18 (ameaça à vida ou à segurança).",
    "ground.trusted-flagger": "Notificação prioritária de sinalizador de confiança (artigo 22).",
    "ground.us-provider":
      "Para provedores nos Estados Unidos: o 18 U.S.C. 2258A exige comunicação à CyberTipline do NCMEC e sua preservação.",
    "ground.raa":
      "Consideramos que se trata de abuso do DNS; a seção 3.18.2 do ICANN Registrar Accreditation Agreement (RAA) exige a pronta adoção de medidas adequadas diante de provas suficientes.",
    "ground.terms": "Baseamo-nos em seus termos de uso (AUP).",
    "ground.national": "Esta notificação é dirigida ao contato nacional para tais denúncias.",
    "ground.site": "Seu site parece ter sido invadido; pedimos sua ajuda.",
    "ground.copyright":
      "Esta mensagem não contém nenhuma declaração nos termos de 17 U.S.C. 512(c)(3); somente o titular do direito ou seu representante pode fazê-la.",
    "ground.good-faith": "O denunciante e nós consideramos de boa-fé exatas e completas estas informações e alegações.",
    desk: "Destinatário errado? Indiquem-nos a área responsável.",
    several: "A resposta vale para todos os URLs listados, salvo se mencionar os números a que se refere.",
  },
};
