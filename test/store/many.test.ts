import assert from "node:assert/strict";
import { test } from "node:test";
import { extract } from "../../server/src/extract/index.ts";
import { storeOf } from "../verify/fixture.ts";

const PLACES = ["Kabul", "Raqqa", "Mosul", "Aleppo", "Homs"];
const sources = Array.from({ length: 1500 }, (_, i) => ({
  id: `s${String(i).padStart(4, "0")}`,
  outlet: null,
  published: "2021-05-03",
  text: `The flood killed ${20 + (i % 900)} people in ${PLACES[i % PLACES.length]}.`,
}));
const [asked] = extract("The flood killed 777 people in Mosul.").figures;

test("among many figures of one sort the value asked for comes first, in whatever order the articles came", () => {
  assert.ok(asked);
  const found = [sources, [...sources].reverse()].map((all) => {
    const store = storeOf(all);
    const place = ({ source }: { readonly source: string }) => source;
    return {
      value: store.figuresLikeValue(asked, { limit: 5 }).map(place),
      measure: store.figuresLikeMeasure(asked, { limit: 5 }).map(place),
    };
  });
  assert.deepEqual(found[0], found[1]);
  assert.equal(found[0]?.value[0], "s0757");
  assert.equal(found[0]?.measure.length, 5);
});
