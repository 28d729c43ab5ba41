import { describe, expect, it } from "vitest";
import { commandOf, isHeld, type Key } from "../../src/wall/player/control.ts";
import { readOptions } from "../../src/wall/player/options.ts";

describe("a wall's address", () => {
  it("asks for nothing where it says nothing", () => {
    expect(readOptions("", "", {})).toEqual({
      scene: null,
      hold: false,
      dwell: null,
      theme: "dark",
      night: "",
      nightMode: "dim",
      seams: null,
      safe: 5,
      still: false,
      view: "wall",
      ignored: [],
    });
  });

  it("may say it after ? and after #", () => {
    const query =
      "?dwell=15&theme=light&night=22:00-06:30&nightmode=black&seams=1920,3840&safe=2.5&still&proof";
    expect(readOptions(query, "#scene=%E6%80%BB%E8%A7%88&hold", {})).toEqual({
      scene: "总览",
      hold: true,
      dwell: 15,
      theme: "light",
      night: "22:00-06:30",
      nightMode: "black",
      seams: [1920, 3840],
      safe: 2.5,
      still: true,
      view: "proof",
      ignored: [],
    });
  });

  it("names what it cannot ask for, and leaves it out", () => {
    const query =
      "?dwell=fast&dwell=0&theme=pink&night=25:00-06:00&seams=a&safe=9&constructor=1&scene=&scene=%E6";
    const { ignored, ...options } = readOptions(query, "", {});
    expect(ignored).toEqual([
      "dwell=fast",
      "dwell=0",
      "theme=pink",
      "night=25:00-06:00",
      "seams=a",
      "safe=9",
      "constructor=1",
      "scene=",
    ]);
    expect(options).toMatchObject({ dwell: null, theme: "dark", night: "", seams: null, scene: "%E6" });
  });

  it("stands over what the page says", () => {
    const page = { theme: "light", night: "21:00-07:00", seams: "1920", safe: "3" };
    expect(readOptions("", "", page)).toMatchObject({
      theme: "light",
      night: "21:00-07:00",
      seams: [1920],
      safe: 3,
    });
    expect(readOptions("?theme=dark&night=off&seams=none&safe=0", "", page)).toMatchObject({
      theme: "dark",
      night: "",
      seams: [],
      safe: 0,
    });
  });
});

describe("a key", () => {
  const key = (name: string, more: Partial<Key> = {}): Key => ({
    key: name,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  });

  it.each([
    ["ArrowRight", { do: "next" }],
    ["PageDown", { do: "next" }],
    ["PageUp", { do: "previous" }],
    [" ", { do: "pause" }],
    ["F5", { do: "pause" }],
    [".", { do: "black" }],
    ["B", { do: "black" }],
    ["Home", { do: "home" }],
    ["f", { do: "full" }],
    ["I", { do: "duty" }],
    ["e", { do: "export" }],
    ["Escape", { do: "close" }],
    ["7", { do: "jump", to: 7 }],
    ["0", null],
    ["q", null],
    ["constructor", null],
  ])("%s asks for its command", (name, command) => {
    expect(commandOf(key(name))).toEqual(command);
  });

  it("with Ctrl or Alt asks for nothing, and what would leave the wall is held", () => {
    expect(commandOf(key("f", { ctrlKey: true }))).toBeNull();
    expect(commandOf(key("ArrowLeft", { altKey: true }))).toBeNull();
    expect(isHeld(key("ArrowLeft", { altKey: true }))).toBe(true);
    expect(isHeld(key("F5"))).toBe(true);
    expect(isHeld(key("F5", { ctrlKey: true }))).toBe(false); // a maintainer's reload
    expect(isHeld(key("r", { ctrlKey: true }))).toBe(false);
  });
});
