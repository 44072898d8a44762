import { deskSteps } from "./desk.ts";
import { steps } from "./steps.ts";

/** What one step may take; a machine under load is slow, a step that hangs should still say its name. */
const patience = 60_000;

/** Runs every step in order, in the extension host. Rejects where one fails: VS Code gives that as its exit code. */
export async function run(): Promise<void> {
  for (const [name, step] of Object.entries({ ...steps, ...deskSteps })) {
    try {
      await Promise.race([step(), tooLong()]);
      console.log(`ok: ${name}`);
    } catch (error) {
      console.log(`failed: ${name}: ${error instanceof Error ? error.stack : error}`);
      throw error;
    }
  }
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`nothing happened for ${patience / 1000} s`)), patience).unref();
  });
}
