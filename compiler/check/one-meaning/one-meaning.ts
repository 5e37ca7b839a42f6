import type { Vocabulary } from '../../../dsl/vocabulary/vocabulary.ts';
import type { CompiledPolicy } from '../../compiled-policy.ts';
import { canonical } from '../../digest.ts';
import { error, type Diagnostic, type Place } from '../../errors.ts';
import type { Check } from '../check.ts';

/** An id, a product's name or a code means one thing: in a policy's vocabulary, and in all policies. */
export const oneMeaning: Check = {
  name: 'one-meaning',
  rule: (compiled, { policies, placeOf }) => {
    const own = meanings(compiled);
    const doubled = differences(own, own, placeOf, () => 'in its vocabulary');
    // Each pair of policies is compared once, at the later one.
    const others = policies
      .slice(0, policies.indexOf(compiled))
      .filter(({ policy }) => policy.vocabulary !== compiled.policy.vocabulary);
    const elsewhere = new Map<string, Meaning>(
      others.flatMap((other) => [...meanings(other)].map((meaning) => [meaning.name, meaning])),
    );
    return [
      ...doubled,
      ...differences([...elsewhere.values()], own, placeOf, ({ policy }) => `in ${policy}`),
    ];
  },
};

interface Meaning {
  /** The kind of name and the name, as `product 'lemtrada'`. */
  readonly name: string;
  readonly meaning: string;
  readonly policy: string;
}

const known = new WeakMap<Vocabulary, readonly Meaning[]>();

function meanings({ name: policy, policy: { vocabulary } }: CompiledPolicy): readonly Meaning[] {
  const before = known.get(vocabulary);
  if (before !== undefined) return before;
  const rows = (kind: string, entries: readonly { readonly id: string }[]): Meaning[] =>
    entries.map((entry) => ({ name: `${kind} '${entry.id}'`, meaning: canonical(entry), policy }));
  const { products, ingredients, courses, findings, judgements, specialties, diseases, billingCodes } =
    vocabulary;
  const found = [
    ...rows('product', products),
    ...products.map(({ id, brand }) => ({
      name: `product name '${brand.toLowerCase()}'`,
      meaning: id,
      policy,
    })),
    ...rows('ingredient', [...ingredients, ...products.map(({ ingredient }) => ingredient)]),
    ...rows('disease course', courses),
    ...courses.flatMap(({ states }) => rows('diagnosis', states)),
    ...courses.flatMap(({ codes }) =>
      codes.map((code) => ({ name: `code '${code.code}'`, meaning: canonical(code), policy })),
    ),
    ...rows('finding', findings),
    ...rows('judgement', judgements),
    ...rows('specialty', specialties),
    ...rows('indication', diseases),
    ...billingCodes.map((code) => ({ name: `code '${code.code}'`, meaning: canonical(code), policy })),
  ];
  known.set(vocabulary, found);
  return found;
}

function differences(
  first: readonly Meaning[],
  second: readonly Meaning[],
  place: () => Place,
  where: (meaning: Meaning) => string,
): readonly Diagnostic[] {
  const byName = new Map<string, Meaning>();
  for (const meaning of first) if (!byName.has(meaning.name)) byName.set(meaning.name, meaning);
  const told = new Set<string>();
  return second.flatMap(({ name, meaning }) => {
    const other = byName.get(name);
    if (other === undefined || other.meaning === meaning || told.has(name)) return [];
    told.add(name);
    return error(
      'TRI408',
      place(),
      `The ${name} has another meaning ${where(other)}.`,
      'Declare it once and import it, or give one of the two another name.',
    );
  });
}
