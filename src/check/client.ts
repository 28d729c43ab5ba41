import type { DueLine } from "../core/due/say.ts";
import type { Kit } from "../core/published/kit.ts";
import type { Answer, Opening, Port, Question } from "./engine.ts";
import type { CheckReport, Correction, Drop } from "./report.ts";
import type { Sheet } from "./sheet.ts";

/** The engine as the page knows it: beside the page in a worker, or on the page where a browser makes none. */
export interface Client {
  due(day: string): Promise<readonly DueLine[]>;
  check(drop: Drop): Promise<CheckReport>;
  sheet(path: string): Promise<Sheet>;
  correction(path: string): Promise<Correction>;
}

type Ask =
  | { readonly ask: "due"; readonly day: string }
  | { readonly ask: "check"; readonly drop: Drop }
  | { readonly ask: "sheet" | "correction"; readonly path: string };
type Send = (message: Opening | Question) => void;

/** Start the engine; whatever it was asked before it turned out that there is no worker is asked again. */
export function makeClient(startEngine: (port: Port) => void, kit: Kit): Client {
  const waiting = new Map<number, { question: Question; done: (answer: Answer) => void }>();
  const receive = (answer: Answer) => {
    waiting.get(answer.id)?.done(answer);
    waiting.delete(answer.id);
  };
  const onPage = () => {
    send = pageEngine(startEngine, receive);
    send({ kit });
    for (const { question } of waiting.values()) send(question);
  };
  let send = workerEngine(startEngine, receive, onPage);
  if (send) send({ kit });
  else onPage();

  let count = 0;
  const ask = (asked: Ask) =>
    new Promise<Answer>((done) => {
      const question: Question = { ...asked, id: ++count };
      waiting.set(question.id, { question, done });
      send?.(question);
    });
  return {
    due: async (day) => {
      const answer = await ask({ ask: "due", day });
      return "due" in answer ? answer.due : [];
    },
    check: async (drop) => {
      const answer = await ask({ ask: "check", drop });
      if ("report" in answer) return answer.report;
      throw new Error("failure" in answer ? answer.failure : "no report");
    },
    sheet: async (path) => {
      const answer = await ask({ ask: "sheet", path });
      return "sheet" in answer ? answer.sheet : { rows: [], letters: [] };
    },
    correction: async (path) => {
      const answer = await ask({ ask: "correction", path });
      if ("correction" in answer) return answer.correction;
      throw new Error("failure" in answer ? answer.failure : "no correction");
    },
  };
}

/** Run the engine in a worker made of its own text: no file is asked for, so it works from the disk too. Null where none can be made. */
function workerEngine(
  startEngine: (port: Port) => void,
  receive: (answer: Answer) => void,
  onFailure: () => void,
): Send | null {
  try {
    const address = URL.createObjectURL(new Blob([`(${startEngine})(self)`], { type: "text/javascript" }));
    const worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => receive(data);
    worker.onerror = () => {
      worker.terminate();
      onFailure();
    };
    return (message) => worker.postMessage(message);
  } catch {
    return null;
  }
}

/** Run the engine on the page itself, each question after the page has been painted. */
function pageEngine(startEngine: (port: Port) => void, receive: (answer: Answer) => void): Send {
  const port: Port = { onmessage: null, postMessage: receive };
  startEngine(port);
  return (message) => requestAnimationFrame(() => setTimeout(() => port.onmessage?.({ data: message }), 0));
}
