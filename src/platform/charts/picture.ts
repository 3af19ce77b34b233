import { BarChart } from 'echarts/charts';
import { GraphicComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { pngOf } from '../picture/index.ts';
import type { Chart } from './chart.ts';
import { layoutOf } from './option.ts';

use([BarChart, GridComponent, LegendComponent, TitleComponent, GraphicComponent, SVGRenderer]);

/** The chart as SVG. */
export function svgOf(chart: Chart): string {
  const { width, height, option } = layoutOf(chart);
  const drawn = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    drawn.setOption(option);
    return drawn.renderToSVGString();
  } finally {
    // Without this the process does not end.
    drawn.dispose();
  }
}

/** The chart as a PNG picture, sharp on good screens. */
export const chartPng = (chart: Chart): Uint8Array => pngOf(svgOf(chart));
