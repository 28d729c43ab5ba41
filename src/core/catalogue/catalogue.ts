import { biz } from "./biz.ts";
import { cfg } from "./cfg.ts";
import { date } from "./date.ts";
import { enc } from "./enc.ts";
import { file } from "./file.ts";
import { fml } from "./fml.ts";
import { hdr } from "./hdr.ts";
import { mask } from "./mask.ts";
import { name } from "./name.ts";
import { num } from "./num.ts";
import { output } from "./output.ts";
import { ref } from "./ref.ts";
import { rev } from "./rev.ts";
import { sdc } from "./sdc.ts";
import { sec } from "./sec.ts";
import { secret } from "./secret.ts";
import { sign } from "./sign.ts";
import { str } from "./str.ts";
import { tpl } from "./tpl.ts";
import { wall } from "./wall.ts";

/** Every code, with its level and its sentence. A new finding is one entry in its group's file. */
export const catalogue = {
  ...file,
  ...enc,
  ...str,
  ...hdr,
  ...num,
  ...mask,
  ...fml,
  ...date,
  ...name,
  ...biz,
  ...ref,
  ...rev,
  ...sdc,
  ...output,
  ...secret,
  ...sign,
  ...sec,
  ...cfg,
  ...tpl,
  ...wall,
};
