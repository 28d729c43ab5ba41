/** A graphic element of ECharts' custom series, in px. */
export interface Mark {
  readonly type: string;
  readonly x?: number;
  readonly y?: number;
  readonly shape?: object;
  readonly style: object;
}

export interface TextMark {
  readonly text: string;
  readonly x: number;
  readonly y: number; // middle of the line
  readonly fill: string;
  readonly size?: number; // 12
  readonly bold?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly air?: number; // px kept free at its sides: 1
}

export interface Stroke {
  readonly stroke: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly fill?: string | Pattern;
}

/** A tile that zrender makes into an SVG pattern. */
export interface Pattern {
  readonly svgElement: object;
  readonly svgWidth: number;
  readonly svgHeight: number;
}

/** Set a text; several lines by "\n". */
export function text(
  { text, x, y, fill, size = 12, bold = false, align = "left" }: TextMark,
  lineHeight = 14,
): Mark {
  return {
    type: "text",
    x,
    y,
    style: {
      text,
      fill,
      fontSize: size,
      ...(bold ? { fontWeight: 700 } : {}),
      ...(text.includes("\n") ? { lineHeight } : {}),
      align,
      verticalAlign: "middle",
    },
  };
}

/** Draw an SVG path. */
export function path(pathData: string, { stroke, width = 1, dash, fill = "none" }: Partial<Stroke>): Mark {
  return {
    type: "path",
    shape: { pathData },
    style: {
      fill,
      ...(stroke ? { stroke, lineWidth: width } : {}),
      ...(dash ? { lineDash: dash } : {}),
      // Dashes of one px are round dots, and so are lines of no length.
      ...(dash?.[0] === 0 || pathData.endsWith("h.02") ? { lineCap: "round" } : {}),
    },
  };
}

/** Draw a rectangle. */
export function rect(x: number, y: number, width: number, height: number, style: Partial<Stroke>): Mark {
  return path(`M${x} ${y}h${width}v${height}h${-width}z`, style);
}

/** Draw a straight line. */
export function line(x1: number, y1: number, x2: number, y2: number, style: Stroke): Mark {
  return path(`M${x1} ${y1}L${x2} ${y2}`, style);
}

/** Draw round dots, all in one path: lines of no length with round caps. */
export function dots(points: readonly (readonly [number, number])[], radius: number, fill: string): Mark {
  return path(points.map(([x, y]) => `M${x} ${y}h.02`).join(""), { stroke: fill, width: 2 * radius });
}

/** Make a 45° hatch in a colour. */
export function hatch(color: string, step = 6): Pattern {
  const d = `M-1 1l2-2M0 ${step}l${step}-${step}M${step - 1} ${step + 1}l2-2`;
  return {
    svgElement: { tag: "path", key: "hatch", attrs: { d, stroke: color } },
    svgWidth: step,
    svgHeight: step,
  };
}
