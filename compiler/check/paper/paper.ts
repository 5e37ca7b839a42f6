import type { Policy } from '../../../dsl/policy/policy.ts';
import { outline } from '../../../dsl/policy/outline.ts';
import { clausesOf } from '../../../dsl/policy/outline-clause.ts';
import { plainText } from '../../../dsl/text.ts';
import { criteriaDocument } from '../../emit/criteria/document.ts';
import { warning } from '../../errors.ts';
import { nodesIn } from '../../html/places.ts';
import { codeOf, withoutLetter } from '../../pdf/font.ts';
import type { Check } from '../check.ts';

/** Every character of the policy can be printed in its PDF. */
export const paper: Check = {
  name: 'paper',
  rule: ({ policy }, { placeOf, isAccepted }) => {
    const clauses = clausesOf(outline(policy)).map(({ id, text }) => ({ id, text: plainText(text) }));
    return withoutLetter(printed(policy)).flatMap((character) => {
      const ids = clauses.flatMap(({ id, text }) => (text.includes(character) ? id : []));
      if (ids.some(isAccepted)) return [];
      const [at] = ids;
      return warning(
        'TRI418',
        placeOf(at),
        `The fonts of the PDF have no "${character}": policy.pdf prints ${codeOf(character)} in its place.`,
        `Write it in other letters.${at === undefined ? '' : ` If it is meant, add accept('paper', '${at}', 'why').`}`,
      );
    });
  },
};

/** The words of the document, without the numbers of its citations: these are set in figures of another form. */
function printed(policy: Policy): string {
  return [...nodesIn(criteriaDocument(policy))]
    .map((node) =>
      'value' in node && !(node.type === 'text' && node.data?.cites !== undefined) ? node.value : '',
    )
    .join('');
}
