import type { ChosenReadings } from './readings-panel.tsx';
import { type DatedFigure, type TypedFigures, wireFigures } from './typed-figures.ts';
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
  const { readings, parameters, places } = wireChoices(choices);
  return { readings: Object.keys(readings).length, figures: Object.keys(parameters).length, places: Object.keys(places).length };
}

/** Merges choices: a figure or a list in the second replaces that of the first. */
export function overlayChoices(under: Choices, over: Choices): Choices {
  const given = Object.keys(wireFigures(over.figures));
  return {
    readings: { ...under.readings, ...over.readings },
    figures: { ...under.figures, ...Object.fromEntries(given.map((key) => [key, over.figures[key] ?? ''])) },
    places: { ...under.places, ...over.places },
  };
}
