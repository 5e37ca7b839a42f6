import { useLayoutEffect, useRef } from 'preact/hooks';
import { isRecord } from '../../compiler/case-files/values.ts';
import { visible } from '../../compiler/visible-text.ts';
import { Fields, type SetFact } from './fields-view.tsx';
import { isComplete, type RowsForm } from './questions.ts';
import { ChoiceField } from './choice-field.tsx';
import { Suggestions } from './text-field.tsx';
import { keyOf, listAt, valueAt, type Tree } from './tree.ts';
import { sentence } from './words.ts';

interface RowsProps {
  readonly form: RowsForm;
  /** Which entries of the list are shown here. */
  readonly entries: readonly number[];
  readonly tree: Tree;
  readonly problems: ReadonlyMap<string, string>;
  readonly onSet: SetFact;
}

/** A history: an entry a row, that may be added and taken away, and whether that is all. */
export function Rows({ form, entries, tree, problems, onSet }: RowsProps) {
  const { list, event, noun, fields } = form;
  const add = useRef<HTMLButtonElement>(null);
  const added = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (added.current === undefined) return;
    const row = document.getElementById(`row-${list}.${added.current}`);
    row?.querySelector<HTMLElement>('input, select')?.focus();
    added.current = undefined;
  });
  return (
    <>
      {entries.map((index, place) => (
        <fieldset key={index} class="row" id={`row-${list}.${index}`}>
          <legend>
            {sentence(noun)} {place + 1}
            {nameOf(valueAt(tree, [list, index]))} <code>{`${list}[${index}]`}</code>
          </legend>
          <Fields
            fields={fields}
            base={[list, index]}
            valueOf={(field) => valueAt(tree, [list, index, ...field.path])}
            problems={problems}
            isInRow
            onSet={onSet}
          />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              onSet([list, index], undefined);
              add.current?.focus();
            }}
          >
            Remove
            <span class="visually-hidden">
              {' '}
              {noun} {place + 1}
            </span>
          </button>
        </fieldset>
      ))}
      <Suggestions fields={fields} />
      <div class="row-actions">
        <button
          type="button"
          ref={add}
          onClick={() => {
            const index = listAt(tree, [list]).length;
            added.current = index;
            onSet([list, index], event === undefined ? {} : { event });
          }}
        >
          {`Add ${noun === 'entry' ? 'an' : 'a'} ${noun}`}
        </button>
      </div>
      <Complete form={form} tree={tree} problems={problems} onSet={onSet} />
    </>
  );
}

/** A row's own name beside its number. */
function nameOf(entry: unknown): string {
  const name = isRecord(entry) ? (entry['agent'] ?? entry['on']) : undefined;
  return typeof name === 'string' && name !== '' ? `: ${visible(name)}` : '';
}

/** Whether the list is the whole history. */
function Complete({ form, tree, problems, onSet }: Omit<RowsProps, 'entries'>) {
  const { complete, event } = form;
  if (complete !== undefined)
    return (
      <ChoiceField
        id={`f-${complete.path.join('.')}`}
        field={complete}
        value={valueAt(tree, complete.path)}
        problem={problems.get(keyOf(complete.path))}
        onValue={(value) => onSet(complete.path, value)}
      />
    );
  if (event === undefined) return null;
  const id = `f-complete.${event}`;
  const listed = listAt(tree, ['complete']);
  const whole = isComplete(form, tree) === true;
  return (
    <p class="check">
      <input
        id={id}
        type="checkbox"
        checked={whole}
        onChange={() => {
          const others = listed.filter((each) => each !== event);
          const next = whole ? others : [...others, event];
          onSet(['complete'], next.length === 0 ? undefined : next);
        }}
      />
      <label for={id}>The entries are the whole history: what is not listed did not happen</label>
    </p>
  );
}
