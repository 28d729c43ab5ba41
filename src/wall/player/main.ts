import { readOptions } from "./options.ts";
import { Player } from "./player.ts";

const main = document.getElementById("stage");
if (main) {
  new Player(main, readOptions(location.search, location.hash), {
    note: () => {},
    fail: () => {},
    edge: () => {},
    command: () => {},
    parts: [],
  });
}
