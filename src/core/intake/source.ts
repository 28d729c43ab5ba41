import { nearest } from "../cells/names.ts";
import type { Dataset } from "../declared/dataset.ts";
import { type Finding, filePlace, finding, sayPlace } from "../finding.ts";
import type { SourceFile } from "../inputs.ts";

/** Archives and documents by their first bytes, as Latin-1. */
const signatures: readonly (readonly [start: string, kind: string])[] = [
  ["PK\x03\x04", "压缩包（zip）"],
  ["PK\x05\x06", "压缩包（zip）"],
  ["\x1f\x8b", "压缩包（gz）"],
  ["Rar!\x1a", "压缩包（rar）"],
  ["7z\xbc\xaf\x27\x1c", "压缩包（7z）"],
  ["\xfd7zXZ\0", "压缩包（xz）"],
  ["BZh91AY&SY", "压缩包（bz2）"],
  ["%PDF-", "PDF 文件"],
];

/** Names of copies, with what their original is called. */
const copies: readonly (readonly [name: RegExp, original: string])[] = [
  [/^~\$(.+)$/, "$1"],
  [/^(?:副本|复件)\s+(?:(?:\(\d+\)|（\d+）)\s*)?(.+)$/, "$1"],
  [/^(.+?)\s*-\s*(?:副本|复件|copy)\s*(?:\(\d+\)|（\d+）)?(\.\w+)$/i, "$1$2"],
  [/^(.+?)\s*(?:\(\d+\)|（\d+）)(\.\w+)$/, "$1$2"],
  [/^(.+\.(?:csv|txt))\.(?:csv|txt)$/i, "$1"],
];

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Tell an Excel workbook from any other zip: by the names of its parts, or because nothing else can be told. */
function isWorkbook(bytes: Uint8Array): boolean {
  const nameLength = (bytes[26] ?? 0) + (bytes[27] ?? 0) * 256;
  if (nameLength === 0 || 30 + nameLength > bytes.length) return true;
  const ends = latin1(bytes.subarray(0, 4096)) + latin1(bytes.subarray(-16_384));
  return /\[Content_Types\]\.xml|_rels\/|docProps\/|xl\//.test(ends);
}

/** Recognise by its first bytes what is no text table at all; nothing is ever unpacked. */
function checkMagic(file: SourceFile): Finding | null {
  const { path, bytes } = file;
  const place = filePlace(path);
  const start = latin1(bytes.subarray(0, 1024));
  const renamed = /\.(csv|txt)$/i.test(path);
  if (bytes.length === 0) return finding("FILE-01", place, {});
  if (start.startsWith("PK\x03\x04") && isWorkbook(bytes)) return finding("FILE-04", place, { renamed });
  if (start.startsWith("\xd0\xcf\x11\xe0")) return finding("FILE-05", place, { renamed });
  const kind = signatures.find(([signature]) => start.startsWith(signature))?.[1];
  if (kind) return finding("FILE-06", place, { kind });
  const markup = start
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replaceAll("\0", "")
    .trimStart();
  if (/^<\?xml|^<Workbook/i.test(markup)) {
    return finding(/<html/i.test(markup) ? "FILE-07" : "FILE-08", place, {});
  }
  if (/^<(?:!doctype html|!--|html|head|meta|style|body|table|div)\b|^<!--|^MIME-Version:/i.test(markup)) {
    return finding("FILE-07", place, {});
  }
  return start.startsWith("version https://git-lfs.github.com/spec/") ? finding("FILE-16", place, {}) : null;
}

/** Tell what keeps a file from being read at all: it is no text table, or Git left two versions in it. */
export function checkKind(file: SourceFile): Finding | null {
  return checkMagic(file) ?? checkConflict(file);
}

/** Find the first line that Git wrote into the file where two people had changed it. */
function checkConflict({ path, bytes }: SourceFile): Finding | null {
  let line = 1;
  let at = 0;
  for (;;) {
    if (bytes[at] === 60 && latin1(bytes.subarray(at, at + 8)) === "<<<<<<< ") {
      const place = { ...filePlace(path), line, row: line };
      return finding("FILE-15", place, { at: sayPlace(place) });
    }
    at = bytes.indexOf(10, at) + 1;
    if (at === 0) return null;
    line++;
  }
}

/** Judge a file before it is decoded: what it is, whose folder it lies in. The data set is null where reading on makes no sense. */
export function checkFile(
  file: SourceFile,
  datasets: ReadonlyMap<string, Dataset>,
): { dataset: Dataset | null; findings: Finding[] } {
  const place = filePlace(file.path);
  const parts = file.path.split("/");
  const name = parts.at(-1) ?? "";
  const folder = parts.length > 1 ? (parts[0] ?? "") : "";
  const findings: Finding[] = [];

  const copy = copies.find(([pattern]) => pattern.test(name));
  if (copy) findings.push(finding("FILE-11", place, { name, original: name.replace(copy[0], copy[1]) }));
  if (name.startsWith("~$")) return { dataset: null, findings };

  const dataset = datasets.get(folder) ?? null;
  const magic = checkMagic(file);
  if (magic) return { dataset: null, findings: [...findings, magic] };
  if (!dataset) {
    const near = nearest(folder || name.replace(/\.\w+$/, ""), [...datasets.keys()], 1)[0] ?? "";
    findings.push(finding("FILE-14", place, { name: file.path, nearest: near, known: false }));
    return { dataset: null, findings };
  }
  if (!/\.(csv|txt)$/i.test(name)) {
    findings.push(finding("FILE-14", place, { name: file.path, nearest: "", known: true }));
    return { dataset: null, findings };
  }
  const conflict = checkConflict(file);
  return conflict ? { dataset: null, findings: [...findings, conflict] } : { dataset, findings };
}
