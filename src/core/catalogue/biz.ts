export const biz = {};
