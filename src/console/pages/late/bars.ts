import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, GridComponent, LegendComponent, AriaComponent, CanvasRenderer]);

export interface BarSeries {
  readonly name: string;
  readonly colour: string;
  readonly values: readonly number[];
}

interface Bars {
  readonly labels: readonly string[];
  readonly series: readonly BarSeries[];
  readonly large: boolean;
}

/** Stacked bars in an element; patterns tell them apart where colours do not. */
export function useBars({ labels, series, large }: Bars) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = place;
    if (current === null) return undefined;
    const chart = init(current);
    const textStyle = { fontSize: large ? 17 : 13, color: '#16212f' };
    chart.setOption({
      animation: false,
      // What it says to readers of pages stands in the element already.
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      textStyle,
      legend: { top: 0, textStyle },
      grid: { left: 8, right: 12, top: 40, bottom: 4, containLabel: true },
      xAxis: { type: 'category', data: [...labels], axisLabel: { ...textStyle, hideOverlap: true } },
      yAxis: { type: 'value', minInterval: 1, axisLabel: textStyle },
      series: series.map(({ name, colour, values }) => ({
        ...{ type: 'bar', stack: 'all', name, data: [...values], barMaxWidth: 56 },
        itemStyle: { color: colour },
      })),
    });
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [labels, series, large]);
  return place;
}
