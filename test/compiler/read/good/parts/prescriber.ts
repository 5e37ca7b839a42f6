import { prescribedByOrInConsultationWith } from 'triplicate';
import { neurology } from 'triplicate/vocabulary';

export interface Numbered {
  readonly number: number;
}

export const prescriber = prescribedByOrInConsultationWith(neurology);
