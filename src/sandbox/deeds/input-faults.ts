import { heldValue, type PlacedElement } from '../block-kit/inputs.ts';
import { limits } from '../block-kit/limits.ts';
import { type Fields, textOf } from '../json.ts';

function numberOr(value: unknown, otherwise: number): number {
  return value === undefined || value === null ? otherwise : Number(value);
}

function textFault(element: Fields, value: string): string | null {
  const least = numberOr(element.min_length, 0);
  const most = numberOr(element.max_length, limits.inputMaxLength);
  if (value.length < least) return `Must be at least ${least} characters.`;
  return value.length > most ? `Must be no more than ${most} characters.` : null;
}

function numberFault(element: Fields, value: string): string | null {
  const decimal = element.is_decimal_allowed === true;
  if (!(decimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(value)) {
    return decimal ? 'Please enter a valid number.' : 'Please enter a whole number.';
  }
  const least = numberOr(element.min_value, Number.NEGATIVE_INFINITY);
  const most = numberOr(element.max_value, Number.POSITIVE_INFINITY);
  if (Number(value) < least) return `Must be ${least} or more.`;
  return Number(value) > most ? `Must be ${most} or less.` : null;
}

function countFault(value: unknown, most: number): string | null {
  return Array.isArray(value) && value.length > most ? `Please choose no more than ${most}.` : null;
}

/** Why Slack's client would not send this input, as the sentence at its field; null if it would. */
export function inputFault(
  { block, element, type }: PlacedElement,
  state: Fields | undefined,
): string | null {
  const value = heldValue(type, state);
  if (value === null) return block.optional === true ? null : 'Please complete this required field.';
  switch (type) {
    case 'plain_text_input':
      return textFault(element, textOf(value));
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(textOf(value)) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return /^https?:\/\/[^\s/$.?#][^\s]*$/i.test(textOf(value)) ? null : 'Please enter a valid URL.';
    case 'number_input':
      return numberFault(element, textOf(value));
    case 'file_input':
      return countFault(value, numberOr(element.max_files, limits.fileInputFiles));
    default:
      return countFault(value, numberOr(element.max_selected_items, Number.POSITIVE_INFINITY));
  }
}
