declare module "virtual:site" {
  /** One edition's site, handed to the pages by the build command. */
  const site: import("./core/site.ts").Site & {
    readonly build: string;
    readonly builtAt: string;
    readonly published: number;
    readonly wallScript: string; // SHA-256 of wall/wall.js, in base64
  };
  export default site;
}
