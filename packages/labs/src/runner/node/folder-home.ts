import { rm } from 'node:fs/promises';
import type { BackendReport } from '@tenlab/core';
import type { Callback } from '@tenlab/layers';
import type { LabFigure, LabFiles, Net } from '../../define-lab';
import { inLanguage, type Language } from '../../texts';
import { type EpochEvent, isContractEvent, type LabEvent } from '../events';
import { modelsOf } from '../models-of';
import { pictureSVG, reportPage } from '../report-page';
import type { Home, RunOutcome } from '../run-lab';
import { artifactsOf } from './artifacts-of';
import { folderFiles } from './folder-files';
import { RunBackup } from './run-backup';
import type { RunFolder } from './run-folder';

export interface FolderHomeOptions {
  folder: RunFolder;
  command: string;
  language: Language;
  /** Shows an event, and where its picture was written. */
  tell(event: LabEvent, file?: string): void;
  /** Shows what a finished run has found, and where its report lies. */
  kept(outcome: RunOutcome, report: string): void;
  callbacks?: () => Promise<Callback[]>;
}

/** Where a run's states lie while it lasts. */
const backupFolder = 'backup';

/** Milliseconds between two writings of the record. */
const recordEvery = 200;

/** A home on a disk: pictures, events, weights and the report become files of the run's folder. */
export class FolderHome implements Home {
  readonly command: string;
  readonly files: LabFiles;
  readonly #options: FolderHomeOptions;
  readonly #lines: string[] = [];
  readonly #written = new Set<string>();
  #recorded = Number.NEGATIVE_INFINITY;

  constructor(options: FolderHomeOptions) {
    this.#options = options;
    this.command = options.command;
    this.files = folderFiles(options.folder.path, (path) => this.#written.add(path));
  }

  /** Progress, and what keeps the run's state. */
  async callbacks(): Promise<Callback[]> {
    const { callbacks, folder } = this.#options;
    return [...((await callbacks?.()) ?? []), new RunBackup({ folder: folder.file(backupFolder) })];
  }

  /** The record begins with the epochs before the run was ended. */
  restored(epochs: readonly EpochEvent[]): void {
    const start = this.#lines.find((line) => line.startsWith('{"event":"start"'));
    const lines = epochs.map((epoch) => `${JSON.stringify(epoch)}\n`);
    this.#lines.splice(0, this.#lines.length, ...(start === undefined ? [] : [start]), ...lines);
  }

  async emit(event: LabEvent): Promise<void> {
    const { tell, folder } = this.#options;
    if (event.event === 'start') {
      await folder.note({ start: event, backend: await backend() });
    }
    const file = event.event === 'figure' ? await this.#draw(event.figure) : undefined;
    if (isContractEvent(event)) await this.#record(event);
    tell(event, file);
  }

  async keepWeights(net: Net): Promise<string[]> {
    const { saveWeights } = await import('@tenlab/checkpoint');
    const files: string[] = [];
    for (const [name, model] of modelsOf(net)) {
      const path = this.#options.folder.file(`${name}.safetensors`);
      await saveWeights(model, path);
      this.#written.add(path);
      files.push(path);
    }
    return files;
  }

  async keep(outcome: RunOutcome): Promise<string[]> {
    const { folder, language } = this.#options;
    const { story, figures, checks, start, test, seconds, weights_sha256 } = outcome;
    const now = new Date();
    const day = now.toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long' });
    const html = await reportPage({ story, figures, checks, start, weights_sha256, language, day });
    const page = await folder.write('report.html', html);
    this.#written.add(page);
    this.#written.add(folder.file('events.ndjson'));
    this.#written.add(folder.file('config.json'));
    const stopped = outcome.stopped === undefined ? {} : { stopped: outcome.stopped };
    const ended = { test, seconds, weights_sha256, checks, ...stopped };
    await folder.note({ state: 'finished', ended: now.toISOString(), ...ended });
    await rm(folder.file(backupFolder), { recursive: true, force: true });
    this.#options.kept(outcome, page);
    return artifactsOf(this.#written, folder.path);
  }

  async #draw(figure: LabFigure): Promise<string> {
    const { folder, language } = this.#options;
    const svg = await pictureSVG(figure.picture, inLanguage(figure.alt, language));
    const path = await folder.write(`${figure.name}.svg`, svg);
    this.#written.add(path);
    return path;
  }

  /** The record is small, and written anew each time: so it, too, is whole at every moment. */
  async #record(event: LabEvent): Promise<void> {
    this.#lines.push(`${JSON.stringify(event)}\n`);
    // A thousand short epochs would write it a thousand times: within this time the next event brings the line along.
    const now = performance.now();
    if (event.event === 'epoch' && now - this.#recorded < recordEvery) return;
    this.#recorded = now;
    await this.#options.folder.write('events.ndjson', this.#lines.join(''));
  }
}

async function backend(): Promise<BackendReport | undefined> {
  const { backendReport } = await import('@tenlab/core');
  return backendReport();
}
