export const date = {};
