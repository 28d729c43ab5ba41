import { describe, expect, it } from "vitest";
import { formatsAt } from "../../src/wall/format.ts";
import { framed, type Subject, stage, type TitlePlace } from "../../src/wall/frame.ts";
import { sealSymbol } from "../../src/wall/seal.ts";

const subject: Subject = {
  topic: "志愿服务",
  measures: ["注册志愿者占比：备案注册人数 ÷ 在岗职工数", "注册志愿者占比"],
  headline: "注册志愿者占比首次超过目标 85%",
  names: ["注册志愿者占比"],
  says: ["数据截至 2025-12-31", ["口径：全局", "2013 年未公开", "很".repeat(80), "来源：志愿者"]],
  marks: ["内部", "示例数据"],
  code: null,
};

/** Frame an empty picture, and give its markup. */
function frame(id: string, place: TitlePlace = "top", changed: Partial<Subject> = {}): string {
  const format = formatsAt().find((one) => one.id === id);
  if (!format) throw new Error(id);
  const said = { ...subject, ...changed };
  return framed(format, said, stage(format, said, place), { drawing: "<path/>", hero: "" });
}

describe("a picture's frame", () => {
  it("says whether it is internal, and that figures are samples", () => {
    for (const { id } of formatsAt()) expect(frame(id).replace(/<[^>]*>/g, "")).toContain("内部·示例数据");
  });

  it("says as many remarks as its foot has room for, and no half ones", () => {
    expect(frame("wide")).toContain(">口径：全局；2013 年未公开；来源：志愿者</text>");
    const code = { symbol: "code-a", captions: ["扫码看", "本页数据"] } as const; // takes room
    expect(frame("portrait", "top", { code })).toContain(">口径：全局；2013 年未公开</text>");
  });

  it("says what is measured as fully as there is room", () => {
    expect(frame("wide")).toContain("备案注册人数");
    expect(frame("portrait")).not.toContain("备案注册人数");
  });

  it("has the code only where the site's address is known, and tells the player the room that is left", () => {
    const room = (picture: string) => Number(/say1[^>]*data-room="([\d.]+)"/.exec(picture)?.[1]);
    const coded = frame("wide", "top", { code: { symbol: "code-a", captions: ["扫码看", "本页数据"] } });
    expect(frame("wide")).not.toContain('class="code"');
    expect(coded).toContain('href="#code-a"');
    expect(room(frame("wide"))).toBeCloseTo(160 - 10.4 - 2.7, 0);
    expect(room(coded)).toBeLessThan(room(frame("wide")) - 20);
  });

  it("sets a title on a panel of its own larger than above a drawing", () => {
    const size = (picture: string) =>
      Number(/class="headline"><g [^>]*font-size="([\d.]+)"/.exec(picture)?.[1]);
    expect(size(frame("triple", "panel"))).toBeGreaterThan(2 * size(frame("triple")));
    expect(frame("triple", "none")).not.toContain("headline");
  });
});

describe("the seal", () => {
  const carved = (bureau: string) => sealSymbol(bureau).replace(/<[^>]*>/g, "");

  it("bears the bureau's name up to nine characters", () => {
    expect(carved("某省某局")).toBe("某省某局");
    expect(carved("某省某某事务管理局")).toBe("某省某某事务管理局");
  });

  it("says that figures were compared where the name is longer, or none", () => {
    expect(carved("某省某某某事务管理局")).toBe("校讫");
    expect(carved("")).toBe("校讫");
  });
});
