export const mask = {};
