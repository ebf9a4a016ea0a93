import { isFields, listOf, textOf } from '../json.ts';
import { limits } from './limits.ts';
import { always, anyNumber, byType, fault, list, object, type Rule, text } from './rules.ts';

const point = object({ label: text(limits.chartLabel), value: anyNumber });

const positive: Rule = (value, pointer, scan) => {
  anyNumber(value, pointer, scan);
  if (typeof value === 'number' && value <= 0) fault(scan, pointer, 'must be more than 0');
};

const axis = object(
  { categories: list(text(limits.chartLabel), limits.chartPoints) },
  { x_label: text(limits.chartAxisLabel), y_label: text(limits.chartAxisLabel) },
);

/** Each series has its own name and one point for each category. */
const seriesFitAxis: Rule = (value, pointer, scan) => {
  if (!isFields(value) || !isFields(value.axis_config)) return;
  const categories = [...listOf(value.axis_config.categories)].sort().join('\n');
  const names = new Set<string>();
  for (const [index, series] of listOf(value.series).entries()) {
    if (!isFields(series)) continue;
    if (names.has(textOf(series.name))) fault(scan, `${pointer}/series/${index}/name`, 'must be unique');
    names.add(textOf(series.name));
    const labels = listOf(series.data)
      .filter(isFields)
      .map((one) => textOf(one.label));
    if (labels.sort().join('\n') !== categories) {
      fault(scan, `${pointer}/series/${index}/data`, 'labels must match axis_config.categories');
    }
  }
};

const plotted = object(
  {
    type: always,
    series: list(
      object({ name: text(limits.chartLabel), data: list(point, limits.chartPoints) }),
      limits.chartSeries,
    ),
    axis_config: axis,
  },
  {},
  seriesFitAxis,
);

/** The payload of a data_visualization block. */
export const chart: Rule = byType({
  pie: object({
    type: always,
    segments: list(object({ label: text(limits.chartLabel), value: positive }), limits.chartSegments),
  }),
  bar: plotted,
  line: plotted,
  area: plotted,
});
