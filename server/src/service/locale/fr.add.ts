import type { MessageTable } from "../../verify/index.ts";

/** Sentences about adding sources and annotating drafts, in French. */
export const adding: MessageTable = {
  "add.done": "{file} est maintenant dans le corpus {folder}.",
  "add.already": "{file} est déjà dans le corpus {folder}, et rien n’a été ajouté.",
  "add.folder": "{name} n’a pas pu être ajouté (c’est un dossier) ; nommez plutôt les fichiers qu’il contient.",
  "add.address": "Il n’y a pas de fichier {name} ; s’il s’agit d’une adresse, écrivez https://{name}.",
  "add.failed": "{name} n’a pas pu être ajouté ({reason}) ; vérifiez qu’il existe et que vous pouvez le lire.",
  "add.text": "le texte",
  "add.empty": "Il n’y a pas de texte à ajouter : copiez d’abord l’article.",
  "add.kind": "{name} est d’un type qui n’est pas lu ; {advice}.",
  "add.kinds": "enregistrez-le comme page, PDF, fichier Word ou texte",
  "add.scheme": "{address} n’est pas une adresse http ou https ; donnez l’adresse entière de la page.",
  "add.credentials": "L’adresse de {address} contient un nom ou un mot de passe ; retirez-les.",
  "add.private":
    "{address} est sur cette machine ou dans le réseau local et n’a pas été récupérée ; enregistrez la page et ajoutez le fichier, ou employez --allow-private en ligne de commande.",
  "add.unknown": "Il n’y a pas de site {address} ; vérifiez l’adresse.",
  "add.slow":
    "{address} n’a pas répondu en {seconds} secondes ; réessayez, ou enregistrez la page et ajoutez le fichier.",
  "add.unreachable": "{address} n’a pas pu être récupérée ({reason}) ; vérifiez l’adresse et le réseau.",
  "add.redirects": "{address} renvoie sans fin d’un endroit à l’autre ; enregistrez la page et ajoutez le fichier.",
  "add.status":
    "{address} a répondu {status} au lieu de la page ; ouvrez-la dans un navigateur, enregistrez-la et ajoutez le fichier.",
  "add.large":
    "{address} dépasse {megabytes} Mo et n’a pas été gardée ; enregistrez la partie utile et ajoutez le fichier.",
  "add.unreadable":
    "Aucun article n’a pu être lu à {address}, et rien n’a été gardé ; ouvrez-le dans un navigateur, enregistrez-le et ajoutez le fichier.",
  "annotate.unchecked": "Le brouillon n’a pas pu être vérifié : il lui faut un corpus avec des articles.",
  "annotate.again":
    "Le brouillon contient des notes d’un passage précédent ; retirez-les avec « sourceline clean », puis annotez-le à nouveau.",
};
