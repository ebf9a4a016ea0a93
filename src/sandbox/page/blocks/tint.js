/** A series' colour is a class, so that light and dark each have their own. @param {number} index */
export function tint(index) {
  return `tint-${index % 12}`;
}
