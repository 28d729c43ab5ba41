import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { inspectOutput } from "../../../src/core/published/inspection.ts";
import type { Secrets } from "../../../src/core/published/secrets.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

const secrets: Secrets = {
  names: new Set(["personnel"]),
  headers: new Map([["honors", new Set(["获得者"])]]),
  texts: new Map([
    ["王建国", { of: "荣誉的“获得者”", isNumber: false, isName: true }],
    ["李雷", { of: "荣誉的“获得者”", isNumber: false, isName: true }],
    ["不可外传的说明", { of: "荣誉的“备注”", isNumber: false, isName: false }],
    ["8675309", { of: "志愿者的“当年服务时长”", isNumber: true, isName: false }],
  ]),
};

const policy = (css: string) => `default-src 'none'; style-src 'sha256-${sha256(css)}'`;

/** A page with a policy that allows its style. */
function page(body: string, css = "p{}"): string {
  const quoted = policy(css).replaceAll("'", "&#39;");
  return `<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="${quoted}"><style>${css}</style></head><body>${body}</body></html>`;
}

/** What is found in one file. */
function found(path: string, text: string, of: Secrets | null = secrets): string[] {
  const bytes = new TextEncoder().encode(text);
  return inspectOutput([{ path, bytes }], of, sha256).map(({ code, file }) => `${code} ${file}`);
}

describe("inspectOutput(files, secrets, hash)", () => {
  it("finds nothing in what is right", () => {
    const link =
      '<a href="https://www.gov.cn/">外部链接，点了才打开</a><svg xmlns="http://www.w3.org/2000/svg"></svg>';
    expect(found("index.html", page(`<p>389 人，李雷雷和韩梅梅</p>${link}`))).toEqual([]);
    expect(found("data/datasets/honors.csv", "\uFEFF荣誉编号,名称\r\n1,标兵\r\n")).toEqual([]);
    expect(
      found("data/indicators/a.json", '{"points": [{ "year": 2013, "value": null, "state": "withheld" }]}'),
    ).toEqual([]);
  });

  it("finds a file of an internal data set", () => {
    expect(found("data/datasets/personnel.csv", "批次\r\n")).toEqual(["FILE-21 data/datasets/personnel.csv"]);
  });

  it("finds an internal column", () => {
    const path = "data/datasets/honors.csv";
    expect(found(path, "荣誉编号,获得者,数据性质\r\n")).toEqual([`SDC-06 ${path}`]);
  });

  it.each([
    ["a name in a page", "index.html", page("<p>王建国</p>")],
    ["a name within a longer text", "about/index.html", page("<p>表彰王建国同志</p>")],
    ["a name of two characters, alone", "index.html", page("<td>李雷</td>")],
    ["a text parted by places to break", "index.html", page("<p>不可<wbr>外传<wbr>的说明</p>")],
    ["a text in entities", "index.html", page("<p>&#19981;可外传的&#x8bf4;明</p>")],
    ["a text in an attribute", "index.html", page('<img src="a.png" alt="不可外传的说明">')],
    ["a text in a comment", "index.html", page("<!-- 不可外传的说明 -->")],
    ["a text in a script", "assets/check.js", 'const a = "不可外传的说明";'],
    ["a text in a table", "data/datasets/volunteers.csv", "备注\r\n不可外传的说明\r\n"],
  ])("finds %s", (_, path, text) => {
    expect(found(path, text)).toEqual([`SDC-06 ${path}`]);
  });

  it("finds a hidden number, but not as a part of another", () => {
    expect(found("a.csv", "1,8675309,2")).toEqual(["SDC-08 a.csv"]);
    expect(found("a.csv", "1,18675309,2")).toEqual([]);
    expect(found("a.csv", "1,0.8675309,2")).toEqual([]);
  });

  it("finds a point with a value that its state denies", () => {
    const path = "data/units/0101.json";
    const text = '{ "year": 2013,\n "value": 3,\n "state": "suppressed" }';
    expect(found(path, text, null)).toEqual([`SDC-08 ${path}`]);
  });

  it.each([
    ["an image", '<img src="https://cdn.example/a.png">'],
    ["a script", '<script src="//cdn.example/a.js"></script>'],
    ["a style sheet", '<link rel="stylesheet" href="https://cdn.example/a.css">'],
    ["a form", '<form action="https://evil.example/"></form>'],
    ["a frame", "<iframe src=https://evil.example/></iframe>"],
  ])("finds %s from another host", (_, tag) => {
    expect(found("index.html", page(tag))).toEqual(["SEC-09 index.html"]);
  });

  it("finds a font from another host in a style", () => {
    expect(found("index.html", page("", "@font-face{src:url(https://fonts.example/a.woff)}"))).toEqual([
      "SEC-09 index.html",
    ]);
  });

  it.each([
    ["a script that the policy does not list", "<script>alert(1)</script>"],
    ["a style that it does not list", "<style>b{}</style>"],
    ["a style attribute", '<p style="color:red">甲</p>'],
    ["an event attribute", '<img src="a.png" onerror="alert(1)">'],
  ])("finds %s", (_, tag) => {
    expect(found("index.html", page(tag))).toEqual(["SEC-10 index.html"]);
  });

  it("finds a page without a policy", () => {
    expect(found("index.html", "<!doctype html><p>甲</p>")).toEqual(["SEC-10 index.html"]);
  });
});
