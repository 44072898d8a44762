import type { MessageTable } from "../messages.ts";

/** Sentences about citations, in Spanish. */
export const citations: MessageTable = {
  "citation.uncited": "{said} El borrador no cita la fuente.",
  "citation.miscited": "{cited}, citado aquí, no lo dice. {said}",
  "citation.miscited.several": "{cited}, citados aquí, no lo dicen. {said}",
  "citation.undefined": "El corpus no tiene ninguna fuente «{id}»; corrija el identificador o añada la fuente.",
  "citation.undefined.near": "El corpus no tiene ninguna fuente «{id}»; ¿será «{near}»?",
  "citation.undefined.note":
    "El borrador no tiene ninguna nota «{id}»; añada una línea que empiece por {opening} o quite la llamada.",
  "citation.unread": "«{text}» no se comprobó, pues la fuente citada no se pudo leer: {why}",
  "citation.unused": "Nada en el borrador remite a la nota «{id}».",
};
