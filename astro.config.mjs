import { defineConfig, passthroughImageService } from "astro/config";

/** What holds for every build; the build command adds the data, the folder and the addresses. */
export default defineConfig({
  output: "static",
  trailingSlash: "ignore",
  compressHTML: true,
  build: { format: "directory", inlineStylesheets: "always", assets: "assets" },
  devToolbar: { enabled: false },
  image: { service: passthroughImageService() },
  vite: { build: { target: "chrome78", cssTarget: "chrome78" } },
});
