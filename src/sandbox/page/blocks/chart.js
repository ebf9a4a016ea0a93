import { html } from '../ui/view.js';
import { Pie } from './pie.js';
import { tint } from './tint.js';

/**
 * data_visualization as SVG: bars, lines and areas over named categories, and the pie. The same figures stand in a table
 * for screen readers.
 *
 * @import { Chart, Series } from '../block-kit.d.ts'
 * @import { BlockProps } from './block.js'
 */

const WIDTH = 520;
const HEIGHT = 240;
const LEFT = 44;
const BOTTOM = 46;
const TOP = 10;
const RIGHT = 8;
const TICKS = 4;

/** A round step so that the axis reads 0, 20, 40. @param {number} most */
function niceStep(most) {
  const rough = Math.max(most, 1) / TICKS;
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
}

/** @param {string[]} categories @param {Series[]} series */
function scaleOf(categories, series) {
  const values = series.flatMap((each) => each.data.map((point) => point.value));
  const step = niceStep(Math.max(...values, 0) - Math.min(...values, 0));
  const top = Math.ceil(Math.max(...values, 0) / step) * step || step;
  const floor = Math.floor(Math.min(...values, 0) / step) * step;
  const band = (WIDTH - LEFT - RIGHT) / Math.max(1, categories.length);
  return {
    ticks: Array.from({ length: Math.round((top - floor) / step) + 1 }, (_, index) => floor + index * step),
    band,
    middle: (/** @type {number} */ category) => LEFT + band * (category + 0.5),
    y: (/** @type {number} */ value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - floor) / (top - floor)),
  };
}

/** @typedef {ReturnType<typeof scaleOf>} Scale */

/** @param {Series} series @param {string} category */
function valueAt(series, category) {
  return series.data.find((point) => point.label === category)?.value ?? 0;
}

/** @param {{ scale: Scale; categories: string[]; xLabel?: string; yLabel?: string }} props */
function Axes({ scale, categories, xLabel, yLabel }) {
  return html`<g class="chart-axes">
    ${scale.ticks.map(
      (tick) => html`<line x1=${LEFT} x2=${WIDTH - RIGHT} y1=${scale.y(tick)} y2=${scale.y(tick)} />
        <text x=${LEFT - 6} y=${scale.y(tick) + 4} text-anchor="end">${tick.toLocaleString('en-US')}</text>`,
    )}
    ${categories.map((category, index) => html`<text x=${scale.middle(index)} y=${HEIGHT - BOTTOM + 16} text-anchor="middle">${category}</text>`)}
    ${xLabel && html`<text x=${(WIDTH + LEFT) / 2} y=${HEIGHT - 8} text-anchor="middle" class="chart-axis-name">${xLabel}</text>`}
    ${yLabel && html`<text transform=${`translate(11 ${(HEIGHT - BOTTOM) / 2}) rotate(-90)`} text-anchor="middle" class="chart-axis-name">${yLabel}</text>`}
  </g>`;
}

/** @param {{ scale: Scale; categories: string[]; series: Series[] }} props */
function Bars({ scale, categories, series }) {
  const width = Math.min(28, (scale.band * 0.72) / series.length);
  return categories.map((category, at) =>
    series.map((each, index) => {
      const value = valueAt(each, category);
      const x = scale.middle(at) + (index - series.length / 2) * width + 1;
      const y = Math.min(scale.y(value), scale.y(0));
      return html`<rect class=${tint(index)} x=${x} y=${y} width=${width - 2} height=${Math.abs(scale.y(0) - scale.y(value))} rx="2">
        <title>${each.name}, ${category}: ${value}</title>
      </rect>`;
    }),
  );
}

/** @param {{ scale: Scale; categories: string[]; series: Series[]; filled: boolean }} props */
function Lines({ scale, categories, series, filled }) {
  return series.map((each, index) => {
    const points = categories.map(
      (category, at) => `${scale.middle(at)},${scale.y(valueAt(each, category))}`,
    );
    const ends = [`${scale.middle(categories.length - 1)},${scale.y(0)}`, `${scale.middle(0)},${scale.y(0)}`];
    return html`<g class=${tint(index)}>
      ${filled && html`<polygon class="chart-area" points=${[...points, ...ends].join(' ')} />`}
      <polyline points=${points.join(' ')} />
      ${categories.map(
        (category, at) =>
          html`<circle cx=${scale.middle(at)} cy=${scale.y(valueAt(each, category))} r="3"><title>${each.name}, ${category}: ${valueAt(each, category)}</title></circle>`,
      )}
    </g>`;
  });
}

/** @param {{ names: string[] }} props */
function Legend({ names }) {
  return html`<ul class="chart-legend" aria-hidden="true">
    ${names.map((name, index) => html`<li><span class=${`swatch ${tint(index)}`}></span>${name}</li>`)}
  </ul>`;
}

/** @param {{ title: string; categories: string[]; series: Series[] }} props */
function Figures({ title, categories, series }) {
  return html`<table class="visually-hidden">
    <caption>${title}</caption>
    <thead><tr><th scope="col">Category</th>${series.map((each) => html`<th scope="col">${each.name}</th>`)}</tr></thead>
    <tbody>
      ${categories.map((category) => html`<tr><th scope="row">${category}</th>${series.map((each) => html`<td>${valueAt(each, category)}</td>`)}</tr>`)}
    </tbody>
  </table>`;
}

/** @param {{ title: string; chart: Chart }} props */
function AxisChart({ title, chart }) {
  const series = chart.series ?? [];
  const { categories, x_label: xLabel, y_label: yLabel } = chart.axis_config ?? { categories: [] };
  const scale = scaleOf(categories, series);
  const shape =
    chart.type === 'bar'
      ? html`<${Bars} scale=${scale} categories=${categories} series=${series} />`
      : html`<${Lines} scale=${scale} categories=${categories} series=${series} filled=${chart.type === 'area'} />`;
  return html`<svg viewBox=${`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <${Axes} scale=${scale} categories=${categories} xLabel=${xLabel} yLabel=${yLabel} />${shape}
    </svg>
    ${series.length > 1 && html`<${Legend} names=${series.map((each) => each.name)} />`}
    <${Figures} title=${title} categories=${categories} series=${series} />`;
}

/** @param {BlockProps} props */
export function ChartBlock({ block }) {
  return html`<figure class="chart">
    <figcaption>${block.title}</figcaption>
    ${
      block.chart.type === 'pie'
        ? html`<${Pie} title=${block.title} segments=${block.chart.segments} />`
        : html`<${AxisChart} title=${block.title} chart=${block.chart} />`
    }
  </figure>`;
}
