import type { Lab, LabAbout } from '../define-lab';
import type { Exercise } from '../exercises/grade';
import { extras } from '../extras/catalog';
import { about as mnistDigits } from './01-mnist-digits/about';
import { about as fashionMnist } from './02-fashion-mnist/about';
import { about as movieReviews } from './03-movie-reviews/about';
import { about as autoMpg } from './04-auto-mpg/about';
import { about as overfitting } from './05-overfitting/about';
import { about as saveRestore } from './06-save-restore/about';
import { about as tensorsDevices } from './07-tensors-devices/about';
import { about as autodiff } from './08-autodiff/about';
import { about as iris } from './09-iris/about';
import { about as cnn } from './10-cnn/about';

/** A lab as the list knows it; `load` brings its definition and all that it needs. */
export interface CatalogEntry {
  about: LabAbout;
  load(): Promise<Lab>;
  /** The lab's exercise, where it has one, and the folder among the labs in which its texts lie. */
  exercise?: { folder: string; load(): Promise<Exercise> };
}

/** The labs of the course, in its order; what goes beyond it is in {@link extras}. */
export const catalog: readonly CatalogEntry[] = [
  {
    about: mnistDigits,
    load: async () => (await import('./01-mnist-digits/lab')).lab,
    exercise: {
      folder: '01-mnist-digits',
      load: async () => (await import('./01-mnist-digits/grading')).exercise,
    },
  },
  {
    about: fashionMnist,
    load: async () => (await import('./02-fashion-mnist/lab')).lab,
    exercise: { folder: '02-fashion-mnist', load: async () => (await import('./02-fashion-mnist/grading')).exercise },
  },
  {
    about: movieReviews,
    load: async () => (await import('./03-movie-reviews/lab')).lab,
    exercise: { folder: '03-movie-reviews', load: async () => (await import('./03-movie-reviews/grading')).exercise },
  },
  {
    about: autoMpg,
    load: async () => (await import('./04-auto-mpg/lab')).lab,
    exercise: { folder: '04-auto-mpg', load: async () => (await import('./04-auto-mpg/grading')).exercise },
  },
  {
    about: overfitting,
    load: async () => (await import('./05-overfitting/lab')).lab,
    exercise: { folder: '05-overfitting', load: async () => (await import('./05-overfitting/grading')).exercise },
  },
  {
    about: saveRestore,
    load: async () => (await import('./06-save-restore/lab')).lab,
    exercise: { folder: '06-save-restore', load: async () => (await import('./06-save-restore/grading')).exercise },
  },
  {
    about: tensorsDevices,
    load: async () => (await import('./07-tensors-devices/lab')).lab,
    exercise: {
      folder: '07-tensors-devices',
      load: async () => (await import('./07-tensors-devices/grading')).exercise,
    },
  },
  {
    about: autodiff,
    load: async () => (await import('./08-autodiff/lab')).lab,
    exercise: { folder: '08-autodiff', load: async () => (await import('./08-autodiff/grading')).exercise },
  },
  {
    about: iris,
    load: async () => (await import('./09-iris/lab')).lab,
    exercise: { folder: '09-iris', load: async () => (await import('./09-iris/grading')).exercise },
  },
  {
    about: cnn,
    load: async () => (await import('./10-cnn/lab')).lab,
    exercise: { folder: '10-cnn', load: async () => (await import('./10-cnn/grading')).exercise },
  },
];

/**
 * The lab of a name or a number, loaded.
 *
 * @example
 * const lab = await loadLab('mnist-digits'); // or loadLab('1')
 *
 * @throws TenlabError `unknown-lab` naming those that exist.
 */
export async function loadLab(idOrNumber: string): Promise<Lab> {
  return (await findLab(idOrNumber)).load();
}

/**
 * The entry of a lab by name or number, without loading the lab.
 *
 * @throws TenlabError `unknown-lab` naming those that exist.
 */
export async function findLab(idOrNumber: string): Promise<CatalogEntry> {
  const wanted = idOrNumber.toLowerCase();
  const entry = [...catalog, ...extras].find(
    ({ about }) => about.id === wanted || String(about.number) === wanted.replace(/^0+(?=\d)/, ''),
  );
  if (entry !== undefined) return entry;
  const { TenlabError } = await import('@tenlab/core');
  throw new TenlabError({
    code: 'unknown-lab',
    place: 'LAB',
    expected: 'the name or the number of a lab',
    received: idOrNumber,
    remedy: `The labs are: ${catalog.map(({ about }) => `${about.number} ${about.id}`).join(', ')}; the extras: ${extras.map(({ about }) => about.id).join(', ')}.`,
  });
}
