import { isPastedLogLine } from '../language/pasted-log';

/** Whether a file of this name shows something rather than does something: a picture, a log, measured data. */
export function looksLikeEvidence(name: string): boolean {
  return /\.(?:png|jpe?g|gif|webp|avif|bmp|svg|log|txt|out|err|trace|csv|tsv|jsonl|ndjson|har|pcap|pdf|mp4|webm)$/i.test(
    name,
  );
}

const fewestLines = 3;
const mostLooked = 100;

/** Whether a text is a stretch of a program's output, long enough to be kept as a file. */
export function isLogExcerpt(text: string): boolean {
  let lines = 0;
  let log = 0;
  for (let at = 0; at < text.length && lines < mostLooked; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    if (text.slice(at, Math.min(end, at + 200)).trim() !== '') {
      lines++;
      if (isPastedLogLine(text, at, end) || startsWithTime.test(text.slice(at, at + 40))) log++;
    }
    at = end + 1;
  }
  return lines >= fewestLines && log * 2 >= lines;
}

const startsWithTime = /^[\s[(<"']{0,4}(?:\d{4}[-/]\d{2}[-/]\d{2}[T ]|[A-Z][a-z]{2} [ \d]\d )?\d{2}:\d{2}:\d{2}/;
