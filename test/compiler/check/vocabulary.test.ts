import { expect, test } from 'vitest';
import { compile } from '../../../compiler/pipeline.ts';
import { temporaryFolder, writeFiles } from '../read/fixtures.ts';

const vocabulary = `import { disease, finding, ingredient, product, vocabulary } from 'triplicate';
export const asked = ingredient({ id: 'asked', name: 'asked' });
export const comparator = ingredient({ id: 'comparator', name: 'comparator' });
export const brand = product({ id: 'brand', brand: 'Brand', ingredient: asked, form: 'tablets', mode: 'Oral' });
export const otherBrand = product({ id: 'other-brand', brand: 'Other Brand', ingredient: comparator, form: 'tablets', mode: 'Oral' });
export const illness = disease({ id: 'illness', name: 'Illness' });
export const one = finding({ id: 'one', name: 'finding one' });
export const two = finding({ id: 'two', name: 'finding two' });
export const names = vocabulary({ ingredients: [comparator], products: [brand, otherBrand], diseases: [illness], findings: [one, two] });
`;
const policy = (name: string) => `import { allOf, indication, policy } from 'triplicate';
import { brand, illness, names, ${name} } from '../names.ts';
export const example = policy({
  number: '${name}', title: 'Example', effective: '2024-01-01', product: brand, vocabulary: names,
  medicalNecessity: indication(illness, allOf({ ${name} })),
});
`;

const unused = async (files: Readonly<Record<string, string>>, only?: string) => {
  const folder = temporaryFolder();
  writeFiles(folder.root, { 'policies/names.ts': vocabulary, ...files });
  const { diagnostics } = await compile(
    only === undefined ? { root: folder.root } : { root: folder.root, only },
  );
  folder.remove();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return diagnostics.map(({ code, message, position }) => `${code} ${position?.line} ${message}`);
};
const first = { 'policies/first/policy.ts': policy('one') };
const both = { ...first, 'policies/second/policy.ts': policy('two') };
const unusedComparator = [
  "TRI415 3 No policy and no case uses the ingredient 'comparator'.",
  "TRI415 5 No policy and no case uses the product 'other-brand' (Other Brand).",
];

test('what no policy uses is told at its entry', async () => {
  expect(await unused(first)).toEqual([
    ...unusedComparator,
    "TRI415 8 No policy and no case uses the finding 'two' (finding two).",
  ]);
});

test('what any policy uses is used, and each warning stands once', async () => {
  expect(await unused(both)).toEqual(unusedComparator);
});

test('a name that only a case holds is used, and its ingredient with it', async () => {
  const record = {
    about: 'Another drug failed.',
    expected: { outcome: 'pended', layer: 'policy', clauses: {} },
    request: { dateOfService: '2024-06-03', product: 'brand' },
    drugs: [{ agent: 'other BRAND®', outcome: 'failure' }],
  };
  expect(await unused({ ...both, 'policies/first/cases/one.json': JSON.stringify(record) })).toEqual([]);
});

test('of one policy alone nothing can be said', async () => {
  expect(await unused(first, 'first')).toEqual([]);
});
