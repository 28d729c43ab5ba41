import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
