import type { ComponentChildren } from 'preact';
import { visible } from '../../compiler/visible-text.ts';
import type { Field } from './fields.ts';

/** What every field is given. */
export interface FieldProps {
  readonly id: string;
  readonly field: Field;
  readonly value: unknown;
  /** What is wrong with what stands in it. */
  readonly problem?: string | undefined;
  /** Whether its question's title says all that its label would. */
  readonly isAlone?: boolean;
  /** Whether it stands in a row of fields, where there is room for little. */
  readonly isInRow?: boolean;
  readonly onValue: (value: unknown) => void;
}

/** A label, the field, and what is wrong with it. */
export function FieldFrame(props: FieldProps & { readonly children: ComponentChildren }) {
  const { id, field, isAlone = false, children } = props;
  return (
    <div class="field">
      <label for={id} class={isAlone ? 'visually-hidden' : undefined}>
        {visible(field.label)}
      </label>
      {children}
      <FieldProblem {...props} />
    </div>
  );
}

/** What is wrong with a field's value, beside it. */
export function FieldProblem({ id, value, problem }: FieldProps) {
  if (problem === undefined) return null;
  return (
    <p id={`${id}-problem`} class={value === undefined ? 'needed' : 'problem'}>
      {visible(problem)}
      {value === undefined ? '' : ' Until then it counts as unknown.'}
    </p>
  );
}

/** The id of what describes a field. */
export function describedBy({ id, problem }: FieldProps): string | undefined {
  return problem === undefined ? undefined : `${id}-problem`;
}
