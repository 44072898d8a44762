import { test } from "node:test";
import { inHost, passesSuite } from "./run.ts";

test("the extension works in a real VS Code", inHost, async (context) => await passesSuite(context));

test("two folders in one window have a corpus and settings each", inHost, async (context) => {
  const second = {
    ".vscode/settings.json": JSON.stringify({ "sourceline.corpus": "kept", "sourceline.citationStyle": "footnote" }),
    "kept/alpha.md":
      "---\nid: alpha\noutlet: Alpha Times\n---\n\nThe flood killed 43 people in Norland, the interior ministry said.\n",
    "draft.md":
      "The flood killed 57 people in Norland.\n\nThe flood killed 43 people in Norland.\n\nAmnesty verified 641 deaths.\n",
  };
  await passesSuite(context, { folders: [second] });
});
