import { type Issue, issue } from "./reading.ts";

const errorValue =
  /^#(?:DIV\/0!|REF!|N\/A|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)$/i;

/** What runs a program or reaches outside: DDE (cmd|'/C calc'!A0) and functions that fetch or call. */
const dangerous =
  /\b[A-Za-z]+\|[^|]*!|\b(?:HYPERLINK|WEBSERVICE|IMPORT(?:XML|DATA|HTML|FEED|RANGE)|IMAGE|RTD|DDE|CALL|EXEC|REGISTER(?:\.ID)?)\s*\(/i;

/** A sign, then a function, a cell's address, or a number with an operator behind it. */
const calculation =
  /^[+\-@＋－＠]\s*(?:[A-Za-z][A-Za-z.]*\(|\$?[A-Za-z]{1,3}\$?\d+(?![\w-])|[\d.]+%?\s*[+\-*/^&]\s*[\w$(])/;

/** Find Excel's error values and formulas in a cell; plain negatives are none. */
export function findFormula(original: string): Issue | null {
  const text = original.trim();
  if (errorValue.test(text)) return issue("FML-04", { text });
  if (!/^[=+\-@＝＋－＠]/.test(text)) return null;
  if (dangerous.test(text)) return issue("FML-03", { text });
  if (text.startsWith("=") && !/^[\t\r]/.test(original)) return issue("FML-01", { text });
  return /^[=＝]/.test(text) || calculation.test(text) ? issue("FML-02", { text }) : null;
}

/** Guard a text for a CSV to be opened in Excel (FML-06): an apostrophe before what Excel would calculate; numbers stay as they are. */
export function formulaSafe(text: string, isNumber: boolean): string {
  if (isNumber && /^[+-]?\d+(?:\.\d+)?$/.test(text)) return text;
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
