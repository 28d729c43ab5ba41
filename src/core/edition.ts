export const editions = ["public", "internal"] as const;
export type Edition = (typeof editions)[number];
