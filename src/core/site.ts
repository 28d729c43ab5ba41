import type { Field } from "./declared/dataset.ts";
import type { Indicator } from "./declared/indicator.ts";
import type { Settings } from "./declared/settings.ts";
import type { Edition } from "./edition.ts";
import type { Point, Title } from "./figure.ts";
import type { Release } from "./releases/release.ts";
import type { Revision, Withdrawal } from "./releases/revised.ts";
import type { WallEntry } from "./wall/entry.ts";

/** A point as published: the contract's fields, plus what pages need to draw it. */
export type PublishedPoint = Omit<Point, "cells"> & {
  readonly sources: readonly string[]; // "volunteers/2018.csv:3", at most 20, public files only in the public edition
  readonly sourceCount: number;
};

export interface PublishedSeries {
  readonly key: string;
  readonly title: string;
  readonly points: readonly PublishedPoint[];
}

/** A value an indicator is meant to reach in a year. */
export interface Target {
  readonly year: number;
  readonly value: number; // in the indicator's unit
  readonly direction: "up" | "down"; // 越高越好, 越低越好
  readonly source: string; // 来源文件
}

/** A day after which a figure is counted otherwise; it lies between year − 1 and year. */
export interface Break {
  readonly year: number;
  readonly date: string;
  readonly kind: string; // 断点类型
  readonly note: string;
  readonly comparable: boolean; // false: no change, base or trend goes across it
}

/** Something that happened, for the reader of any figure. */
export interface Milestone {
  readonly date: string;
  readonly title: string;
  readonly note: string;
}

/** What is known of one unit other than the top: its own figures, computed as if it were the top. */
export interface UnitFigures {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly {
    readonly id: string; // of the indicator
    readonly scope: string | null;
    readonly points: readonly PublishedPoint[]; // of its total, in years in which the unit was in use
  }[];
}

export interface PublishedFigure
  extends Pick<
    Indicator,
    | "id"
    | "title"
    | "topic"
    | "order"
    | "unit"
    | "decimals"
    | "method"
    | "note"
    | "chart"
    | "also"
    | "measure"
  > {
  readonly changeUnit: "百分点" | "%" | ""; // "" where nothing is compared
  readonly scope: string | null;
  readonly baseYear: number;
  readonly series: readonly PublishedSeries[];
  readonly by: string | null;
  readonly byScope: boolean; // the series are scopes: the total is no sum of them
  readonly datasets: readonly string[]; // ids it reads
  readonly present: boolean;
  readonly notCounted: boolean;
  readonly targets: readonly Target[]; // by year
  readonly breaks: readonly Break[]; // by date
}

/** A data set as this edition may show it. */
export interface PublishedDataset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly owner: string;
  readonly fields: readonly Field[]; // only those this edition may show
  readonly primaryKey: readonly string[];
  readonly present: boolean;
  readonly files: readonly string[];
  readonly header: readonly string[];
  readonly records: readonly (readonly string[])[]; // cells as they are to be downloaded, formula-safe not yet applied
  readonly origins: readonly number[]; // of each record: the file it came from, by its place among the files
}

/** The whole site as data: plain, serialisable, and holding nothing that its edition may not show. */
export interface Site {
  readonly edition: Edition;
  readonly settings: Settings;
  readonly asOf: string;
  readonly figures: readonly PublishedFigure[]; // in order of topic, order, id
  readonly titles: readonly Title[];
  readonly datasets: readonly PublishedDataset[];
  readonly gaps: readonly Gap[];
  readonly rounded: readonly string[]; // data sets in which a total differs from its parts by rounding
  readonly timeline: readonly Milestone[]; // by date
  readonly wall: readonly WallEntry[]; // in the order of wall.csv, those that are not over
  readonly releases: readonly Release[]; // the latest first
  readonly revisions: readonly Revision[]; // the latest first
  readonly withdrawals: readonly Withdrawal[]; // likewise
  readonly units: readonly UnitFigures[]; // those with any row, withheld or not, in the register's order; state data sets only
}

/** What every page of the internal edition knows of the review desk. */
export interface Desk {
  readonly pages: readonly (readonly [path: string, name: string])[]; // in every page's head
  /** By figure, figure/series and figure@unit: the address that becomes the one where a value is explained with its year at the end. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly sheet: string; // its own styles
}

/** Something that is not there, and why: 今年还缺什么. */
export interface Gap {
  readonly figure: string; // indicator id
  readonly title: string;
  readonly years: readonly number[];
  readonly state: Point["state"];
  readonly reason: string; // 备注 of coverage, or of the row; "" if none
}
