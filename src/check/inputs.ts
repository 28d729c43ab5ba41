import { signoffHeader, signoffRow } from "../core/checks/signoffs.ts";
import type { Finding } from "../core/finding.ts";
import type { Inputs, SourceFile } from "../core/inputs.ts";
import { buildSite, type Outcome } from "../core/pipeline.ts";
import type { Kit } from "../core/published/kit.ts";
import { type JsonObject, unsealDataset } from "../core/published/seal.ts";
import { readRevisionText, revisionHeader } from "../core/releases/revisions.ts";
import type { Arrangement } from "./arrangement.ts";

/** The definitions of an edition, as files that the core reads. */
export type Definitions = Pick<Inputs, "datasets" | "indicators" | "settings">;

/** Write an edition's definitions as files; internal columns are among them only if the words, those of dropped files, name them. */
export function definitionsOf(kit: Kit, words: Iterable<string>): Definitions {
  const known = [...words];
  return {
    datasets: Object.entries(kit.datasets).map(([id, json]) =>
      jsonFile(`datasets/${id}.json`, unsealDataset(json, known)),
    ),
    indicators: Object.entries(kit.indicators).map(([id, json]) => jsonFile(`indicators/${id}.json`, json)),
    settings: jsonFile("site.json", kit.settings),
  };
}

function jsonFile(path: string, json: JsonObject): SourceFile {
  return { path, bytes: new TextEncoder().encode(JSON.stringify(json)) };
}

/** List what may be a header in some files: every text between separators near their beginning. */
export function wordsOf(files: readonly SourceFile[]): Set<string> {
  const words = new Set<string>();
  for (const { bytes } of files) {
    for (const label of ["utf-8", "gb18030", "utf-16le", "utf-16be"]) {
      const text = new TextDecoder(label).decode(bytes.subarray(0, 20_000));
      for (const word of text.split(/[,\t;|，、"\r\n]/)) {
        words.add(word);
        words.add(word.replace(/[(（].*$/, ""));
      }
    }
  }
  return words;
}

/** Put a folder's own files beside an edition's definitions, as the check command does. */
export function inputsAlone(of: Arrangement, definitions: Definitions, kit: Kit, now: string): Inputs {
  return {
    ...inputsOf(of.exports, kit, now),
    datasets: [...definitions.datasets, ...of.datasets],
    indicators: [...definitions.indicators, ...of.indicators],
    settings: of.settings,
    signoffs: of.signoffs,
    wall: of.wall,
    revisions: of.revisions,
    releases: of.releases,
  };
}

/** Put files among an edition's own definitions and rows. */
export function inputsAmong(
  files: readonly SourceFile[],
  definitions: Definitions,
  kit: Kit,
  now: string,
): Inputs {
  const text = (path: string, content: string) => ({ path, bytes: new TextEncoder().encode(content) });
  return {
    ...inputsOf(files, kit, now),
    ...definitions,
    releases: kit.releases.map((one) => text(one.path, one.text)),
    revisions: kit.revisions === null ? null : text("revisions.csv", kit.revisions),
  };
}

function inputsOf(exports: readonly SourceFile[], { edition }: Kit, now: string): Inputs {
  const folders = new Set(
    exports.flatMap(({ path }) => (path.includes("/") ? (path.split("/")[0] ?? "") : [])),
  );
  const none = {
    datasets: [],
    indicators: [],
    settings: null,
    signoffs: null,
    revisions: null,
    releases: [],
    wall: null,
  };
  const sorted = exports.slice().sort((a, b) => (a.path < b.path ? -1 : 1));
  return { exports: sorted, folders: [...folders], unread: [], ...none, edition, now };
}

/** Build a site as if every suspicion had been signed for, and every change of a released figure explained: what it would show if all is true. */
export function buildSigned(inputs: Inputs, outcome: Outcome): Outcome {
  if (outcome.site || outcome.findings.some((found) => found.level === "E")) return outcome;
  const rows = outcome.findings.flatMap((found: Finding) => signoffRow(found) ?? []);
  const text = [signoffHeader, ...rows.map((row) => row.replace(/,,,,$/, `,预览,${inputs.now},预览,`))].join(
    "\r\n",
  );
  const bytes = new TextEncoder().encode(`${text}\r\n`);
  const revisions = reviseAll(inputs, outcome.findings);
  return buildSite({ ...inputs, revisions, signoffs: { path: "signoffs.csv", bytes } });
}

/** Add to revisions.csv the row of every change that it does not explain. */
function reviseAll({ revisions, now }: Inputs, findings: readonly Finding[]): SourceFile | null {
  const rows = findings.flatMap((found) =>
    found.code === "BIZ-15" && !found.signature ? found.facts.row.replace(/,,$/, `,预览,${now}`) : [],
  );
  if (rows.length === 0) return revisions;
  const written = revisions ? readRevisionText(revisions).trimEnd() : revisionHeader;
  const bytes = new TextEncoder().encode(`${[written, ...new Set(rows)].join("\r\n")}\r\n`);
  return { path: "revisions.csv", bytes };
}
