/** Looks of photo captions: a credit in brackets at the end, an agency's name, a picture's opening words. */
export const CAPTION_RULES: readonly RegExp[] = [
  /[([](?:[^()[\]]{0,40}\b)?(?:picture|photo|image|credit|pic|photograph|foto|file photo)s?\b\s*(?:by|from|courtesy of|credit)?\s*[:/]?[^()[\]]{0,60}[)\]]\s*\.?$/i,
  /(?:\bphoto|\bpicture|\bimage|\bcredit|\bphotograph|\bfoto)\s*(?:by|courtesy|credit)?\s*:\s*[^.]{2,60}\.?$/i,
  /[([](?:AP|AFP|EPA|Reuters|Getty|PA|UPI|TASS|dpa|DPA|Anadolu|Shutterstock|Alamy|file)(?: (?:Photo|Images|Pictures|photo))?(?:\s*[/,].{0,50})?[)\]]\.?$/,
  /(?:\/|via |— |– |- )?(?:Getty Images|AP Photo|AFP Photo|Shutterstock|Alamy Stock Photo|Anadolu Agency|REUTERS\/\p{Lu}[\p{L} -]{2,40})[)\].]*$/u,
  /^(?:FILE\s*(?:PHOTO)?\s*[-–—:]|In this (?:\w+ ){0,4}(?:photo|image|picture)|Pictured?:|Photo:|Image:|Image caption|Caption:|Undated (?:photo|picture|image)|A (?:file|handout) (?:photo|picture|image)|This (?:photo|image|picture|handout))/,
];

/** A sentence that shows a scene in the present tense and ends in a date, as captions do. */
export const SCENE = {
  verb: /\b(?:stands?|sits?|walks?|rises?|poses?|speaks?|looks?|gathers?|holds?|waits?|rides?|carr(?:y|ies)|inspects?|attends?|march(?:es)?|is seen|are seen|seen here|seen in|pictured|flies|fly|waves?|billows?|patrols?|watch(?:es)?|queues?|shows?)\b/i,
  date: /\b(?:in|on|,)?\s*(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)(?: \d{1,2},?)?,? \d{4}\.?$/,
};

/** Phrases of an outlet's own blurb, each counted once; two or more in one paragraph outside the article's run make it one. */
export const BLURB_PHRASES: readonly RegExp[] = [
  /\bjournalists? (?:report|provide|deliver|bring)s?\b/i,
  /\bin \d+ (?:languages|countries)\b/i,
  /\b(?:we|our) (?:provide|deliver|bring|offer|cover|strive|aim|believe|rely|need|are an?|mission|journalism|reporting|readers|newsroom|team|journalists|work|supporters|award)\b/i,
  /\b(?:free press|uncensored|open debate|independent (?:journalism|media|news)|nonprofit|non-profit|not-for-profit|award-winning|unbiased|fearless)\b/i,
  /\b(?:subscribe|newsletter|donat(?:e|ion)|follow us|sign up|support us|support our|membership|become a member)\b/i,
  /\bis (?:a|an|the) (?:\w+[- ]){0,5}(?:news (?:agency|organi[sz]ation|site|website|outlet|service|portal)|broadcaster|newspaper|magazine|news network|media (?:outlet|organi[sz]ation|company)|wire service)\b/i,
  /\b(?:founded|established|launched) in \d{4}\b/i,
  /\b(?:all our stories|our app|our website|this website|visit our|about us|read more at)\b/i,
  /\b(?:is|was) (?:a|an|the) (?:\w+[- ]){0,4}(?:correspondent|reporter|columnist|editor|journalist|contributor)\b.{0,60}\b(?:for|at|with|based in|covering|who covers)\b/i,
];
