import { visible } from '../../compiler/visible-text.ts';
import { FieldFrame, FieldProblem, describedBy, type FieldProps } from './field-frame.tsx';
import type { ChoiceGroup, Option } from './fields.ts';

const yesNo: readonly Option[] = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

/** A choice of a few as buttons, of more or in a row as a list; what is not chosen is unknown. */
export function ChoiceField(props: FieldProps) {
  const { field, value, isInRow = false, onValue } = props;
  const { kind } = field;
  if (kind.kind === 'yes-no') {
    const chosen = value === true ? 'yes' : value === false ? 'no' : '';
    const given = {
      ...props,
      chosen,
      leftOut: 'Unknown',
      onChoice: (choice: string) => onValue(choice === '' ? undefined : choice === 'yes'),
    };
    return isInRow ? (
      <Select {...given} groups={[{ options: yesNo }]} />
    ) : (
      <Radios {...given} options={yesNo} />
    );
  }
  if (kind.kind !== 'choice') return null;
  const given = {
    ...props,
    chosen: typeof value === 'string' ? value : '',
    leftOut: kind.leftOut,
    onChoice: (choice: string) => onValue(choice === '' ? undefined : choice),
  };
  const [first, ...others] = kind.groups;
  return !isInRow && first !== undefined && others.length === 0 && first.options.length <= 4 ? (
    <Radios {...given} options={first.options} />
  ) : (
    <Select {...given} groups={kind.groups} />
  );
}

interface ChoiceProps extends FieldProps {
  readonly chosen: string;
  readonly leftOut: string;
  readonly onChoice: (choice: string) => void;
}

function Select(props: ChoiceProps & { readonly groups: readonly ChoiceGroup[] }) {
  const { id, chosen, leftOut, groups, onChoice } = props;
  const isListed =
    chosen === '' || groups.some(({ options }) => options.some(({ value }) => value === chosen));
  return (
    <FieldFrame {...props}>
      <select
        id={id}
        value={chosen}
        aria-describedby={describedBy(props)}
        onChange={({ currentTarget }) => onChoice(currentTarget.value)}
      >
        <option value="">{leftOut}</option>
        {!isListed && <option value={chosen}>{visible(chosen)}</option>}
        {groups.map(({ label, options }) =>
          label === undefined ? (
            options.map(option)
          ) : (
            <optgroup key={label} label={label}>
              {options.map(option)}
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  );
}

function option({ value, label }: Option) {
  return (
    <option key={value} value={value}>
      {visible(label)}
    </option>
  );
}

function Radios(props: ChoiceProps & { readonly options: readonly Option[] }) {
  const { id, field, chosen, leftOut, options, isAlone = false, onChoice } = props;
  const all = [...options, { value: '', label: leftOut }];
  return (
    <fieldset class="field choices" aria-describedby={describedBy(props)}>
      <legend class={isAlone ? 'visually-hidden' : undefined}>{visible(field.label)}</legend>
      <div class="segments">
        {all.map(({ value, label }, place) => (
          <label key={value} class={value === '' ? 'segment is-left-out' : 'segment'}>
            <input
              type="radio"
              id={place === 0 ? id : `${id}-${place}`}
              name={id}
              value={value}
              checked={chosen === value}
              onChange={() => onChoice(value)}
            />
            <span>{visible(label)}</span>
          </label>
        ))}
      </div>
      <FieldProblem {...props} />
    </fieldset>
  );
}
