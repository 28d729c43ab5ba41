import { BarChart, CustomChart, LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, setPlatformAPI, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Option } from "./option.ts";
import { type Frame, tidySvg } from "./svg.ts";
import { textWidth } from "./text.ts";

use([BarChart, CustomChart, LineChart, GridComponent, SVGRenderer]);
setPlatformAPI({
  measureText(text, font = "12px sans-serif") {
    return {
      width: textWidth(
        text,
        Number.parseFloat(/[\d.]+(?=px)/.exec(font)?.[0] ?? "12"),
        /bold|700/.test(font),
      ),
    };
  },
});

/** Render an option to SVG text without a browser: named, described, free of styles, the same for the same input. */
export function renderSvg(option: Option, frame: Frame): string {
  const { width, height } = frame;
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption({ animation: false, ...option });
    return tidySvg(chart.renderToSVGString(), frame);
  } finally {
    chart.dispose(); // zrender's frame loop would keep the process alive
  }
}
