import { specialty } from 'triplicate';

/** Medical specialties and who practises them. */
export const neurology = specialty({ id: 'neurology', practitioner: 'neurologist' });
export const hematology = specialty({ id: 'hematology', practitioner: 'hematologist' });
export const oncology = specialty({ id: 'oncology', practitioner: 'oncologist' });
export const rheumatology = specialty({ id: 'rheumatology', practitioner: 'rheumatologist' });
