import { canonical } from '../../digest.ts';
import { error, warning, type Diagnostic } from '../../errors.ts';
import type { Check, CheckContext } from '../check.ts';
import { entriesOf, entryKey, foldedName, type Entry } from './entries.ts';
import { usedEntries } from './used.ts';

/** Each entry of the vocabulary is used by some policy or case, and stands once. */
export const vocabularyEntries: Check = {
  name: 'vocabulary',
  rule: (compiled, context) => {
    const { vocabulary } = compiled.policy;
    const sharing = context.policies.filter(({ policy }) => policy.vocabulary === vocabulary);
    // What policies share is looked through once, at the first of them.
    if (sharing[0] !== compiled) return [];
    const entries = entriesOf(vocabulary);
    const used = context.isWhole ? usedEntries(vocabulary, entries, sharing) : undefined;
    return [
      ...doubled(entries, context),
      ...(used === undefined ? [] : entries.filter(({ kind, id }) => !used.has(entryKey(kind, id)))).flatMap(
        (entry) => unused(entry, context),
      ),
    ];
  },
};

function unused({ kind, id, name, value }: Entry, { placeOfEntry }: CheckContext): readonly Diagnostic[] {
  const place = placeOfEntry(value);
  // What comes with the compiler is there for the policies of others.
  if (place.position.file.startsWith('triplicate/')) return [];
  return [
    warning(
      'TRI415',
      place,
      `No policy and no case uses the ${kind} '${id}'${name === id ? '' : ` (${name})`}.`,
      'Take it out of the vocabulary, or write the criterion or the case that it is for.',
    ),
  ];
}

function doubled(entries: readonly Entry[], { placeOfEntry }: CheckContext): readonly Diagnostic[] {
  const first = new Map<string, Entry>();
  return entries.flatMap((entry) => {
    const names = [
      `id '${entry.id}'`,
      `name '${foldedName(entry.name)}'`,
      ...entry.codes.map((code) => `code ${code}`),
    ];
    const twice = names.find((name) => {
      const other = first.get(`${entry.kind} ${name}`);
      return other !== undefined && !isTold(entry, other);
    });
    const other = first.get(`${entry.kind} ${twice ?? ''}`);
    for (const name of names) {
      const key = `${entry.kind} ${name}`;
      if (!first.has(key)) first.set(key, entry);
    }
    if (twice === undefined || other === undefined) return [];
    return [
      error(
        'TRI416',
        placeOfEntry(entry.value),
        `The ${twice} stands for a second ${entry.kind}: '${other.id}' has it already.`,
        'Keep one of the two and import it, or give each its own.',
      ),
    ];
  });
}

/** One id with two meanings, and one brand of two products, are told by the check of meanings. */
function isTold(entry: Entry, other: Entry): boolean {
  if (entry.id === other.id) return canonical(entry.value) !== canonical(other.value);
  return entry.kind === 'product' && foldedName(entry.name) === foldedName(other.name);
}
