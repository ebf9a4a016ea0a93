const ordinals = ['1st', '2nd', '3rd', '4th', '5th'];

/** "2nd of marketing's top five" */
export function placeInWords(place: number): string {
  return `${ordinals[place - 1] ?? `${place}th`} of marketing’s top five`;
}
