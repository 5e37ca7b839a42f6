import { specialty } from 'triplicate';

/** Medical specialties and who practises them. */
export const neurology = specialty({ id: 'neurology', practitioner: 'neurologist' });
export const allergy = specialty({ id: 'allergy', practitioner: 'allergist' });
export const immunology = specialty({ id: 'immunology', practitioner: 'immunologist' });
export const pulmonology = specialty({ id: 'pulmonology', practitioner: 'pulmonologist' });

/** All specialties, for the shared vocabulary. */
export const specialties = [neurology, allergy, immunology, pulmonology];
