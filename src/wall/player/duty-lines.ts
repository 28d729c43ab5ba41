import { day, localOf, minute, type Zone } from "../hours.ts";
import { perHour } from "./brake.ts";
import type { KeeperState } from "./keeper.ts";
import type { WallEvent } from "./log.ts";
import { sayLength, sayMoment } from "./said.ts";

/** What the wall knows of itself. */
export interface DutyState {
  readonly now: number;
  readonly build: string;
  readonly published: string;
  readonly edition: string;
  readonly builtAt: string;
  readonly asOf: string;
  readonly isVerified: boolean; // fetched by the wall itself, not by the browser
  readonly keeper: KeeperState | null; // null: opened from the disk
  readonly shown: number; // scenes of this round that can be shown
  readonly of: number;
  readonly round: number; // ms
  readonly uptime: number; // ms
  readonly restarts: number; // of the last seven days
  readonly nodes: number;
  readonly heap: number | null; // bytes; null where the browser does not tell
  readonly night: string; // "22:00-06:30"; "" for none
  readonly isBlackAtNight: boolean;
  readonly awake: "held" | "unasked" | "insecure" | "missing" | "denied";
  readonly remembers: boolean; // across reloads
  readonly events: readonly WallEvent[]; // the newest first
}

/** A line of the panel; what a person must see to has a remedy, on a line of its own. */
export interface DutyRow {
  readonly name: string;
  readonly text: string;
  readonly remedy?: string;
  /** How soon it is left out where there is no room; a remedy never is. */
  readonly rank: number;
}

export interface Duty {
  readonly verdict: string;
  readonly rows: readonly DutyRow[];
}

const skewed = 2 * minute;

/** Say how the wall is, the verdict first. */
export function dutyOf(state: DutyState, zone: Zone): Duty {
  const rows = rowsOf(state, zone);
  const open = rows.filter(({ remedy }) => remedy !== undefined).length;
  const counted = "零一两三四五六七八九"[open] ?? String(open);
  return { verdict: `${healthOf(state)}${open > 0 ? `，${counted}项待设置` : ""}`, rows };
}

function healthOf({ keeper, now, shown, of }: DutyState): string {
  const failed = of - shown;
  if (failed > 0) return `${failed} 幕放不出来，其余照常`;
  const { silence } = keeper ?? {};
  if (!silence) return "运行正常";
  const since = sayLength(now - silence.since);
  if (silence.kind === "refused") return `新版 ${since}没有换上`;
  if (silence.kind === "unreachable") return `已 ${since}连不上服务器`;
  return `服务器 ${since}没有可用的内容`;
}

function rowsOf(state: DutyState, zone: Zone): DutyRow[] {
  const { now, keeper, heap, night } = state;
  const size = heap === null ? "" : `，${(heap / 1e6).toFixed(1)} MB`;
  const [dusk = "", dawn = ""] = night.split("-");
  const rows: (DutyRow | null)[] = [
    {
      name: "本版",
      text: `${state.builtAt.slice(0, 10)} 发布，${state.isVerified ? "已校验" : `第 ${state.published} 次`}`,
      rank: 0,
    },
    { name: "编号", text: `${state.build}，${state.edition === "internal" ? "内部版" : "公开版"}`, rank: 3 },
    { name: "数据截至", text: state.asOf, rank: 1 },
    keeper
      ? { name: "下次检查", text: nextOf(keeper, now, zone), rank: 1 }
      : { name: "更新", text: "从本机文件打开，不能自动更新", remedy: "要更新，请从网址打开大屏", rank: 0 },
    {
      name: "本轮画面",
      text: `${state.shown}/${state.of}，每轮 ${sayLength(state.round)}`,
      rank: 1,
    },
    { name: "连续运行", text: sayLength(state.uptime), rank: 1 },
    { name: "本周重载", text: `${state.restarts} 次，每小时限 ${perHour} 次`, rank: 2 },
    { name: "节点内存", text: `${grouped(state.nodes)} 个${size}`, rank: 2 },
    night === ""
      ? { name: "夜间", text: "不熄屏", rank: 4 }
      : { name: "夜间", text: `${dusk} ${state.isBlackAtNight ? "熄" : "暗"}，${dawn} 亮`, rank: 4 },
    clockRow(state),
    awakeRow(state.awake),
    state.remembers
      ? null
      : { name: "浏览器", text: "不许记事，重载次数不跨重启", remedy: "请允许本站点保存数据", rank: 5 },
  ];
  return rows.filter((row) => row !== null);
}

function nextOf({ next, silence }: KeeperState, now: number, zone: Zone): string {
  const time = new Date(localOf(Math.max(next, now), zone)).toISOString().slice(11, 16);
  return silence ? `${time}，上次没有成功` : `${time}，每 5 分钟`;
}

function clockRow({ keeper, now, builtAt }: DutyState): DutyRow | null {
  const skew = keeper?.skew ?? 0;
  const isEarly = now < Date.parse(builtAt) - day;
  if (Math.abs(skew) < skewed && !isEarly) return null;
  const off =
    isEarly && skew === 0 ? "早于本版发布" : `比服务器${skew > 0 ? "慢" : "快"} ${sayLength(Math.abs(skew))}`;
  return { name: "本机时钟", text: off, remedy: "请给本机校时", rank: 0 };
}

/** Say whether the screen is kept from sleeping, and what to do in the system where it is not. */
function awakeRow(awake: DutyState["awake"]): DutyRow {
  const name = "常亮锁";
  const remedy = "请到系统电源里关掉熄屏";
  if (awake === "held") return { name, text: "已取得", rank: 4 };
  if (awake === "unasked") return { name, text: "夜间不取", rank: 4 };
  if (awake === "insecure") return { name, text: "非 HTTPS，取不到", remedy, rank: 4 };
  return { name, text: awake === "missing" ? "浏览器没有" : "系统没有允许", remedy, rank: 4 };
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Write the panel and every event as a text file that a person can send on. */
export function dutyText(state: DutyState, zone: Zone): string {
  const { verdict, rows } = dutyOf(state, zone);
  const events = state.events.map(({ first, last, times, text }) => {
    const again = times > 1 ? `（自 ${sayMoment(first, zone)} 起 ${times} 次）` : "";
    return `${sayMoment(last, zone)}  ${text}${again}`;
  });
  const lines = [
    `大屏值班记录  ${new Date(localOf(state.now, zone)).toISOString().slice(0, 16).replace("T", " ")}`,
    verdict,
    "",
    ...rows.map(({ name, text, remedy }) => `${name}：${text}${remedy === undefined ? "" : `；${remedy}`}`),
    "",
    `最近 ${events.length} 件事，新的在前：`,
    ...events,
  ];
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
