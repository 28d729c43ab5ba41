import * as z from "zod";

z.config({ jitless: true }); // the page's Content-Security-Policy allows no code made from text
