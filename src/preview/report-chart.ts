import { chartWords } from '../chart/chart-input';
import { layoutChart } from '../chart/chart-layout';
import { planChart } from '../chart/chart-plan';
import { staticChart } from '../chart/draw-chart';
import { entryWords } from '../chart/entry-words';
import { binnedFrom } from '../chart/marks';
import { svgText } from '../chart/svg-node';
import type { ReportDocument } from '../core/kinds/incident-document';
import { plainText } from '../core/markdown/plain-text';
import { message } from '../core/model/message';
import { instantOf } from '../core/model/stamp';
import { formatDay } from '../core/model/time-text';
import type { TimelineEntry } from '../core/model/timeline-entry';
import { impactSpans, timelineMarks } from '../core/operations/timeline-marks';
import type { PreviewContext } from './preview-context';

/** Wide enough for the column of text in a preview; narrower ones scale it down. */
const width = 848;
/** Longer tooltips hide the chart. */
const longestTitle = 200;

/** The timeline drawn once, with nothing in it that moves; nothing where no entry stands. */
export function reportChart(report: ReportDocument, { conventions, say }: PreviewContext): string | undefined {
  if (report.entries.length === 0) return undefined;
  const marks = timelineMarks(report);
  // Binned marks stand for many entries and have no words of one.
  const entries = marks.map((mark, index) =>
    marks.length < binnedFrom ? { ...mark, title: titleOf(report.entries[index]) } : mark,
  );
  const words = {
    responders: say(message(chartWords.responders)),
    other: say(message(chartWords.other)),
    unknown: say(message(chartWords.unknown)),
    gap: (duration: string) => say(message('{duration}, no entry', { duration })),
  };
  const plan = planChart({ entries, impact: impactSpans(report), silence: conventions.silence }, words);
  const days = daysOf(report, say);
  const caption = days === undefined ? 'UTC' : say(message('{days}, UTC', { days }));
  const label = say(message('Timeline chart, {caption}; the timeline below has the same entries', { caption }));
  return `<div class="incident-docs-timeline">${svgText(staticChart(layoutChart(plan, { width, caption }), label))}</div>`;
}

function titleOf(entry: TimelineEntry | undefined): string {
  if (entry === undefined) return '';
  const { stamp, kind, event, id } = entry;
  const text = plainText(event.text).slice(0, longestTitle);
  return entryWords({ ...(stamp !== undefined && { stamp }), kind: kind?.text ?? '', text, id: id?.text ?? '' });
}

function daysOf({ entries }: ReportDocument, say: PreviewContext['say']): string | undefined {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { stamp } of entries) {
    const at = stamp === undefined ? undefined : instantOf(stamp);
    if (at === undefined) continue;
    first = Math.min(first, at);
    last = Math.max(last, at);
  }
  if (first > last) return undefined;
  const [from, until] = [formatDay(first, last), formatDay(last, last)];
  return from === until ? from : say(message('{from} to {until}', { from, until }));
}
