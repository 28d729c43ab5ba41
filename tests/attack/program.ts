const tiny = 1e-9;

/** What somebody knows of unknown numbers, none of them negative: linear equations, and upper bounds of linear terms. */
export class Knowledge {
  readonly names: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #rows: { terms: ReadonlyMap<number, number>; sum: number; isBound: boolean }[] = [];

  #id(name: string): number {
    const id = this.#ids.get(name) ?? this.names.length;
    if (id === this.names.length) this.names.push(name);
    this.#ids.set(name, id);
    return id;
  }

  has(name: string): boolean {
    return this.#ids.has(name);
  }

  /** Know that a sum of multiples is a number. */
  equal(terms: Readonly<Record<string, number>>, sum: number): void {
    this.#add(terms, sum, false);
  }

  /** Know that a sum of multiples is at most a number. */
  atMost(terms: Readonly<Record<string, number>>, sum: number): void {
    this.#add(terms, sum, true);
  }

  #add(terms: Readonly<Record<string, number>>, sum: number, isBound: boolean): void {
    const known = new Map(Object.entries(terms).map(([name, times]) => [this.#id(name), times]));
    this.#rows.push({ terms: known, sum, isBound });
  }

  get size(): number {
    return this.#rows.length;
  }

  /**
   * Give the least and the greatest whole number that each unknown can be: by linear programming (the simplex method with
   * Bland's rule, which cannot go round in circles), in two phases. `null` as the greatest: as large as you like.
   */
  bounds(
    names: readonly string[] = this.names,
  ): ReadonlyMap<string, readonly [least: number, greatest: number | null]> {
    const start = this.#feasible();
    const found = new Map<string, readonly [number, number | null]>();
    for (const name of names) {
      const id = this.#ids.get(name);
      if (id === undefined) continue;
      const most = maximize(copy(start), id, 1);
      const least = maximize(copy(start), id, -1);
      const lower = Math.max(0, Math.ceil(-(least ?? 0) - 1e-5));
      found.set(name, [lower, most === null ? null : Math.floor(most + 1e-5)]);
    }
    return found;
  }

  /** Find a corner at which all that is known holds. */
  #feasible(): Tableau {
    const own = this.names.length;
    const slacks = this.#rows.filter(({ isBound }) => isBound).length;
    const width = own + slacks + this.#rows.length; // and one artificial unknown a row
    let slack = own;
    const rows = this.#rows.map(({ terms, sum, isBound }, i) => {
      const row = new Float64Array(width + 1);
      for (const [id, times] of terms) row[id] = times;
      if (isBound) row[slack++] = 1;
      row[width] = sum;
      if (sum < 0) for (let k = 0; k <= width; k++) row[k] = -(row[k] ?? 0);
      row[own + slacks + i] = 1;
      return row;
    });
    const basis = rows.map((_, i) => own + slacks + i);
    const tableau: Tableau = { rows, basis, width, real: own + slacks };
    const goal = new Float64Array(width + 1);
    for (let k = own + slacks; k < width; k++) goal[k] = -1;
    const left = run(tableau, goal, width);
    if (left === null || left < -1e-5) throw new Error("what is known contradicts itself");
    for (const [i, row] of rows.entries()) {
      // an artificial unknown may stay, at 0: let another take its place if one can
      if ((basis[i] ?? 0) < tableau.real) continue;
      const enter = row.subarray(0, tableau.real).findIndex((times) => Math.abs(times) > tiny);
      if (enter >= 0) pivot(tableau, i, enter, goal);
    }
    return tableau;
  }
}

interface Tableau {
  readonly rows: Float64Array[];
  readonly basis: number[];
  readonly width: number;
  readonly real: number; // unknowns that are not artificial
}

function copy({ rows, basis, ...sizes }: Tableau): Tableau {
  return { ...sizes, rows: rows.map((row) => row.slice()), basis: [...basis] };
}

/** Find the greatest that one unknown, or its negative, can be; null where there is no end. */
function maximize(tableau: Tableau, id: number, sign: 1 | -1): number | null {
  const goal = new Float64Array(tableau.width + 1);
  goal[id] = sign;
  return run(tableau, goal, tableau.real);
}

/** Go from corner to corner until nothing gets greater; only unknowns below `limit` may enter. */
function run(tableau: Tableau, goal: Float64Array, limit: number): number | null {
  const { rows, basis, width } = tableau;
  for (const [i, row] of rows.entries()) {
    const times = goal[basis[i] ?? 0] ?? 0;
    if (times !== 0) for (let k = 0; k <= width; k++) goal[k] = (goal[k] ?? 0) - times * (row[k] ?? 0);
  }
  for (;;) {
    const enter = goal.subarray(0, limit).findIndex((times) => times > tiny);
    if (enter < 0) return -(goal[width] ?? 0);
    let leave = -1;
    let best = Number.POSITIVE_INFINITY;
    for (const [i, row] of rows.entries()) {
      const times = row[enter] ?? 0;
      if (times <= tiny) continue;
      const step = (row[width] ?? 0) / times;
      if (step < best - tiny || (step < best + tiny && (basis[i] ?? 0) < (basis[leave] ?? 0))) {
        best = Math.min(best, step);
        leave = i;
      }
    }
    if (leave < 0) return null;
    pivot(tableau, leave, enter, goal);
  }
}

function pivot({ rows, basis, width }: Tableau, leave: number, enter: number, goal: Float64Array): void {
  const row = rows[leave];
  if (!row) return;
  const by = row[enter] ?? 1;
  for (let k = 0; k <= width; k++) row[k] = (row[k] ?? 0) / by;
  for (const other of [...rows, goal]) {
    const times = other[enter] ?? 0;
    if (other === row || times === 0) continue;
    for (let k = 0; k <= width; k++) other[k] = (other[k] ?? 0) - times * (row[k] ?? 0);
  }
  basis[leave] = enter;
}
