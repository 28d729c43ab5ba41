/** A text meant for a machine, by what it is; `refused` where it may stand in no cell at all. */
export interface HostileText {
  readonly name: string;
  readonly text: string;
  readonly refused: boolean;
}

const refused = (name: string, text: string): HostileText => ({ name, text, refused: true });
const shown = (name: string, text: string): HostileText => ({ name, text, refused: false });

/** A line break ends a text of CSS as its quote does; what follows would hide the page. */
export const endOfStyle = "甲\n}\n}*{display:none}/*";

export const hostileTexts: readonly HostileText[] = [
  refused("an image that runs", "<img src=x onerror=window.hit=1>"),
  refused("the end of a script", "</script><script>window.hit=1</script>"),
  refused("an unclosed tag", "<svg/onload=window.hit=1 "),
  refused("a template", "{{constructor.constructor('window.hit=1')()}}"),
  refused("a template literal", "$\u007bwindow.hit=1}"),
  refused("a link that runs", "javascript:window.hit=1"),
  refused("a Markdown link that runs", "[来源](javascript:window.hit=1)"),
  refused("an address of another host", "//evil.invalid/x.js"),
  refused("a text that runs backwards", "甲\u202e乙\u202c"),
  refused("an escape sequence", "甲\u001b[2J\u001b]0;乙\u0007"),
  refused("a command to a log", "::error file=a.csv::已发布"),
  refused("a hidden command to a log", "甲%0A::set-env name=PATH::/tmp"),
  refused("an older command to a log", "甲##[error]乙"),
  refused("a command after a line break", "甲\n::error::乙"),
  refused("a command after a line separator", "甲\u2028::error::乙"),
  refused("a null", "甲\u0000乙"),
  refused("a formula that runs", "=cmd|'/C calc'!A0"),
  refused("a formula behind a tab", "\t=1+1"),
  refused("a formula by @", "@SUM(A1)"),
  refused("quotes many levels deep", '"'.repeat(400)),
  refused("a text without end", "长".repeat(20_000)),
  shown("a name of JavaScript's own", "__proto__"),
  shown("another name of JavaScript's own", "constructor"),
  shown("a path", "../../../etc/passwd"),
  shown("a device", "CON"),
  shown("the end of an attribute", "甲\" onmouseover='window.hit=1' 乙"),
  shown("signs of markup that are none", "5<6 & 7>3，“A&B”"),
  shown("entities", "&lt;img src=x onerror=window.hit=1&gt;"),
  shown("the end of a CSS text after a line break", endOfStyle),
  shown("the end of a CSS text", '甲"}*{display:none}/*'),
];
