/** Why a native TensorFlow package did not load, for a person: the cause and what to do. */
export type LoadFailure = {
  cause:
    | 'not-installed'
    | 'incomplete-install'
    | 'addon-missing'
    | 'cuda-missing'
    | 'tensorflow-library-missing'
    | 'wrong-platform'
    | 'system-too-old'
    | 'addon-mismatch'
    | 'addons-disabled'
    | 'static-tls'
    | 'unknown';
  reason: string;
  remedy: string;
};

type Rule = {
  cause: LoadFailure['cause'];
  /** Matched against the loader's message, lower case or not as it comes. */
  pattern: RegExp;
  explain(match: RegExpMatchArray, packageName: string): { reason: string; remedy: string };
};

/** What tfjs-node-gpu 4.22 is built against: libtensorflow 2.9.1. */
const cudaVersions = 'CUDA 11.2 and cuDNN 8.1';

const rebuild = (packageName: string) =>
  `Run \`npm rebuild ${packageName} --build-addon-from-source\` (it needs Python, a C++ compiler and access to storage.googleapis.com)`;

/**
 * Reads the message of a failed `require` and says what is wrong.
 *
 * The messages come from Node's module loader, from the dynamic linker (`dlopen`) of Linux, macOS or Windows, and from the
 * packages themselves; the first rule that matches decides.
 *
 * @example
 * explainLoadFailure(new Error('libcudart.so.11.0: cannot open shared object file: No such file or directory'), '@tensorflow/tfjs-node-gpu');
 * // { cause: 'cuda-missing', reason: 'libcudart.so.11.0, a library of CUDA, is missing', remedy: 'Install CUDA 11.2 and …' }
 */
export function explainLoadFailure(error: unknown, packageName: string): LoadFailure {
  const message = error instanceof Error ? error.message : String(error);
  for (const { cause, pattern, explain } of rules) {
    const match = message.match(pattern);
    if (match !== null && isAbout(cause, match, packageName)) return { cause, ...explain(match, packageName) };
  }
  const firstLine = message.split('\n', 1)[0]!.trim().replace(/\.$/, '');
  return {
    cause: 'unknown',
    reason: `${packageName} failed to load: ${firstLine}`,
    remedy: `Install it again: \`npm install ${packageName}\``,
  };
}

/** "Cannot find module" is about the package itself or about one of those it needs. */
function isAbout(cause: LoadFailure['cause'], match: RegExpMatchArray, packageName: string): boolean {
  return cause !== 'not-installed' || match[1] === packageName;
}

const rules: Rule[] = [
  {
    cause: 'addon-missing',
    pattern: /tfjs_binding\.node\) can not be found at path|cannot find module '[^']*tfjs_binding\.node'/i,
    explain: (_, packageName) => ({
      reason: `the native addon of ${packageName} (tfjs_binding.node) is missing: its download failed, or install scripts did not run`,
      remedy: rebuild(packageName),
    }),
  },
  {
    cause: 'not-installed',
    pattern: /cannot find (?:module|package) '([^']+)'/i,
    explain: (_, packageName) => ({
      reason: `${packageName} is not installed`,
      remedy: `Run \`npm install ${packageName}\``,
    }),
  },
  {
    cause: 'incomplete-install',
    pattern: /cannot find (?:module|package) '([^']+)'/i,
    explain: ([, missing], packageName) => ({
      reason: `${packageName} is installed without '${missing}', which it needs`,
      remedy: `Install it again: \`npm install ${packageName}\``,
    }),
  },
  {
    cause: 'cuda-missing',
    pattern:
      /((?:lib(?:cudart|cublas|cublasLt|cufft|curand|cusolver|cusparse|cudnn|nccl|cuda|nvinfer)\b[\w.-]*\.so[\w.]*)|(?:cudart64|cublas64|cudnn64|nvcuda)[\w]*\.dll)/i,
    explain: ([, library]) => ({
      reason: `${library}, a library of CUDA, is missing`,
      remedy: `Install ${cudaVersions}, and put their folder on LD_LIBRARY_PATH (Windows: PATH)`,
    }),
  },
  {
    cause: 'tensorflow-library-missing',
    pattern:
      /(libtensorflow(?:_framework|_cc)?\.(?:so|\d*\.?dylib)[\w.]*|tensorflow\.dll).*(?:cannot open shared object file|not loaded|image not found|could not be found|no such file)|(?:library not loaded|image not found).*?(libtensorflow[\w.]*)/is,
    explain: ([, direct, indirect], packageName) => ({
      reason: `TensorFlow's own library (${direct ?? indirect}) is missing beside the addon: its download failed`,
      remedy: rebuild(packageName),
    }),
  },
  {
    cause: 'system-too-old',
    pattern: /version [`'](GLIBC(?:XX)?_[\d.]+|CXXABI_[\d.]+)' not found/,
    explain: ([, version]) => ({
      reason: `this system's C library is older than the addon needs (${version})`,
      remedy: 'Use a newer system, or the wasm backend, which needs nothing from it',
    }),
  },
  {
    cause: 'static-tls',
    pattern: /(\S+): cannot allocate memory in static TLS block/,
    explain: ([, library]) => ({
      reason: `${library} cannot be loaded this late: the room for thread-local data is used up`,
      remedy: `Start with \`LD_PRELOAD=${library} node …\``,
    }),
  },
  {
    cause: 'wrong-platform',
    pattern:
      /invalid ELF header|wrong ELF class|exec format error|not a mach-o file|incompatible architecture|mach-o, but wrong architecture|not a valid Win32 application/i,
    explain: (_, packageName) => ({
      reason: `the addon of ${packageName} was built for another system or processor than this one`,
      remedy: `Delete node_modules and run \`npm install\` on this machine; where no build exists for it, ${lowerFirst(rebuild(packageName))}`,
    }),
  },
  {
    cause: 'addon-mismatch',
    pattern:
      /undefined symbol: (\S+)|Symbol not found: (\S+)|compiled against a different Node\.js version|module did not self-register|the specified procedure could not be found/i,
    explain: (_, packageName) => ({
      reason: `the addon of ${packageName} does not fit the TensorFlow library or the Node it is loaded into`,
      remedy: rebuild(packageName),
    }),
  },
  {
    cause: 'tensorflow-library-missing',
    pattern: /the specified module could not be found/i,
    explain: (_, packageName) => ({
      reason: 'Windows did not find a library that the addon needs, most often tensorflow.dll',
      remedy: `Copy tensorflow.dll from node_modules/${packageName}/deps/lib into the folder of tfjs_binding.node (lib/napi-v8)`,
    }),
  },
  {
    cause: 'addons-disabled',
    pattern: /loading addons is disabled/i,
    explain: () => ({
      reason: 'this Node runs without native addons',
      remedy: 'Start Node without `--no-addons`',
    }),
  },
];

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
