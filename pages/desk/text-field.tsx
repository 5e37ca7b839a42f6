import { useState } from 'preact/hooks';
import type { Field } from './fields.ts';
import { FieldFrame, describedBy, type FieldProps } from './field-frame.tsx';

/** A date, a number or a text. What is typed goes into the case as it is typed, so that none of it is dropped in silence. */
export function TextField(props: FieldProps) {
  const { id, field, value, problem, onValue } = props;
  const [typed, setTyped] = useState<{ readonly text: string; readonly value: unknown }>();
  const text = typed !== undefined && typed.value === value ? typed.text : shownAs(value);
  const { kind } = field;
  return (
    <FieldFrame {...props}>
      <span class="with-unit">
        <input
          id={id}
          type="text"
          autocomplete="off"
          spellcheck={false}
          inputMode={kind.kind === 'date' ? 'numeric' : kind.kind === 'number' ? 'decimal' : 'text'}
          placeholder={kind.kind === 'date' ? 'YYYY-MM-DD' : undefined}
          class={`is-${kind.kind}`}
          list={kind.kind === 'text' && kind.suggestions.length > 0 ? listId(field) : undefined}
          value={text}
          aria-invalid={problem !== undefined && value !== undefined}
          aria-describedby={describedBy(props)}
          onInput={({ currentTarget }) => {
            const read = valueOf(field, currentTarget.value);
            setTyped({ text: currentTarget.value, value: read });
            onValue(read);
          }}
          onBlur={() => setTyped(undefined)}
        />
        {kind.kind === 'number' && kind.unit !== undefined && <span class="unit">{kind.unit}</span>}
      </span>
    </FieldFrame>
  );
}

/** The names that a text is completed from: once for all fields that share them. */
export function Suggestions({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <>
      {fields.map((field) =>
        field.kind.kind === 'text' && field.kind.suggestions.length > 0 ? (
          <datalist key={listId(field)} id={listId(field)}>
            {field.kind.suggestions.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        ) : null,
      )}
    </>
  );
}

function listId({ path }: Field): string {
  return `list-${path.filter((part) => typeof part === 'string').join('.')}`;
}

function shownAs(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** What was typed as a fact; what is none yet stays a text, which the schema then tells of. */
function valueOf({ kind }: Field, typed: string): string | number | undefined {
  const text = kind.kind === 'text' ? typed : typed.trim();
  if (text === '') return undefined;
  if (kind.kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  // Keyboards of digits alone have no hyphen.
  if (kind.kind === 'date') return text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return text;
}
