import { utf8 } from "./fixtures.ts";
import { check, STORY, STORY_BLOCKS } from "./reads.ts";

/** A mail from Ann Lee that passes on a release of the relief office. */
const mail = (type: string, ...lines: string[]) =>
  utf8(
    [
      "From: Ann Lee <ann@valleypost.example>",
      "Subject: Fwd: Flood kills 43",
      "Date: Fri, 5 Mar 2021 10:00:00 +0000",
      `Content-Type: ${type}; charset=utf-8`,
      "",
    ]
      .concat(lines)
      .join("\r\n"),
  );
const RELEASE = {
  title: "Flood kills 43",
  authors: ["Relief Office"],
  published: "2021-03-04",
  outlet: "relief.example",
};

check(
  "gmail.eml",
  mail(
    "text/html",
    '<div dir="ltr"><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>',
    'From: <strong class="gmail_sendername">Relief Office</strong> <span>&lt;<a href="mailto:press@relief.example">press@relief.example</a>&gt;</span><br>',
    "Date: Thu, Mar 4, 2021 at 9:00 AM<br>Subject: Flood kills 43<br>To: &lt;ann@valleypost.example&gt;<br></div><br>",
    `${STORY.map((words) => `<p>${words}</p>`).join("")}</div></div>`,
  ),
  RELEASE,
  `
  headline Flood kills 43
  furniture ---------- Forwarded message ---------
  furniture From: Relief Office <press@relief.example>
  furniture Date: Thu, Mar 4, 2021
  furniture Subject: Flood kills 43
  furniture To: <ann@valleypost.example>${STORY_BLOCKS}`,
);
check(
  "marked.eml",
  mail(
    "text/plain",
    "Begin forwarded message:",
    "",
    "> From: Relief Office <press@relief.example>",
    "> Subject: Flood kills 43",
    "> Date: March 4, 2021 at 9:00:00 AM GMT+1",
    "> To: Ann Lee <ann@valleypost.example>",
    "> ",
    ...STORY.flatMap((words) => [`> ${words}`, ">"]),
  ),
  RELEASE,
  `
  headline Flood kills 43
  furniture Begin forwarded message:
  furniture From: Relief Office <press@relief.example>
  furniture Subject: Flood kills 43
  furniture Date: March 4, 2021 at
  furniture To: Ann Lee <ann@valleypost.example>${STORY_BLOCKS}`,
);
check(
  "no-name.eml",
  utf8(`From: press@relief.example\r\nSubject: Flood\r\n\r\n${STORY.join("\r\n\r\n")}`),
  { authors: ["press@relief.example"] },
  `headline Flood${STORY_BLOCKS}`,
);
check(
  "family-first.eml",
  utf8(`From: "Voss, Ida" <ida.voss@relief.example>\r\nSubject: Flood\r\n\r\n${STORY.join("\r\n\r\n")}`),
  { authors: ["Ida Voss"] },
  `headline Flood${STORY_BLOCKS}`,
);
