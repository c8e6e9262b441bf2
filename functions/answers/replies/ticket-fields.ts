import { pattern } from "../../kernel/pattern.ts";

/** Fields of a ticket that say who has it and what it is, on plain words: nobody's word on the report. */
const aboutTicket = [
  "assigned to|assignee|agent|queue|priority|department|category|created(?: by)?|last" +
    " updated?|updated|requeste?r|handled by",
  "ticket (?:owner|queue|priority|type|department)|owner|team|severity|cc|due date|source|channel",
  "zustandig|bearbeiter(?:in)?|sachbearbeiter(?:in)?|zugewiesen an|prioritat|abteilung" +
    "|warteschlange|erstellt|kategorie",
  "ansprechpartner(?:in)?|assigne a|attribue a|priorite|charge de|categorie|asignado a" +
    "|prioridad|departamento|responsable",
  "toegewezen aan|prioriteit|afdeling|behandelaar|assegnato a|priorita|reparto|assegnatario" +
    "|atribuido a|responsavel|prioridade",
  "przypisan[yaeo] do|priorytet|dzial|prowadzacy|atanan|oncelik|departman|sorumlu",
  "担当者?|優先度|担当部署|담당자|우선순위|负责人|處理人|处理人|优先级|部门",
  "ответственный|исполнитель|приоритет|отдел|відповідальн[а-яіїє]+|виконавець|пріоритет|відділ",
];
/** A ticket's state; any other may be that of what was reported ("Status: Suspended"). */
const states = [
  "open|opened|new|pending|in progress|waiting|on hold|assigned|awaiting[a-z ]{0,30}|offen" +
    "|neu|in bearbeitung|wartend",
  "ouvert|nouveau|en cours|abierto|nuevo|en proceso|open|nieuw|in behandeling|aperto|nuovo" +
    "|in lavorazione|aberto|novo",
  "em andamento|otwarte|nowe|w toku|acik|yeni|beklemede|対応中|受付|新規|접수|처리중|진행중" +
    "|处理中|待处理|открыт[аоы]?|нов[аяоы]+|в работе",
];
/** Hardly a letter has a line with one; what says what such a line says takes long to compile. */
const colon = /[:：]/;
const field = pattern(
  "",
  "^[\\s*|>-]{0,6}(?:",
  aboutTicket,
  "\\s{0,3}\\*{0,2}\\s?[:：].{0,80}|(?:ticket )?(?:status|state|statut|estado|stato|durum|状態|상태|状态|статус)",
  "\\s{0,3}\\*{0,2}\\s?[:：][\\s*]{0,3}",
  states,
  "[\\s*]{0,3})$",
);

/** Plain words (`plainWords`) without the fields of a ticket that stand in lines of their own. */
export const withoutTicketFields = (plain: string): string =>
  plain
    .split("\n")
    .map((line) => (line.length <= 160 && colon.test(line) && field.test(line.trimEnd()) ? "" : line))
    .join("\n");
