import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lab } from '../define-lab';
import { bar, picture, type Screen } from './screen';
import { usageCode } from './usage';

export interface PredictFlags {
  image: string;
  weights?: string;
}

/** `tenlab predict LAB --image FILE`: lets a trained lab read a drawing. */
export async function predict(labName: string, { image, weights }: PredictFlags, screen: Screen): Promise<number> {
  const [{ loadLab }, { readGreyPng }] = await Promise.all([import('../labs/catalog'), import('../images/grey-image')]);
  const lab = await loadLab(labName);
  if (lab.drawing === undefined) throw await noDrawing(lab);
  const bytes = await readInput(image, `--image ${image}`, 'Pass the path of a PNG file.');
  const drawing = lab.drawing.prepare(await readGreyPng(bytes, image), image);
  const file = await weightsFile(lab, weights);
  const { memoryFiles } = await import('../runner/memory-files');
  const { useBackend } = await import('@tenlab/core');
  const { loadWeights } = await import('@tenlab/checkpoint');
  await useBackend();
  const silent = async () => {};
  const settings = { ...lab.tiers.laptop, seed: 0 };
  const net = lab.model({
    settings,
    datasets: {},
    language: screen.language,
    command: '',
    callbacks: [],
    say: silent,
    files: memoryFiles(),
    show: silent,
  });
  await loadWeights(net as Parameters<typeof loadWeights>[0], file);
  const probabilities = await lab.drawing.probabilities(net, drawing.pixels);
  const best = probabilities.reduce((winner, value, index) => (value > probabilities[winner]! ? index : winner), 0);
  const answer = lab.drawing.classNames[best]!;
  screen.event({
    event: 'prediction',
    lab: lab.id,
    image,
    weights: file,
    class: answer,
    probabilities: Object.fromEntries(lab.drawing.classNames.map((name, index) => [name, probabilities[index]])),
  });
  show(screen, { image, file, answer, drawing, probabilities, classNames: lab.drawing.classNames, best });
  return 0;
}

interface Shown {
  image: string;
  file: string;
  answer: string;
  best: number;
  drawing: { pixels: Float32Array; shape: [number, number]; polarity: string };
  probabilities: Float32Array;
  classNames: readonly string[];
}

function show(screen: Screen, { image, file, answer, best, drawing, probabilities, classNames }: Shown): void {
  const { bold, dim, cyan } = screen.colors;
  screen.say(dim(screen.words({ en: `Weights: ${file}`, zh: `权重：${file}` })));
  const ground = drawing.polarity === 'light on dark' ? '深底浅字' : '浅底深字';
  screen.tell({
    en: `${image}, drawn ${drawing.polarity}, as the network sees it:`,
    zh: `${image}（${ground}），网络看到的样子：`,
  });
  const [, width] = drawing.shape;
  for (const line of picture(drawing.pixels, width).split('\n')) screen.say(`  ${dim('│')}${line}${dim('│')}`);
  screen.say();
  classNames.forEach((name, index) => {
    const share = probabilities[index]!;
    const line = `${name} ${bar(share, 40)} ${(100 * share).toFixed(1).padStart(5)} %`;
    screen.say(`  ${index === best ? bold(cyan(line)) : line}`);
  });
  screen.say();
  const sure = (100 * probabilities[best]!).toFixed(1);
  screen.tell({ en: `It reads ${bold(answer)}, with ${sure} %.`, zh: `它认为是 ${bold(answer)}，概率 ${sure} %。` });
}

/** The weights named, or those of the newest finished run. */
async function weightsFile(lab: Lab, named: string | undefined): Promise<string> {
  const { newestFinishedRun } = await import('../runner/node/read-runs');
  const place = named ?? (await newestFinishedRun(lab.id));
  const { inWords, TenlabError } = await import('@tenlab/core');
  const { commandName } = await import('./command-name');
  if (place === undefined) {
    throw new TenlabError({
      code: 'no-weights',
      place: `predict ${lab.id}`,
      expected: 'a finished run of this lab in the folder `runs`',
      received: inWords('none'),
      remedy: `Train one with \`${commandName} run ${lab.id}\`, or name a run's folder or a weights file with \`--weights\`.`,
    });
  }
  const isFolder = await stat(place).then(
    (entry) => entry.isDirectory(),
    () => undefined,
  );
  const file = isFolder ? join(place, 'weights.safetensors') : place;
  await readInput(
    file,
    named === undefined ? file : `--weights ${named}`,
    "Pass a run's folder or a .safetensors file.",
  );
  return file;
}

async function readInput(path: string, place: string, remedy: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { inWords, TenlabError } = await import('@tenlab/core');
    const received = inWords((cause as Error).message);
    throw new TenlabError({
      code: 'file-unreadable',
      place,
      expected: 'a file that can be read',
      received,
      remedy,
      cause,
    });
  }
}

async function noDrawing(lab: Lab): Promise<Error> {
  const { TenlabError } = await import('@tenlab/core');
  return new TenlabError({
    code: usageCode,
    place: 'predict',
    expected: 'a lab whose inputs can be drawn',
    received: lab.id,
    remedy: 'Use `predict mnist-digits`.',
  });
}
