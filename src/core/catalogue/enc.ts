export const enc = {};
