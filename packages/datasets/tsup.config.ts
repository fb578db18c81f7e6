import { library } from '../../tools/build/library';

// The second one is loaded by threads, by its file's address.
export default library({ entry: ['src/index.ts', 'src/image-worker.ts'] });
