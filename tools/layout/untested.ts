/** The source files without a test of their own, each with the reason. A folder (with a slash at its end) stands for its files. */
export const untested: Readonly<Record<string, string>> = {
  'apps/docs/build/labs.data.ts': 'the catalog, as VitePress wants it',
  'apps/docs/build/prepare.ts': 'calls what is tested beside it; the build of the site runs it',
  'apps/docs/live/code-field.ts': 'tests/hostile-code.test.ts and tests/exercises.test.ts type into it in a browser',
  'apps/docs/live/start-service-worker.ts': 'tests/offline.test.ts needs it in a browser',
  'apps/docs/live/strokes.ts': 'tests/digits.test.ts draws with it in a browser',
  'apps/docs/live/versions.ts': 'a constant that the build fills in',
  'apps/docs/server/headers.ts': 'constants; every test in tests/ runs under them',
  'apps/docs/server/preview.ts': 'three lines around serve-site.ts',
  'apps/docs/worker/lab-worker.ts': 'tests/live-labs.test.ts runs every lab in it',
  'packages/labs/src/labs/01-mnist-digits/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/01-mnist-digits/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/02-fashion-mnist/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/02-fashion-mnist/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/02-fashion-mnist/hints.ts':
    'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/03-movie-reviews/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/03-movie-reviews/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/03-movie-reviews/hints.ts':
    'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/04-auto-mpg/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/04-auto-mpg/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/04-auto-mpg/hints.ts': 'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/05-overfitting/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/05-overfitting/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/05-overfitting/hints.ts': 'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/06-save-restore/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/06-save-restore/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/06-save-restore/hints.ts':
    'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/07-tensors-devices/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/07-tensors-devices/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/07-tensors-devices/hints.ts':
    'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/08-autodiff/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/08-autodiff/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/08-autodiff/hints.ts': 'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/09-iris/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/09-iris/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/09-iris/hints.ts': 'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/10-cnn/exercise.ts': 'exercises.test.ts holds that it does not pass',
  'packages/labs/src/labs/10-cnn/solution.ts': 'exercises.test.ts holds that it passes, step by step',
  'packages/labs/src/labs/10-cnn/hints.ts': 'texts; exercises.test.ts holds that there are three for each step',
  'packages/labs/src/labs/10-cnn/networks/': 'networks.test.ts builds and trains each of them',
  'packages/checkpoint/src/formats/npy/read-elements.ts': 'read.test.ts reads every type and order through it',
  'packages/checkpoint/src/formats/onnx/write/':
    'export-onnx.test.ts looks at what they write, and onnxruntime computes it for the files of `pnpm fixtures:write`',
  'packages/checkpoint/src/formats/pickle/python-object.ts': 'types, and one look at a tag; unpickle.test.ts uses it',
  'packages/backend-wasm/src/kernels/shared/':
    'parts of the kernels, which are tested forward and backward on every shape',
  'packages/backend-wasm/src/kernels/elementwise/compute.ts': 'binary.test.ts and unary.test.ts run it for every shape',
  'packages/backend-wasm/src/kernels/conv2d-backprop-filter.ts':
    'conv2d-backprop.test.ts tests both gradients of a convolution',
  'packages/backend-wasm/src/kernels/conv2d-backprop-input.ts':
    'conv2d-backprop.test.ts tests both gradients of a convolution',
  'packages/backend-wasm/src/kernels/fused-conv2d.ts': 'fused.test.ts tests all fused kernels alike',
  'packages/backend-wasm/src/kernels/fused-matmul.ts': 'fused.test.ts tests all fused kernels alike',
  'packages/backend-wasm/src/kernels/gru-sequence-grad.ts': 'gru-sequence.test.ts tests both ways',
  'packages/backend-wasm/src/kernels/lstm-sequence-grad.ts': 'lstm-sequence.test.ts tests both ways',
  'packages/backend-wasm/src/kernels/register-kernels.ts': 'every kernel test runs a kernel it registered',
  'packages/backend-wasm/src/program/absorb.ts':
    'compile-step.test.ts compares compiled steps with the same steps run as they are',
  'packages/backend-wasm/src/program/fuse.ts':
    'compile-step.test.ts compares compiled steps with the same steps run as they are',
  'packages/backend-wasm/src/program/generate/operation-code.ts':
    'generate-map.test.ts computes every operation and compares',
  'packages/backend-wasm/src/program/lower.ts':
    'compile-step.test.ts compares compiled steps with the same steps run as they are',
  'packages/backend-wasm/src/program/record-step.ts': 'compile-step.test.ts has a case for every reason to refuse',
  'packages/backend-wasm/src/program/recorder.ts': 'compile-step.test.ts has a case for everything it writes down',
  'packages/backend-wasm/src/program/single-operation.ts': 'what absorb.ts and through-pool.ts take apart by it',
  'packages/backend-wasm/src/program/step-program.ts': 'compile-step.test.ts runs its programs for thousands of steps',
  'packages/layers/src/training/pass-steps.ts': 'run-pass.test.ts compares its steps with steps run one by one',
  'packages/backend-wasm/src/device.ts': 'start.test.ts allocates on it, and every kernel test runs on it',
  'packages/backend-wasm/src/errors.ts': 'watch.test.ts and start.test.ts pin its messages',
  'packages/backend-wasm/src/features/':
    'start.test.ts starts what they allow; they ask the engine and compute nothing',
  'packages/backend-wasm/src/gradients.ts': 'each gradient it registers has its test in gradients/',
  'packages/backend-wasm/src/register.ts': 'index.test.ts and every kernel test start and stop the backend through it',
  'packages/backend-wasm/src/tfjs-module.ts':
    'start.test.ts starts the module, in Node and, through training.test.ts, in Chromium',
  'packages/backend-wasm/src/threads/layout.ts':
    'numbers that both sides agree on; every test on two threads holds them',
  'packages/backend-wasm/src/threads/worker.ts': 'the text of a worker; every test on two threads runs it',
  'packages/backend-wasm/src/wasm-backend.ts': "tfjs-core's own suite runs on it",
  'packages/checkpoint/src/formats/hdf5/read/':
    'hdf5-file.test.ts reads through all of it what h5py wrote in every format version, and mutations.test.ts what was damaged since',
  'packages/checkpoint/src/formats/hdf5/write/':
    'plan-hdf5.test.ts writes through all of it, and reads every type and size back',
  'packages/checkpoint/src/formats/keras/build-model.ts': 'read-keras.test.ts builds every fixture through it',
  'packages/checkpoint/src/formats/keras/legacy-groups.ts': 'read-legacy-h5.test.ts matches every fixture through it',
  'packages/checkpoint/src/formats/keras/match-weights-h5.ts':
    'read-keras.test.ts and load-weights.test.ts match every fixture through it',
  'packages/checkpoint/src/formats/keras/optimizer-state.ts':
    'read-keras.test.ts and read-legacy-h5.test.ts take the next step with every kind of state',
  'packages/checkpoint/src/formats/keras/tensors-of-group.ts': 'read-keras.test.ts reads every tensor through it',
  'packages/checkpoint/src/formats/keras/vocabularies.ts': 'read-keras.test.ts reads the layers with vocabularies',
  'packages/checkpoint/src/formats/keras/write/':
    'keras-pieces.test.ts writes through all of it and reads it back; `pnpm fixtures:write` has Keras read it',
  'packages/checkpoint/src/weights/file-tensor.ts': 'load-weights.test.ts loads every kind of file through it',
  'packages/checkpoint/src/weights/weights-mismatch.ts': 'load-weights.test.ts pins its message',
  'packages/layers/src/layers/layer-options.ts':
    'types, and the names of the options of every layer, which bad-input.test.ts sees refused and taken',
  'packages/layers/src/layers/attention/attend.ts':
    "attention.test.ts and multi-head-attention.test.ts hold it against Keras's numbers",
  'packages/layers/src/layers/attention/base-multi-head-attention.ts':
    "multi-head-attention.test.ts and group-query-attention.test.ts hold it against Keras's numbers",
  'packages/layers/src/layers/attention/head-projection.ts':
    "multi-head-attention.test.ts holds it against Keras's numbers",
  'packages/layers/src/layers/augmentation/affine-transform.ts':
    "random-rotation.test.ts and its neighbours hold it against Keras's images",
  'packages/layers/src/layers/augmentation/augmentations.ts':
    "rand-augment.test.ts and aug-mix.test.ts hold it against Keras's images",
  'packages/layers/src/layers/augmentation/image-layer.ts': 'imageLayerTests runs it for every layer that is one',
  'packages/layers/src/layers/augmentation/random-image-layer.ts':
    'imageLayerTests runs it for every layer that is one',
  'packages/layers/src/layers/augmentation/random-move-layer.ts':
    "random-rotation.test.ts and its neighbours hold it against Keras's images and masks",
  'packages/layers/src/layers/preprocessing/adapt-data.ts':
    'normalization.test.ts and text-vectorization.test.ts adapt to every kind of data',
  'packages/layers/src/layers/preprocessing/encode-categories.ts':
    "category-encoding.test.ts and integer-lookup.test.ts hold it against Keras's numbers",
  'packages/layers/src/layers/preprocessing/hash-bucket.ts': "hashing.test.ts holds it against TensorFlow's hashes",
  'packages/layers/src/layers/preprocessing/image-sizes.ts':
    'resizing.test.ts and center-crop.test.ts use it for every layout',
  'packages/layers/src/layers/preprocessing/index-lookup.ts':
    "string-lookup.test.ts and integer-lookup.test.ts hold it against Keras's answers",
  'packages/layers/src/layers/preprocessing/quantile-summary.ts':
    "discretization.test.ts holds it against Keras's boundaries",
  'packages/layers/src/layers/preprocessing/resize-images.ts': "resizing.test.ts holds it against Keras's images",
  'packages/layers/src/layers/preprocessing/split-text.ts':
    "text-vectorization.test.ts holds it against Keras's tokens",
  'packages/layers/src/layers/preprocessing/token-counts.ts':
    "text-vectorization.test.ts holds it against Keras's vocabulary",
  'packages/layers/src/layers/recurrent/conv-lstm-cell.ts': "conv-lstm2d.test.ts holds it against Keras's numbers",
  'packages/layers/src/layers/recurrent/conv-lstm.ts': "conv-lstm2d.test.ts holds it against Keras's numbers",
  'packages/layers/src/layers/recurrent/gated-cell.ts': "lstm.test.ts and gru.test.ts hold it against Keras's numbers",
  'packages/layers/src/layers/recurrent/gated-layer.ts': "lstm.test.ts and gru.test.ts hold it against Keras's numbers",
  'packages/layers/src/training/resume/callback-states.ts': 'fit-run.test.ts keeps and restores callbacks through it',
  'packages/layers/src/training/resume/run-state.ts':
    'types, and a copy to the host that fit-run.test.ts holds to the bit',
  'packages/layers/src/training/resume/run-variables.ts':
    'fit-run.test.ts resumes models of every kind of variable with it',
  'packages/checkpoint/src/run-state/encode.ts': 'decode.test.ts reads what it writes, whole, cut and altered',
  'packages/checkpoint/src/run-state/format.ts': 'two constants',
  'packages/callbacks/src/tensorboard/event-file.ts': 'tensorboard.test.ts writes, reads and resumes files through it',
  'packages/callbacks/src/training-doctor/examine-curves.ts': 'training-doctor.test.ts makes trainings with each fault',
  'packages/callbacks/src/training-doctor/examine-data.ts': 'training-doctor.test.ts makes trainings with each fault',
  'packages/callbacks/src/training-doctor/examine-layers.ts': 'training-doctor.test.ts makes trainings with each fault',
  'packages/callbacks/src/training-doctor/examine-loss.ts': 'training-doctor.test.ts makes trainings with each fault',
  'packages/callbacks/src/training-doctor/look-inside.ts':
    'training-doctor.test.ts looks into stacks and classes through it',
};
