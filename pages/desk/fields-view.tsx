import { ChoiceField } from './choice-field.tsx';
import type { Field } from './fields.ts';
import { TextField } from './text-field.tsx';
import { keyOf, type Path } from './tree.ts';

/** What changes a fact: its place, and its value or nothing. */
export type SetFact = (path: Path, value: unknown) => void;

/** Some fields, what is seldom needed behind a disclosure. */
export function Fields({
  fields,
  valueOf,
  problems,
  isAlone = false,
  isInRow = false,
  base = [],
  onSet,
}: {
  readonly fields: readonly Field[];
  readonly valueOf: (field: Field) => unknown;
  readonly problems: ReadonlyMap<string, string>;
  readonly isAlone?: boolean;
  readonly isInRow?: boolean;
  /** The place that the fields' places are below. */
  readonly base?: Path;
  readonly onSet: SetFact;
}) {
  const view = (field: Field) => {
    const path = [...base, ...field.path];
    const given = {
      id: `f-${path.join('.')}`,
      field,
      value: valueOf(field),
      problem: problems.get(keyOf(path)),
      isAlone,
      isInRow,
      onValue: (value: unknown) => onSet(path, value),
    };
    const isChoice = field.kind.kind === 'choice' || field.kind.kind === 'yes-no';
    return isChoice ? <ChoiceField key={given.id} {...given} /> : <TextField key={given.id} {...given} />;
  };
  const seldom = fields.filter(({ isSeldom }) => isSeldom === true);
  return (
    <>
      <div class="fields">{fields.filter(({ isSeldom }) => isSeldom !== true).map(view)}</div>
      {seldom.length > 0 && (
        <details class="seldom" open={seldom.some((field) => valueOf(field) !== undefined)}>
          <summary>More</summary>
          <div class="fields">{seldom.map(view)}</div>
        </details>
      )}
    </>
  );
}
