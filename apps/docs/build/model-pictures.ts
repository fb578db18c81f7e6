import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useBackend } from '@tenlab/core';
import type { LabContext, Net } from '@tenlab/labs';
import { type Model, plotModel } from '@tenlab/layers';
import { allLabs } from './all-labs';

/** A drawn model of a lab: its name among the lab's, and its layers in words for those who cannot see it. */
export interface ModelPicture {
  name: string;
  layers: string;
  svg: string;
}

/** Draws the models of a lab; of several that are built alike only the first. */
export async function modelPictures(id: string, net: Net): Promise<ModelPicture[]> {
  const models =
    typeof net.fit === 'function' ? [[id, net as Model] as const] : Object.entries(net as Record<string, Model>);
  const seen = new Set<string>();
  const pictures: ModelPicture[] = [];
  for (const [name, model] of models) {
    const layers = model.layers.map((layer) => layer.constructor.name).join(', ');
    const built = `${layers} ${model.weights.map(({ shape }) => shape.join('x')).join()}`;
    // Of a subclass that has no layers, or no weights before it sees its data, there is nothing to draw yet.
    if (model.layers.length === 0 || model.weights.length === 0 || seen.has(built)) continue;
    seen.add(built);
    // On a ground of its own, light in a dark page too: an image does not know what the reader has chosen.
    pictures.push({ name, layers, svg: await plotModel(model, { theme: 'light', showLayerNames: false }) });
  }
  return pictures;
}

/** Writes the drawn models of every lab: `ID/NAME.svg`, and their list in `ID/index.json`. */
export async function writeModelPictures(folder: string): Promise<void> {
  await useBackend('cpu');
  await rm(folder, { recursive: true, force: true });
  for (const { about, load } of allLabs) {
    const { model, tiers } = await load();
    const pictures = await modelPictures(
      about.id,
      model({ settings: { ...tiers.laptop, seed: 1 }, language: 'en' } as LabContext),
    );
    await mkdir(join(folder, about.id), { recursive: true });
    for (const { name, svg } of pictures) await writeFile(join(folder, about.id, `${name}.svg`), svg);
    const list = pictures.map(({ name, layers }) => ({ name, layers }));
    await writeFile(join(folder, about.id, 'index.json'), JSON.stringify(list));
  }
}
