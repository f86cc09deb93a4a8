import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { formatLintText } from '../src/cli/format-lint';
import { defaultConventions } from '../src/core/model/conventions';
import { conventionsFile } from '../src/core/operations/open-folder';
import { defaultSettings } from '../src/core/settings';
import {
  colorIds,
  commandIds,
  contextKeys,
  problemMatcher,
  settingsSection,
  severityShades,
  taskType,
  viewIds,
  walkthroughId,
} from '../src/extension/contributions';
import { readSources } from './support/source-tree';

interface Menu {
  readonly command: string;
  readonly when?: string;
}
interface Setting {
  readonly default: unknown;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly publisher: string;
  readonly name: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: string; readonly description: string } };
  readonly enabledApiProposals?: unknown;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string; readonly category: string }[];
    readonly menus: Readonly<Record<string, readonly Menu[]>>;
    readonly keybindings: readonly (Menu & { readonly key: string; readonly mac: string })[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly viewsContainers: { readonly activitybar: readonly { readonly id: string }[] };
    readonly viewsWelcome: readonly { readonly view: string; readonly contents: string; readonly when: string }[];
    readonly taskDefinitions: readonly { readonly type: string }[];
    readonly problemMatchers: readonly {
      readonly name: string;
      readonly pattern: Readonly<Record<'file' | 'line' | 'column' | 'severity' | 'code' | 'message', number>> & {
        readonly regexp: string;
      };
    }[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly colors: readonly { readonly id: string; readonly defaults: Readonly<Record<string, string>> }[];
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
};
const { contributes } = manifest;
const code = readSources('src');
const known: readonly string[] = Object.values(commandIds);

describe('package.json', () => {
  it('contributes the commands that the code registers, and no others', () => {
    assert.deepEqual(contributes.commands.map(({ command }) => command).toSorted(), known.toSorted());
    for (const { category } of contributes.commands) assert.equal(category, 'Incidents');
  });

  it('names only commands that exist, in menus, keys, welcome texts and the walkthrough', () => {
    const texts = [
      ...contributes.viewsWelcome.map(({ contents }) => contents),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
    ];
    const named = [
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
      ...contributes.keybindings.map(({ command }) => command),
      ...texts.flatMap((text) => [...text.matchAll(/\(command:([\w.]+)\)/g)].map(([, command]) => command ?? '')),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ completionEvents }) => completionEvents.map((event) => event.replace('onCommand:', ''))),
      ),
    ].filter((command) => !command.startsWith('workbench.'));
    assert.deepEqual(
      named.filter((command) => !known.includes(command)),
      [],
    );
  });

  it('hides from the palette what cannot be done there', () => {
    const hidden = new Map((contributes.menus.commandPalette ?? []).map(({ command, when }) => [command, when]));
    const shownAlways = known.filter((command) => !hidden.has(command));
    assert.deepEqual(shownAlways, [commandIds.openWalkthrough]);
  });

  it('offers every command somewhere', () => {
    const palette = contributes.menus.commandPalette ?? [];
    const inPalette = known.filter((id) => !palette.some(({ command, when }) => command === id && when === 'false'));
    const inMenus = Object.entries(contributes.menus).flatMap(([menu, items]) =>
      menu === 'commandPalette' ? [] : items.map(({ command }) => command),
    );
    const usedByCode = known.filter((id) => {
      const name = Object.entries(commandIds).find(([, value]) => value === id)?.[0];
      return code.some(({ path, text }) => !path.includes('/commands/') && text.includes(`commandIds.${name}`));
    });
    const offered = new Set([...inPalette, ...inMenus, ...usedByCode]);
    assert.deepEqual(
      known.filter((id) => !offered.has(id)),
      [],
    );
  });

  it('contributes the views of the code, each with its welcome texts', () => {
    const views = Object.values(contributes.views).flat();
    assert.deepEqual(
      views.map(({ id }) => id),
      Object.values(viewIds),
    );
    const containers = contributes.viewsContainers.activitybar.map(({ id }) => id);
    assert.deepEqual(Object.keys(contributes.views), containers);
    for (const { view } of contributes.viewsWelcome) assert.ok(views.some(({ id }) => id === view));
  });

  it('asks only for context keys that the code sets', () => {
    const conditions = [
      ...Object.values(contributes.menus).flat(),
      ...contributes.keybindings,
      ...contributes.viewsWelcome,
    ].map(({ when = '' }) => when);
    const asked = new Set(conditions.flatMap((when) => [...when.matchAll(/incidentDocs\.\w+/g)].map(([key]) => key)));
    for (const view of Object.values(viewIds)) asked.delete(view);
    assert.deepEqual([...asked].toSorted(), Object.values(contextKeys).toSorted());
  });

  it('has the settings of the core, with its defaults', () => {
    const { properties } = contributes.configuration;
    const expected = Object.entries(defaultSettings).map(([key, value]) => [`${settingsSection}.${key}`, value]);
    assert.deepEqual(
      Object.entries(properties).map(([key, setting]) => [key, setting.default]),
      expected,
    );
    for (const setting of Object.values(properties)) {
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length);
      assert.match(setting.markdownDescription, /\.$/);
    }
  });

  it('gives each colour of the code in all four kinds of theme', () => {
    const ids = contributes.colors.map(({ id }) => id);
    const used: readonly string[] = [...colorIds.severities, colorIds.resolved, colorIds.overdue, colorIds.memoryMark];
    assert.deepEqual(
      used.filter((id) => !ids.includes(id)),
      [],
    );
    for (const { defaults } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults), ['dark', 'light', 'highContrast', 'highContrastLight']);
    }
    for (const [rank, { dark, light }] of severityShades.slice(0, 3).entries()) {
      const defaults = contributes.colors[rank]?.defaults;
      assert.deepEqual([defaults?.dark, defaults?.light], [dark, light]);
    }
    assert.ok(defaultConventions.severities.length <= colorIds.severities.length);
  });

  it('starts the extension only where incidents are kept, or a form of ours is to be shown again', () => {
    assert.deepEqual(manifest.activationEvents, [
      `workspaceContains:${conventionsFile}`,
      `workspaceContains:*/${conventionsFile}`,
      'onWebviewPanel:incidentDocs.timelineEntry',
    ]);
  });

  it('works in a restricted workspace, and says what does not', () => {
    const { supported, description } = manifest.capabilities.untrustedWorkspaces;
    assert.equal(supported, 'limited');
    assert.match(description, /Commits are not read/);
  });

  it('asks for no proposed API', () => {
    assert.equal(manifest.enabledApiProposals, undefined);
  });

  it('reads the lines of incident-docs lint as problems', () => {
    const range = { start: { line: 9, character: 16 }, end: { line: 9, character: 23 } };
    const finding = { severity: 'hint', fixable: false, fixes: [], related: [], range } as const;
    const findings = [{ ...finding, rule: 'causal-language', message: '"because": 3:4 error in words' }];
    const files = [{ path: 'a b/c:1/report.md', kind: 'incident-report', fixed: 0, findings }] as const;
    const summary = { files: 1, errors: 0, warnings: 0, infos: 0, hints: 1 };
    const [line = '', last = ''] = [...formatLintText({ files, summary, others: [], unreadable: [] })];
    const [matcher] = contributes.problemMatchers;
    assert.equal(`$${matcher?.name}`, problemMatcher);
    assert.ok(matcher !== undefined);
    assert.deepEqual(
      contributes.taskDefinitions.map(({ type }) => type),
      [taskType],
    );
    const { regexp, file, line: row, column, severity, code: rule, message } = matcher.pattern;
    const match = new RegExp(regexp).exec(line.trimEnd()) ?? [];
    assert.deepEqual(
      [file, row, column, severity, rule, message].map((group) => match[group]),
      ['a b/c:1/report.md', '10', '17', 'hint', 'causal-language', '"because": 3:4 error in words'],
    );
    assert.equal(new RegExp(regexp).exec(last), null);
  });

  it('names files that exist', () => {
    const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.svg));
    assert.deepEqual(
      [manifest.icon, ...media].filter((file) => !existsSync(file)),
      [],
    );
    assert.ok(
      contributes.walkthroughs.some(({ id }) => walkthroughId === `${manifest.publisher}.${manifest.name}#${id}`),
    );
  });
});
