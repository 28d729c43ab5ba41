import { day, localOf, minute, type Zone } from "../hours.ts";

/** Write an instant as the duty panel does: "1-19 09:28". */
export function sayMoment(instant: number, zone: Zone): string {
  const local = new Date(localOf(instant, zone));
  return `${local.getUTCMonth() + 1}-${local.getUTCDate()} ${local.toISOString().slice(11, 16)}`;
}

/** Write how long something lasts, in its two largest units: "41 天 6 小时", "2 分钟 30 秒". */
export function sayLength(milliseconds: number): string {
  if (milliseconds < minute) return `${Math.max(0, Math.floor(milliseconds / 1000))} 秒`;
  const minutes = Math.max(0, Math.floor(milliseconds / minute));
  const [days, hours] = [Math.floor(minutes / (day / minute)), Math.floor(minutes / 60) % 24];
  const parts = [
    [days, "天"],
    [hours, "小时"],
    [days > 0 ? 0 : minutes % 60, "分钟"],
    [minutes < 10 ? Math.floor(milliseconds / 1000) % 60 : 0, "秒"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return said.join(" ");
}
