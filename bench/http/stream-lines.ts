/** So many of the first lines of the product's answer are what the yardstick of a stream answers again and again. */
export const HELD_LINES = 2_000;
