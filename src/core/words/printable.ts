import type { Finding, Place, Signature, Subject } from "../finding.ts";
import { visible } from "../visible.ts";

/** Make all that a finding has beside its sentence (which `say` makes so) fit to be printed: nothing of a file's text acts on a terminal or a log. */
export function printable(found: Finding): Finding {
  return {
    ...found,
    ...place(found),
    related: found.related.map(place),
    subject: found.subject && subject(found.subject),
    signature: found.signature && signature(found.signature),
  };
}

function place<P extends Place>(of: P): P {
  return { ...of, file: path(of.file), column: of.column === null ? null : visible(of.column) };
}

/** Write a path; one that begins as a command to a log does is led from where it is. */
function path(file: string): string {
  const shown = visible(file);
  return shown.trimStart().startsWith("::") ? `./${shown}` : shown;
}

/** A sign-off is to be pasted: what is compared without blanks and invisible characters is written without them. */
function subject({ dataset, key, column, value }: Subject): Subject {
  const plain = (text: string) =>
    visible(text.replace(/\s+/g, " ").replace(/\p{Default_Ignorable_Code_Point}/gu, ""));
  return { dataset: plain(dataset), key: plain(key), column: plain(column), value: plain(value) };
}

function signature({ by, date, reason, review }: Signature): Signature {
  return {
    by: visible(by),
    date: visible(date),
    reason: visible(reason),
    review: review === null ? null : visible(review),
  };
}
