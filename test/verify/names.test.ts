import assert from "node:assert/strict";
import { test } from "node:test";
import type { Claimant } from "../../server/src/extract/types.ts";
import { claimantName } from "../../server/src/verify/names.ts";

/** Takes a claimant as a source has it, whom it means, of what kind and under which other names; says how a finding names it. */
function check(text: string, key: string, kind: Claimant["kind"], aliases: readonly string[], name: string): void {
  test(`${text} (${key})`, () => {
    assert.equal(claimantName({ start: 0, end: text.length, text, key, kind, aliases }), name);
  });
}

check("Amnesty", "amnesty international", "body", [], "Amnesty");
check("The coalition", "us-led coalition", "body", [], "the coalition");
check("It", "us-led coalition", "body", [], "the US-led coalition");
check("it", "uk ministry of defence", "body", [], "the UK Ministry of Defence");
check("It", "us central command", "body", [], "US Central Command");
check("She", "donatella rovera", "person", [], "Donatella Rovera");
check("He", "spokesman", "unnamed", [], "the spokesman");
check("Its assessment", "assessment", "body", ["us-led coalition"], "the assessment of the US-led coalition");
check("Its assessment", "assessment", "body", [], "its assessment");
check("the results", "results", "body", ["amnesty international", "airwars"], "Amnesty International and Airwars");
check("A Pentagon spokesman", "us department of defense spokesman", "unnamed", [], "a Pentagon spokesman");
check("The Joint Task Force", "us-led coalition", "body", [], "the Joint Task Force");
check("One Nation", "one nation", "body", [], "One Nation");
check("It", "release", "body", [], "the release");
check("It", "new report", "body", [], "the new report");
check("Some witnesses", "witness", "unnamed", [], "some witnesses");
