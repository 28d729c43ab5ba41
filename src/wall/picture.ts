import type { PublishedFigure } from "../core/site.ts";
import { headline } from "../core/words/headline.ts";
import { topicNames } from "../core/words/topics.ts";
import type { Area, Format } from "./format.ts";
import { type Drawing, framed, type Subject, stage, type TitlePlace } from "./frame.ts";
import type { Scene, Surroundings } from "./scene.ts";

/** What is drawn of one figure, and what it says. */
export type Picture = Pick<Scene, "headline" | "draw">;

/** What a picture of a figure says beside its finding. */
export interface Saying {
  readonly measures: readonly string[]; // what is measured, the fullest first
  readonly remarks: readonly string[]; // of its foot, as many as fit
  readonly titleAt?: (format: Format) => TitlePlace; // a panel of a strip, else the top
}

/** Frame a drawing of a figure, its finding as the title. */
export function pictureOf(
  figure: PublishedFigure,
  { site, marks, names, codeOf }: Surroundings,
  { measures, remarks, titleAt = ({ layout }) => (layout === "strip" ? "panel" : "top") }: Saying,
  draw: (areas: readonly Area[], format: Format) => Drawing,
): Picture {
  const subject: Subject = {
    topic: topicNames[figure.topic],
    measures,
    headline: headline(figure),
    names,
    says: [`数据截至 ${site.asOf}`, remarks],
    marks,
    code: codeOf(`${figure.topic}/index.html`),
  };
  return {
    headline: subject.headline,
    draw: (format) => {
      const set = stage(format, subject, titleAt(format));
      return framed(format, subject, set, draw(set.areas, format));
    },
  };
}
