import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["**/*.test.ts"],
    env: { TZ: "America/Los_Angeles" }, // nothing may depend on the machine's zone
  },
});
