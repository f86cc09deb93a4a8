import { type AttachMessage, maxEvidenceBytes } from '../../src/protocol/attached-file';

type Post = (message: AttachMessage) => void;

const mostFiles = 20;

/** Files that are pasted or dropped anywhere on the page go to the extension, which looks at them. */
export function attachFromPage(post: Post): void {
  // Before the fields, which would take a file's name for a text.
  document.addEventListener('paste', (event) => takeFiles(event, event.clipboardData, post), { capture: true });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    if (takeFiles(event, event.dataTransfer, post)) return;
    const list =
      event.dataTransfer?.getData('application/vnd.code.uri-list') || event.dataTransfer?.getData('text/uri-list');
    const addresses = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
    const known = addresses.filter((address) => address.length <= 4_000).slice(0, mostFiles);
    if (known.length > 0) post({ type: 'attach-addresses', addresses: known });
  });
}

/** Where there is a text too, as from a table, that is what is pasted. */
function takeFiles(event: Event, data: DataTransfer | null, post: Post): boolean {
  const files = [...(data?.files ?? [])].slice(0, mostFiles);
  const hasText = event.type === 'paste' && data?.getData('text/plain') !== '';
  if (files.length === 0 || hasText) return false;
  event.preventDefault();
  event.stopPropagation();
  void Promise.all(files.map(readFile)).then((read) => post({ type: 'attach', files: read }));
  return true;
}

async function readFile(file: File) {
  const { name, size } = file;
  const base64 = size > maxEvidenceBytes ? '' : await base64Of(file);
  return { name: name.slice(0, 1_000), size, base64 };
}

/** Empty for a file that cannot be read, such as a folder. */
function base64Of(file: File): Promise<string> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => resolve('');
    reader.readAsDataURL(file);
  });
}
