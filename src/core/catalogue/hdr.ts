export const hdr = {};
