import { library } from '../../tools/build/library';

export default library({
  entry: ['src/index.ts', 'src/bin.ts'],
  dts: { entry: 'src/index.ts' },
  platform: 'node',
  removeNodeProtocol: false,
});
