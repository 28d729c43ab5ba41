import { showCalibration } from "./calibrate.ts";
import { readOptions } from "./options.ts";
import { Player } from "./player.ts";
import { showProof } from "./proof.ts";

const options = readOptions(location.search, location.hash, document.documentElement.dataset);
const stage = document.getElementById("stage");
document.documentElement.classList.add(options.theme);
if (stage && options.view === "proof") showProof(stage);
else if (options.view === "calibrate") showCalibration(options);
else if (stage) {
  new Player(stage, {
    note: () => {},
    fail: () => {},
    edge: () => {},
    command: () => {},
    parts: [],
  });
}
