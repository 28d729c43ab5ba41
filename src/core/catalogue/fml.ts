export const fml = {};
