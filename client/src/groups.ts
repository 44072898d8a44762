import * as vscode from "vscode";
import type { FindingItem } from "../../server/src/service/protocol.ts";

interface Look {
  readonly title: () => string;
  readonly icon: string;
  readonly color?: string;
  /** Closed at first: nothing in it asks for an act. */
  readonly folded?: true;
}

const warning = { icon: "warning", color: "list.warningForeground" };
const note = { icon: "info", color: "problemsInfoIcon.foreground" };

/** The groups of findings, in the order in which a writer goes through them. */
const groups = {
  undefined: { title: () => vscode.l10n.t("No such source"), icon: "error", color: "list.errorForeground" },
  contradicted: { title: () => vscode.l10n.t("Contradicted"), ...warning },
  mismatched: { title: () => vscode.l10n.t("Mismatched"), ...warning },
  altered: { title: () => vscode.l10n.t("Altered"), ...warning },
  misattributed: { title: () => vscode.l10n.t("Misattributed"), ...warning },
  unsupported: { title: () => vscode.l10n.t("Unsupported"), ...warning },
  miscited: { title: () => vscode.l10n.t("Cites the wrong source"), ...warning },
  disputed: { title: () => vscode.l10n.t("Disputed"), ...note },
  imprecise: { title: () => vscode.l10n.t("Imprecise"), ...note },
  unchecked: { title: () => vscode.l10n.t("Not checked"), ...note },
  uncited: { title: () => vscode.l10n.t("Not cited"), icon: "link" },
  unused: { title: () => vscode.l10n.t("Unused"), icon: "circle-slash" },
  derived: { title: () => vscode.l10n.t("Follows by arithmetic"), icon: "symbol-operator", folded: true },
  supported: { title: () => vscode.l10n.t("Supported"), icon: "pass", folded: true },
  ignored: { title: () => vscode.l10n.t("Set aside"), icon: "eye-closed", folded: true },
} as const satisfies Readonly<Record<string, Look>>;

/** Name of a group of findings: mostly a verdict. */
export type GroupName = keyof typeof groups;

/** All groups in their order. */
export const groupNames = Object.keys(groups) as readonly GroupName[];

/** The group of what the writer has set aside. */
export const ignored: GroupName = "ignored";

/** Takes a finding; gives its group: the verdict, or what is wrong with the citation where the fact itself stands. */
export function groupOf({ verdict, citation }: Pick<FindingItem, "verdict" | "citation">): GroupName {
  const standing = verdict === "supported" && citation !== null && citation !== "cited";
  const name = standing ? citation : verdict;
  return isGroup(name) ? name : "supported";
}

/** Takes a group; gives its title. */
export function titleOf(name: GroupName): string {
  return groups[name].title();
}

/** Takes a group; gives its icon. Icons differ in shape, not in colour alone. */
export function iconOf(name: GroupName): vscode.ThemeIcon {
  const { icon, color }: Look = groups[name];
  return new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color));
}

/** Takes a group; says whether it is closed at first. */
export function isFolded(name: GroupName): boolean {
  const look: Look = groups[name];
  return look.folded === true;
}

function isGroup(name: string): name is GroupName {
  return name in groups;
}
