export const name = {};
