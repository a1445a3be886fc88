// How text is set off on a terminal. Whoever owns the terminal knows what it can do.

type Paint = (text: string) => string;

export interface Style {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly green: Paint;
  readonly cyan: Paint;
}

const asIs: Paint = (text) => text;

/** No colours: for files, pipes and logs. */
export const plainStyle: Style = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs, cyan: asIs };
