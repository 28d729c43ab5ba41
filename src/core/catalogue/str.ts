export const str = {};
