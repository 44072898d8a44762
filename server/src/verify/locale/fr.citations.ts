import type { MessageTable } from "../messages.ts";

/** Sentences about citations, in French. */
export const citations: MessageTable = {
  "citation.uncited": "{said} Le brouillon n’en cite pas la source.",
  "citation.miscited": "{cited}, que l’on cite ici, ne le dit pas. {said}",
  "citation.miscited.several": "{cited}, que l’on cite ici, ne le disent pas. {said}",
  "citation.undefined": "Le corpus n’a pas de source « {id} » ; corrigez l’identifiant ou ajoutez la source.",
  "citation.undefined.near": "Le corpus n’a pas de source « {id} » ; serait-ce « {near} » ?",
  "citation.undefined.note":
    "Le brouillon n’a pas de note « {id} » ; ajoutez une ligne qui commence par {opening} ou ôtez l’appel.",
  "citation.unread": "« {text} » n’a pas été vérifié, car la source citée n’a pas pu être lue : {why}",
  "citation.unused": "Rien dans le brouillon ne renvoie à la note « {id} ».",
};
