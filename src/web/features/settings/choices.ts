import type { ChosenReadings } from './readings-panel.tsx';
import { type DatedFigure, isChosenFigure, type TypedFigures, wireFigures } from './typed-figures.ts';
import { type TypedPlaces, type WirePlaces, wirePlaces } from './typed-places.ts';

/** What a budget or a scenario chooses instead of the document's or the baseline's values. */
export interface Choices {
  readonly readings: ChosenReadings;
  readonly figures: TypedFigures;
  readonly places: TypedPlaces;
}

/** No choices. */
export const NO_CHOICES: Choices = { readings: {}, figures: {}, places: {} };

/** The choices in the terms of the API. */
export interface WireChoices {
  readonly readings: ChosenReadings;
  readonly parameters: Record<string, string | DatedFigure[]>;
  readonly places: WirePlaces;
}

/** Choices in the form of the API, without blanks. */
export function wireChoices({ readings, figures, places }: Choices): WireChoices {
  return { readings, parameters: wireFigures(figures), places: wirePlaces(places) };
}

/** How many readings, figures and lists of places are chosen. */
export function countChoices(choices: Choices): { readonly readings: number; readonly figures: number; readonly places: number } {
  const { readings, figures, places } = choices;
  return {
    readings: Object.keys(readings).length,
    figures: Object.values(figures).filter(isChosenFigure).length,
    places: Object.keys(places).length,
  };
}

/** Merges choices: a figure or a list in the second replaces that of the first. */
export function overlayChoices(under: Choices, over: Choices): Choices {
  const chosen = Object.entries(over.figures).filter(([, typed]) => isChosenFigure(typed));
  const figures = Object.entries({ ...under.figures, ...Object.fromEntries(chosen) });
  return {
    readings: { ...under.readings, ...over.readings },
    figures: Object.fromEntries(figures.filter(([, typed]) => typed !== null)),
    places: { ...under.places, ...over.places },
  };
}
