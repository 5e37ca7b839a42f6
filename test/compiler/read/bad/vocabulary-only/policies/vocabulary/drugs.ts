import { ingredient } from 'triplicate';

export const one = ingredient({ id: 'one', name: 'one' });
