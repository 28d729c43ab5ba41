import { isHidden } from "./hidden.ts";

/** Quote what stands in a cell, cut short so that one cell cannot fill the screen. */
export function quote(text: string): string {
  if (isHidden(text)) return `（${text}）`;
  const characters = [...text];
  return `“${characters.length > 30 ? `${characters.slice(0, 30).join("")}…` : text}”`;
}
