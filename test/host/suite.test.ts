import { test } from "node:test";
import { inHost, passesSuite } from "./run.ts";

test("the extension works in a real VS Code", inHost, async (context) => await passesSuite(context));
