import { always, type Member, type StateSelection } from '../member.ts';
import { Refused } from '../refusal.ts';
import { phrase } from '../text.ts';

/** A diagnosis, or a choice of diagnoses, for a criterion to be about. */
export interface DiagnosisTerm extends Member {
  readonly means: 'diagnosis';
  readonly states: StateSelection;
}

/** One state of a disease, as a diagnosis names it. */
export interface Diagnosis extends DiagnosisTerm {
  readonly kind: 'diagnosis';
  readonly id: string;
  readonly name: string;
  /** The case's `condition`, and the `activity` that this state implies. */
  readonly condition: string;
  readonly activity?: 'active' | 'nonactive';
  readonly prevails: boolean;
  readonly settledBy: readonly string[];
}

/**
 * Declares a state of a disease. `course` is the id of the `diseaseCourse` that it belongs to. One that `prevails`
 * wins over one that does not on the same date (reading B-3). `settledBy` are findings that may settle its activity.
 * @example
 * diagnosis({ id: 'rrms', course: 'multiple-sclerosis-course', name: 'Relapsing-Remitting Multiple Sclerosis', condition: 'rrms' })
 */
export function diagnosis(definition: {
  readonly id: string;
  readonly course: string;
  readonly name: string;
  readonly condition: string;
  readonly activity?: 'active' | 'nonactive';
  readonly prevails?: boolean;
  readonly settledBy?: readonly { readonly id: string }[];
}): Diagnosis {
  const { id, course, name, condition, activity, prevails = false, settledBy = [] } = definition;
  return {
    kind: 'diagnosis',
    means: 'diagnosis',
    id,
    name,
    condition,
    ...(activity === undefined ? {} : { activity }),
    prevails,
    settledBy: settledBy.map((finding) => finding.id),
    wording: always(phrase(name)),
    states: { course, states: [id] },
  };
}

/**
 * The states of several terms together.
 * @throws Refused where they belong to different diseases.
 */
export function joinStates(selections: readonly StateSelection[]): StateSelection {
  const [first, ...rest] = selections;
  const stray = rest.find((selection) => selection.course !== first?.course);
  if (first === undefined || stray !== undefined) {
    throw new Refused(
      'two-diseases',
      `One choice holds diagnoses of '${first?.course ?? ''}' and of '${stray?.course ?? ''}'.`,
      'Make a criterion of each: oneOf({ first: diagnosedWith(...), second: diagnosedWith(...) }).',
    );
  }
  return { course: first.course, states: [...new Set(selections.flatMap((selection) => selection.states))] };
}
