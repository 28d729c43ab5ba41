import { showCalibration } from "./calibrate.ts";
import type { Start } from "./handover.ts";
import { readOptions } from "./options.ts";
import { showProof } from "./proof.ts";
import { Watch } from "./watch.ts";

const options = readOptions(location.search, location.hash, document.documentElement.dataset);
const stage = document.getElementById("stage");
if (stage && options.view === "wall") {
  const start: Start = (estate) => new Watch(stage, estate);
  if (window.wallSuccessor) window.wallSuccessor(start);
  else start(null);
} else {
  document.documentElement.classList.add(options.theme);
  if (options.view === "calibrate") showCalibration(options);
  else if (stage) showProof(stage);
}
