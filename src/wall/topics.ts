import { type Topic, topics } from "../core/declared/indicator.ts";
import { isDrawable } from "../core/figures/latest.ts";
import type { PublishedFigure } from "../core/site.ts";
import { rankFigures } from "../core/words/headline.ts";
import { topicNames } from "../core/words/topics.ts";
import { honoursPicture } from "./honours.ts";
import { figurePicture } from "./level.ts";
import type { Picture } from "./picture.ts";
import { savingPicture } from "./saving.ts";
import { makeScene, type Scene, type Surroundings } from "./scene.ts";
import { slipsPicture } from "./slips.ts";

/** The kinds of pictures, each of figures that can be drawn so; a figure has the first that it can have. */
const kinds: readonly ((figure: PublishedFigure, around: Surroundings) => Picture | null)[] = [
  honoursPicture,
  slipsPicture,
  savingPicture,
  figurePicture,
];

/** Make one scene a topic: of the title kept, else of a figure that opens the site, else of the one that tells most. */
export function topicScenes(around: Surroundings): Scene[] {
  return topics.flatMap((topic) => topicScene(topic, around) ?? []);
}

function topicScene(topic: Topic, around: Surroundings): Scene | null {
  const { figures, settings } = around.site;
  const own = figures.filter((figure) => figure.topic === topic && isDrawable(figure));
  const streaks = own.filter(({ measure }) => measure.kind === "streak");
  const opening = settings.overview.flatMap((id) => own.filter((figure) => figure.id === id));
  for (const figure of new Set([...streaks, ...opening, ...rankFigures(own)])) {
    for (const kind of kinds) {
      const picture = kind(figure, around);
      if (picture) {
        const title = topicNames[topic];
        const page = `${topic}/index.html`;
        return makeScene({ id: topic, title, kind: "figures", when: null, page, ...picture });
      }
    }
  }
  return null;
}
