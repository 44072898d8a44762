import type { LineRule } from "./furniture.ts";

/** Looks of lines that pages in other languages than English put into their articles. */
export const FOREIGN_LINE_RULES: readonly LineRule[] = [
  {
    kind: "furniture",
    words: 40,
    sentence: 16,
    pattern:
      /^(?:\[|\(|>+|»|›|→|\+{2,}|-|–|•)?\s*(?:(?:à )?(?:lire|voir|relire|écouter) aussi\b|(?:lee|lea|leé|mira|mire|ve|vea|ver) (?:también|además|más)\s*[:|\n]|(?:te|le) (?:puede|podría) interesar\s*[:|]|más información\s*[:|]|en savoir plus\s*[:|]|(?:lesen sie (?:auch|hier|mehr|dazu)|siehe auch|mehr dazu|mehr zum thema|auch interessant|lesetipp)\s*[:|\n]|(?:leia|veja) (?:também|mais|ainda)\s*[:|\n]|(?:leggi|guarda) anche\s*[:|\n]|approfondisci\s*[:|]|(?:czytaj|zobacz) (?:też|także|również|więcej)\s*[:|]|(?:ook interessant|lees ook|lees meer)\s*[:|\n]|(?:читайте|смотрите) (?:также|ещё|еще)\s*[:|]|[【［]\s*(?:関連記事|関連|あわせて読みたい|写真|動画|図解)\s*[】］])/iu,
  },
  {
    kind: "furniture",
    words: 50,
    pattern:
      /^(?:suscríbete|suscríbase|apúntate|apúntese|inscríbete|regístrate|inscrivez-vous|abonnez-vous|abonnieren sie|jetzt abonnieren|melden sie sich|inscreva-se|assine|iscriviti|abbonati|schrijf je in)(?=[\s,:!]).*\b(?:newsletters?|bolet(?:ín|ines)|boletim|correo|lettres?|infolettre|mails?|emails?|e-mails?|nieuwsbrief|whatsapp|telegram|canal|chaîne|kanal)|^(?:recibe|reciba|recevez|receba|ricevi)\s.*\b(?:newsletters?|bolet(?:ín|ines)|boletim|infolettre)|^(?:подпишитесь|подписывайтесь) на\s/iu,
  },
  {
    kind: "furniture",
    words: 40,
    pattern:
      /^(?:il vous reste \d+(?:[.,]\d+)? ?%|(?:la suite|cet article|(?:cet )?article|(?:ce )?contenu) (?:est )?(?:réservée?|reserve) (?:à nos|aux) abonnés|weiterlesen mit |(?:dieser artikel|diesen artikel|jetzt weiterlesen)\b.{0,40}\b(?:abonnent|abonnement|abo\b|[a-zß]{1,12}\+)|este (?:artículo|contenido) es (?:exclusivo|solo) para|(?:contenido|artículo) (?:exclusivo|solo) para (?:suscriptores|socios|abonados)|para (?:seguir|continuar) leyendo|conteúdo exclusivo para|questo (?:articolo|contenuto) è riservato)/iu,
  },
  {
    kind: "furniture",
    words: 10,
    pattern:
      /^(?:temps de lecture|durée de lecture|lecture|lesezeit|tiempo de lectura|lectura|tempo de leitura|tempo di lettura|leestijd|время чтения)\s*:?\s*\d{1,3}\s*(?:min|мин|['’])|^(?:\d{1,3} ?(?:min(?:uten?|utos?|uti)?\.?|мин(?:ут[аы]?)?\.?) (?:de lecture|lesezeit|de lectura|de leitura|di lettura|leestijd|чтения))\b/iu,
  },
  {
    kind: "furniture",
    words: 30,
    pattern:
      /^(?:empfohlener (?:externer|redaktioneller) inhalt|an dieser stelle finden sie (?:einen )?externe|ich bin (?:damit )?einverstanden, dass mir externe|hier finden sie externen? inhalt|pour afficher ce contenu|ce contenu est bloqué|este contenido (?:externo )?(?:no )?se (?:muestra|ha bloqueado))/iu,
  },
  {
    kind: "furniture",
    words: 60,
    pattern:
      // The number and the last word are sought first, for they are quick to find.
      / \d(?<=\b(?:nosotros y nuestros|nous et nos|wir und unsere|noi e i nostri|nós e os nossos) \d)|\bcookies\b(?<=\b(?:usamos|utilizamos|utilisons|verwenden|nutzen|setzen|utilizziamo|usiamo)\b.{0,40}\bcookies)/i,
  },
];
