import { useState } from 'preact/hooks';
import type { Determination } from '../../dsl/kernel/determination.ts';
import { CopyButton } from './copy-button.tsx';
import type { Desk } from './desk.ts';
import {
  draftMark,
  emptyLetter,
  letterOf,
  letterText,
  type LetterFields,
  type LetterPart,
} from './letter-text.ts';
import { printPart } from './print.ts';
import type { Tree } from './tree.ts';

const fields: readonly {
  readonly key: keyof LetterFields;
  readonly label: string;
  readonly isLong?: true;
}[] = [
  { key: 'recipient', label: 'To' },
  { key: 'member', label: 'Member' },
  { key: 'reference', label: 'Reference' },
  { key: 'reviewer', label: 'Reviewer' },
  { key: 'appeal', label: 'How to appeal', isLong: true },
];

/** The draft of a letter, and what the reviewer writes into it. It is nowhere kept and never sent. */
export function Letter({
  desk,
  tree,
  determination,
}: {
  readonly desk: Desk;
  readonly tree: Tree;
  readonly determination: Determination;
}) {
  const [written, setWritten] = useState(emptyLetter);
  const letter = letterOf(desk, tree, determination, written);
  if (letter === undefined)
    return <p class="note">The policy does not apply to the request: there is no letter to draft.</p>;
  const asksAppeal = determination.outcome === 'denied' || determination.outcome === 'modified';
  return (
    <div class="letter-desk">
      <div class="letter-fields">
        {fields
          .filter(({ key }) => key !== 'appeal' || asksAppeal)
          .map(({ key, label, isLong }) => {
            const given = {
              id: `letter-${key}`,
              value: written[key],
              autocomplete: 'off',
              onInput: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
                setWritten({ ...written, [key]: currentTarget.value }),
            } as const;
            return (
              <div class="field" key={key}>
                <label for={given.id}>{label}</label>
                {isLong === true ? <textarea rows={3} {...given} /> : <input type="text" {...given} />}
              </div>
            );
          })}
        <div class="buttons">
          <CopyButton text={() => letterText(letter)}>Copy the letter</CopyButton>
          <button type="button" onClick={() => printPart('letter')}>
            Print the letter
          </button>
        </div>
      </div>
      <article class="letter" aria-label="Draft letter">
        <p class="draft-mark">{draftMark}</p>
        <h3>{letter.title}</h3>
        {letter.parts.map((part, place) => (
          <PartView key={place} part={part} />
        ))}
      </article>
    </div>
  );
}

function PartView({ part: { heading, paragraph, items } }: { readonly part: LetterPart }) {
  return (
    <>
      {heading !== undefined && <h4>{heading}</h4>}
      {paragraph !== undefined && <p>{paragraph}</p>}
      {items !== undefined && (
        <ul>
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </>
  );
}
