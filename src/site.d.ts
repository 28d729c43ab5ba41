declare module "virtual:site" {
  /** One edition's site, handed to the pages by the build command. */
  const site: import("./core/site.ts").Site & {
    readonly build: string;
    readonly builtAt: string;
    readonly published: number;
    readonly wallScript: string; // SHA-256 of wall/wall.js, in base64
    readonly desk: import("./core/site.ts").Desk | null; // null in the public edition
  };
  export default site;
}

declare module "virtual:review" {
  /** The review desk, handed to its pages alone. */
  const review: import("./core/review/review.ts").Review;
  export default review;
}
