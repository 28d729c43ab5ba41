/** Traditional (or Japanese) and simplified, in pairs: the characters of headers and of units' names. */
const traditional = pairs(
  "單单編编碼码稱称類类級级啟启啓启屬属時时點点徑径崗岗職职數数榮荣譽誉號号屆届別别獲获為为授授據据記记註注冊册備备動动當当務务長长競竞" +
    "賽赛層层開开結结場场參参獎奖項项計计量量預预減减狀状態态發发間间佈布來来員员費费遊游實实際际總总後后從从準准與与歷历會会議议" +
    "文文件件儀仪區区縣县鄉乡業业處处辦办廳厅局局戶户戸户統统報报幹干機机關关門门黨党團团紀纪檢检監监審审財财稅税務务資资產产農农" +
    "牧牧漁渔漁渔林林鐵铁鐵铁軍军衛卫醫医療疗藥药險险勞劳聯联體体傳传廣广電电視视網网絡络訊讯訓训練练學学校校書书圖图館馆園园" +
    "術术藝艺創创建建設设規规劃划國国際际內内對对外外經经濟济貿贸組组織织宣宣導导調调查查研研僑侨臺台灣湾灣湾華华東东風风車车" +
    "運运輸输橋桥線线鎮镇街街鄰邻裡里裏里莊庄廠厂礦矿陽阳陰阴隊队營营連连維维護护衝冲應应變变環环無无氣气災灾險险齡龄離离兒儿" +
    "婦妇與与歲岁養养殘残優优誠诚詢询證证評评誌志譯译訪访讀读課课賓宾質质購购賬账贊赞輪轮轉转遠远達达選选還还邊边郵邮醬酱" +
    "釋释鑑鉴鋼钢錄录鎖锁錢钱陳陈隨随雙双雜杂難难雲云領领頭头題题顏颜願愿類类飛飞餘余馬马駐驻驗验髮发鬥斗魚鱼鳥鸟麗丽黃黄龍龙" +
    "劉刘張张趙赵孫孙吳吴楊杨許许鄭郑馮冯葉叶蘇苏盧卢蔣蒋賈贾鄧邓鍾钟譚谭汎泛滬沪瀋沈廈厦寧宁濱滨溝沟澤泽濕湿滅灭熱热燈灯" +
    "爾尔個个們们倉仓價价億亿儲储兩两冪幂凍冻劑剂勢势勝胜勵励匯汇協协卻却厲厉參参嚴严園园圍围壓压壇坛壟垄夠够夢梦奪夺奮奋獻献" +
    "寶宝將将專专尋寻島岛嶺岭幣币幫帮帶带帥帅師师庫库彈弹徵征復复徹彻愛爱慶庆憑凭擇择擊击擔担據据擴扩擺摆攝摄敵敌數数斷断暫暂" +
    "條条東东極极構构槍枪樓楼標标樣样權权歡欢歐欧歸归殺杀決决沒没況况潔洁測测渾浑湯汤滿满漲涨潤润濟济燒烧爭争獨独現现瑪玛",
);

function pairs(text: string): ReadonlyMap<string, string> {
  return new Map(text.match(/../gu)?.map((pair) => [[...pair][0] ?? "", [...pair][1] ?? ""]));
}

/** Fold every character of some families to the first of its family. */
function folder(families: readonly string[]): (text: string) => string {
  const folds = new Map(
    families.flatMap((family) => [...family].map((char) => [char, [...family][0] ?? ""])),
  );
  return (text) => [...text].map((char) => folds.get(char) ?? char).join("");
}

const dashes = ["一—–―－−-‐‑ー"];
const zeros = ["〇○◯零0OoОоΟο"];
const shapes = ["已己巳", "未末", "日曰", "人入", "土士", "戊戌戍", "干千于", "天夭", "免兔", "侯候"];
const letters = ["AaАаΑα", "EeЕе", "PpРр", "CcСс", "XxХх"];

const foldAll = folder([...dashes, ...zeros, ...shapes, ...letters]);

/** Turn the traditional characters of headers and units' names into simplified ones. */
export function simplify(text: string): string {
  return [...text].map((char) => traditional.get(char) ?? char).join("");
}

/** Write a header so that those which the eye takes for one another are equal. */
export function foldLookAlikes(text: string): string {
  return foldAll(text.toLowerCase());
}

const values = new Map(
  [..."〇一二三四五六七八九"]
    .map((char, i) => [char, i] as const)
    .concat([..."零壹贰叁肆伍陆柒捌玖"].map((char, i) => [char, i])),
);
values.set("两", 2);
const powers = new Map([
  ["十", 10],
  ["拾", 10],
  ["百", 100],
  ["佰", 100],
  ["千", 1000],
]);

function readChinese(run: string): string {
  if (![...run].some((char) => powers.has(char)))
    return [...run].map((char) => values.get(char) ?? "").join("");
  let total = 0;
  let digit = 0;
  for (const char of run) {
    const power = powers.get(char);
    if (power === undefined) digit = values.get(char) ?? 0;
    else {
      total += (digit || 1) * power;
      digit = 0;
    }
  }
  return String(total + digit);
}

function readRoman(roman: string): string {
  const worth = [...roman].map((letter) => ({ I: 1, V: 5, X: 10 })[letter] ?? 0);
  return String(worth.reduce((sum, one, i) => sum + (one < (worth[i + 1] ?? 0) ? -one : one), 0));
}

/** Write every number in a name in plain digits: 第十二支部, 第Ⅻ支部 and 第12支部 are one. */
function foldNumerals(text: string): string {
  return text
    .replace(/[\u2150-\u218b\u2460-\u24ff\u3220-\u3229]/g, (char) =>
      char.normalize("NFKC").replace(/[()]/g, ""),
    )
    .replace(/(?<=第)[IVX]+/g, readRoman)
    .replace(/[〇零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾佰]+/g, readChinese);
}

/** How two names may be the same to the eye, each with its code and the form in which they then are equal. */
export const likenesses = [
  ["NAME-14", simplify],
  ["NAME-09", folder(dashes)],
  ["NAME-10", folder(zeros)],
  ["NAME-11", folder([...shapes, ...letters])],
  ["NAME-08", foldNumerals],
] as const;

export type Likeness = (typeof likenesses)[number][0];

/** Fold a name in every way but one. */
function foldBut(text: string, left: Likeness | null): string {
  return likenesses.reduce((folded, [code, fold]) => (code === left ? folded : fold(folded)), text);
}

/** Fold a name in every way: names that are the same to the eye are equal then. */
export function foldName(text: string): string {
  return foldBut(text, null);
}

/** Tell in which way two names of one fold differ: the first without which they would not be equal. */
export function likenessOf(text: string, name: string): Likeness | null {
  const alone = likenesses.find(([, fold]) => fold(text) === fold(name));
  const needed = likenesses.find(([code]) => foldBut(text, code) !== foldBut(name, code));
  return (alone ?? needed)?.[0] ?? null;
}
