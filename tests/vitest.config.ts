import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    maxWorkers: Math.max(2, availableParallelism() - 1), // on two cores, both
    testTimeout: 60_000, // says that something hangs, not that it is slow
    env: { TZ: "America/Los_Angeles" }, // nothing may depend on the machine's zone
    globalSetup: ["folder.ts", "browser/find.ts"],
    projects: [
      { extends: true, test: { name: "unit", include: ["**/*.test.ts"], exclude: ["browser/**"] } },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["browser/**/*.test.ts"],
          globalSetup: "browser/built.ts", // one build for all of them
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
