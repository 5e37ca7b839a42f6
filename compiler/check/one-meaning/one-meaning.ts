import type { Vocabulary } from '../../../dsl/vocabulary/vocabulary.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { canonical } from '../../digest.ts';
import { error, type Diagnostic, type Place } from '../../errors.ts';
import type { Check } from '../check.ts';

/** An id, a product's name or a code means one thing: in a policy's vocabulary, and in all policies. */
export const oneMeaning: Check = {
  name: 'one-meaning',
  rule: (compiled, { policies, placeOfEntry }) => {
    const own = meanings(compiled);
    const doubled = differences(own, own, placeOfEntry, () => 'in its vocabulary');
    // Each pair of policies is compared once, at the later one.
    const others = policies
      .slice(0, policies.indexOf(compiled))
      .filter(({ policy }) => policy.vocabulary !== compiled.policy.vocabulary);
    const elsewhere = new Map<string, Meaning>(
      others.flatMap((other) => [...meanings(other)].map((meaning) => [meaning.name, meaning])),
    );
    return [
      ...doubled,
      ...differences([...elsewhere.values()], own, placeOfEntry, ({ policy }) => `in ${policy}`),
    ];
  },
};

interface Meaning {
  /** The kind of name and the name, as `product 'lemtrada'`. */
  readonly name: string;
  readonly meaning: string;
  readonly policy: string;
  readonly entry: object;
}

const known = new WeakMap<Vocabulary, readonly Meaning[]>();

function meanings({ name: policy, policy: { vocabulary } }: CompiledPolicy): readonly Meaning[] {
  const before = known.get(vocabulary);
  if (before !== undefined) return before;
  const rows = (kind: string, entries: readonly { readonly id: string }[]): Meaning[] =>
    entries.map((entry) => ({ name: `${kind} '${entry.id}'`, meaning: canonical(entry), policy, entry }));
  const { products, ingredients, courses, billingCodes, items } = vocabulary;
  const found = [
    ...rows('product', products),
    ...rows('product', items),
    ...products.map((entry) => ({
      name: `product name '${entry.brand.toLowerCase()}'`,
      meaning: entry.id,
      policy,
      entry,
    })),
    // In a case an item stands for its own ingredient.
    ...rows('ingredient', [...ingredients, ...products.map(({ ingredient }) => ingredient), ...items]),
    ...rows('disease course', courses),
    ...courses.flatMap(({ states }) => rows('diagnosis', states)),
    ...courses.flatMap(({ codes }) =>
      codes.map((code) => ({ name: `code '${code.code}'`, meaning: canonical(code), policy, entry: code })),
    ),
    ...rows('finding', vocabulary.findings),
    ...rows('judgement', vocabulary.judgements),
    ...rows('specialty', vocabulary.specialties),
    ...rows('indication', vocabulary.diseases),
    ...rows('event', [...vocabulary.measures, ...vocabulary.events]),
    ...rows('milestone', vocabulary.milestones),
    ...rows('attribute', vocabulary.attributes),
    ...rows('commitment', vocabulary.commitments),
    ...billingCodes.map((code) => ({
      name: `code '${code.code}'`,
      meaning: canonical(code),
      policy,
      entry: code,
    })),
  ];
  known.set(vocabulary, found);
  return found;
}

function differences(
  first: readonly Meaning[],
  second: readonly Meaning[],
  place: (entry: object) => Place,
  where: (meaning: Meaning) => string,
): readonly Diagnostic[] {
  const byName = new Map<string, Meaning>();
  for (const meaning of first) if (!byName.has(meaning.name)) byName.set(meaning.name, meaning);
  const told = new Set<string>();
  return second.flatMap(({ name, meaning, entry }) => {
    const other = byName.get(name);
    if (other === undefined || other.meaning === meaning || told.has(name)) return [];
    told.add(name);
    return error(
      'TRI408',
      place(entry),
      `The ${name} has another meaning ${where(other)}.`,
      'Declare it once and import it, or give one of the two another name.',
    );
  });
}
