import { html } from '../ui/view.js';
import { tint } from './tint.js';

const RADIUS = 90;

/** @param {number} share of the whole turn, from twelve o'clock */
function onCircle(share) {
  const angle = (share - 0.25) * 2 * Math.PI;
  return `${(RADIUS * Math.cos(angle)).toFixed(2)} ${(RADIUS * Math.sin(angle)).toFixed(2)}`;
}

/** @param {number} from @param {number} to */
function slice(from, to) {
  // An arc that ends where it begins is nothing: a whole pie is two halves.
  if (to - from > 0.9999)
    return `M0 ${-RADIUS}A${RADIUS} ${RADIUS} 0 1 1 0 ${RADIUS}A${RADIUS} ${RADIUS} 0 1 1 0 ${-RADIUS}Z`;
  return `M0 0L${onCircle(from)}A${RADIUS} ${RADIUS} 0 ${to - from > 0.5 ? 1 : 0} 1 ${onCircle(to)}Z`;
}

/** @param {{ title: string; segments: { label: string; value: number }[] }} props */
export function Pie({ title, segments }) {
  const total = segments.reduce((sum, segment) => sum + segment.value, 0) || 1;
  let reached = 0;
  const slices = segments.map((segment) => {
    const from = reached;
    reached += segment.value / total;
    return {
      ...segment,
      path: slice(from, reached),
      percent: `${Math.round((segment.value / total) * 100)}%`,
    };
  });
  return html`<div class="pie">
    <svg viewBox="-96 -96 192 192" aria-hidden="true">
      ${slices.map((each, index) => html`<path class=${tint(index)} d=${each.path}><title>${each.label}: ${each.percent}</title></path>`)}
    </svg>
    <ul class="chart-legend" aria-label=${title}>
      ${slices.map((each, index) => html`<li><span class=${`swatch ${tint(index)}`}></span>${each.label} <b>${each.percent}</b></li>`)}
    </ul>
  </div>`;
}
