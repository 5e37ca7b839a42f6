import type { Expression } from '../../../dsl/kernel/expression.ts';
import type { Tables } from '../../../dsl/kernel/kernel.ts';
import { compareLeaf } from './leaf.ts';
import { disagrees, inWords, quantifiersIn } from './quantifiers.ts';
import { compared, different, uncompared, type Remark } from './remark.ts';
import { withoutNotes } from './words.ts';

/** The words of a condition, in which a list stands in line and in brackets, against what it asks. */
export function compareCondition(words: string, expression: Expression, tables: Tables): readonly Remark[] {
  return inLine(withoutNotes(words).words, expression, tables).map((remark) =>
    remark.kind === 'different'
      ? different(`has a condition that ${remark.predicate}`)
      : remark.kind === 'uncompared'
        ? uncompared(`of its condition: ${remark.why}`)
        : remark,
  );
}

const list = /^\(([^;(]*? of the following): (.*)\)$/i;
/** A condition, an exception and a table of populations have words of their own, which do not part in line. */
const otherForm = /\bif\b|\bfirst of the following\b|\bby population:/i;

function inLine(words: string, expression: Expression, tables: Tables): readonly Remark[] {
  if (!words.startsWith('(')) return compareLeaf(words, expression, tables);
  const [, opening, rest = ''] = list.exec(words) ?? [];
  if (opening === undefined || otherForm.test(opening)) {
    return [uncompared('it prints in line what is more than a plain list')];
  }
  const isTurned = /\bNOT\b/.test(opening);
  const positive = expression.kind === 'not' ? expression.of : expression;
  if (isTurned !== (expression.kind === 'not')) {
    return [
      different(
        isTurned ? 'says NOT, and its logic asks that it is so' : 'its logic turns round, without NOT',
      ),
    ];
  }
  if (positive.kind !== 'all' && positive.kind !== 'any' && positive.kind !== 'atLeast') {
    return [uncompared('it prints a list, and its logic is no connective')];
  }
  const { length } = positive.of;
  const asked = positive.kind === 'all' ? length : positive.kind === 'any' ? 1 : positive.count;
  const wrong = quantifiersIn(opening).find((quantifier) => disagrees(quantifier, asked, length));
  if (wrong !== undefined) {
    return [
      different(
        `says "${wrong.words}", and its logic asks for at least ${inWords(asked)} of its ${inWords(length)} parts`,
      ),
    ];
  }
  const parts = partsOf(rest);
  if (parts.length !== length) {
    return [uncompared('its parts are not told apart, since a semicolon or a bracket stands within one')];
  }
  return [
    compared('quantifier'),
    ...positive.of.flatMap((part, index) => inLine(parts[index] ?? '', part, tables)),
  ];
}

/** The parts of a list in line: between semicolons outside brackets; none where brackets do not close each other. */
function partsOf(words: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  for (const character of words) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return [];
    if (character === ';' && depth === 0) {
      parts.push(part.trim());
      part = '';
    } else {
      part += character;
    }
  }
  return depth === 0 ? [...parts, part.trim()] : [];
}
