export * from './prescriber.ts';
export { prescriber as again } from './prescriber.ts';
export { prescriber as neurologistToo } from './prescriber.ts';
