import { ageAtLeast } from 'triplicate';

let years = 17 as const;
export const age = ageAtLeast(years).years;
