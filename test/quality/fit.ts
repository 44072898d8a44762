import { readFileSync } from "node:fs";
import { extract } from "../../server/src/extract/index.ts";
import type { Figure } from "../../server/src/extract/types.ts";
import type { CorpusStore } from "../../server/src/store/types.ts";
import { gather, shortlist } from "../../server/src/verify/figures/candidates.ts";
import { featuresOf, weighTerms } from "../../server/src/verify/figures/measures.ts";
import type { Candidate } from "../../server/src/verify/figures/types.ts";
import { storeOf } from "../verify/fixture.ts";

/**
 * Fits the weights of `verify/figures/weights.ts` over sets of figures that people marked as right or wrong: `node test/quality/fit.ts SET.jsonl…`, lines
 * of `{"id", "draft", "sources": [text], "gold": "supported"|…, "target": {"start", "end"}}`. The source's figure that bears out a right one is a
 * positive, the source's other figures and every figure that bears the value of a wrong one are negatives. Logistic regression with an L2 penalty, by
 * Newton's method; which of several equal values is the one meant is chosen again after each round. Prints the weights, and over five folds by document how
 * often the figure meant scores above all others.
 */
interface Row {
  readonly document: string;
  readonly right: boolean;
  readonly same: readonly number[][];
  readonly other: readonly number[][];
}

interface Marked {
  readonly id: string;
  readonly draft: string;
  readonly sources: readonly string[];
  readonly gold: string;
  readonly target: { readonly start: number; readonly end: number };
}

let names: string[] = [];

function rowsOf(path: string): Row[] {
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.flatMap((line) => rowOf(JSON.parse(line) as Marked) ?? []);
}

function rowOf({ id, draft, sources, gold, target }: Marked): Row | null {
  const store = storeOf(sources.map((text, i) => ({ id: `s${i}`, outlet: null, published: null, text })));
  const figure = extract(draft).figures.find((one) => one.start < target.end && target.start < one.end);
  if (!figure) return null;
  const vectors = vectorsOf(figure, store);
  const { same, other } = gather(figure, store);
  return {
    document: id.split("-").slice(0, 3).join("-"),
    right: gold === "supported",
    same: same.map(vectors),
    other: other.map(vectors),
  };
}

function vectorsOf(figure: Figure, store: CorpusStore): (candidate: Candidate) => number[] {
  const weigh = weighTerms(
    figure,
    shortlist(figure, store).map((one) => one.figure),
  );
  return ({ stored }) => {
    const features = featuresOf(figure, stored.figure, weigh);
    names = Object.keys(features);
    return [...Object.values(features), 1];
  };
}

interface Example {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
}

const ROUNDS = 3;
const PENALTY = 2;
/** A right figure's other values count together as so many examples at most. */
const OTHERS = 4;

function fit(rows: readonly Row[]): number[] {
  let weights = [...names.map(() => 1), -1.5];
  for (let round = 0; round < ROUNDS; round++)
    weights = regress(
      rows.flatMap((row) => examplesOf(row, weights)),
      weights.length,
    );
  return weights;
}

function examplesOf({ right, same, other }: Row, weights: readonly number[]): Example[] {
  if (!right) return same.map((x) => ({ x, y: 0, weight: 1 }));
  const best = [...same].sort((a, b) => dot(b, weights) - dot(a, weights))[0];
  if (!best) return [];
  const weight = Math.min(1, OTHERS / Math.max(1, other.length));
  return [{ x: best, y: 1, weight: 1 }, ...other.map((x) => ({ x, y: 0, weight }))];
}

/** Newton's method on the penalised log likelihood; the constant is not penalised. */
function regress(examples: readonly Example[], size: number): number[] {
  let weights = new Array<number>(size).fill(0);
  for (let step = 0; step < 30; step++) {
    const slope = weights.map((weight, i) => (i === size - 1 ? 0 : PENALTY * weight));
    const curve = weights.map((_, i) => weights.map((__, j) => (i === j ? (i === size - 1 ? 1e-6 : PENALTY) : 0)));
    for (const { x, y, weight } of examples) {
      const p = 1 / (1 + Math.exp(-dot(x, weights)));
      for (let i = 0; i < size; i++) {
        slope[i]! += weight * (p - y) * x[i]!;
        for (let j = 0; j < size; j++) curve[i]![j]! += weight * p * (1 - p) * x[i]! * x[j]!;
      }
    }
    const change = solve(curve, slope);
    weights = weights.map((weight, i) => weight - change[i]!);
  }
  return weights;
}

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i]!) > Math.abs(rows[best]![i]!) ? i + k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot]!, rows[i]!];
    for (let k = 0; k < rows.length; k++) {
      if (k === i) continue;
      const share = rows[k]![i]! / rows[i]![i]!;
      rows[k] = rows[k]!.map((value, j) => value - share * rows[i]![j]!);
    }
  }
  return rows.map((row, i) => row.at(-1)! / row[i]!);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function best(vectors: readonly number[][], weights: readonly number[]): number {
  return Math.max(...vectors.map((x) => dot(x, weights)));
}

const FOLDS = 5;
const rows = process.argv.slice(2).flatMap(rowsOf);
const documents = [...new Set(rows.map(({ document }) => document))].sort();
let tried = 0;
let first = 0;
for (let fold = 0; fold < FOLDS; fold++) {
  const held = (row: Row) => documents.indexOf(row.document) % FOLDS === fold;
  const weights = fit(rows.filter((row) => !held(row)));
  for (const row of rows.filter((one) => held(one) && one.right && one.same.length > 0 && one.other.length > 0)) {
    tried++;
    first += Number(best(row.same, weights) > best(row.other, weights));
  }
}
const weights = fit(rows);
for (const [i, name] of [...names, "constant"].entries()) console.log(name.padEnd(16), weights[i]!.toFixed(2));
console.log(`the figure meant scores above all others: ${first} of ${tried} in held-out folds`);
