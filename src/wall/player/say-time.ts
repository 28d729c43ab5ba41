import { localOf, type Zone } from "../hours.ts";

const weekdays = ["日", "一", "二", "三", "四", "五", "六"];

/** Write an instant as a picture's clock does: full "1 月 19 日 星期一 09:30", day "1 月 19 日 09:30", hour "09:30". */
export function sayClock(instant: number, zone: Zone, form: string): string {
  const local = new Date(localOf(instant, zone));
  const time = local.toISOString().slice(11, 16);
  const date = `${local.getUTCMonth() + 1} 月 ${local.getUTCDate()} 日`;
  if (form === "hour") return time;
  return form === "day" ? `${date} ${time}` : `${date} 星期${weekdays[local.getUTCDay()]} ${time}`;
}

/** Write what is left of a time: "2:41". */
export function sayLeft(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
