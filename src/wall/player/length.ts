/** Measure a text in em, as set in the wall's bold sans or narrower: full-width signs take 1, others what the widest digit does. */
export function lengthOf(text: string): number {
  let em = 0;
  for (const character of text) em += /[\u2e80-\uffff]/.test(character) ? 1 : character === " " ? 0.25 : 0.6;
  return em;
}
