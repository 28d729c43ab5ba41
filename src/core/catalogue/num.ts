export const num = {};
