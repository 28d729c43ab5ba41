import { type Dataset, datasetSchema } from "../declared/dataset.ts";
import { clerkScenes, sceneNames } from "./scenes.ts";

const text = (name: string, description: string, more: object = {}) => ({
  name,
  type: "string",
  audience: "public",
  description,
  ...more,
});

/** data/wall.csv: what clerks put on the wall, and how long and when its own scenes are shown. */
export const wallDataset: Dataset = {
  id: "wall.csv",
  ...datasetSchema.parse({
    title: "大屏",
    description: "大屏上的接待和通知，以及各个画面放多久、什么时候放，一行一个。",
    audience: "public",
    kind: "register",
    internalRows: "not-counted",
    allowEmpty: true,
    schema: {
      fields: [
        text("场景", "接待、通知，或者大屏自有画面的名称", {
          constraints: { required: true, enum: [...clerkScenes.keys(), ...sceneNames.keys()] },
        }),
        {
          name: "秒数",
          type: "integer",
          audience: "public",
          description: "一轮里放几秒；空着就按字数算",
          unit: "秒",
          constraints: { minimum: 1, maximum: 600 },
        },
        text("起", "从什么时候起，如 2026-01-19 或 2026-01-19 09:00；空着就是现在起", { ahead: true }),
        text("止", "到什么时候止，写法同上，只写日期的算到当天夜里；空着就一直放", { ahead: true }),
        text("星期", "只在星期几放，如 一至五，一、三、五，周末；空着就是每天"),
        text("时段", "只在几点放，如 08:30-17:30，几段之间用“、”隔开；空着就是全天"),
        text("优先级", "紧急：期间只放它；空着就是普通", { constraints: { enum: ["普通", "紧急"] } }),
        text("标题", "接待填来宾，通知填一句话"),
        text("文字", "标题下面的小字，分行的地方用“；”"),
      ],
      primaryKey: ["场景", "标题", "起"],
    },
  }),
};
