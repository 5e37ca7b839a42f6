import { judgement } from 'triplicate';

/** Questions without a threshold, which a reviewer answers on papers. */
export const beneficialResponse = judgement({ id: 'beneficial-response', name: 'beneficial response' });
