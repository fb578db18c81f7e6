// Makes what the site is built from besides its pages: the data, the sources of the labs, the reference of all packages.
import { fileURLToPath } from 'node:url';
import { writeApi } from './api/write-api';
import { writeData } from './data-assets';
import { writeExercises } from './exercise-files';
import { writeLabSources } from './lab-sources';
import { writeModelPictures } from './model-pictures';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const docs = fileURLToPath(new URL('..', import.meta.url));

await writeApi(root, docs);
await writeData(`${docs}public/data`);
await writeLabSources(root, `${docs}public/lab-sources`);
await writeExercises(root, `${docs}public/exercises`);
await writeModelPictures(`${docs}public/models`);
