import { always, type Member } from '../member.ts';
import { phrase } from '../text.ts';

/** Which states of a disease a term stands for. */
export interface StateSelection {
  /** Id of the disease course that the states belong to. */
  readonly course: string;
  readonly states: readonly string[];
}

/** A diagnosis, or a choice of diagnoses, for a criterion to be about. */
export interface DiagnosisTerm extends Member {
  readonly means: 'diagnosis';
  readonly selects: StateSelection;
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
    selects: { course, states: [id] },
  };
}
